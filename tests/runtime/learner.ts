import { join } from 'node:path';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { choice } from '../../src/blocks/choice/activity.ts';
import { positioning } from '../../src/blocks/positioning/activity.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { formatIssue } from '../../src/content/issue.ts';
import { publish, writeLock } from '../../src/content/lock.ts';
import { readCourse } from '../../src/content/sources.ts';
import type { Block } from '../../src/model/course.ts';
import type { StandIn } from '../../src/preview/lms/stand-in.ts';
import type { ActivityType } from '../../src/runtime/activity-type.ts';
import type { Attempt } from '../../src/runtime/attempt.ts';
import type { Device } from '../../src/storage/device.ts';
import { local } from '../../src/trackers/local.ts';
import { type Scorm12Api, scorm12 } from '../../src/trackers/scorm12.ts';
import type { SaveResult, Tracker } from '../../src/trackers/tracker.ts';
import { openAttempt } from './open-attempt.ts';

export const COURSES = join(import.meta.dirname, '..', 'fixtures', 'courses');
const sources = readCourse(COURSES, 'essai');
const published = publish(compileCourse(sources, vocabulary).lock);

/** The fixture course in its first release, and as its authors corrected it while people were in it. */
function release(edit: (text: string) => string = (text) => text) {
  const lockFile = `${sources.at.course}/course.lock.json`;
  const texts = new Map([...sources.texts].map(([path, text]) => [path, path.endsWith('.md') ? edit(text) : text]));
  const draft = compileCourse({ ...sources, texts: new Map([...texts, [lockFile, writeLock(published)]]) }, vocabulary);
  const { outline, modules, issues } = compileCourse(
    { ...sources, texts: new Map([...texts, [lockFile, writeLock(draft.lock)]]) },
    vocabulary,
  );
  if (!outline || issues.length > 0)
    throw new Error(`The fixture course has issues: ${issues.map(formatIssue).join('\n')}`);
  return { course: outline, content: modules[0]! };
}
const first = release();
const corrected = release((text) =>
  text
    .replace('Je tranche, puis j’explique ma décision', 'Je tranche puis j’explique ma décision')
    .replace(/(- \[ \] Je reporte[\s\S]*?jusque-là, devant les enfants\.\n)/, '')
    .replace(
      '\n:::choix-multiple',
      '\n:::choix-unique{id=ajoutee}\nUne question ajoutée ?\n\n- [x] Oui.\n  > Juste.\n- [ ] Non.\n  > Faux.\n:::\n\n:::choix-multiple',
    ),
);
export const course = first.course;

/** A device in memory; `full` refuses every write. */
export class MemoryDevice implements Device {
  readonly kind = 'indexeddb';
  full = false;
  readonly values = new Map<string, string>();
  get = async (key: string) => [this.values.get(key)].filter((value) => value !== undefined);
  last = (key: string, value: string) => void (this.full || this.values.set(key, value));
  set = async (key: string, value: string) => {
    if (!this.full) this.values.set(key, value);
    return !this.full;
  };
  delete = async (key: string) => void this.values.delete(key);
}

export interface OpenOptions {
  /** From 2 on, the corrected release: reordered, corrected, one question added. */
  release?: number;
  readOnly?: boolean;
  /** In the place of SCORM 1.2, or of none. */
  tracker?: Tracker;
  reachable?: () => Promise<boolean>;
  /** Told of what the LMS answered to each save. */
  afterSave?: ((committed: boolean) => void) | undefined;
}

function watched(tracker: Tracker, afterSave: OpenOptions['afterSave']): Tracker {
  if (!afterSave) return tracker;
  const tell = <T extends SaveResult | Promise<SaveResult | undefined>>(result: T): T => {
    if (result instanceof Promise) void result.then((given) => given && afterSave(given.committed));
    else afterSave(result.committed);
    return result;
  };
  return {
    ...tracker,
    save: async (save) => tell(await tracker.save(save)),
    hide: (save) => tell(tracker.hide(save)),
    leave: (save) => tell(tracker.leave(save)),
  };
}

export interface Opened {
  attempt: Attempt;
  /** A block by the author's id. */
  block(id: string): Block;
  /** Opens a page by its id. */
  visit(page: string): void;
  /** Answers a choice by the ranks of its options, 0-based as written. */
  choose(id: string, ...ranks: number[]): void;
  /** Writes the whole of a part, by its rank. */
  write(id: string, part: number, text: string): void;
  /** Does all that the module asks, right or wrong. */
  finish(right?: boolean): void;
}

/** A learner opens the course in this LMS (or in none), with this device. */
export async function open(
  lms: StandIn | undefined,
  device: Device = new MemoryDevice(),
  online = () => true,
  { release = 1, readOnly = false, reachable, afterSave, tracker }: OpenOptions = {},
): Promise<Opened> {
  const { course, content } = release === 1 ? first : corrected;
  const types = new Map<string, ActivityType>([
    ['choice', choice],
    ['positioning', positioning],
  ]);
  const attempt = await openAttempt(
    { course, content },
    {
      tracker: watched(tracker ?? (lms ? scorm12(lms.api as unknown as Scorm12Api) : local()), afterSave),
      readOnly,
      ...(reachable && { reachable }),
      lmsFound: lms !== undefined || tracker !== undefined,
      device,
      types,
      online,
    },
  );
  const blocks = Object.values(content.pages).flatMap((page) => page.blocks);
  const block = (id: string) => {
    const found = blocks.find((one) => one.id === id);
    if (!found) throw new Error(`No block ${id} in the fixture course`);
    return found;
  };
  const options = (id: string) => (block(id) as unknown as { options: { number: number; right: boolean }[] }).options;
  const opened: Opened = {
    attempt,
    block,
    visit: (id) => attempt.visit(1, course.modules[0]!.pages.find((page) => page.id === id)!.number),
    choose: (id, ...ranks) =>
      void attempt.answer(
        1,
        block(id).number,
        ranks.map((rank) => options(id)[rank]!.number),
      ),
    write: (id, part, text) =>
      attempt.write(
        1,
        block(id).number,
        (block(id) as unknown as { parts: { number: number }[] }).parts[part]!.number,
        text,
      ),
    finish(right = true) {
      for (const { id } of course.modules[0]!.pages) opened.visit(id);
      for (const id of ['desaccord', 'releve', 'q-ouverture', 'q-trace']) {
        opened.choose(
          id,
          ...options(id)
            .flatMap((option, rank) => (option.right === right ? [rank] : []))
            .slice(0, id === 'releve' && right ? 3 : 1),
        );
      }
      attempt.answer(1, block('depart').number, [
        {
          day: '2026-11-22',
          levels: new Map([
            [1, 2],
            [2, 3],
          ]),
        },
      ]);
      const written = attempt.record.modules[1]?.texts[block('ma-reunion').number]?.parts ?? {};
      const texts = ['Mardi, j’ai ouvert la réunion « sans durée » 😀.', 'J’annoncerai trente minutes.'];
      // what stands there already stays
      texts.forEach((text, part) => {
        if (!written[part + 1]) opened.write('ma-reunion', part, text);
      });
    },
  };
  return opened;
}
