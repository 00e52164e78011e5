import { expect, test } from 'vitest';
import { htmlOf } from '../../tests/content/block-of.ts';

test('a cell that heads a column says so; an empty corner heads nothing', () => {
  const html = htmlOf('| | Coût |\n| --- | ---: |\n| Lits | 58 900 |\n');
  expect(html).toContain('<thead><tr><td></td><th scope="col" class="num">Coût</th></tr></thead>');
});
