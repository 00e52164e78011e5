import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moduleOf } from '../../src/runtime/record.ts';
import { MemoryDevice } from '../runtime/learner.ts';
import { lmsWith, ofVerb, quiz, work } from './judged.ts';
import { essai, follow, type OpenPage, pass } from './learner.ts';
import type { StrictLms } from './lms.ts';
import type { Fault } from './lrs.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** 200 in `npm test`, the same each time; `npm run test:faults` looks for others. */
const RUNS = Number(process.env.FAULT_RUNS ?? 200);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_122);

const FAULTS: Record<string, Fault | undefined> = {
  none: undefined,
  lost: () => 'lost',
  unheard: () => 'unheard',
  'unheard statements': ({ resource }) => (resource === 'statements' ? 'unheard' : undefined),
  503: () => ({ status: 503 }),
  '500 stored': () => ({ status: 500, stored: true }),
  '401 on statements': ({ resource }) => (resource === 'statements' ? { status: 401 } : undefined),
  '412 on State': ({ resource, method }) =>
    resource === 'activities/state' && method === 'PUT' ? { status: 412 } : undefined,
  slow: () => ({ delay: 4_000 }),
};

type Step =
  | { do: 'work'; right: boolean }
  | { do: 'retake'; right: boolean }
  | { do: 'visit'; page: number }
  | { do: 'wait'; seconds: number }
  | { do: 'fault'; name: string }
  | { do: 'leave' | 'kill' | 'reload' | 'exit' }
  | { do: 'launch'; mode: 'Normal' | 'Browse' | 'Review'; device: 0 | 1 };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('work' as const), right: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('retake' as const), right: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('visit' as const), page: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 3, 15, 70) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('fault' as const), name: fc.constantFrom(...Object.keys(FAULTS)) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'kill' as const, 'reload' as const, 'exit' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('launch' as const),
      mode: fc.constantFrom('Normal' as const, 'Normal' as const, 'Browse' as const, 'Review' as const),
      device: fc.constantFrom(0 as const, 1 as const),
    }),
  },
);

/** One learner, two devices, any number of launches. */
class Visit {
  readonly lms = lmsWith();
  readonly #devices = [new MemoryDevice(), new MemoryDevice()] as const;
  #page: OpenPage | undefined;

  async run(one: Step): Promise<void> {
    if (one.do === 'fault') {
      this.lms.fault = FAULTS[one.name];
      return;
    }
    if (one.do === 'launch') {
      await this.#page?.leave();
      return this.#launch(one.mode, one.device);
    }
    if (!this.#page) await this.#launch('Normal', 0);
    const page = this.#page!;
    switch (one.do) {
      case 'work':
        return work(page, one.right);
      case 'retake':
        page.attempt.restartQuiz(1, quiz());
        return work(page, one.right);
      case 'visit':
        page.attempt.visit(1, one.page);
        return;
      case 'wait':
        await pass(one.seconds);
        return;
      case 'leave':
        await page.leave();
        this.#page = undefined;
        return;
      case 'kill':
        page.kill();
        this.#page = undefined;
        return;
      case 'reload':
        this.#page = await during(page.reload()).catch(() => undefined);
        return;
      case 'exit':
        await during(page.attempt.exit());
        page.kill();
        this.#page = undefined;
    }
  }

  /** All is well again: what waits is told, on both devices. */
  async finish(): Promise<OpenPage> {
    await this.#page?.leave();
    this.lms.fault = undefined;
    for (const device of [1, 0] as const) {
      await this.#launch('Normal', device);
      await pass(120);
      await this.#page?.leave();
      await pass(10);
    }
    return this.#page!;
  }

  /** A platform that cannot be read opens nothing: the learner comes back when it can. */
  async #launch(mode: 'Normal' | 'Browse' | 'Review', device: 0 | 1): Promise<void> {
    const open = () => during(follow(this.lms, { mode, device: this.#devices[device] }));
    this.#page = await open().catch(() => {
      this.lms.fault = undefined;
      return open();
    });
  }
}

/** Time goes by until it is done; a promise that never settles is said. */
async function during<T>(promise: Promise<T>): Promise<T> {
  let pending = true;
  const ended = () => {
    pending = false;
  };
  promise.then(ended, ended);
  for (let seconds = 0; pending; seconds += 1) {
    if (seconds > 600) throw new Error('Not done after ten minutes');
    await pass(1);
  }
  return promise;
}

/** What the record says was done, and no statement tells. */
function untold(lms: StrictLms, { attempt }: OpenPage): string[] {
  const { answers } = moduleOf(attempt.record, 1);
  const told = new Set(ofVerb(lms, 'answered').map(({ object }) => (object as { id: string }).id));
  const blocks = Object.values(essai.content.pages).flatMap((page) => page.blocks);
  return blocks
    .filter(({ number }) => (answers[number]?.attempts ?? 0) > 0)
    .map(({ scormId }) => `${essai.course.iri}/questions/${scormId}`)
    .filter((id) => !told.has(id));
}

test(`no clause is broken and nothing is lost, whatever happens, in ${RUNS} lives of a unit (seed ${SEED})`, async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
    vi.clearAllTimers(); // those of the lives before
    const visit = new Visit();
    for (const one of steps) {
      await visit.run(one);
      expect(visit.lms.violations).toEqual([]);
    }
    const page = await visit.finish();
    expect(visit.lms.violations).toEqual([]);
    expect(untold(visit.lms, page)).toEqual([]);
    const [progress] = [...page.attempt.progress.modules.values()];
    expect(visit.lms.standing().completed).toBe(progress?.complete === true);
    expect(visit.lms.standing().passed).toBe((progress?.best ?? 0) >= 80);
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
}, 3_600_000);
