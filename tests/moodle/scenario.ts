import type { Driver, Learner, Reading } from './driver.ts';
import { LearnerBrowser, saysSaved, type Words } from './learner-browser.ts';
import { differences, summaryOf, type Wanted } from './reading.ts';

/** Something that goes wrong, and what a learner does meanwhile. */
export interface Scenario {
  /** For the command line. */
  name: string;
  /** For the table, in French. */
  title: string;
  /** The course's own activity when absent: a scenario that changes the package makes one for itself. */
  activity?(place: Place): Promise<number>;
  play(story: Story): Promise<void>;
}

/** Where a run takes place. */
export interface Place {
  driver: Driver;
  /** Moodle's course. */
  course: number;
  /** A folder of this run, for packages. */
  folder: string;
}

export interface Check {
  what: string;
  ok: boolean;
  /** What was found instead; absent when all is well. */
  found?: string;
}

export interface Told {
  name: string;
  title: string;
  said: (Words & { when: string })[];
  stored: ({ when: string } & Reading)[];
  checks: Check[];
}

/** One scenario being played by one invented learner: what was said, what was stored, what was asked of both. */
export class Story {
  readonly said: Told['said'] = [];
  readonly stored: Told['stored'] = [];
  readonly checks: Check[] = [];

  constructor(
    readonly place: Place,
    readonly cmid: number,
    readonly learner: Learner,
  ) {}

  readonly #browsers: LearnerBrowser[] = [];

  /** The learner, or another one, at a device that has nothing of the course yet. */
  async sitDown(learner = this.learner): Promise<LearnerBrowser> {
    const browser = await LearnerBrowser.open(this.place.driver, this.cmid, learner);
    this.#browsers.push(browser);
    return browser;
  }

  /** The end: every device is put away. */
  async leave(): Promise<void> {
    for (const browser of this.#browsers) await browser.close();
  }

  /** Notes what the page says now. */
  async hear(when: string, browser: LearnerBrowser): Promise<Words> {
    const words = await browser.words();
    this.said.push({ when, ...words });
    console.log(`    «\u00a0${[words.status, ...words.banners].join(' — ')}\u00a0»  (${when})`);
    return words;
  }

  /** Notes what Moodle holds now. */
  async read(when: string): Promise<Reading> {
    const { driver, course } = this.place;
    const reading = await driver.readAll(course, this.cmid, this.learner.id);
    this.stored.push({ when, ...reading });
    console.log(`    Moodle\u00a0: ${summaryOf(reading)}  (${when})`);
    return reading;
  }

  check(what: string, ok: boolean, found?: string): void {
    this.checks.push({ what, ok, ...(!ok && found !== undefined && { found }) });
    console.log(`    ${ok ? '✓' : '✗'} ${what}${!ok && found !== undefined ? ` — ${found}` : ''}`);
  }

  /** Moodle must hold this now. */
  async holds(when: string, what: string, wanted: Wanted): Promise<Reading> {
    const reading = await this.read(when);
    const found = differences(reading, wanted);
    this.check(`${when}\u00a0: ${what}`, found.length === 0, found.join('\u202f; '));
    return reading;
  }

  /** « Enregistré » may be said only when Moodle holds this: the words before and after the reading are noted. */
  async wordsAreTrue(when: string, browser: LearnerBrowser, wanted: Wanted): Promise<void> {
    const before = await this.hear(when, browser);
    const missing = differences(await this.read(when), wanted);
    const saved = saysSaved(before) && saysSaved(await browser.words());
    this.check(
      `${when}\u00a0: la barre ne dit «\u00a0Enregistré\u00a0» que si Moodle a tout`,
      !saved || missing.length === 0,
      `«\u00a0${before.status}\u00a0», or dans Moodle\u00a0: ${missing.join('\u202f; ')}`,
    );
  }

  /** The same learner elsewhere: only what Moodle gives back can be seen there. */
  async elsewhere<T>(look: (other: LearnerBrowser) => Promise<T>): Promise<T> {
    const other = await this.sitDown();
    await other.launch();
    const seen = await look(other);
    await other.exit();
    return seen;
  }
}
