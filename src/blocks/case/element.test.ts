// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { blockOf } from '../../../tests/content/block-of.ts';
import { pathTo } from '../../player/sample-answers.ts';
import { AnswerEvent, type BlockContext, SayEvent } from '../../ui/block-element.ts';
import { type CaseResponse, type CaseStudy, caseStudy } from './activity.ts';
import type { CaseStudyBlock } from './element.ts';
import './element.ts';

const fixture = readFileSync(join(import.meta.dirname, '../../../tests/fixtures/cas-douze-noeuds.md'), 'utf8');
// the small course of the tests has neither these competencies nor these facts
const block = blockOf(fixture.replace(/ competences="[^"]*" faits="[^"]*"/, '')) as CaseStudy;
const node = (id: string) => block.nodes.find((one) => one.id === id)!;

let element: CaseStudyBlock;
let code: readonly number[] | undefined;
let said: string[];
/** Answers given, with whether each is whole. */
let given: { response: CaseResponse; whole: boolean }[];

function show(readOnly = false): void {
  const context = { response: () => code && caseStudy.decode(code, block), readOnly, module: { answers: {} } };
  Object.assign(element, { block, context: context as unknown as BlockContext });
}

async function open(readOnly = false): Promise<void> {
  element = document.createElement('case-study') as CaseStudyBlock;
  document.body.replaceChildren(element);
  element.addEventListener(AnswerEvent.type, (event) => {
    const response = (event as AnswerEvent).response as CaseResponse;
    given.push({ response, whole: caseStudy.complete(block, response) });
    code = caseStudy.encode(response);
    show();
  });
  element.addEventListener(SayEvent.type, (event) => said.push((event as SayEvent).words));
  show(readOnly);
  await element.updateComplete;
}

beforeEach(async () => {
  [code, said, given] = [undefined, [], []];
  await open();
});

const settled = async () => {
  await element.updateComplete;
  await new Promise((done) => setTimeout(done));
};
const buttons = () => [...element.querySelectorAll('button')].filter((one) => !one.closest('[hidden]'));
async function press(words: string): Promise<void> {
  const button = buttons().find((one) => one.textContent?.includes(words));
  if (!button) throw new Error(`No button "${words}" among ${buttons().map((one) => one.textContent)}`);
  button.click();
  await settled();
}
async function choose(...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    element.querySelector<HTMLInputElement>(`input[value="${number}"]`)?.click();
    element.querySelector<HTMLButtonElement>('form button')!.click();
    await settled();
    if (!element.querySelector('form')) await press('Continuer').catch(() => undefined);
  }
}
const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
const focused = () => document.activeElement?.textContent?.trim();

test('a node is shown, then the consequence of the choice, then the next node, each with the focus', async () => {
  expect(text()).toContain('Mardi 8 septembre');
  expect(document.activeElement).toBe(document.body);
  element.querySelector<HTMLInputElement>('.tiles input')!.click();
  element.querySelector<HTMLButtonElement>('form button')!.click();
  await settled();
  expect(focused()).toBe('Conséquence');
  expect(text()).toContain('il a entendu un accord');
  expect(text()).not.toContain('Lundi 14 septembre');
  await press('Continuer');
  expect(focused()).toBe('Étape 2');
  expect(text()).toContain('Lundi 14 septembre');
  expect(element.querySelector('input:checked')).toBeNull();
  expect(said).toEqual(['Conséquence', 'Étape 2']);
});

test('nothing chosen is said, and nothing is answered', async () => {
  await press('Choisir');
  expect(given).toEqual([]);
  expect(element.querySelector('.err')?.textContent).toContain('Choisissez une conduite');
  expect(element.querySelector('fieldset')?.getAttribute('aria-describedby')).toBe(element.querySelector('.err')?.id);
  expect(document.activeElement).toBe(element.querySelector('.tiles input'));
});

test('a passage is a button of its own words', async () => {
  await choose(...pathTo(block, node('attente').number));
  expect(element.querySelectorAll('input')).toHaveLength(0);
  await press('Continuer');
  expect(text()).toContain('Jeudi 8 octobre');
  await press('Revenir au choix précédent');
  expect(text()).toContain('Le Dr Anne Roussillange');
});

for (const { id, number } of block.nodes.filter(({ end }) => end))
  test(`${id} is reached from the start, and again by stepping back from it`, async () => {
    await choose(...pathTo(block, number));
    expect(focused()).toBe('Fin de ce chemin');
    expect(said.at(-1)).toBe('Fin de ce chemin. 1 fin découverte sur 4.');
    expect(element.querySelectorAll('form')).toHaveLength(0);
    expect(given.map(({ whole }) => whole)).toEqual(given.map((_, rank) => rank === given.length - 1));
    await press('Revenir au choix précédent');
    expect(given.at(-1)!.whole).toBe(false);
    await choose(pathTo(block, number).at(-1)!);
    expect(focused()).toBe('Fin de ce chemin');
    await press('Recommencer depuis le début');
    expect(text()).toContain('Mardi 8 septembre');
    await choose(...pathTo(block, number));
    expect(text()).toContain('1 fin découverte sur 4');
  });

test('from one end, each of the others is explored; what was found and the first path stay', async () => {
  const ends = block.nodes.filter(({ end }) => end);
  await choose(...pathTo(block, ends[0]!.number));
  expect(element.querySelectorAll('.tag')).toHaveLength(4);
  for (const end of ends.slice(1)) {
    await press('Reprendre à l’étape 1');
    await choose(...pathTo(block, end.number));
  }
  expect(text()).toContain('4 fins découvertes sur 4');
  expect(given.at(-1)!.response.first).toEqual(pathTo(block, ends[0]!.number));
  expect(text()).toContain('Votre premier chemin');
  expect(text()).toContain('Un chemin conseillé passait par');
});

test('another opening comes back to the same node, or to the same end', async () => {
  await choose(...pathTo(block, node('complet').number));
  await open();
  expect(text()).toContain('Mardi 27 octobre, le dossier est complet');
  await choose(...pathTo(block, node('avis-motive').number, node('complet').number));
  await open();
  expect(text()).toContain('Débriefing');
  expect(document.activeElement).toBe(document.body);
});

test('where nothing may be changed, nothing can be pressed', async () => {
  await choose(...pathTo(block, node('complet').number));
  await open(true);
  expect(buttons()).toEqual([]);
  expect(element.querySelector('fieldset')!.disabled).toBe(true);
});
