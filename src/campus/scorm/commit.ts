import type { Wordings } from '../../xapi/cmi-activities.ts';
import { statementsFromCmi } from '../../xapi/from-cmi.ts';
import { shortName } from '../../xapi/plain-words.ts';
import { type Attempt, attemptOf } from '../attempts/attempts.ts';
import { type Campus, campusIri } from '../campus.ts';
import { agentOf } from '../learners.ts';
import { deliver, isTold, post } from '../outbox.ts';
import { openPackage, outlineOf, wordingsOf } from '../packages/course-package.ts';
import { type Elements, merged, moduleEnds, SUSPEND_DATA_LIMIT, scoreOf, sessionSeconds, statusOf } from './cmi.ts';
import { isToken } from './launch.ts';

/** What the page of a course sends at LMSCommit and LMSFinish. */
export interface Commit {
  launch: string;
  token: string;
  elements: Elements;
  /** The course closes its session. */
  ended: boolean;
}

/** `superseded`: the learner opened the attempt again elsewhere since. */
export type Received = 'kept' | 'unknown' | 'forbidden' | 'superseded' | 'too-long';

/**
 * Keeps what a course committed, and what the record store is to be told of it, in one transaction; then tells it. What
 * cannot be told waits in the outbox.
 */
export function receiveCommit(campus: Campus, attemptId: string, { launch, token, elements, ended }: Commit): Received {
  const { data } = campus;
  const row = data.one('SELECT * FROM launches WHERE id = ? AND attempt = ?', [launch, attemptId]);
  const attempt = attemptOf(campus, attemptId);
  if (!attempt) return 'unknown';
  if (!isToken(row?.token, token) || !row) return 'forbidden';
  if (row.open !== 1) return 'superseded';
  const cmi = merged(attempt.cmi, elements);
  if ((cmi['cmi.suspend_data'] ?? '').length > SUSPEND_DATA_LIMIT) return 'too-long';
  const at = campus.now();
  const statements = statementsOf(campus, attempt, cmi, { launch, at, first: row.commits === 0, last: ended });
  data.transaction(() => {
    data.run('UPDATE attempts SET cmi = ?, status = ?, score = ?, modules = ?, last = ? WHERE id = ?', [
      JSON.stringify(cmi),
      statusOf(cmi),
      scoreOf(cmi) ?? null,
      moduleEnds(cmi).size,
      at.getTime(),
      attemptId,
    ]);
    data.run('UPDATE launches SET seconds = ?, commits = commits + 1, open = ? WHERE id = ?', [
      sessionSeconds(cmi),
      ended ? 0 : 1,
      launch,
    ]);
    post(campus, statements);
  });
  deliver(campus);
  return 'kept';
}

function statementsOf(
  campus: Campus,
  { id, package: name, learner, cmi: before }: Attempt & { cmi: Elements },
  after: Elements,
  { launch, at, first, last }: { launch: string; at: Date; first: boolean; last: boolean },
) {
  const file = openPackage(campus.packages, name);
  const outline = file && outlineOf(file);
  const iri = outline?.iri ?? `${campusIri(campus)}/packages/${encodeURIComponent(name)}`;
  const course = { iri, title: outline?.title ?? file?.info.title ?? name };
  const only = outline?.modules.length === 1 ? outline.modules[0] : undefined;
  return statementsFromCmi({
    // the time of the launch before is not this one's
    before: first ? withoutSession(before) : before,
    after,
    learner: agentOf(campus, { id: learner }),
    course,
    module: only ? { iri: `${iri}/${only.id}`, title: only.title } : course,
    registration: id,
    session: launch,
    at,
    first,
    last,
    known: (statement) => isTold(campus, statement),
    ...(file && { names: shortNames(wordingsOf(file)) }),
  });
}

function withoutSession(cmi: Elements): Elements {
  return Object.fromEntries(Object.entries(cmi).filter(([name]) => !/\.(?:session_time|exit)$/.test(name)));
}

const shortened = new WeakMap<Wordings, Wordings>();
function shortNames(names: Wordings): Wordings {
  const short =
    shortened.get(names) ??
    new Map([...names].map(([id, wording]) => [id, { ...wording, question: shortName(wording.question) }]));
  shortened.set(names, short);
  return short;
}
