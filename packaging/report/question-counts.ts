import type { WrittenBlock } from '../../src/content/block-type.ts';
import { type Issue, quoted } from '../../src/content/issue.ts';
import type { Competency } from '../../src/model/course.ts';
import type { WrittenModule } from './course-pages.ts';

/** Below this number of graded questions, a result says little of a competency. */
export const FEWEST = 3;

export interface QuestionCounts {
  module: WrittenModule;
  /** Directive → how many, the most frequent first; what has no right answer included. */
  kinds: readonly (readonly [directive: string, count: number])[];
  /** Graded questions for each competency that the module announces. */
  competencies: readonly { competency: Competency; graded: number }[];
}

export function questionCounts(
  module: WrittenModule,
  written: readonly WrittenBlock[],
  competencies: readonly Competency[],
): QuestionCounts {
  const own = written.filter((one) => one.module === module.outline.number && 'stem' in one.block);
  const kinds = new Map<string, number>();
  for (const { directive } of own) kinds.set(directive, (kinds.get(directive) ?? 0) + 1);
  return {
    module,
    kinds: [...kinds].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
    competencies: competencies
      .filter(({ number }) => module.outline.competencies.includes(number))
      .map((competency) => ({
        competency,
        graded: own.filter(({ block }) => block.graded && block.competencies.includes(competency.id)).length,
      })),
  };
}

/** A competency of module.yaml that too few graded questions of this module ask about. */
export const fewQuestionWarnings = ({ module, competencies }: QuestionCounts): Issue[] =>
  competencies.flatMap(({ competency: { id, number }, graded }) => {
    if (graded >= FEWEST) return [];
    const told =
      graded === 0
        ? 'n’a aucune question notée'
        : `n’a ${graded === 1 ? 'qu’une question notée' : `que ${graded} questions notées`}`;
    return [
      {
        file: module.file,
        line: module.lineOf(['competencies', module.outline.competencies.indexOf(number)]),
        code: 'question/competence-rare',
        message: `la compétence ${quoted(id)} ${told} dans ce module, il en faut ${FEWEST} pour qu’un résultat veuille dire quelque chose`,
        hint: `Ajoutez des questions, ou écrivez competences="${id}" sur celles qui la mettent déjà à l’épreuve.`,
      },
    ];
  });
