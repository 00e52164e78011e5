import type { CourseOutline, ModuleContent } from '../model/course.ts';
import { isSealed, META_PART } from '../model/entry.ts';
import type { LearnerRecord } from '../runtime/record.ts';
import { textBlockOf } from './text-block.ts';

const SEALED = '(Protégé par votre code personnel\u00a0: ouvrez l’entrée pour le copier.)';

/** All that the learner wrote, as a plain text to keep: by module, with the titles of the prompts. */
export function writtenText(
  course: CourseOutline,
  record: LearnerRecord,
  contents: ReadonlyMap<number, ModuleContent>,
): string {
  const sections = course.modules.flatMap((module) => {
    const texts = Object.entries(record.modules[module.number]?.texts ?? {});
    const entries = texts.flatMap(([number, { parts, at }]) => {
      const block = textBlockOf(contents.get(module.number), Number(number));
      const written = Object.entries(parts).filter(([part, text]) => text.trim() !== '' && Number(part) !== META_PART);
      if (written.length === 0) return [];
      const lines = written.map(
        ([part, text]) =>
          `${block?.parts.find((one) => one.number === Number(part))?.label ?? `Partie ${part}`}\n${isSealed(text) ? SEALED : text}`,
      );
      return [
        `${block?.title ?? `Texte ${number}`} (${new Date(at).toLocaleString('fr-FR')})\n\n${lines.join('\n\n')}`,
      ];
    });
    return entries.length > 0
      ? [`${module.title}\n${'='.repeat(module.title.length)}\n\n${entries.join('\n\n—\n\n')}`]
      : [];
  });
  return [course.title, course.disclaimer, ...sections].join('\n\n');
}
