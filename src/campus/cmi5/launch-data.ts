import { SESSION } from '../../xapi/vocabulary.ts';
import type { Campus } from '../campus.ts';
import { agentOf } from '../learners.ts';
import { writeDocument } from '../lrs/documents.ts';
import { LAUNCH_DATA } from '../lrs/keys.ts';
import { agentName } from '../lrs/mentions.ts';
import type { Session } from '../session/sessions.ts';
import type { Unit } from './structure.ts';

/** Where a unit is told how it was launched, and what to put in each of its statements (cmi5 10). */
export function writeLaunchData(
  campus: Campus,
  session: Session,
  { activity, unit, returnUrl }: { activity: string; unit: Unit; returnUrl: string },
): void {
  const { masteryScore, launchParameters, entitlementKey } = unit;
  const content = {
    contextTemplate: {
      contextActivities: { grouping: [{ objectType: 'Activity', id: unit.id }] },
      extensions: { [SESSION]: session.id },
    },
    launchMode: session.mode,
    moveOn: unit.moveOn,
    returnURL: returnUrl,
    ...(masteryScore !== undefined && { masteryScore }),
    ...(launchParameters !== undefined && { launchParameters }),
    ...(entitlementKey !== undefined && { entitlementKey: { courseStructure: entitlementKey } }),
  };
  writeDocument(
    campus.lrs,
    {
      kind: 'state',
      activity,
      agent: agentName(agentOf(campus, { id: session.learner }))!,
      registration: session.attempt,
      id: LAUNCH_DATA,
    },
    { type: 'application/json', content: Buffer.from(JSON.stringify(content)) },
    () => undefined, // the one of the session before is over
  );
}
