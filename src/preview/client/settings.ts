import { FAULTS, type Fault } from '../lms/fault.ts';
import type { Learner } from '../lms/launch.ts';
import type { LaunchMode } from '../lms/profile.ts';

export const LMS = {
  strict: 'LMS strict',
  moodle: 'Moodle 4.5',
  'moodle-standard': 'Moodle 4.5, 4 096 caractères',
  none: 'Sans LMS',
} as const;
export const MODES: Readonly<Record<LaunchMode, string>> = {
  normal: 'Normal',
  review: 'Relecture',
  browse: 'Découverte',
};
/** Invented. */
export const LEARNERS: readonly Learner[] = [
  { id: 'claire.vasseur', name: 'Claire Vasseur' },
  { id: 'malo.kerdraon', name: 'Malo Kerdraon' },
];

/** What the address of the page says. */
export interface Settings {
  zip: string;
  lms: keyof typeof LMS;
  mode: LaunchMode;
  learner: Learner;
  /** Already wrong when the page opens. */
  fault: Fault;
}

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const among = <Name extends string>(names: readonly Name[], name: string, fallback: Name) =>
    names.find((known) => known === query.get(name)) ?? fallback;
  const learner = query.get('learner') ?? LEARNERS[0]?.id;
  return {
    zip: query.get('zip') ?? '',
    lms: among(Object.keys(LMS) as (keyof typeof LMS)[], 'lms', 'strict'),
    mode: among(Object.keys(MODES) as LaunchMode[], 'mode', 'normal'),
    learner: LEARNERS.find(({ id }) => id === learner) ?? { id: `${learner}`, name: `${learner}` },
    fault: among(FAULTS, 'fault', 'none'),
  };
}

/** One attempt per zip, LMS and learner. */
export const attemptKey = ({ zip, lms, learner }: Settings) => encodeURIComponent(`${zip}~${lms}~${learner.id}`);

/** Fills the three lists, and opens the page again when one changes. */
export function bindSettings(form: HTMLFormElement, { lms, mode, learner }: Settings) {
  const known = LEARNERS.some(({ id }) => id === learner.id) ? LEARNERS : [...LEARNERS, learner];
  fill(form, 'lms', LMS, lms);
  fill(form, 'mode', MODES, mode);
  fill(form, 'learner', Object.fromEntries(known.map(({ id, name }) => [id, name])), learner.id);
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const query = new URLSearchParams(location.search);
    query.set(target.name, target.value);
    location.search = `${query}`;
  });
}

function fill(form: HTMLFormElement, name: string, choices: Readonly<Record<string, string>>, chosen: string) {
  const list = form.elements.namedItem(name) as HTMLSelectElement;
  list.replaceChildren(...Object.entries(choices).map(([value, label]) => new Option(label, value)));
  list.value = chosen; // Firefox would keep the choice of the page before
}
