import type { StoredAttempt } from './attempt.ts';
import { ELEMENTS, isIndexed, isKept } from './elements.ts';
import type { LaunchMode, Profile } from './profile.ts';

export interface Learner {
  id: string;
  /** « Prénom Nom ». */
  name: string;
}

/** What the manifest gives the LMS to hand to the SCO. */
export interface ManifestData {
  /** `adlcp:masteryscore`, 0 to 100. */
  masteryScore?: string;
  /** `adlcp:datafromlms`. */
  launchData?: string;
}

/** Every value a SCO finds at LMSInitialize, in the order Moodle keeps them; numbered ones last. */
export function launchValues(
  profile: Profile,
  learner: Learner,
  asked: LaunchMode,
  stored: StoredAttempt,
  manifest: ManifestData,
): Map<string, string> {
  const mode = profile.lessonMode(asked, stored.status);
  const suspended = stored.exit === 'suspend';
  const given: Record<string, string> = {
    'cmi.core.student_id': learner.id,
    'cmi.core.student_name': profile.studentName(learner.name),
    'cmi.core.credit': mode === 'normal' ? 'credit' : 'no-credit',
    'cmi.core.lesson_mode': mode,
    'cmi.core.entry': stored.status === '' ? 'ab-initio' : suspended ? 'resume' : '',
    'cmi.core.total_time': stored.totalTime || '00:00:00',
    'cmi.core.session_time': '00:00:00',
    'cmi.student_data.mastery_score': manifest.masteryScore ?? '',
    'cmi.launch_data': manifest.launchData ?? '',
    'cmi.student_preference.audio': profile.preference,
    'cmi.student_preference.speed': profile.preference,
    'cmi.student_preference.text': profile.preference,
  };
  const plain = Object.keys(ELEMENTS).filter((name) => !name.includes('.n.') && ELEMENTS[name]?.access !== 'keyword');
  const values = new Map(plain.map((name) => [name, stored.elements[name] || given[name] || '']));
  values.set('cmi.core.total_time', given['cmi.core.total_time'] ?? '');
  const numbered = Object.entries(stored.elements).filter(([name]) => isIndexed(name) && isKept(name));
  for (const [name, value] of numbered.sort(byIndex)) values.set(name, value);
  return values;
}

/** Index 9 before 10, a parent's before its children's: scorm-again refuses an index that skips. */
function byIndex([a]: [string, string], [b]: [string, string]): number {
  const [left, right] = [a, b].map((name) => [...name.matchAll(/\.(\d+)(?=\.)/g)].map(([, index]) => Number(index)));
  for (let rank = 0; rank < 2; rank++) {
    const difference = (left?.[rank] ?? -1) - (right?.[rank] ?? -1);
    if (difference) return difference;
  }
  return 0;
}
