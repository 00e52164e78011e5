import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { htmlOf, issuesOf } from '../../../tests/content/block-of.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 22, 12) }));
afterEach(() => void vi.useRealTimers());

const URL = 'url=https://www.legifrance.gouv.fr/codes?a=1&b=2';
const resource = (attributes: string, body = '') => `:::ressource{${attributes}}\n${body}\n:::\n`;

test('says whose it is, when it was read, and that it opens apart', () => {
  const html = htmlOf(resource(`${URL} titre="Les codes" auteur="L'État" consulte=2026-11-22`, 'À relire.'));
  expect(html).toContain(
    '<a href="https://www.legifrance.gouv.fr/codes?a=1&amp;b=2" target="_blank" rel="noopener">Les codes <span class="takeaway__kind">(nouvel onglet)</span></a>',
  );
  expect(html).toContain('L’État, consulté le 22\u00a0novembre 2026');
  expect(html).toContain('<p>À relire.</p>');
});

test.each([
  [resource('titre="T" consulte=2026-11-22'), '1 ressource/url'],
  [resource('url=http://www.legifrance.gouv.fr titre="T" consulte=2026-11-22'), '1 ressource/url'],
  [resource('url=www.legifrance.gouv.fr titre="T" consulte=2026-11-22'), '1 ressource/url'],
  [resource('url=javascript:alert(1) titre="T" consulte=2026-11-22'), '1 ressource/url'],
  [resource('url=https://qui@legifrance.gouv.fr titre="T" consulte=2026-11-22'), '1 ressource/url'],
  [resource('url=https://example.org/page titre="T" consulte=2026-11-22'), '1 ressource/url'],
  [resource(`${URL} consulte=2026-11-22`), '1 ressource/titre'],
  [resource(`${URL} titre="T"`), '1 ressource/consulte'],
  [resource(`${URL} titre="T" consulte=22/11/2026`), '1 ressource/consulte'],
  [resource(`${URL} titre="T" consulte=2026-02-30`), '1 ressource/consulte'],
  [resource(`${URL} titre="T" consulte=2026-11-23`), '1 ressource/consulte'],
])('%j is refused', (markdown, issue) => {
  expect(issuesOf(markdown)).toEqual([issue]);
});
