import { entityOf, findEntity } from './entities.ts';
import { activitiesIn } from './mentions.ts';
import type { Activity, ActivityDefinition, Statement } from './statement.ts';
import type { Store } from './store.ts';

/** The last definition seen of an activity: the same one again teaches nothing. Per store, a few thousand of them. */
const lastSeen = new WeakMap<Store, Map<string, string>>();
const REMEMBERED = 5_000;

function memoryOf(store: Store): Map<string, string> {
  let memory = lastSeen.get(store);
  if (!memory) {
    const fresh = new Map<string, string>();
    lastSeen.set(store, (memory = fresh));
    store.onForget(() => fresh.clear());
  }
  if (memory.size > REMEMBERED) memory.clear();
  return memory;
}

/** Keeps what a statement says of its activities: newer words replace older ones, other languages stay. */
export function learnDefinitions(store: Store, statement: Statement): void {
  const memory = memoryOf(store);
  for (const { id, definition } of activitiesIn(statement)) {
    if (!definition) continue;
    const said = JSON.stringify(definition);
    if (memory.get(id) === said) continue;
    const entity = entityOf(store, 'activity', id);
    const known = store.one('SELECT definition FROM activities WHERE entity = ?', [entity]);
    const merged = known ? mergedDefinition(JSON.parse(String(known.definition)), definition) : definition;
    store.run(
      'INSERT INTO activities (entity, definition) VALUES (?1, ?2) ON CONFLICT (entity) DO UPDATE SET definition = ?2',
      [entity, JSON.stringify(merged)],
    );
    memory.set(id, said);
  }
}

function mergedDefinition(known: ActivityDefinition, said: ActivityDefinition): ActivityDefinition {
  const merged: Record<string, unknown> = { ...known, ...said };
  for (const map of ['name', 'description', 'extensions'])
    if (known[map] && said[map]) merged[map] = { ...known[map], ...said[map] };
  return merged;
}

/** All that is known of an activity (xAPI Communication 2.5): its identifier, when nothing is. */
export function activityOf(store: Store, id: string): Activity {
  const entity = findEntity(store, 'activity', id);
  const row =
    entity === undefined ? undefined : store.one('SELECT definition FROM activities WHERE entity = ?', [entity]);
  return { objectType: 'Activity', id, ...(row && { definition: JSON.parse(String(row.definition)) }) };
}
