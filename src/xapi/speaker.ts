import { courseActivity, launchedActivity, type Setting } from './cmi-activities.ts';
import { isoDuration } from './duration.ts';
import type { Activity, Context, Learner, Result, Statement } from './statement.ts';
import { statementId } from './statement-id.ts';
import { SESSION, VERBS, words } from './vocabulary.ts';

/** Who speaks, of what launch, when. */
export interface Launch extends Setting {
  learner: Learner;
  /** UUID of the learner's enrolment: the same for all launches of an attempt. */
  registration: string;
  /** UUID of this launch. */
  session: string;
  at: Date;
  /** Whether this statement was told already: it is stored, voided or not, or waits to be. */
  known: (id: string) => boolean;
}

/** What a statement says beside its verb and object. */
export interface Said {
  result?: Result;
  parent?: Activity;
  other?: readonly Activity[];
}

type VerbName = keyof typeof VERBS;

/** Its identifier: `parts` say how often it may be told, once for each list of them in a registration. */
export const idOf = ({ registration }: Launch, verb: VerbName, ...parts: readonly string[]) =>
  statementId(registration, verb, ...parts);

export function tell(
  launch: Launch,
  id: string,
  verb: VerbName,
  object: Statement['object'],
  { result, parent, other }: Said = {},
): Statement {
  return {
    id,
    actor: launch.learner,
    verb: { id: VERBS[verb].id, display: words(VERBS[verb]) },
    object,
    ...(result && Object.keys(result).length > 0 && { result }),
    context: contextOf(launch, object, { ...(parent && { parent }), ...(other && { other }) }),
    timestamp: launch.at.toISOString(),
  };
}

function contextOf(launch: Launch, object: Statement['object'], { parent, other = [] }: Said): Context {
  const launched = launchedActivity(launch);
  const above = [parent, launched, courseActivity(launch)].filter((one) => one !== undefined);
  const ids = new Set([object.id, ...(parent ? [parent.id] : [])]);
  const grouping = above.filter(({ id }) => !ids.has(id) && ids.add(id));
  return {
    registration: launch.registration,
    language: 'fr',
    contextActivities: {
      ...(parent && parent.id !== object.id && { parent: [parent] }),
      ...(grouping.length > 0 && { grouping }),
      ...(other.length > 0 && { other }),
    },
    extensions: { [SESSION]: launch.session },
  };
}

/** Absent seconds, no duration. */
export const lasting = (seconds: number | undefined): Pick<Result, 'duration'> =>
  seconds === undefined ? {} : { duration: isoDuration(seconds) };
