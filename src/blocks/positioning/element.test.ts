// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { Positioning, PositioningResponse } from '../../model/positioning.ts';
import type { AnswerEvent, BlockContext } from '../../ui/block-element.ts';
import { SelfPositioning } from './element.ts';

const block: Positioning = {
  type: 'positioning',
  id: 'depart',
  number: 2,
  scormId: 'M1_P01_depart_2',
  competencies: [],
  title: 'Où en êtes-vous ?',
  prompt: '',
  required: true,
  items: [
    { number: 1, code: 'PE-M1.a', title: 'Identifier', indicators: [] },
    { number: 3, code: 'PE-M1.c', title: 'Cerner', indicators: [] },
  ],
};
let element: SelfPositioning;
let history: PositioningResponse | undefined;
let today: string;

const give = () => {
  element.context = { response: () => history, readOnly: false, course: { today } } as unknown as BlockContext;
};
beforeEach(async () => {
  document.body.replaceChildren();
  history = undefined;
  today = '2026-10-03';
  element = new SelfPositioning();
  element.block = block;
  element.addEventListener('activity-answer', (event) => {
    history = (event as AnswerEvent).response as PositioningResponse;
    give();
  });
  give();
  document.body.append(element);
  await element.updateComplete;
});

const text = () => element.textContent?.replace(/[ \n]+/g, ' ') ?? '';
async function answer(...levels: number[]) {
  block.items.forEach(({ number }, rank) => {
    element.querySelector<HTMLInputElement>(`[name="level-${number}"][value="${levels[rank]}"]`)!.checked = true;
  });
  element.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await element.updateComplete;
}
async function edit() {
  element.querySelector<HTMLElement>('button')!.click();
  await element.updateComplete;
}

test('a first time is kept with its day; the same day it is corrected where it stands', async () => {
  await answer(1, 2);
  expect(history).toHaveLength(1);
  expect(text()).toContain('Le 3 octobre 2026.');
  await edit();
  expect(element.querySelectorAll(':checked')).toHaveLength(2);
  await answer(1, 3);
  expect(history).toEqual([
    {
      day: '2026-10-03',
      levels: new Map([
        [1, 1],
        [3, 3],
      ]),
    },
  ]);
});

test('another day begins with nothing chosen, then says what changed in words', async () => {
  await answer(1, 3);
  today = '2026-11-22';
  give();
  await element.updateComplete;
  await edit();
  expect(element.querySelectorAll(':checked')).toHaveLength(0);
  expect(text()).not.toContain('monté');
  await answer(3, 3);
  expect(history?.map(({ day }) => day)).toEqual(['2026-10-03', '2026-11-22']);
  expect(text()).toContain('Le 22 novembre 2026, comparé au 3 octobre 2026.');
  expect(text()).toContain('monté de 1 à 3 (avant\u00a0: Je découvre)');
  expect(text()).toContain('inchangé');
});

test('a new time may be given up: what was said stays', async () => {
  await answer(1, 3);
  today = '2026-11-22';
  give();
  await edit();
  [...element.querySelectorAll('button')].at(-1)!.click();
  await element.updateComplete;
  expect(history).toHaveLength(1);
  expect(element.querySelector('form')).toBeNull();
});
