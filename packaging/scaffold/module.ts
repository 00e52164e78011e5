import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';
import type { Compiled } from '../../src/content/compile.ts';
import { quoted } from '../../src/content/issue.ts';
import { shownPath } from '../courses.ts';
import { isName, wrongName } from './name.ts';
import { fromTemplate, type Plan, type Refusal, yamlText } from './plan.ts';

/** `02-equipe`. */
const FOLDER = /^(\d{2})-(.+)$/;

/** A module of four pages, listed after the others. `compiled`: the course as it stands. */
export function newModule(
  modulesDir: string,
  course: string,
  compiled: Compiled,
  folder: string,
  title: string,
): Plan | Refusal {
  const courseFile = join(modulesDir, course, 'course.yaml');
  const command = `npm run new -- module ${course} `;
  const [, rank, name] = FOLDER.exec(folder) ?? [];
  const ranks = new Map(
    readdirSync(join(modulesDir, course)).flatMap((one) => {
      const other = FOLDER.exec(one)?.[1];
      return other ? [[other, one] as const] : [];
    }),
  );
  const free = rank && !ranks.has(rank) ? rank : nextRank(ranks.keys());
  if (isName(folder))
    return {
      refused: `Le nom ${quoted(folder)} n’a pas de rang\u00a0: un dossier de module commence par deux chiffres et un tiret.`,
      hint: `Écrivez plutôt\u00a0: ${command}${free}-${folder}`,
    };
  if (!rank || !name || !isName(name)) return wrongName(folder, `${command}${free}-`);
  if (ranks.has(rank))
    return {
      refused: `Le rang ${rank} est déjà celui du module ${quoted(ranks.get(rank)!)}\u00a0: rien n’a été écrit.`,
      hint: `Écrivez plutôt\u00a0: ${command}${free}-${name}`,
    };
  const competency = freeCompetency(compiled);
  const list = withModule(readFileSync(courseFile, 'utf8'), folder);
  if (!competency || !list)
    return {
      refused: `${quoted(shownPath(list ? join(modulesDir, course, 'competencies.yaml') : courseFile))} ne se lit pas\u00a0: rien n’a été écrit.`,
      hint: 'Corrigez-le d’abord\u00a0: npm run check dit ce qui ne va pas.',
    };
  const id = moduleId(Number(rank), new Set(Object.keys(compiled.lock.modules)));
  const values = { id, title: yamlText(title), competency };
  const to = join(modulesDir, course, folder);
  return {
    created: [
      ...fromTemplate('module', to, values),
      ...fromTemplate('lesson.md', join(to, '03-premiere-lecon.md'), {
        ...values,
        title: yamlText('Première leçon'),
        lesson: 'premiere-lecon',
      }),
    ],
    edited: [{ path: courseFile, data: list }],
  };
}

const nextRank = (ranks: Iterable<string>) => String(Math.max(0, ...[...ranks].map(Number)) + 1).padStart(2, '0');

/** `m2` for the rank 2, or the first free number after it: an id published once is never given again. */
function moduleId(rank: number, taken: ReadonlySet<string>): string {
  let number = rank;
  while (taken.has(`m${number}`)) number += 1;
  return `m${number}`;
}

/** The first competency that no module works on yet, or the first of all; absent when the course has none. */
function freeCompetency({ outline }: Compiled): string | undefined {
  const worked = new Set(outline?.modules.flatMap(({ competencies }) => competencies));
  return (outline?.competencies.find(({ number }) => !worked.has(number)) ?? outline?.competencies[0])?.id;
}

/**
 * The text of a course.yaml with one more module at the end of its list, all the rest as its author wrote it, comments
 * and spaces included. Absent when there is no list to be found in it.
 */
export function withModule(text: string, folder: string): string | undefined {
  const document = parseDocument(text);
  const list = document.get('modules', true);
  if (document.errors.length > 0 || !isSeq(list) || !list.range) return undefined;
  const last = list.items.at(-1);
  const insert = (at: number, words: string) => text.slice(0, at) + words + text.slice(at);
  if (last === undefined) return insert(list.range[0] + 1, folder);
  if (!isScalar(last) || !last.range) return undefined;
  const [start, end] = last.range;
  if (list.flow) return insert(end, `, ${folder}`);
  const line = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const endOfLine = text.includes('\r\n') ? '\r\n' : '\n';
  const added = `${text.slice(line, start).trimEnd()} ${folder}`;
  return next < 0 ? `${text}${endOfLine}${added}${endOfLine}` : insert(next + 1, `${added}${endOfLine}`);
}
