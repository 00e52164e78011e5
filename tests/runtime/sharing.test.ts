import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { entryMeta } from '../../src/model/entry.ts';
import { StandIn } from '../../src/preview/lms/stand-in.ts';
import { moduleOf } from '../../src/runtime/record.ts';
import { MemoryDevice, open } from './learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00') }));
afterEach(() => void vi.useRealTimers());

const lms = (profile: 'strict' | 'moodle') => new StandIn({ profile, learner: { id: 'e', name: 'E' } });
const wait = (milliseconds = 12_000) => vi.advanceTimersByTimeAsync(milliseconds);
const SECRET = 'Mercredi, Inès a pleuré dans le bureau 😀.';
const entry = async (standIn: StandIn, device = new MemoryDevice()) => {
  const learner = await open(standIn, device);
  const { number } = learner.block('ma-reunion');
  return { ...learner, number, text: () => moduleOf(learner.attempt.record, 1).texts[number] };
};
/** All that the LMS was told, the learner's own state aside. */
const told = (standIn: StandIn) =>
  standIn.calls
    .filter(({ method, args }) => method === 'LMSSetValue' && args[0] !== 'cmi.suspend_data')
    .map(({ args }) => `${args[0]}=${args[1]}`);

test('a private entry leaves no byte, no length and no date outside of the learner’s own state', async () => {
  const [quiet, written] = [lms('strict'), lms('strict')];
  for (const [standIn, text] of [
    [quiet, ''],
    [written, SECRET],
  ] as const) {
    const { write, visit, attempt } = await entry(standIn);
    visit('prendre-du-recul');
    await wait();
    if (text) write('ma-reunion', 0, text);
    if (text) write('ma-reunion', 1, `${text} ${text}`);
    await wait();
    attempt.hide();
    attempt.leave();
  }
  const parts = ['Mercredi', 'Inès', 'pleuré', 'bureau'];
  expect(told(written).filter((line) => parts.some((part) => line.includes(part)))).toEqual([]);
  // word for word what a learner who wrote nothing sends: but for how often the session's time is told
  const distinct = (standIn: StandIn) => [
    ...new Set(told(standIn).map((line) => line.replace(/^(cmi\.core\.session_time)=.*/, '$1'))),
  ];
  expect(distinct(written)).toEqual(distinct(quiet));
  expect(written.stored.interactions).toEqual([]);
});

test('a shared entry is one interaction, rewritten at each share, taken back when asked', async () => {
  const standIn = lms('moodle');
  const { attempt, number, write } = await entry(standIn);
  write('ma-reunion', 0, SECRET);
  await wait();
  expect(standIn.stored.interactions).toEqual([]);
  attempt.share(1, number, { 1: 'Mercredi, [prénom] a pleuré.' });
  await wait();
  write('ma-reunion', 0, `${SECRET} Puis nous avons parlé.`);
  await wait();
  const line = () =>
    standIn.stored.interactions.map(({ id, type, response, result }) => `${id} ${type} ${response} ${result}`);
  expect(line()).toEqual([
    'M1_J01_ma_reunion_4 fill-in Ce qui s’est passé\u00a0: Mercredi, [prénom] a pleuré. neutral',
  ]);
  attempt.share(1, number, { 1: 'Mercredi, une collègue a pleuré. Puis nous avons parlé.', 2: 'Écouter d’abord.' });
  await wait();
  expect(line()).toHaveLength(1);
  expect(line()[0]).toContain('une collègue a pleuré. Puis nous avons parlé. Ce que je ferai');
  expect(JSON.stringify(standIn.stored.interactions)).not.toContain('Inès');
  attempt.share(1, number);
  await wait();
  expect(line()).toEqual(['M1_J01_ma_reunion_4 fill-in Partage retiré par la personne. neutral']);
});

test('where a platform takes 255 signes, a shared entry is cut with a mark, and whole where it takes more', async () => {
  const long = 'Une phrase de plus. '.repeat(60).trim();
  for (const [profile, length] of [
    ['strict', 255],
    ['moodle', long.length + 'Ce qui s’est passé : '.length],
  ] as const) {
    const standIn = lms(profile);
    const { attempt, number, write } = await entry(standIn);
    write('ma-reunion', 0, long);
    attempt.share(1, number, { 1: long });
    await wait();
    const [{ response } = { response: '' }] = standIn.stored.interactions;
    expect(response).toHaveLength(length);
    expect(response.endsWith('…')).toBe(profile === 'strict');
    expect(attempt.saving.kind).toBe('saved');
  }
});

test('what a platform missed of a share is told again at the next launch', async () => {
  const standIn = lms('moodle');
  const device = new MemoryDevice();
  const first = await entry(standIn, device);
  first.write('ma-reunion', 0, SECRET);
  await wait();
  standIn.fault = 'offline';
  first.attempt.share(1, first.number, { 1: 'Copie partagée.' });
  await wait(1_000);
  standIn.kill();
  standIn.fault = 'none';
  const next = standIn.relaunch();
  const again = await open(next, device);
  await wait();
  expect(next.stored.interactions.map(({ response }) => response)).toEqual([
    'Ce qui s’est passé\u00a0: Copie partagée.',
  ]);
  expect(entryMeta(moduleOf(again.attempt.record, 1).texts[first.number]?.parts).shared).toBe(true);
});

describe('versions of an entry', () => {
  test('one per sitting is kept, the last three and those that were shared', async () => {
    const { attempt, number, write } = await entry(lms('moodle'));
    for (let sitting = 1; sitting <= 6; sitting += 1) {
      write('ma-reunion', 0, `Version ${sitting}, début`);
      await wait(60_000);
      write('ma-reunion', 0, `Version ${sitting}`);
      if (sitting === 1) attempt.share(1, number, { 1: 'Version partagée' });
      await wait(3_600_000);
    }
    const kept = moduleOf(attempt.record, 1).versions[number]!;
    expect(kept.map(({ parts, shared }) => `${parts[1]} ${shared !== undefined}`)).toEqual([
      'Version 5 false',
      'Version 4 false',
      'Version 3 false',
      'Version partagée true',
    ]);
    attempt.takeBack({ module: 1, block: number }, kept[1]!.at);
    expect(moduleOf(attempt.record, 1).texts[number]?.parts[1]).toBe('Version 4');
    expect(moduleOf(attempt.record, 1).versions[number]?.[0]?.parts[1]).toBe('Version 6');
  });

  test('hiding a text drops the versions that stand in clear, those shared aside', async () => {
    const { attempt, number, write } = await entry(lms('moodle'));
    write('ma-reunion', 0, SECRET);
    await wait(3_600_000);
    write('ma-reunion', 0, `${SECRET} Plus tard.`);
    attempt.share(1, number, { 1: 'Copie partagée.' });
    attempt.seal(1, number, { 0: 'code=AAAA', 1: 'code1:xyz' });
    const { texts, versions } = moduleOf(attempt.record, 1);
    expect(JSON.stringify([texts, versions])).not.toContain('Inès');
    expect(versions[number]?.map(({ parts }) => parts[1])).toEqual(['Copie partagée.']);
  });
});
