import type { Statement } from '../../src/campus/lrs/statement.ts';
import { PROGRESS } from '../../src/xapi/vocabulary.ts';
import type { Session } from './session.ts';
import { contextIds, type DefinedVerb, definedVerb, MASTERY_SCORE, MOVE_ON } from './terms.ts';
import { noting, type Violation } from './violation.ts';

interface Score {
  scaled?: number;
  raw?: number;
  min?: number;
  max?: number;
}

/** `duration`, by the sentence that asks for it. */
const DURATION: Partial<Record<DefinedVerb, string>> = {
  terminated: '9.5.4.1-1',
  completed: '9.5.4.1-2',
  passed: '9.5.4.1-3',
  failed: '9.5.4.1-4',
};

/** The result of a cmi5 defined statement, and what its categories say of it (cmi5 9.5, 9.6.2.2, 9.6.3.2). */
export function resultViolations(statement: Statement, session: Session): Violation[] {
  const verb = definedVerb(statement);
  const { result = {}, context } = statement;
  const { success, completion, duration } = result as Record<string, unknown>;
  const { found, against } = noting(statement.id);
  const asked = verb && DURATION[verb];
  if (asked) against(asked, duration === undefined, `"${verb}" has no duration`);

  against('9.5.2.0-1', verb === 'passed' && success !== true, '"passed" without success true');
  against('9.5.2.0-2', verb === 'failed' && success !== false, '"failed" without success false');
  against('9.5.2.0-3', success !== undefined && verb !== 'passed' && verb !== 'failed', `success in "${verb}"`);
  against('9.5.3.0-1', verb === 'completed' && completion !== true, '"completed" without completion true');
  against('9.5.3.0-2', completion !== undefined && verb !== 'completed', `completion in "${verb}"`);

  const moves = contextIds(context, 'category').includes(MOVE_ON);
  const judged = success !== undefined || completion !== undefined;
  against('9.6.2.2-1', judged && !moves, 'success or completion without the category moveon');
  against('9.6.2.2-2', !judged && moves, 'the category moveon without success or completion');

  return [...found, ...scoreViolations(statement, session)];
}

/** Of any statement, defined or allowed: how far the unit is (cmi5 9.5.5.1). */
export function progressViolations(statement: Statement, session: Session): Violation[] {
  const { found, against } = noting(statement.id);
  const progress = (statement.result?.extensions as Readonly<Record<string, unknown>> | undefined)?.[PROGRESS];
  if (progress === undefined) return found;
  const fits = Number.isInteger(progress) && Number(progress) >= 0 && Number(progress) <= 100;
  against('9.5.5.1', !fits, `${progress} is no progress: a whole number, 0 to 100`);
  // order is that of timestamps (cmi5 9.3): what was done before may arrive later
  const { completedAt = Number.POSITIVE_INFINITY } = session.standing;
  const ended = definedVerb(statement) === 'completed' || Date.parse(statement.timestamp ?? '') > completedAt;
  against('9.5.5.1', ended, 'a progress with "completed", or after it');
  return found;
}

function scoreViolations(statement: Statement, { unit: { masteryScore } }: Session): Violation[] {
  const { id, result, context } = statement;
  const verb = definedVerb(statement);
  const { found, against } = noting(id);
  const score = result?.score as Score | undefined;
  const judges = verb === 'passed' || verb === 'failed';
  against('9.5.1.0-2', score !== undefined && !judges, `a score in "${verb}"`);
  const { scaled, raw, min, max } = score ?? {};
  against('9.5.1.0-3', raw !== undefined && (min === undefined || max === undefined), 'raw without min and max');
  against('9.5.1', scaled !== undefined && (scaled < 0 || scaled > 1), `scaled ${scaled} is not 0 to 1`);
  const whole = [raw, min, max].every((one) => one === undefined || Number.isInteger(one));
  against('9.5.1', !whole, 'raw, min and max are whole numbers');
  if (!judges || masteryScore === undefined) return found;
  against('10.2.4.0-2', scaled === undefined, `"${verb}" without a scaled score, while the launch has a mastery score`);
  if (scaled === undefined) return found;
  against('9.3.4.0-2', verb === 'passed' && scaled < masteryScore, `passed with ${scaled}, below ${masteryScore}`);
  against('9.3.5.0-2', verb === 'failed' && scaled >= masteryScore, `failed with ${scaled}, from ${masteryScore} on`);
  against(
    '9.6.3.2-2',
    context?.extensions?.[MASTERY_SCORE] !== masteryScore,
    'the mastery score of the launch is not in the context',
  );
  return found;
}
