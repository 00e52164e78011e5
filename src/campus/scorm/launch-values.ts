import type { Manifest } from '../../preview/manifest.ts';
import { isoDuration } from '../../xapi/duration.ts';
import type { Elements } from './cmi.ts';
import { timespan } from './cmi-time.ts';

export type Standard = 'scorm12' | 'scorm2004';

export interface LaunchValues extends Pick<Manifest, 'masteryScore' | 'launchData'> {
  standard: Standard;
  learner: { id: string; name: string };
  /** As the last commit left it; empty at the first launch. */
  cmi: Elements;
  /** Of all launches. */
  totalSeconds: number;
}

/** What the course finds when it opens the session, in the order in which it may be set: an index never skips. */
export function launchValues(options: LaunchValues): [name: string, value: string][] {
  const given = options.standard === 'scorm12' ? scorm12Values(options) : scorm2004Values(options);
  const stored = Object.entries(options.cmi).filter(([name]) => !/\.(?:exit|session_time)$/.test(name));
  return Object.entries({ ...Object.fromEntries(stored), ...given })
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => byIndex(a, b));
}

function scorm12Values({ learner, cmi, totalSeconds, masteryScore, launchData }: LaunchValues): Elements {
  return {
    'cmi.core.student_id': learner.id,
    'cmi.core.student_name': familyNameFirst(learner.name),
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.entry': entry(cmi, 'cmi.core.exit'),
    'cmi.core.total_time': timespan(totalSeconds),
    'cmi.student_data.mastery_score': masteryScore ?? '',
    'cmi.launch_data': launchData ?? '',
  };
}

function scorm2004Values({ learner, cmi, totalSeconds, launchData }: LaunchValues): Elements {
  return {
    'cmi.learner_id': learner.id,
    'cmi.learner_name': familyNameFirst(learner.name),
    'cmi.credit': 'credit',
    'cmi.mode': 'normal',
    'cmi.entry': entry(cmi, 'cmi.exit'),
    'cmi.total_time': isoDuration(totalSeconds),
    'cmi.launch_data': launchData ?? '',
  };
}

/** SCORM 1.2 RTE 3.4.4: `ab-initio` the first time, `resume` after `suspend`, nothing otherwise. */
const entry = (cmi: Elements, exit: string) =>
  Object.keys(cmi).length === 0 ? 'ab-initio' : cmi[exit] === 'suspend' ? 'resume' : '';

/** « Ferrand, Nadia » (SCORM 1.2 RTE 3.4.4). The first word is taken for the given name. */
function familyNameFirst(name: string): string {
  const [given, ...family] = name.trim().split(/\s+/);
  return family.length > 0 ? `${family.join(' ')}, ${given}` : name.trim();
}

function byIndex(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.split('.'));
  for (let at = 0; at < Math.min(left!.length, right!.length); at += 1) {
    const [one, other] = [left![at]!, right![at]!];
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (Number.isFinite(difference) && difference !== 0) return difference;
    // an item's identifier comes before what it holds
    return one === 'id' ? -1 : other === 'id' ? 1 : one < other ? -1 : 1;
  }
  return left!.length - right!.length;
}
