import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sentPage } from '../../packaging/docs.ts';
import { StandIn } from '../../src/preview/lms/stand-in.ts';
import { scorm12Sent } from '../../src/trackers/scorm12-sent.ts';
import { EVENTS, type SentEvent } from '../../src/trackers/sent.ts';
import { open } from './learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00') }));
afterEach(() => void vi.useRealTimers());

const listed = (event: SentEvent) => [...new Set(scorm12Sent[event].map(({ element }) => element))].sort();

test('the page given to the organisation says exactly what each event sends', async () => {
  const lms = new StandIn({ profile: 'strict', learner: { id: 'e', name: 'E' } });
  const sent = {} as Record<SentEvent, string[]>;
  const during = async (event: SentEvent, act: () => unknown) => {
    const from = lms.calls.length;
    await act();
    await vi.advanceTimersByTimeAsync(12_000);
    const elements = lms.calls
      .slice(from)
      .filter(({ method }) => method === 'LMSSetValue')
      .map(({ args }) => String(args[0]).replace(/\.\d+/g, '.n'));
    sent[event] = [...new Set(elements)].sort();
  };
  let learner!: Awaited<ReturnType<typeof open>>;
  await during('launch', async () => {
    learner = await open(lms);
  });
  await during('step', () => learner.visit('se-situer'));
  await during('answer', () => {
    learner.attempt.reach(1, 1, 1);
    learner.attempt.answer(1, learner.block('desaccord').number, [1], 3, 12);
  });
  await during('pass', () => {
    learner.visit('comprendre');
    learner.attempt.pass(1, learner.block('releve').number);
  });
  await during('rating', () => {
    learner.visit('se-situer');
    learner.attempt.answer(
      1,
      learner.block('depart').number,
      [
        {
          day: '2026-11-22',
          levels: new Map([
            [1, 1],
            [2, 1],
          ]),
        },
      ],
      0,
      20,
    );
  });
  await during('text', () => {
    learner.visit('prendre-du-recul');
    learner.write('ma-reunion', 0, 'Un texte privé.');
  });
  await during('share', () => {
    const { number } = learner.block('ma-reunion');
    learner.attempt.reach(1, 3, number);
    learner.attempt.share(1, number, { 1: 'Un texte partagé.' });
  });
  await during('quiz', () => {
    learner.visit('faire-le-point');
    learner.attempt.answer(1, learner.block('q-ouverture').number, [1], 0, 5);
    learner.attempt.answer(1, learner.block('q-trace').number, [2], 0, 5);
  });
  await during('module', () => {
    learner.attempt.reach(1, 4, 8);
    learner.write('ma-reunion', 1, 'La suite.');
  });
  await during('leave', () => {
    learner.visit('se-situer');
    learner.write('ma-reunion', 1, 'La suite, encore.');
    learner.attempt.leave();
  });
  for (const event of Object.keys(EVENTS) as SentEvent[]) {
    const unsaid = sent[event].filter((element) => !listed(event).includes(element));
    expect({ event, unsaid }).toEqual({ event, unsaid: [] });
    // a value already held is not sent again: the score's bounds and the objectives' ids go once
    const unseen = listed(event).filter(
      (element) =>
        !sent[event].includes(element) && !(event === 'quiz' && /score\.(min|max)$|objectives\.n\.id$/.test(element)),
    );
    expect({ event, unseen }).toEqual({ event, unseen: [] });
  }
  const answers = lms.calls.filter(({ args }) => /interactions|comments/.test(String(args[0])));
  expect(answers.some(({ args }) => /privé|suite/i.test(String(args[1])))).toBe(false);
});

test('the page is the one in docs/ (npm run docs)', () => {
  expect(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'ce-qui-est-envoye.md'), 'utf8')).toBe(sentPage());
});
