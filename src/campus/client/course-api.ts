import type { Scorm12API, Scorm2004API } from 'scorm-again';

/** What a session is opened with, as the campus's server gives it. */
export interface Opening {
  standard: 'scorm12' | 'scorm2004';
  values: readonly (readonly [name: string, value: string])[];
}

/** What a course finds on the window above it: one name per standard. */
export type CourseApi = { API: Scorm12API } | { API_1484_11: Scorm2004API };

/** Sends a commit to the campus; false when it was not kept. `ended`: the course closes its session. */
export type Send = (elements: Record<string, string>, ended: boolean) => boolean;

/** The LMS side of a session: scorm-again, which holds the data model, with our own way to send its commits. */
export async function courseApi({ standard, values }: Opening, send: Send): Promise<CourseApi> {
  const post = {
    updateSettings() {},
    processHttpRequest(_url: string, commit: unknown, ended: boolean) {
      const kept = send(textsOf(commit as Record<string, unknown>), ended);
      return { result: String(kept), errorCode: kept ? 0 : standard === 'scorm12' ? 101 : 391 };
    },
  };
  const settings = { lmsCommitUrl: 'campus', dataCommitFormat: 'flattened', logLevel: 5 } as const; // 5: silent
  const load = (api: Scorm12API | Scorm2004API) => {
    for (const [name, value] of values) {
      try {
        api.setCMIValue(name, value);
      } catch {
        // what an earlier version of the library took and this one does not: the course is told nothing of it
      }
    }
  };
  if (standard === 'scorm12') {
    // the module exports a name, its declaration a default
    const library = (await import('scorm-again/scorm12')) as unknown as { Scorm12API: typeof Scorm12API };
    const API = new library.Scorm12API(settings, post);
    load(API);
    return { API };
  }
  const library = (await import('scorm-again/scorm2004')) as unknown as { Scorm2004API: typeof Scorm2004API };
  const api = new library.Scorm2004API(settings, post);
  load(api);
  return { API_1484_11: api };
}

/** An empty list is written as an object: it says nothing. */
const textsOf = (commit: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(commit).flatMap(([name, value]) => (typeof value === 'object' ? [] : [[name, String(value)]])),
  );
