import { expect, test } from 'vitest';
import { htmlOf, issuesOf } from '../../../tests/content/block-of.ts';

const MEDIA = { 'paliers.svg': `${import.meta.dirname}/paliers-communes.svg`, 'plan.pdf': import.meta.filename };
const image = (attributes: string, body = '') => `:::image{${attributes}}\n${body}\n:::\n`;

test('draws the image at its size, its caption, and folds the long description', () => {
  const html = htmlOf(
    image('source=media/paliers.svg alt="Trois marches" legende="Les *paliers*"', 'Une table :\n\n- un\n- deux'),
    MEDIA,
  );
  expect(html).toContain(
    '<img src="media/m1/paliers.svg" alt="Trois marches" width="800" height="420" loading="lazy" decoding="async">',
  );
  expect(html).toContain('<figcaption>Les <em>paliers</em></figcaption>');
  expect(html).toMatch(/<details><summary>Description de l’image<\/summary>.*Une table\u00a0:.*<li>un<\/li>/s);
});

test('a decorative image has an empty alternative and nothing else', () => {
  const html = htmlOf(image('source=media/paliers.svg decoratif'), MEDIA);
  expect(html).toContain('alt=""');
  expect(html).not.toMatch(/figcaption|details/);
});

test.each([
  [image('alt="Trois marches"'), ['1 image/source']],
  [image('source=media/palier.svg alt="Trois marches"'), ['1 media/absent']],
  [image('source=media/plan.pdf alt="Un plan"'), ['1 image/format']],
  [image('source=media/paliers.svg'), ['1 image/alternative']],
  [image('source=media/paliers.svg alt=""'), ['1 image/alternative']],
  [image(`source=media/paliers.svg alt="${'a'.repeat(301)}"`), ['1 image/alternative-longue']],
  [image('source=media/paliers.svg decoratif alt="Trois marches"'), ['1 image/decoratif']],
  [image('source=media/paliers.svg decoratif', 'Une description.'), ['1 image/decoratif']],
])('%j is refused', (markdown, issues) => {
  expect(issuesOf(markdown, MEDIA)).toEqual(issues);
});
