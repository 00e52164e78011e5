import { malformed } from '../refusal.ts';
import { activityAt } from './activity.ts';
import { actorAt, groupAt } from './actor.ts';
import { extensionsAt, languageAt, uuidAt } from './scalars.ts';
import { membersOf, textAt } from './shape.ts';

const CLAUSE = 'xAPI Data 2.4.6';
const CONTEXT = [
  'registration',
  'instructor',
  'team',
  'contextActivities',
  'revision',
  'platform',
  'language',
  'statement',
  'extensions',
];

/** `ofActivity`: the object of the statement is an activity; `revision` and `platform` are for those alone. */
export function contextAt(value: unknown, place: string, ofActivity: boolean): void {
  const context = membersOf(value, place, CONTEXT, CLAUSE);
  if ('registration' in context) uuidAt(context.registration, `${place}.registration`, CLAUSE);
  if ('instructor' in context) actorAt(context.instructor, `${place}.instructor`);
  if ('team' in context) groupAt(context.team, `${place}.team`);
  if ('contextActivities' in context) contextActivitiesAt(context.contextActivities, `${place}.contextActivities`);
  for (const name of ['revision', 'platform']) {
    if (!(name in context)) continue;
    textAt(context[name], `${place}.${name}`, CLAUSE);
    if (!ofActivity) throw malformed(`"${place}.${name}" only goes with an object that is an activity`, CLAUSE);
  }
  if ('language' in context) languageAt(context.language, `${place}.language`, CLAUSE);
  if ('statement' in context) statementRefAt(context.statement, `${place}.statement`);
  if ('extensions' in context) extensionsAt(context.extensions, `${place}.extensions`);
}

function contextActivitiesAt(value: unknown, place: string): void {
  const clause = 'xAPI Data 2.4.6.2';
  const lists = membersOf(value, place, ['parent', 'grouping', 'category', 'other'], clause);
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list)) activityAt(list, `${place}.${name}`);
    else for (const [rank, activity] of list.entries()) activityAt(activity, `${place}.${name}[${rank}]`);
  }
}

export function statementRefAt(value: unknown, place: string): void {
  const clause = 'xAPI Data 2.4.4.3';
  const reference = membersOf(value, place, ['objectType', 'id'], clause);
  if (reference.objectType !== 'StatementRef') throw malformed(`"${place}.objectType" must be "StatementRef"`, clause);
  uuidAt(reference.id, `${place}.id`, clause);
}
