import { malformed } from '../refusal.ts';
import { extensionsAt, iriAt, languageMapAt } from './scalars.ts';
import { listAt, type Members, membersOf, textAt } from './shape.ts';

/** Each kind of interaction, and the lists of components it may have (xAPI Data 2.4.4.1). */
const INTERACTIONS: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};
const COMPONENTS = ['choices', 'scale', 'source', 'target', 'steps'];
const DEFINITION = [
  'name',
  'description',
  'type',
  'moreInfo',
  'extensions',
  'interactionType',
  'correctResponsesPattern',
  ...COMPONENTS,
];
const CLAUSE = 'xAPI Data 2.4.4.1';

export function activityAt(value: unknown, place: string): void {
  const activity = membersOf(value, place, ['objectType', 'id', 'definition'], CLAUSE);
  if ('objectType' in activity && activity.objectType !== 'Activity')
    throw malformed(`"${place}.objectType" must be "Activity"`, CLAUSE);
  iriAt(activity.id, `${place}.id`, CLAUSE);
  if ('definition' in activity) definitionAt(activity.definition, `${place}.definition`);
}

function definitionAt(value: unknown, place: string): void {
  const definition = membersOf(value, place, DEFINITION, CLAUSE);
  for (const name of ['name', 'description'])
    if (name in definition) languageMapAt(definition[name], `${place}.${name}`);
  for (const name of ['type', 'moreInfo']) if (name in definition) iriAt(definition[name], `${place}.${name}`, CLAUSE);
  if ('extensions' in definition) extensionsAt(definition.extensions, `${place}.extensions`);
  interactionAt(definition, place);
}

function interactionAt(definition: Members, place: string): void {
  const components = COMPONENTS.filter((name) => name in definition);
  const type = definition.interactionType;
  if (type === undefined) {
    const [orphan] = 'correctResponsesPattern' in definition ? ['correctResponsesPattern'] : components;
    if (orphan) throw malformed(`"${place}.${orphan}" asks for "${place}.interactionType"`, CLAUSE);
    return;
  }
  const allowed = typeof type === 'string' && Object.hasOwn(INTERACTIONS, type) ? INTERACTIONS[type] : undefined;
  if (!allowed)
    throw malformed(`"${place}.interactionType" must be one of ${Object.keys(INTERACTIONS).join(', ')}`, CLAUSE);
  if ('correctResponsesPattern' in definition) {
    const patterns = listAt(definition.correctResponsesPattern, `${place}.correctResponsesPattern`, CLAUSE);
    for (const [rank, pattern] of patterns.entries())
      textAt(pattern, `${place}.correctResponsesPattern[${rank}]`, CLAUSE);
  }
  for (const name of components) {
    if (!allowed.includes(name)) throw malformed(`"${place}.${name}" does not go with a "${type}" interaction`, CLAUSE);
    componentsAt(definition[name], `${place}.${name}`);
  }
}

/** Identifiers are unique in their list. */
function componentsAt(value: unknown, place: string): void {
  const seen = new Set<string>();
  for (const [rank, one] of listAt(value, place, CLAUSE).entries()) {
    const component = membersOf(one, `${place}[${rank}]`, ['id', 'description'], CLAUSE);
    const id = textAt(component.id, `${place}[${rank}].id`, CLAUSE);
    if (seen.has(id)) throw malformed(`"${place}[${rank}].id" is already in the list`, CLAUSE);
    seen.add(id);
    if ('description' in component) languageMapAt(component.description, `${place}[${rank}].description`);
  }
}
