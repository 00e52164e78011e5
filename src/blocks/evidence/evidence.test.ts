import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { type Deposit, depositOf, type Evidence, KINDS, lacks, PART, shortHash } from './activity.ts';
import { evidenceType } from './authoring.ts';
import { fingerprint } from './fingerprint.ts';

const BODY = '### Un outil\n\nDéposez un outil.\n\n- Il est **de moi**.\n- Il est anonyme.';
const source = (body = BODY, attributes = '') => `:::preuve{id=outil${attributes}}\n${body}\n:::\n`;
const read = (attributes = '') => blockOf(source(BODY, attributes)) as unknown as Evidence;

test('a title, instructions, and criteria with their numbers', () => {
  expect(read()).toMatchObject({
    type: 'evidence',
    title: 'Un outil',
    prompt: '<p>Déposez un outil.</p>\n',
    required: false,
    criteria: [
      { number: 1, html: 'Il est <strong>de moi</strong>.' },
      { number: 2, html: 'Il est anonyme.' },
    ],
  });
});

test('it is asked for only when the author says so: a title and a content', () => {
  expect(evidenceType.task!(read())).toBeUndefined();
  expect(evidenceType.task!(read(' obligatoire'))).toEqual({
    kind: 'deposit',
    label: 'Preuve\u00a0: Un outil',
    parts: [PART.title, PART.content],
  });
});

test('« Mes données » names each of its parts', () => {
  expect(read().parts.map(({ number }) => number)).toEqual(Object.values(PART));
  expect(new Set(read().parts.map(({ label }) => label)).size).toBe(7);
});

const nine = Array.from({ length: 9 }, (_, rank) => `- Critère ${rank}.`).join('\n');

test.each([
  ['Consigne.\n\n- Un.', '1 preuve/title'],
  ['### Titre\n\n- Un.', '1 preuve/prompt'],
  ['### Titre\n\nConsigne.', '1 preuve/criteria'],
  [`### Titre\n\nConsigne.\n\n${nine}`, '1 preuve/criteria'],
  ['### Titre\n\nConsigne.\n\n- Un.\n-', '7 preuve/html'],
  ['### Titre\n\nConsigne.\n\n- Un.\n- Un.', '7 preuve/double'],
])('%j is refused: %s', (body, issue) => {
  expect(issuesOf(source(body))).toEqual([issue]);
});

const whole: Record<number, string> = {
  [PART.kind]: 'fichier',
  [PART.title]: 'Grille',
  [PART.content]: 'grille.docx',
  [PART.date]: '2026-11-20',
  [PART.hash]: 'ab'.repeat(32),
  [PART.why]: '',
  [PART.criteria]: '1 3',
};

test('parts say what is deposited; what they do not know is left out', () => {
  expect(depositOf(whole)).toEqual({
    kind: 'fichier',
    title: 'Grille',
    content: 'grille.docx',
    date: '2026-11-20',
    hash: 'ab'.repeat(32),
    why: '',
    criteria: [1, 3],
  });
  expect(depositOf({ [PART.kind]: 'photo', [PART.criteria]: 'x' })).toMatchObject({ kind: undefined, criteria: [] });
});

describe('a deposit counts once nothing is missing', () => {
  const given = (changed: Partial<Deposit>): Deposit => ({ ...depositOf(whole), ...changed });
  test.each([
    ['nothing', depositOf({}), ['kind', 'title']],
    ['a file', given({}), []],
    ['a file still being read', given({ hash: '' }), ['fichier']],
    ['no file', given({ content: '' }), ['fichier']],
    ['a blank title', given({ title: ' ' }), ['title']],
    ['a text', given({ kind: 'texte', content: 'Mardi.' }), []],
    ['a blank text', given({ kind: 'texte', content: '\n' }), ['texte']],
    ['a link', given({ kind: 'lien', content: ' https://exemple.fr/grille ' }), []],
    ['no link', given({ kind: 'lien', content: '' }), ['lien']],
    ['an address without https', given({ kind: 'lien', content: 'http://exemple.fr' }), ['address']],
    ['a script', given({ kind: 'lien', content: 'javascript:alert(1)' }), ['address']],
    ['some words', given({ kind: 'lien', content: 'ma grille' }), ['address']],
  ])('%s', (_, deposit, missing) => {
    expect(lacks(deposit)).toEqual(missing);
  });
  test('of each kind', () => {
    expect(KINDS.map((kind) => lacks(given({ kind, content: '' }))[0])).toEqual([...KINDS]);
  });
});

test.each([0, 3, 4 * 1024 * 1024 + 1])('the fingerprint of %i bytes is their SHA-256', async (size) => {
  const bytes = new Uint8Array(size).map((_, rank) => rank % 251);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(await fingerprint(new Blob([bytes]))).toBe(expected);
  expect(shortHash(expected)).toBe(
    `${expected.slice(0, 4)}\u00a0${expected.slice(4, 8)}\u00a0…\u00a0${expected.slice(-4)}`,
  );
});
