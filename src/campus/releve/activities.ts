import { textAt } from '../../xapi/loose.ts';
import { activityName } from '../../xapi/sentences.ts';
import { TYPES } from '../../xapi/vocabulary.ts';
import { findEntity } from '../lrs/entities.ts';
import type { Store } from '../lrs/store.ts';

/** Activities of one kind, by name. */
export interface ActivityGroup {
  name: string;
  activities: { value: string; name: string }[];
}

/** Kinds in the order of the list; what is of no kind comes last. */
const KINDS: readonly [name: string, types: readonly string[]][] = [
  ['Cours et modules', [TYPES.course.id, TYPES.module.id]],
  ['Étapes', [TYPES.lesson.id]],
  ['Compétences', [TYPES.objective.id]],
  ['Journal', [TYPES.note.id]],
  ['Questions', [TYPES.question.id, TYPES.assessment.id]],
];
const OTHERS = 'Autres activités';
/** Beyond, the list of a kind is cut: the sentences lead to the others. */
const MOST = 400;

/** What a trainer may ask about. */
export function activityGroups(store: Store): ActivityGroup[] {
  const rows = store.all(
    "SELECT e.name, a.definition FROM activities a JOIN entities e ON e.id = a.entity WHERE e.kind = 'activity'",
  );
  const groups = new Map<string, ActivityGroup['activities']>([...KINDS, [OTHERS]].map(([name]) => [name!, []]));
  for (const { name, definition } of rows) {
    const activity = { id: String(name), definition: JSON.parse(String(definition)) as unknown };
    const type = textAt(activity, 'definition', 'type') ?? '';
    const kind = KINDS.find(([, types]) => types.includes(type))?.[0] ?? OTHERS;
    groups.get(kind)!.push({ value: activity.id, name: activityName(activity) });
  }
  const numeric = new Intl.Collator('fr', { numeric: true }).compare;
  return [...groups].flatMap(([name, activities]) =>
    activities.length === 0
      ? []
      : [{ name, activities: activities.sort((a, b) => numeric(a.name, b.name)).slice(0, MOST) }],
  );
}

/** The title of an activity of the store; what its identifier tells when nothing else does. */
export function titleOf(store: Store, id: string): string {
  const entity = findEntity(store, 'activity', id);
  const row =
    entity === undefined ? undefined : store.one('SELECT definition FROM activities WHERE entity = ?', [entity]);
  return activityName({ id, ...(row && { definition: JSON.parse(String(row.definition)) }) });
}
