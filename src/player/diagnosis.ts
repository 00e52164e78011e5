import type { CourseOutline } from '../model/course.ts';
import type { Attempt } from '../runtime/attempt.ts';
import { deflate } from '../runtime/deflate.ts';
import { encodeResume } from '../runtime/resume.ts';
import type { Troubles } from '../runtime/saving.ts';
import type { LoggedCall } from '../trackers/call-log.ts';
import { type OnDemandKey, say } from '../ui/messages-on-demand.ts';
import type { DeviceCopies } from './held-copies.ts';

/** One line of the tracking panel: sizes, counts, times and words of ours; never a learner's own. */
export interface Fact {
  name: string;
  value: string;
}

export function factsOf(
  course: CourseOutline,
  attempt: Attempt,
  calls: readonly LoggedCall[],
  held: DeviceCopies,
): Fact[] {
  const { record, options, troubles } = attempt;
  const target = [meta('tracker'), meta('scope')].filter(Boolean).join(', ');
  const whole = encodeResume(record, deflate).data.length;
  const sent = encodeResume(record, deflate, record.limit).data.length;
  const last = calls.findLast(({ method, refused }) => /^(?:LMS(?:Commit|Finish)|PUT)$/.test(method) && !refused);
  const facts: [OnDemandKey, string][] = [
    [
      'track.package',
      say('track.packageIs', { title: course.title, release: course.release || say('track.unpublished'), target }),
    ],
    ['track.lms', lmsWords(attempt)],
    ['track.mode', say(`track.${attempt.mode}`)],
    ['track.saving', savingWords(attempt)],
    ['track.last', last ? precise(new Date(last.at)) : say('track.never')],
    [
      'track.troubles',
      Object.keys(troubles)
        .map((name) => say(`trouble.${name as keyof Troubles}`))
        .join(', ') || say('track.noTrouble'),
    ],
    ['track.storage', storageWords(options.device.kind, held)],
    ['track.state', say('track.stateIs', { sent, whole })],
    ['track.limit', record.limit ? say('track.limitIs', { limit: record.limit }) : say('track.noLimit')],
    ['track.interactions', say('track.interactionsIs', { known: record.slots.length, waiting: record.unsent.length })],
    ['track.counter', String(record.counter)],
    [
      'track.context',
      say('track.contextIs', {
        secure: say(isSecureContext ? 'track.secure' : 'track.insecure'),
        online: say(options.online() ? 'track.online' : 'track.offline'),
        width: innerWidth,
        height: innerHeight,
      }),
    ],
    ['track.browser', navigator.userAgent],
  ];
  return facts.map(([name, value]) => ({ name: say(name), value }));
}

/** Plain text for the help desk. */
export function diagnosis(facts: readonly Fact[], calls: readonly LoggedCall[], contact: string, now: Date): string {
  return [
    `${say('track.date')}\u00a0: ${now.toISOString()}`,
    ...facts.map(({ name, value }) => `${name}\u00a0: ${value}`),
    `${say('track.help')}\u00a0: ${contact}`,
    '',
    say('track.calls'),
    ...[...calls].reverse().map(({ at, method, element, length, value, answer, code, refused }) => {
      const size = value || (length === undefined ? '' : `(${length})`);
      const parts = [precise(new Date(at)), method, element, size, answer, refused ? `REFUS ${code}` : ''];
      return parts.filter((part) => part !== '').join(' ');
    }),
  ].join('\n');
}

/** `14:32:05`, as the log of an LMS writes it. */
export const precise = (date: Date) =>
  [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');

const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

function savingWords({ saving }: Attempt): string {
  switch (saving.kind) {
    case 'saved':
    case 'device':
      return say(`track.${saving.kind}`, { time: precise(saving.at) });
    case 'saving':
      return say('track.savingNow');
    default:
      return say(`track.${saving.kind}`);
  }
}

function storageWords(kind: 'indexeddb' | 'localstorage' | 'none', { plain, sealed, locked }: DeviceCopies): string {
  if (kind === 'none') return say('track.none');
  const states: (OnDemandKey | false)[] = [
    plain && 'track.plain',
    sealed && 'track.sealed',
    locked && 'trouble.locked',
  ];
  const seal = states.flatMap((one) => (one ? [say(one)] : [])).join(', ') || say('track.absent');
  return say('track.storageIs', { kind: say(`track.${kind}`), seal });
}

function lmsWords({ options }: Attempt): string {
  if (meta('tracker') === 'local') return say('track.noneNeeded');
  if (options.tracker.visibility === 'lrs') return say('track.store');
  const place = apiPlace('API');
  return place && !options.lmsFound ? say('track.refusedOpening', { place }) : (place ?? say('track.noApi'));
}

/** Where the API that `findApi` found stands, in words; undefined when there is none. */
function apiPlace(name: string): string | undefined {
  const depth = climb(name, window);
  if (depth !== undefined) return depth === 0 ? say('track.here') : say('track.inParent', { depth });
  const openers = [() => window.opener, () => window.top?.opener];
  const opener = openers.map(tried).find((one) => one && climb(name, one) !== undefined);
  return opener ? say('track.inOpener') : undefined;
}

/** How many levels above `from` the first window stands that has it. */
function climb(name: string, from: Window): number | undefined {
  let here = from;
  for (let depth = 0; depth < 500; depth += 1) {
    if (tried(() => (here as unknown as Record<string, unknown>)[name])) return depth;
    if (here.parent === here) return undefined;
    here = here.parent;
  }
  return undefined;
}

/** A window of another origin throws when it is read. */
function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
