import { canonicalJson } from '../../src/campus/lrs/canonical-json.ts';
import { Refusal } from '../../src/campus/lrs/refusal.ts';
import { isActivity, type Statement } from '../../src/campus/lrs/statement.ts';
import { checkStatement } from '../../src/campus/lrs/validate/statement.ts';
import { SESSION, VERBS } from '../../src/xapi/vocabulary.ts';
import { progressViolations, resultViolations } from './result-clauses.ts';
import { type Session, templateOf } from './session.ts';
import { contextIds, definedVerb, isDefined, MOVE_ON } from './terms.ts';
import { noting, type Violation } from './violation.ts';

/** What one statement must be in this session, whatever came before it (cmi5 9.1, 9.2, 9.4 to 9.7, 10.2). */
export function statementViolations(value: unknown, session: Session): Violation[] {
  const invalid = xapiViolation(value);
  if (invalid) return [invalid];
  const statement = value as Statement;
  return [
    ...identityViolations(statement, session),
    ...contextViolations(statement, session),
    ...kindViolations(statement, session),
    ...progressViolations(statement, session),
    ...(isDefined(statement) ? resultViolations(statement, session) : []),
  ];
}

/** xAPI itself, by the record store's own validator; undefined when it is a statement. */
function xapiViolation(value: unknown): Violation | undefined {
  try {
    checkStatement(value, 'statement');
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [, why = error.message, clause = 'xAPI Data'] = /^(.*) \((xAPI [^)]*)\)\.$/.exec(error.message) ?? [];
    return { clause, why };
  }
}

function identityViolations(statement: Statement, { actor, registration }: Session): Violation[] {
  const { found, against } = noting(statement.id);
  const { timestamp, context } = statement;
  against('9.1.0.0-1', statement.id === undefined, 'a statement has no identifier');
  against(
    '8.1.3.0-3',
    canonicalJson(statement.actor) !== canonicalJson(actor),
    'the actor is not the one of the launch',
  );
  against('9.6.1.0-1', context?.registration !== registration, 'the registration is not the one of the launch');
  against('9.7.0.0-1', timestamp === undefined, 'there is no timestamp');
  against('9.7.0.0-2', timestamp !== undefined && !timestamp.endsWith('Z'), `${timestamp} is not in UTC`);
  against('6.3.0.0-1', statement.verb.id === VERBS.voided.id, 'a unit may not void');
  return found;
}

/**
 * The whole template is there, word for word. Its activities come first in their list and in their order: the public
 * test suite compares them by rank.
 */
function contextViolations({ id, context }: Statement, session: Session): Violation[] {
  const { found, against } = noting(id);
  const template = templateOf(session);
  against('9.6.0.0-1', context === undefined, 'there is no context');
  against('9.6.3.1-4', context?.extensions?.[SESSION] === undefined, 'the session is missing from the extensions');
  for (const list of Object.keys(template.contextActivities ?? {})) {
    const given = contextIds(context, list);
    const expected = contextIds(template, list);
    against(
      '10.2.1.0-6',
      expected.some((one, rank) => given[rank] !== one),
      `"contextActivities.${list}" does not begin with that of the template`,
    );
  }
  for (const [name, value] of Object.entries(template.extensions ?? {})) {
    const given = context?.extensions?.[name];
    against('10.2.1.0-6', given === undefined, `the extension ${name} of the template is missing`);
    against(
      '10.2.1.0-7',
      given !== undefined && canonicalJson(given) !== canonicalJson(value),
      `the extension ${name} of the template was overwritten`,
    );
  }
  return found;
}

/** Defined or only allowed, and of what. */
function kindViolations(statement: Statement, { activityId, mode }: Session): Violation[] {
  const { found, against } = noting(statement.id);
  const verb = definedVerb(statement);
  const ofUnit = isActivity(statement.object) && statement.object.id === activityId;
  if (!isDefined(statement)) {
    against('9.6.2.1-1', verb !== undefined && ofUnit, `"${verb}" of the unit lacks the category of cmi5`);
    against(
      '9.6.2.2-2',
      contextIds(statement.context, 'category').includes(MOVE_ON),
      'moveon on a statement only allowed',
    );
    return found;
  }
  against('9.3.0.0-1', verb === undefined, `${statement.verb.id} is no verb of a cmi5 defined statement`);
  against('9.2.0.0-2', (statement.actor.objectType ?? 'Agent') !== 'Agent', 'the actor is not an agent');
  against('9.2.0.0-3', statement.actor.account === undefined, 'the actor has no account');
  against('8.1.5.0-6', !ofUnit, 'the object is not the activity of the launch');
  const judging = verb === 'completed' || verb === 'passed' || verb === 'failed';
  against('10.2.2.0-9', mode === 'Browse' && judging, `"${verb}" in Browse`);
  against('10.2.2.0-11', mode === 'Review' && judging, `"${verb}" in Review`);
  return found;
}
