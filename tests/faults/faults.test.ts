import { expect, test } from 'vitest';
import { search } from './schedules.ts';

/** 500 in `npm test`, the same each time; `npm run test:faults` looks for others. */
const RUNS = Number(process.env.FAULT_RUNS ?? 500);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_122);

test.each(['strict', 'moodle'] as const)(
  `%s: no word is lost, nothing is counted twice, no score falls, in ${RUNS} schedules (seed ${SEED})`,
  async (profile) => {
    expect(await search(profile, RUNS, SEED)).toBeUndefined();
  },
  3_600_000,
);

test.each(['mirror-dropped', 'true-trusted', 'purged-too-early'] as const)(
  'the planted mistake « %s » is found in fewer than 500 schedules',
  async (planted) => {
    const found = (await search('moodle', 500, SEED, planted)) ?? (await search('strict', 500, SEED, planted));
    expect(found).toContain('lost');
  },
  600_000,
);
