import { type Issue, quoted } from '../../src/content/issue.ts';
import { termId } from '../../src/content/terms.ts';
import type { WrittenModule } from './course-pages.ts';
import { directivesOf, type PageSource } from './page-walk.ts';
import { type Passage, passagesOf } from './passages.ts';

/** Two to six capitals standing alone; a code such as `PE-M1.a` is none. */
const ACRONYM = /(?<![\p{L}\d.-])(\p{Lu}{2,6})(?![\p{L}\d-]|\.\d)/gu;
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
/** Small words that an acronym passes over. */
const SMALL = new Set('à au aux d de des du en et l la le les ou par pour sur'.split(' '));

/** The acronyms of a module that neither its pages nor its glossary spell out, at their first use. */
export function acronymWarnings({ pages }: WrittenModule): Issue[] {
  const passages = pages.flatMap(passagesOf);
  const first = new Map<string, Passage>();
  for (const passage of passages)
    for (const [, acronym = ''] of passage.text.matchAll(ACRONYM))
      if (!ROMAN.test(acronym) && !first.has(acronym)) first.set(acronym, passage);
  const glossary = pages.flatMap(glossaryIds);
  return [...first].flatMap(([acronym, { file, line, text }]) => {
    if (glossary.some((id) => id.split('-').includes(acronym.toLowerCase()))) return [];
    if (passages.some((passage) => spellsOut(passage.text, acronym))) return [];
    const before = text.slice(0, text.search(new RegExp(`(?<![\\p{L}])${acronym}`, 'u')));
    return [
      {
        file,
        line: line + before.split('\n').length - 1,
        code: 'lisibilite/sigle',
        message: `le sigle ${quoted(acronym)} n’est expliqué nulle part dans ce module`,
        hint: `Écrivez-le en entier la première fois, ${quoted(`… (${acronym})`)}, ou ajoutez-le au glossaire du module.`,
      },
    ];
  });
}

/** Ids of the terms that the glossaries of a page define: `- **PMI** : …`. */
const glossaryIds = (page: PageSource) =>
  directivesOf(page)
    .filter(({ name }) => name === 'glossaire')
    .flatMap(({ body }) => [...body.matchAll(/^\s*[-*+]\s+\*\*([^*]+)\*\*/gm)].map(([, words = '']) => termId(words)));

/**
 * « protection maternelle et infantile (PMI) », « convention territoriale globale, la CTG », « PMI (protection
 * maternelle et infantile) »: the initials of the words around it are its letters. `Caf` stands for `CAF`.
 */
export function spellsOut(text: string, acronym: string): boolean {
  const pattern = new RegExp(`(?<![\\p{L}\\d-])${acronym}(?![\\p{L}\\d-])`, 'giu');
  const letters = [...plain(acronym)];
  return [...text.matchAll(pattern)].some(({ index }) => {
    const before = wordsIn(text.slice(Math.max(0, index - 200), index));
    const after = text.slice(index + acronym.length);
    return (
      initialsMatch(before.reverse(), letters.toReversed()) ||
      (/^[\s\u00a0\u202f]*[(,:=]/u.test(after) && initialsMatch(wordsIn(after.slice(0, 200)), letters))
    );
  });
}

/** Lower case, without accents: what initials are compared by. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string) => plain(text).match(/[\p{L}\d]+/gu) ?? [];

/** Each letter begins one of the words, from the nearest on; only small words stand between. */
function initialsMatch([word, ...words]: readonly string[], letters: readonly string[]): boolean {
  const [letter, ...rest] = letters;
  if (letter === undefined) return true;
  if (word === undefined) return false;
  return (word.startsWith(letter) && initialsMatch(words, rest)) || (SMALL.has(word) && initialsMatch(words, letters));
}
