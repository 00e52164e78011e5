// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { AnonymisePanel, type TextAnonymisedEvent } from './anonymise-panel.ts';

let panel: AnonymisePanel;
let given: string[];

async function open(text: string, learner = '') {
  document.body.replaceChildren();
  given = [];
  panel = new AnonymisePanel();
  Object.assign(panel, { text, learner });
  panel.addEventListener('text-anonymised', (event) => given.push((event as TextAnonymisedEvent).text));
  document.body.append(panel);
  await panel.updateComplete;
}
const text = () => panel.textContent?.replace(/[ \n]+/g, ' ') ?? '';
const field = () => panel.querySelector<HTMLInputElement>('input')!;
async function replace(by?: string) {
  if (by !== undefined) field().value = by;
  panel.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await panel.updateComplete;
}
async function keep() {
  [...panel.querySelectorAll('button')].at(-1)!.click();
  await panel.updateComplete;
}

beforeEach(() => open('Mardi, Lina pleure. Karim console Lina.\nFin.'));

test('findings come one by one, each with a suggestion that can be changed', async () => {
  expect(text()).toContain('Avant de partager, un prénom à vérifier\u00a0: «\u00a0Lina\u00a0».');
  expect(text()).toContain('1 sur 2');
  expect(field().value).toBe('[prénom]');
  await replace('une enfant');
  expect(given).toEqual(['Mardi, une enfant pleure. Karim console une enfant.\nFin.']);
  expect(text()).toContain('Karim');
  expect(field().value).toBe('[prénom]');
  await replace();
  expect(given.at(-1)).toBe('Mardi, une enfant pleure. [prénom] console une enfant.\nFin.');
  expect(text()).toContain('Relisez tout de même');
});

test('what names nobody is left, and not asked about again when the text changes', async () => {
  await keep();
  expect(given).toEqual([]);
  expect(text()).toContain('Karim');
  panel.text = `${panel.text} Lina rit.`;
  await panel.updateComplete;
  expect(text()).toContain('«\u00a0Karim\u00a0»');
  await keep();
  expect(panel.querySelector('form')).toBeNull();
});

test('a name that the learner writes in its place is not asked about', async () => {
  await replace('Zoé');
  expect(given).toEqual(['Mardi, Zoé pleure. Karim console Zoé.\nFin.']);
  await keep();
  expect(panel.querySelector('form')).toBeNull();
});

test('the focus goes on to what comes next, and to the last word', async () => {
  panel.querySelector('button')!.focus();
  await keep();
  expect(document.activeElement).toBe(panel.querySelector('form'));
  await keep();
  await panel.updateComplete;
  expect(document.activeElement).toBe(panel.querySelector('.note'));
});

test('a date is no person: it may be left as it is', async () => {
  await open('Le 12 mars 2019.');
  expect(text()).toContain('Laisser tel quel');
  expect(text()).not.toContain('Ce n’est pas une personne');
});

test('nothing found is no proof', async () => {
  await open('Les enfants ont joué.');
  expect(text().trim()).toBe(
    'Aucun nom repéré. Relisez tout de même\u00a0: un détail peut suffire à reconnaître quelqu’un.',
  );
});

test('the learner’s own name is looked for', async () => {
  await open('Relu par Dupuis.', 'Dupuis, Maëlys');
  expect(text()).toContain('votre nom à vérifier');
});
