import type { Journal } from '../blocks/journal/activity.ts';
import type { CourseOutline, ModuleContent } from '../model/course.ts';
import type { LearnerRecord } from '../runtime/record.ts';

/** All that the learner wrote, as a plain text to keep: by module, with the titles of the prompts. */
export function writtenText(
  course: CourseOutline,
  record: LearnerRecord,
  contents: ReadonlyMap<number, ModuleContent>,
): string {
  const sections = course.modules.flatMap((module) => {
    const texts = Object.entries(record.modules[module.number]?.texts ?? {});
    const entries = texts.flatMap(([block, { parts, at }]) => {
      const journal = journalOf(contents.get(module.number), Number(block));
      const written = Object.entries(parts).filter(([, text]) => text.trim() !== '');
      if (written.length === 0) return [];
      const lines = written.map(
        ([part, text]) =>
          `${journal?.parts.find(({ number }) => number === Number(part))?.label ?? `Partie ${part}`}\n${text}`,
      );
      return [
        `${journal?.title ?? `Texte ${block}`} (${new Date(at).toLocaleString('fr-FR')})\n\n${lines.join('\n\n')}`,
      ];
    });
    return entries.length > 0
      ? [`${module.title}\n${'='.repeat(module.title.length)}\n\n${entries.join('\n\n—\n\n')}`]
      : [];
  });
  return [course.title, course.disclaimer, ...sections].join('\n\n');
}

export function journalOf(content: ModuleContent | undefined, number: number): Journal | undefined {
  const block = Object.values(content?.pages ?? {})
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.number === number);
  return block?.type === 'journal' ? (block as Journal) : undefined;
}
