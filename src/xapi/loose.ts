/** Reading a statement that someone else wrote: anything may be missing, or be something else. */

/** What stands at the end of the path; undefined when there is no such thing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, name) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
        ? (inside as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
}

/** A text that says something; undefined for anything else. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** Its members, whether it was sent as a list or as its only member. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}

/** The words of a language map: French, else any English, else the first there are. */
export function wordsAt(value: unknown, ...path: readonly string[]): { text: string; french: boolean } | undefined {
  const map = at(value, ...path);
  if (typeof map !== 'object' || map === null) return undefined;
  const tags = Object.keys(map);
  const tag =
    tags.find((one) => /^fr(?:-|$)/i.test(one) && textAt(map, one)) ??
    tags.find((one) => /^en(?:-|$)/i.test(one) && textAt(map, one)) ??
    tags.find((one) => textAt(map, one));
  const text =
    tag === undefined
      ? undefined
      : textAt(map, tag)
          ?.trim()
          .replace(/[^\S\u00a0\u202f]+/g, ' ');
  return text === undefined ? undefined : { text, french: /^fr(?:-|$)/i.test(tag ?? '') };
}

/** What an IRI ends with, as words: `http://adlnet.gov/expapi/verbs/un_verbe` → « un verbe ». */
export function lastPart(iri: string): string {
  const last =
    iri
      .replace(/[/#?]+$/, '')
      .split(/[/#?=:]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last).replace(/[_-]+/g, ' ').trim();
  } catch {
    return last; // a stray percent sign
  }
}
