import { HEADER, type IssueCase, PAGE } from './issue-case.ts';

/** The day that ages are told from. */
export const TODAY = '2026-11-23';

interface Option {
  words: string;
  why: string;
}
const single = (id: string, right: Option, wrong: Option, attributes = '') =>
  `:::choix-unique{id=${id} ${attributes}}\nQuestion ${id} ?\n\n- [x] ${right.words}\n  > ${right.why}\n- [ ] ${wrong.words}\n  > ${wrong.why}\n:::\n`;
const option = (words: string): Option => ({ words, why: `Explication de ${words}.` });

const onPage = (body: string, ...said: readonly string[]): IssueCase => ({
  files: { [PAGE]: `${HEADER}${body}\n` },
  said: said.map((one) => `${PAGE}:${one}`),
});

const NOT_READ_AGAIN = `- id: FA-1
  statement: Une phrase vérifiée.
  source: Un texte
  read: 2020-01-01
  status: NR
`;

/**
 * What `npm run report` says of a course without error: each of these is among what is said (a course this small has
 * other faults).
 */
export const WARNING_CASES: readonly IssueCase[] = [
  // the right answer is always the first and the longest
  onPage(
    Array.from({ length: 6 }, (_, rank) =>
      single(`q${rank}`, option(`Une réponse bien trop longue ${rank}`), option(`Une courte ${rank}`)),
    ).join(''),
    '6 question/plus-longue',
    '6 question/position',
  ),
  // always the shortest, and where the other two cross
  onPage(
    Array.from(
      { length: 6 },
      (_, rank) =>
        `:::choix-unique{id=s${rank}}\nQuestion ${rank} ?\n\n- [ ] Prévenir la directrice aussitôt\n  > Un ${rank}.\n- [x] Prévenir la famille\n  > Deux ${rank}.\n- [ ] Attendre la famille encore\n  > Trois ${rank}.\n:::\n`,
    ).join(''),
    '6 question/plus-courte',
    '6 question/mots-communs',
  ),
  onPage(
    `${single('a', option('Un'), option('Deux'))}${single('b', { words: 'Trois', why: 'Explication de Un.' }, option('Quatre')).replace('Question b', 'Question a')}`,
    '14 question/enonce-double',
    '14 question/explication-reprise',
  ),
  onPage(':::reponse-courte{id=a}\nQui ?\n\n- [x] Caf\n:::', '6 question/sans-explication'),
  {
    files: {
      [PAGE]: `${HEADER}${single('a', option('Un'), option('Deux'), 'faits="FA-1"')}`,
      'facts/f.yaml': NOT_READ_AGAIN,
    },
    said: [`${PAGE}:6 question/fait-fragile`, 'facts/f.yaml:1 source/fait-ancien'],
  },
  onPage(':::ressource{url=https://www.caf.fr titre=Caf consulte=2020-01-01}\n:::', '6 source/ressource-ancienne'),
  onPage('La PMI passe.', '6 lisibilite/sigle'),
  onPage(`Une phrase ${'très '.repeat(40)}longue.`, '6 lisibilite/phrase-longue'),
  {
    files: { [PAGE]: `${HEADER.replace('10', '3')}Un mot.\n` },
    said: ['c/01-m/module.yaml:4 duree/module', 'c/01-m/module.yaml:4 duree/somme'],
  },
  { files: {}, said: ['c/01-m/module.yaml:5 question/competence-rare'] },
];
