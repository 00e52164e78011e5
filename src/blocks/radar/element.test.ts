// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { BlockContext } from '../../ui/block-element.ts';
import { PositioningRadar } from './element.ts';

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'];
let fails: boolean;
let element: PositioningRadar;
const text = () => element.textContent?.replace(/[ \n]+/g, ' ') ?? '';

/** `times`: what each module's positioning says, by day. */
async function draw(count: number, ...times: { day: string; level: number }[]) {
  const items = CODES.slice(0, count).map((code, rank) => ({ number: rank + 1, code, title: '', indicators: [] }));
  const modules = times.map((_, rank) => ({ number: rank + 1, pages: [{ number: 1 }] }));
  const answers = { 5: { code: [], attempts: 1 } };
  document.body.replaceChildren();
  element = new PositioningRadar();
  element.block = { type: 'radar', title: 'Votre positionnement', intro: '', number: 9 } as never;
  element.context = {
    course: {
      module: 1,
      outline: {
        modules: modules.length > 0 ? modules : [{ number: 1, pages: [{ number: 1 }] }],
        competencies: CODES.map((id) => ({ id, title: `Compétence ${id}` })),
      },
      record: { modules: Object.fromEntries(modules.map(({ number }) => [number, { answers }])) },
      open: async (number: number) => {
        if (fails) throw new Error('offline');
        const block = { type: 'positioning', number: 5, items, day: times[number - 1] };
        return { module: number, pages: { 1: { html: '', blocks: times.length > 0 ? [block] : [] } } };
      },
      type: () => ({
        decode: (_: unknown, { day: { day, level } }: { day: { day: string; level: number } }) => [
          { day, levels: new Map(items.map(({ number }) => [number, level])) },
        ],
      }),
    },
  } as unknown as BlockContext;
  document.body.append(element);
  await new Promise((done) => setTimeout(done));
  await element.updateComplete;
}

beforeEach(() => {
  fails = false;
});
const [autumn, winter] = [
  { day: '2026-10-03', level: 1 },
  { day: '2026-12-04', level: 3 },
];

test('before any positioning it says so', async () => {
  await draw(0);
  expect(text()).toContain('Aucun positionnement pour l’instant.');
});

test('one time is one series, with its numbers in a table', async () => {
  await draw(3, autumn);
  expect(element.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toBe('Positionnement sur 3 compétences');
  expect(element.querySelectorAll('rect, circle')).toHaveLength(3);
  expect(text()).toContain('1 · Je découvre, le 3 octobre 2026');
});

test('two modules give a first and a latest time', async () => {
  await draw(4, autumn, winter);
  expect(element.querySelectorAll('.radar circle')).toHaveLength(4);
  expect(element.querySelectorAll('.radar rect')).toHaveLength(4);
  expect([...element.querySelectorAll('thead th')].map((cell) => cell.textContent)).toEqual([
    'Compétence',
    'Première fois',
    'Dernière fois',
  ]);
});

test.each([1, 2])('%i axes make no radar: a list says the change in words', async (count) => {
  await draw(count, autumn, winter);
  expect(element.querySelector('.radar')).toBeNull();
  expect(text()).toContain('(monté de 1 à 3)');
});

test('more than twelve axes are a table', async () => {
  await draw(13, autumn);
  expect(element.querySelector('.radar')).toBeNull();
  expect(element.querySelectorAll('tbody tr')).toHaveLength(13);
});

test('when a module cannot be read it is said, and asked for again', async () => {
  fails = true;
  await draw(3, autumn);
  expect(text()).toContain('n’ont pas pu être rassemblés');
  fails = false;
  element.querySelector('button')!.click();
  await new Promise((done) => setTimeout(done));
  await element.updateComplete;
  expect(element.querySelector('.radar')).not.toBeNull();
});
