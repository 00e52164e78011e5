import fc from 'fast-check';
import { vi } from 'vitest';
import { type Planted, type Profile, type Step, World } from './world.ts';

const device = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      part: fc.constantFrom(0 as const, 1 as const),
      wait: fc.constantFrom(100, 900, 1_500, 4_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      question: fc.constantFrom('desaccord' as const, 'releve' as const, 'q-ouverture' as const, 'q-trace' as const),
      option: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'rate' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      page: fc.constantFrom(
        'se-situer' as const,
        'comprendre' as const,
        'prendre-du-recul' as const,
        'faire-le-point' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'retake' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('finish' as const), right: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.constantFrom(500, 2_500, 11_000, 35_000) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('lms' as const),
      fault: fc.constantFrom(
        'none' as const,
        'offline' as const,
        'http-500' as const,
        'maintenance' as const,
        'expired' as const,
        'refuse-all-commits' as const,
        'pretend' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'slow' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('network' as const), on: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('storage' as const),
      state: fc.constantFrom('fine' as const, 'full' as const, 'refused' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'hide' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), device }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('kill' as const), device }) },
  { weight: 1, arbitrary: fc.constant({ do: 'second-tab' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'review' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'update' as const }) },
);

const said = (one: Step) => Object.values(one).join(' ');

/** Plays one schedule from its first opening to a last one where nothing is wrong; what broke, in words. */
export async function play(profile: Profile, steps: readonly Step[], planted?: Planted): Promise<string[]> {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const world = new World(profile, planted);
    await world.start();
    for (const one of steps) {
      await world.run(one);
      if (world.broken.length > 0) return world.broken;
    }
    await world.finish();
    return world.broken;
  } finally {
    warn.mockRestore();
    error.mockRestore();
    vi.useRealTimers();
  }
}

/** Looks for a schedule that breaks a promise. Undefined when none of `runs` did; else the shortest one found, in words. */
export async function search(
  profile: Profile,
  runs: number,
  seed: number,
  planted?: Planted,
): Promise<string | undefined> {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
    const broken = await play(profile, steps, planted);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  });
  const result = await fc.check(property, { numRuns: runs, seed, ...(planted && { endOnFailure: true }) });
  if (!result.failed) return undefined;
  const [steps] = result.counterexample ?? [[]];
  return `seed ${seed}, path ${result.counterexamplePath}, after ${result.numRuns} schedules:\n${steps.map((one, rank) => `  ${rank + 1}. ${said(one)}`).join('\n')}\n${result.errorInstance}`;
}
