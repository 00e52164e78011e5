import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest, quoted } from '../../src/content/issue.ts';
import { ModuleFile } from '../../src/content/schemas.ts';
import { readYaml } from '../../src/content/yaml-file.ts';
import { STEPS } from '../../src/model/course.ts';
import { shownPath } from '../courses.ts';
import { isName, wrongName } from './name.ts';
import { fromTemplate, type Plan, type Refusal, yamlText } from './plan.ts';

/** A page of the step « comprendre », after those there are. */
export function newLesson(
  modulesDir: string,
  course: string,
  folder: string,
  name: string,
  title: string,
): Plan | Refusal {
  const at = join(modulesDir, course, folder);
  const file = join(at, 'module.yaml');
  if (!existsSync(file)) {
    const known = readdirSync(join(modulesDir, course)).filter((one) =>
      existsSync(join(modulesDir, course, one, 'module.yaml')),
    );
    const close = nearest(folder, known);
    return {
      refused: `Le module ${quoted(folder)} n’existe pas dans ${quoted(shownPath(join(modulesDir, course)))}.`,
      hint: close ? `Vouliez-vous dire ${quoted(close)}\u202f?` : `Modules connus\u00a0: ${known.join(', ')}.`,
    };
  }
  if (!isName(name)) return wrongName(name, `npm run new -- lesson ${course}/${folder} `);
  const competency = readYaml(readFileSync(file, 'utf8'), ModuleFile, { file, kind: 'module' }).value?.competencies[0];
  if (!competency)
    return {
      refused: `${quoted(shownPath(file))} ne se lit pas\u00a0: rien n’a été écrit.`,
      hint: 'Corrigez-le d’abord\u00a0: npm run check dit ce qui ne va pas.',
    };
  const pages = readdirSync(at)
    .filter((one) => one.endsWith('.md'))
    .sort();
  const same = pages.find((page) => page.replace(/^\d+[a-z]?-/, '') === `${name}.md`);
  if (same)
    return {
      refused: `Ce module a déjà une page ${quoted(same)}\u00a0: rien n’a été écrit.`,
      hint: 'Choisissez un autre nom.',
    };
  const before = pages.findLast((page) => COMES_FIRST.includes(stepOf(join(at, page))));
  const after = pages[before === undefined ? 0 : pages.indexOf(before) + 1];
  const rank = rankBetween(before, after);
  if (!rank)
    return {
      refused: `Il n’y a plus de rang libre entre ${quoted(before ?? '')} et ${quoted(after ?? '')}\u00a0: rien n’a été écrit.`,
      hint: `Donnez un autre rang au fichier ${quoted(after ?? before ?? '')} et à ceux qui le suivent\u00a0: un rang se change sans risque, le reste du nom jamais.`,
    };
  return {
    created: fromTemplate('lesson.md', join(at, `${rank}-${name}.md`), {
      title: yamlText(title),
      competency,
      lesson: name,
    }),
  };
}

/** The steps up to « comprendre ». */
const COMES_FIRST: readonly string[] = STEPS.slice(0, STEPS.findIndex(({ id }) => id === 'comprendre') + 1).map(
  ({ id }) => id,
);

const stepOf = (path: string) => /^etape:[ \t]*["']?([a-z-]+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';

/** `03` and `b` of `03b-roles.md`. */
const RANK = /^(\d+)([a-z]?)-/;

/**
 * A rank whose file stands between two others when names are sorted as text, as pages are: the next number, else the
 * same number and a letter (`04b`). Absent when there is none.
 */
export function rankBetween(before: string | undefined, after: string | undefined): string | undefined {
  const [, digits = '00', letter = ''] = RANK.exec(before ?? '') ?? [];
  const [, taken] = RANK.exec(after ?? '') ?? [];
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  const letters = [...'bcdefghijklmnopqrstuvwxyz'].filter((one) => one > letter).map((one) => `${digits}${one}`);
  return [...(next === taken ? [] : [next]), ...letters].find(
    (rank) => (before === undefined || before < `${rank}-`) && (after === undefined || `${rank}-` < after),
  );
}
