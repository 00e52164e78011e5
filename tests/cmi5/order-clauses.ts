import type { Statement } from '../../src/campus/lrs/statement.ts';
import type { Session } from './session.ts';
import { definedVerb, isDefined } from './terms.ts';
import { noting, type Violation } from './violation.ts';

/** When a statement may come: in its session, in its registration, and by its own timestamp (cmi5 9.3, 7.1.3). */
export function orderViolations(statement: Statement, session: Session): Violation[] {
  const { found, against } = noting(statement.id);
  const verb = isDefined(statement) ? definedVerb(statement) : undefined;
  const at = Date.parse(statement.timestamp ?? '');
  const { verbs, standing } = session;
  const opens = verb === 'initialized';
  const begun = session.initializedAt !== undefined;

  against('10.2.1.0-4', !session.launchDataRead, 'a statement before LMS.LaunchData was read');
  against('11.0.0.0-3', !session.preferencesRead, 'a statement before the learner’s preferences were read');
  against('9.3.0.0-4', !opens && !begun, 'a statement before "initialized"');
  against('9.3.0.0-4', begun && !opens && at < session.initializedAt!, 'its timestamp stands before "initialized"');
  against('9.3.0.0-5', session.terminatedAt !== undefined, 'a statement after "terminated"');
  against('9.3.0.0-5', verb === 'terminated' && at < session.latest, 'a timestamp stands after "terminated"');
  if (!verb) return found;

  against('9.3.0.0-2', verbs.includes(verb), `"${verb}" twice in a session`);
  const judges = verb === 'passed' || verb === 'failed';
  const other = verb === 'passed' ? 'failed' : 'passed';
  against('9.3.0.0-3', judges && verbs.includes(other), `"${verb}" after "${other}" in one session`);
  against('9.3.0.0-6', verb === 'completed' && standing.completed, '"completed" twice in a registration');
  against('9.3.0.0-7', verb === 'passed' && standing.passed, '"passed" twice in a registration');
  against('9.3.0.0-8', verb === 'failed' && standing.passed, '"failed" after "passed" in a registration');
  return found;
}

/** The statement was taken: what it changes. True when the unit became satisfied with it. */
export function take(statement: Statement, session: Session): boolean {
  const at = Date.parse(statement.timestamp ?? '');
  session.latest = Math.max(session.latest, at);
  const verb = isDefined(statement) ? definedVerb(statement) : undefined;
  if (!verb) return false;
  session.verbs.push(verb);
  if (verb === 'initialized') session.initializedAt = at;
  if (verb === 'terminated') session.terminatedAt = at;
  const { standing, unit } = session;
  if (verb === 'completed') Object.assign(standing, { completed: true, completedAt: at });
  if (verb === 'passed') standing.passed = true;
  const before = standing.satisfied;
  standing.satisfied ||= satisfies(unit.moveOn, standing.completed, standing.passed);
  return standing.satisfied && !before;
}

/** Whether a unit lets the learner move on (cmi5 10.2.5). */
export function satisfies(moveOn: Session['unit']['moveOn'], completed: boolean, passed: boolean): boolean {
  switch (moveOn) {
    case 'NotApplicable':
      return true;
    case 'Completed':
      return completed;
    case 'Passed':
      return passed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
  }
}
