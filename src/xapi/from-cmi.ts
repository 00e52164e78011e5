import { type CmiElements, type Situation, situationOf } from './cmi.ts';
import { launchedActivity, lessonActivity } from './cmi-activities.ts';
import { answerStatements } from './cmi-answers.ts';
import { idOf, type Launch, lasting, tell } from './speaker.ts';
import type { Statement } from './statement.ts';
import { PROGRESS } from './vocabulary.ts';

/** One commit of a SCORM launch. */
export interface CmiChange extends Launch {
  /** All elements the LMS held, `{}` at the first launch, and holds now; of SCORM 1.2 or 2004. */
  before: CmiElements;
  after: CmiElements;
  /** The first commit of the launch. */
  first: boolean;
  /** The launch ends with it (LMSFinish, Terminate). */
  last: boolean;
}

/**
 * What a commit tells, in the order it is to be stored. The same commit gives the same identifiers, and what the record
 * store knows already is left out. Suspend data, comments and the learner's name are never read; of a journal, only
 * what was shared is there to be told.
 */
export function statementsFromCmi(change: CmiChange): Statement[] {
  const { before, after, first, known } = change;
  const [then, now] = [situationOf(before), situationOf(after)];
  const told = [
    ...(first ? [opened(change)] : []),
    ...pageSeen(change, then, now),
    ...answerStatements(change, before, after),
    ...progress(change, then, now),
    ...outcome(change, then, now),
    ...(change.last ? [ended(change, now)] : []),
  ];
  const once = new Map([...told].reverse().map((statement) => [statement.id, statement])); // of two, the first stays
  return [...once.values()].reverse().filter(({ id }) => !known(id));
}

function opened(change: CmiChange): Statement {
  const object = launchedActivity(change);
  return tell(change, idOf(change, 'initialized', change.session, object.id), 'initialized', object);
}

/** Once per launch and page. Only our own addresses, `m1/se-situer/12`: another package's may hold anything. */
function pageSeen(change: CmiChange, then: Situation, now: Situation): Statement[] {
  const address = /^(m\d+\/[a-z0-9-]+)(?:\/\d+)?$/.exec(now.location)?.[1];
  if (address === undefined || (now.location === then.location && !change.first)) return [];
  return [
    tell(change, idOf(change, 'experienced', change.session, address), 'experienced', lessonActivity(change, address), {
      parent: launchedActivity(change),
    }),
  ];
}

function progress(change: CmiChange, then: Situation, now: Situation): Statement[] {
  const percent = now.progress ?? 0;
  if (now.completed || percent <= (then.progress ?? 0)) return [];
  const object = launchedActivity(change);
  return [
    tell(change, idOf(change, 'progressed', change.session, object.id, String(percent)), 'progressed', object, {
      result: { extensions: { [PROGRESS]: percent } },
    }),
  ];
}

/** Completed, passed, failed: once each per registration, and no failure after a success. Else a score that changed. */
function outcome(change: CmiChange, then: Situation, now: Situation): Statement[] {
  const object = launchedActivity(change);
  const score = now.score && { score: now.score };
  const judged = { ...score, ...lasting(now.seconds) };
  const once = (verb: 'completed' | 'passed' | 'failed') => idOf(change, verb, object.id);
  const told = [
    now.completed &&
      !then.completed &&
      tell(change, once('completed'), 'completed', object, { result: { ...judged, completion: true } }),
    now.success === true &&
      then.success !== true &&
      tell(change, once('passed'), 'passed', object, { result: { ...judged, success: true } }),
    now.success === false &&
      then.success === undefined &&
      !change.known(once('passed')) &&
      tell(change, once('failed'), 'failed', object, { result: { ...judged, success: false } }),
  ].filter((one) => one !== false);
  if (told.length > 0 || !score || !scoreMoved(then, now)) return told;
  return [
    tell(change, idOf(change, 'scored', object.id, JSON.stringify(now.score)), 'scored', object, { result: score }),
  ];
}

/** A hundredth is no change: it makes an LMS take the same score again (decision 0007). Nor is the 0 of an opening. */
function scoreMoved({ score: then }: Situation, { score: now }: Situation): boolean {
  const points = (score: Situation['score']) => (score?.scaled === undefined ? score?.raw : score.scaled * 100) ?? 0;
  return Math.abs(points(now) - points(then)) > 0.011;
}

/** How long the learner was there; suspended when they mean to come back to what is not finished. */
function ended(change: CmiChange, now: Situation): Statement {
  const object = launchedActivity(change);
  const verb = now.suspended && !now.completed ? 'suspended' : 'terminated';
  return tell(change, idOf(change, 'terminated', change.session, object.id), verb, object, {
    result: lasting(now.seconds),
  });
}
