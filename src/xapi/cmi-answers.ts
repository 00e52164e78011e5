import type { CmiElements } from './cmi.ts';
import { competencyActivity, moduleActivity, moduleIn, noteActivity, questionActivity } from './cmi-activities.ts';
import { answersIn, type CmiAnswer } from './cmi-interaction.ts';
import { idOf, type Launch, lasting, tell } from './speaker.ts';
import type { Result, Statement } from './statement.ts';

/** What stands in the place of a text that the learner has taken back (`runtime/reports.ts`). */
const WITHDRAWN = /^Partage retiré/;
const JOURNAL = /^M\d+_J\d+_/;
const END_OF_MODULE = /^M\d+_bilan$/;
/** An identifier of ours set to something else for a moment, so that an LMS takes it again (decision 0007). */
const UNSETTLED = /^M\d+_(?:bilan|[A-Z]\d+_.*\d)_$/;

/** What each new or changed interaction tells. */
export function answerStatements(launch: Launch, before: CmiElements, after: CmiElements): Statement[] {
  const earlier = new Map(answersIn(before).map((answer) => [answer.index, answer]));
  return answersIn(after).flatMap((answer) => {
    if (UNSETTLED.test(answer.id) || !changed(earlier.get(answer.index), answer)) return [];
    if (JOURNAL.test(answer.id)) return journal(launch, answer);
    return END_OF_MODULE.test(answer.id) ? endOfModule(launch, answer) : answered(launch, answer);
  });
}

/**
 * Neither the time alone nor a latency that went away counts: what an LMS forgot is told again at another launch, word
 * for word but for these.
 */
function changed(before: CmiAnswer | undefined, after: CmiAnswer): boolean {
  if (after.response === '' && after.result === '') return false; // not answered yet
  if (!before || (after.latency !== '' && after.latency !== before.latency)) return true;
  return (['id', 'type', 'response', 'result'] as const).some((one) => before[one] !== after[one]);
}

function answered(launch: Launch, answer: CmiAnswer): Statement[] {
  const { index, id, type, response, result, latency, time, success, raw, seconds, objectives } = answer;
  const said: Result = {
    ...(raw !== undefined && { score: { raw } }),
    ...(success !== undefined && { success }),
    ...(response !== '' && { response }),
    ...lasting(seconds),
  };
  const parts = [launch.session, String(index), id, type, response, result, latency, time];
  return [
    tell(launch, idOf(launch, 'answered', ...parts), 'answered', questionActivity(launch, answer), {
      result: said,
      parent: moduleActivity(launch, moduleIn(id)),
      other: objectives.map((code) => competencyActivity(launch, code)),
    }),
  ];
}

/**
 * A text that the learner chose to share. The version before it, and a text taken back, are voided: what was replaced or
 * withdrawn is no longer read.
 */
function journal(launch: Launch, { id, response }: CmiAnswer): Statement[] {
  const note = noteActivity(launch, id);
  const nth = (rank: number) => idOf(launch, 'shared', id, String(rank));
  const told: string[] = [];
  while (launch.known(nth(told.length))) told.push(nth(told.length));
  const voids = told.map((shared) =>
    tell(
      launch,
      idOf(launch, 'voided', shared),
      'voided',
      { objectType: 'StatementRef', id: shared },
      { other: [note] },
    ),
  );
  if (WITHDRAWN.test(response) || response === '') return voids;
  const shared = tell(launch, nth(told.length), 'shared', note, {
    result: { response },
    parent: moduleActivity(launch, moduleIn(id)),
  });
  return [...voids, shared];
}

/** `2026-11-22 86 %`: the module is finished; later, its result has risen. */
function endOfModule(launch: Launch, { id, response }: CmiAnswer): Statement[] {
  const module = moduleActivity(launch, moduleIn(id));
  const [, percent] = /\s(\d{1,3})\s?%$/.exec(response) ?? [];
  const raw = percent === undefined ? undefined : Math.min(100, Number(percent));
  const score = raw !== undefined && { score: { scaled: raw / 100, raw, min: 0, max: 100 } };
  const completed = idOf(launch, 'completed', module.id);
  if (!launch.known(completed))
    return [tell(launch, completed, 'completed', module, { result: { completion: true, ...score } })];
  return score
    ? [tell(launch, idOf(launch, 'scored', module.id, String(raw)), 'scored', module, { result: score })]
    : [];
}
