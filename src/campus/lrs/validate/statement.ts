import { VERBS } from '../../../xapi/vocabulary.ts';
import { malformed } from '../refusal.ts';
import type { Statement } from '../statement.ts';
import { activityAt } from './activity.ts';
import { actorAt, authorityAt } from './actor.ts';
import { attachmentsAt } from './attachment.ts';
import { contextAt, statementRefAt } from './context.ts';
import { resultAt } from './result.ts';
import { iriAt, languageMapAt, timeAt, uuidAt } from './scalars.ts';
import { isObject, type Members, membersOf } from './shape.ts';

const SENTENCE = ['actor', 'verb', 'object', 'result', 'context', 'timestamp', 'attachments'];

/** Throws a Refusal 400 that names the first property against xAPI 1.0.3. `place` is `statement` or `statements[3]`. */
export function checkStatement(value: unknown, place: string): asserts value is Statement {
  const allowed = ['id', 'stored', 'authority', 'version', ...SENTENCE];
  const statement = membersOf(value, place, allowed, 'xAPI Data 2.4');
  if ('id' in statement) uuidAt(statement.id, `${place}.id`, 'xAPI Data 2.4.1');
  if ('stored' in statement) timeAt(statement.stored, `${place}.stored`, 'xAPI Data 2.4.8');
  if ('authority' in statement) authorityAt(statement.authority, `${place}.authority`);
  const { version } = statement;
  if ('version' in statement && !(typeof version === 'string' && /^1\.0(?:\.\d+)?$/.test(version)))
    throw malformed(`"${place}.version" must be 1.0 or 1.0.x`, 'xAPI Data 2.4.10');
  sentenceAt(statement, place);
  const isStatementRef = isObject(statement.object) && statement.object.objectType === 'StatementRef';
  if ((statement.verb as Members).id === VERBS.voided.id && !isStatementRef)
    throw malformed(`"${place}.object" of a voiding statement must be a StatementRef`, 'xAPI Data 2.3.2');
}

function sentenceAt(sentence: Members, place: string): void {
  for (const name of ['actor', 'verb', 'object'])
    if (!(name in sentence)) throw malformed(`"${place}.${name}" is missing`, 'xAPI Data 2.4');
  actorAt(sentence.actor, `${place}.actor`);
  verbAt(sentence.verb, `${place}.verb`);
  objectAt(sentence.object, `${place}.object`);
  if ('result' in sentence) resultAt(sentence.result, `${place}.result`);
  const { objectType = 'Activity' } = sentence.object as Members;
  if ('context' in sentence) contextAt(sentence.context, `${place}.context`, objectType === 'Activity');
  if ('timestamp' in sentence) timeAt(sentence.timestamp, `${place}.timestamp`, 'xAPI Data 2.4.7');
  if ('attachments' in sentence) attachmentsAt(sentence.attachments, `${place}.attachments`);
}

function verbAt(value: unknown, place: string): void {
  const verb = membersOf(value, place, ['id', 'display'], 'xAPI Data 2.4.3');
  iriAt(verb.id, `${place}.id`, 'xAPI Data 2.4.3');
  if ('display' in verb) languageMapAt(verb.display, `${place}.display`);
}

function objectAt(value: unknown, place: string): void {
  if (!isObject(value)) throw malformed(`"${place}" must be an object`, 'xAPI Data 2.4.4');
  const { objectType } = value;
  if (objectType === 'Agent' || objectType === 'Group') actorAt(value, place);
  else if (objectType === 'StatementRef') statementRefAt(value, place);
  else if (objectType === 'SubStatement') subStatementAt(value, place);
  else if (objectType === undefined || objectType === 'Activity') activityAt(value, place);
  else
    throw malformed(
      `"${place}.objectType" must be Activity, Agent, Group, StatementRef or SubStatement`,
      'xAPI Data 2.4.4',
    );
}

/** Without id, stored, version nor authority, and never inside another. */
function subStatementAt(value: Members, place: string): void {
  const clause = 'xAPI Data 2.4.4.3';
  if (isObject(value.object) && value.object.objectType === 'SubStatement')
    throw malformed(`"${place}.object" must not be another SubStatement`, clause);
  sentenceAt(membersOf(value, place, ['objectType', ...SENTENCE], clause), place);
}
