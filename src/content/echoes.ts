import type { Issue } from './issue.ts';
import type { CourseSources } from './sources.ts';

/** What each use of a thing says when its file could not be read. */
const ECHOES = { facts: 'fait/inconnu', competencies: 'competence/inconnue' } as const;

/**
 * Without what only follows from another issue: where no fact, or no competency, could be read, and that is said, each
 * of their uses is not said too. `known` counts those that were read.
 */
export function withoutEchoes(
  issues: readonly Issue[],
  known: Readonly<Record<keyof typeof ECHOES, number>>,
  { course, facts }: CourseSources['at'],
): Issue[] {
  const competencies = `${course}/competencies.yaml`;
  const said = {
    facts: issues.some(({ code, file }) => code === 'course/facts' || file.startsWith(`${facts}/`)),
    competencies: issues.some(({ file }) => file === competencies),
  };
  const echo = (kind: keyof typeof ECHOES) => (known[kind] === 0 && said[kind] ? [ECHOES[kind]] : []);
  const echoes: readonly string[] = [...echo('facts'), ...echo('competencies')];
  return issues.filter(({ code }) => !echoes.includes(code));
}
