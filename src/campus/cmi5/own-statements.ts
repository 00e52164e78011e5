import { isoDuration } from '../../xapi/duration.ts';
import type { Statement } from '../../xapi/statement.ts';
import { statementId } from '../../xapi/statement-id.ts';
import { CMI5, MASTERY_SCORE, SESSION, VERBS, words } from '../../xapi/vocabulary.ts';
import type { Campus } from '../campus.ts';
import { agentOf } from '../learners.ts';
import type { Session } from '../session/sessions.ts';
import { activityIri } from './activity-iri.ts';
import type { Division, Structure, Unit } from './structure.ts';

const EXTENSIONS = 'https://w3id.org/xapi/cmi5/context/extensions';
const TYPES = 'https://w3id.org/xapi/cmi5/activitytype';

/** What the platform says in a session: of which course, and when. */
interface Saying {
  session: Session;
  structure: Structure;
  at: Date;
}

interface Said {
  id: string;
  verb: 'launched' | 'abandoned' | 'satisfied';
  object: Statement['object'];
  /** Publisher identifier, the object’s (cmi5 9.6.2.3). */
  publisher: string;
  result?: Statement['result'];
  extensions?: Readonly<Record<string, unknown>>;
}

function say(campus: Campus, { session, at }: Saying, said: Said): Statement {
  const { id, verb, object, publisher, result, extensions } = said;
  return {
    id,
    actor: agentOf(campus, { id: session.learner }),
    verb: { id: VERBS[verb].id, display: words(VERBS[verb]) },
    object,
    ...(result && { result }),
    context: {
      registration: session.attempt,
      language: 'fr',
      contextActivities: { category: [{ id: CMI5 }], grouping: [{ id: publisher }] },
      extensions: { [SESSION]: session.id, ...extensions },
    },
    timestamp: at.toISOString(),
  };
}

const unitActivity = (campus: Campus, { id: course }: Structure, { id, title, activityType }: Unit) => ({
  id: activityIri(campus, course, id),
  definition: { ...(title && { name: { fr: title } }), ...(activityType && { type: activityType }) },
});

/** Before the unit opens (cmi5 9.3.1). `url`: its address, without what the launch adds to it. */
export function launched(campus: Campus, saying: Saying, unit: Unit, url: string): Statement {
  const { session, structure } = saying;
  return say(campus, saying, {
    id: statementId(session.attempt, 'launched', session.id),
    verb: 'launched',
    object: unitActivity(campus, structure, unit),
    publisher: unit.id,
    extensions: {
      [`${EXTENSIONS}/launchmode`]: session.mode,
      [`${EXTENSIONS}/launchurl`]: url,
      [`${EXTENSIONS}/moveon`]: unit.moveOn,
      ...(unit.launchParameters !== undefined && { [`${EXTENSIONS}/launchparameters`]: unit.launchParameters }),
      ...(unit.masteryScore !== undefined && { [MASTERY_SCORE]: unit.masteryScore }),
    },
  });
}

/** A session that ended without a word (cmi5 9.3.6): it lasted from its launch to its last statement (cmi5 9.5.4.2). */
export function abandoned(campus: Campus, saying: Saying): Statement {
  const { session, structure } = saying;
  const { attempt, id, unit } = session;
  const known = structure.units.find((one) => one.id === unit);
  return say(campus, saying, {
    id: statementId(attempt, 'abandoned', id),
    verb: 'abandoned',
    object: known ? unitActivity(campus, structure, known) : { id: activityIri(campus, structure.id, unit) },
    publisher: unit,
    result: { duration: isoDuration(lasted(session)) },
  });
}

/** Seconds between the launch of a session and its last statement. */
export const lasted = ({ begun, latest = begun }: Session): number => Math.max(0, (latest - begun) / 1000);

/** Every unit of a block, or of the course, lets the learner move on (cmi5 9.3.9). Once in a registration. */
export function satisfied(campus: Campus, saying: Saying, division: Division): Statement {
  const { session, structure } = saying;
  const { id, title } = division;
  return say(campus, saying, {
    id: satisfiedId(session, id),
    verb: 'satisfied',
    object: {
      id: activityIri(campus, structure.id, id),
      definition: {
        ...(title && { name: { fr: title } }),
        type: `${TYPES}/${id === structure.id ? 'course' : 'block'}`,
      },
    },
    publisher: id,
  });
}
export const satisfiedId = ({ attempt }: Session, division: string) => statementId(attempt, 'satisfied', division);
