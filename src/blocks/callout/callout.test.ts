import { expect, test } from 'vitest';
import { htmlOf, issuesOf } from '../../../tests/content/block-of.ts';

const example = (body: string) => `:::exemple{titre="Une lettre"}\n${body}\n:::\n`;

test('the numbered list of a worked example is its steps, each with its reason when it has one', () => {
  const html = htmlOf(
    example('Avant.\n\n1. Je *reformule*.\n   > Pour que\n   > chacune relise.\n2. Je date.\n\nAprès.'),
  );
  expect(html).toContain(
    '<ol class="worked"><li><p>Je <em>reformule</em>.</p>\n<div class="worked__why"><p class="lab">Pourquoi</p><p>Pour que\nchacune relise.</p>\n</div></li><li><p>Je date.</p>\n</li></ol>',
  );
  expect(html).toMatch(/<p>Avant\.<\/p>.*<ol.*<\/ol><p>Après\.<\/p>/s);
});

test('the other lists, and those of the other callouts, stay lists', () => {
  expect(htmlOf(example('- Un\n- Deux'))).toContain('<ul>\n<li>Un</li>');
  expect(htmlOf(':::retenir\n1. Un\n2. Deux\n:::\n')).toContain('<ol>\n<li>Un</li>');
});

test('what is wrong in a step is said at its line', () => {
  expect(issuesOf(example('1. Un\n   > Voir [ici](rien.md).\n2. Deux <b>fois</b>'))).toEqual([
    '3 lien/mort',
    '4 texte/html',
    '4 texte/html',
  ]);
});
