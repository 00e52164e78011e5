/**
 * Looks for an LMS API in the parents, then in the opener and its parents (SCORM 1.2 RTE 3.3.6.1). A parent of another
 * origin throws when it is read: the search goes on above it.
 */
export function findApi<T>(name: string, start: Window): T | undefined {
  return (
    climb<T>(name, start) ??
    climb<T>(name, safely(() => start.opener as Window | null) ?? undefined) ??
    climb<T>(name, safely(() => start.top?.opener as Window | null) ?? undefined)
  );
}

const DEPTH = 500;

function climb<T>(name: string, from: Window | undefined): T | undefined {
  let here: Window | undefined = from;
  for (let depth = 0; here && depth < DEPTH; depth += 1) {
    const current: Window = here;
    const api = safely(() => (current as unknown as Record<string, T | undefined>)[name]);
    if (api) return api;
    const parent = safely(() => current.parent);
    if (!parent || parent === current) return undefined;
    here = parent;
  }
  return undefined;
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
