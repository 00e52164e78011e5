import type { Attempt } from '../runtime/attempt.ts';
import { deflate } from '../runtime/deflate.ts';
import { type LearnerRecord, moduleOf, type TextRecord } from '../runtime/record.ts';
import { decodeResume } from '../runtime/resume-decode.ts';
import { sameParts, type TextPlace } from '../runtime/text-place.ts';
import { Mirror } from '../storage/mirror.ts';

/** The copy of this device, read from it rather than supposed. */
export interface DeviceCopies {
  /** Those that could be opened. */
  device: readonly LearnerRecord[];
  /** Whether one of them can be read by anyone who uses this browser. */
  plain: boolean;
  sealed: boolean;
  /** Sealed with a key that the platform did not give. */
  locked: boolean;
}

/** What stands where at this moment. */
export interface HeldCopies extends DeviceCopies {
  /** What the platform gives back; absent without one, and while it has not confirmed its last save. */
  platform?: LearnerRecord;
}

export async function deviceCopies({ options, learner, record }: Attempt): Promise<DeviceCopies> {
  const mirror = new Mirror(options.device, options.deviceKey(learner.id));
  const open = await mirror.read(undefined);
  const all = open.locked > 0 && record.key ? await mirror.read(await options.loadSeal(record.key)) : open;
  return {
    device: all.copies.map(({ data }) => decodeResume(data, deflate).record),
    plain: open.copies.length > 0,
    sealed: open.locked > 0,
    locked: all.locked > 0,
  };
}

export async function heldCopies(attempt: Attempt): Promise<HeldCopies> {
  const { options, troubles } = attempt;
  const copies = await deviceCopies(attempt);
  const trusted = options.tracker.visibility !== 'device' && !troubles.offline && !troubles.refused;
  const given = trusted ? options.tracker.readBack() : undefined;
  return { ...copies, ...(given !== undefined && { platform: decodeResume(given, deflate).record }) };
}

export type Whereabouts = 'both' | 'lms' | 'device' | 'screen';

/** Where this very version of a text is kept; `other` for one that a conflict set aside, or an earlier one. */
export function whereIs(
  { module, block }: TextPlace,
  text: TextRecord,
  { platform, device }: HeldCopies,
  other = false,
): Whereabouts {
  const holds = (record: LearnerRecord) => {
    const { texts, others, versions } = moduleOf(record, module);
    const earlier = [...(others[block] ?? []), ...(versions[block] ?? [])];
    return other ? earlier.some((one) => sameParts(text, one)) : sameParts(text, texts[block]);
  };
  const [onPlatform, onDevice] = [platform !== undefined && holds(platform), device.some(holds)];
  if (onPlatform) return onDevice ? 'both' : 'lms';
  return onDevice ? 'device' : 'screen';
}
