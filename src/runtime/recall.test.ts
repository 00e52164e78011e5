import { expect, test } from 'vitest';
import type { CourseOutline } from '../model/course.ts';
import { itemKey, monthAfter, plannedRecalls, recallOrder } from './recall.ts';
import { type AnswerRecord, emptyModule, emptyRecord, type LearnerRecord } from './record.ts';

const answer = (correct: boolean, certainty: 0 | 1 | 2 | 3, first?: AnswerRecord['first']): AnswerRecord => ({
  code: [1],
  attempts: first ? 2 : 1,
  certainty,
  correct,
  passed: false,
  ...(first && { first }),
});
const record: LearnerRecord = {
  ...emptyRecord,
  modules: {
    1: {
      ...emptyModule,
      answers: {
        1: answer(true, 3),
        2: answer(false, 1),
        3: answer(true, 2, { code: [2], correct: false, certainty: 3 }),
        4: answer(true, 1),
        5: { attempts: 0, certainty: 0, correct: false, passed: true },
        7: answer(false, 2),
      },
    },
  },
};
const items = [1, 2, 3, 4, 5, 6, 7].map((block) => ({ module: 1, block }));

test('an error made with certainty comes back first, even corrected since; what is known and sure comes last', () => {
  const order = recallOrder(items, record, new Map()).map(({ block }) => block);
  expect(order.slice(0, 2)).toEqual([3, 7]);
  expect([...order.slice(2, 4)].sort()).toEqual([2, 5]);
  expect(order.slice(4)).toEqual([4, 1]);
});

test('what was missed at the last recall comes before all, what came back then waits', () => {
  const recalled = new Map([
    [itemKey({ module: 1, block: 3 }), true],
    [itemKey({ module: 1, block: 1 }), false],
  ]);
  const order = recallOrder(items, record, recalled).map(({ block }) => block);
  expect(order[0]).toBe(1);
  expect(order.at(-1)).toBe(3);
});

test.each([
  ['2026-11-22', '2026-12-22'],
  ['2026-12-05', '2027-01-05'],
  ['2027-01-31', '2027-02-28'],
])('a month after %s is %s', (day, later) => expect(monthAfter(day)).toBe(later));

test('recalls are planned at the next modules, a month after this one, and before the jury, until they are done', () => {
  const module = (number: number, ...recalls: { block: number; when: 'module' | 'month' | 'jury' }[]) => ({
    id: `m${number}`,
    number,
    pages: [{ id: 'p', number: 1 }],
    recalls: recalls.map((one) => ({ ...one, page: 1 })),
  });
  const course = {
    modules: [
      module(1, { block: 1, when: 'module' }, { block: 2, when: 'month' }),
      module(2, { block: 1, when: 'module' }, { block: 2, when: 'month' }),
      module(3, { block: 1, when: 'jury' }),
    ],
  } as unknown as CourseOutline;
  const finished = { ...emptyRecord, modules: { 1: { ...emptyModule, finishedOn: '2026-11-22' } } };
  expect(plannedRecalls(course, 1, finished)).toEqual([
    { when: 'month', rank: 1, href: '#/m1/p/2', from: '2026-12-22' },
    { when: 'module', rank: 2, href: '#/m2/p/1' },
    { when: 'jury', rank: 3, href: '#/m3/p/1' },
  ]);
  const done = {
    ...finished,
    modules: { ...finished.modules, 2: { ...emptyModule, answers: { 1: answer(true, 0) } } },
  };
  expect(plannedRecalls(course, 1, done).map(({ when }) => when)).toEqual(['month', 'jury']);
});
