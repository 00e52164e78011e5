import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FAULTS, type Planted, type Standard, type Step, World } from './world.ts';

/** 250 in `npm test`, the same each time; `npm run test:faults` looks for others. */
const RUNS = Math.ceil(Number(process.env.FAULT_RUNS ?? 500) / 2);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_122);

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());

const device = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), wait: fc.constantFrom(100, 1_500, 4_000) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      question: fc.constantFrom('desaccord' as const, 'releve' as const),
      option: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('finish' as const), right: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'retake' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.constantFrom(500, 2_500, 11_000, 70_000) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(...(Object.keys(FAULTS) as (keyof typeof FAULTS)[])),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'hide' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'elsewhere' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), device }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), device }) },
);

async function play(standard: Standard, steps: readonly Step[], planted?: Planted): Promise<string[]> {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
  try {
    const world = new World(standard, planted);
    await world.start();
    for (const one of steps) await world.run(one);
    await world.finish();
    return world.broken;
  } finally {
    vi.useRealTimers();
  }
}

/** Undefined when no schedule of `runs` breaks a promise; else the shortest one found, in words. */
async function search(standard: Standard, runs: number, planted?: Planted): Promise<string | undefined> {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 18 }), async (steps) => {
    const broken = await play(standard, steps, planted);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  });
  const result = await fc.check(property, { numRuns: runs, seed: SEED, ...(planted && { endOnFailure: true }) });
  if (!result.failed) return undefined;
  const [steps] = result.counterexample ?? [[]];
  const said = steps.map((one, rank) => `  ${rank + 1}. ${Object.values(one).join(' ')}`).join('\n');
  return `seed ${SEED}, after ${result.numRuns} schedules:\n${said}\n${result.errorInstance}`;
}

test.each(['cmi5', 'xapi'] as const)(
  `%s: nothing is lost, nothing is told twice, no score falls, the end comes last, in ${RUNS} schedules (seed ${SEED})`,
  async (standard) => {
    expect(await search(standard, RUNS)).toBeUndefined();
  },
  1_800_000,
);

test.each(['outbox-dropped', 'state-not-merged'] as const)(
  'the planted mistake « %s » is found in fewer than 500 schedules',
  async (planted) => {
    expect(await search('xapi', 500, planted)).toMatch(/lost|told/);
  },
  600_000,
);
