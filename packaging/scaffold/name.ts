import { quoted } from '../../src/content/issue.ts';
import { accented } from '../../src/content/typography-check.ts';
import type { Refusal } from './plan.ts';

/** Characters: a name ends up in file names, in block ids and in the ids that an LMS reports. */
const MOST = 36;

/** Lower case, digits and hyphens, from a letter on: `petite-enfance`. */
export const isName = (name: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) && name.length <= MOST;

/** The nearest name that can be used, « Équipe d’accueil » as `equipe-d-accueil`; '' when nothing of it can. */
export function suggestedName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '');
  return words.length <= MOST
    ? words
    : words
        .slice(0, MOST + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, MOST);
}

/** What is wrong with a name, and the one to write. `command` is what stands before the name: `npm run new -- course `. */
export function wrongName(name: string, command: string): Refusal {
  const better = suggestedName(name);
  return {
    refused: `Le nom ${quoted(name)} ne peut pas servir\u00a0: des minuscules sans accent, des chiffres et des tirets, ${MOST} signes au plus, une lettre pour commencer.`,
    ...(better && { hint: `Écrivez plutôt\u00a0: ${command}${better}` }),
  };
}

/** A title to begin with: `petite-enfance` as « Petite enfance », `ecouter` as « Écouter ». */
export const titleOf = (name: string): string => {
  const words = name.replace(/^\d+-/, '').replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return title.replace(/^\w+/, (first) => accented(first) ?? first);
};

/** Two to four capitals: `petite-enfance` gives PE, `equipe` EQ. */
export function initialsOf(name: string): string {
  const words = name.replace(/\d/g, '').split('-').filter(Boolean);
  const letters = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : (words[0] ?? '').slice(0, 2);
  return letters.slice(0, 4).toUpperCase().padEnd(2, 'X');
}
