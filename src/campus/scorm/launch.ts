import { createHash, timingSafeEqual } from 'node:crypto';
import { addLaunch, attemptOf } from '../attempts/attempts.ts';
import type { Campus } from '../campus.ts';
import { learnerOf } from '../learners.ts';
import { openPackage, standardOf } from '../packages/course-package.ts';
import { launchValues, type Standard } from './launch-values.ts';

/** What the page of a course is given when it opens a session. */
export interface Launch {
  attempt: string;
  launch: string;
  /** Given once: the file holds its SHA-256. */
  token: string;
  standard: Standard;
  values: readonly (readonly [name: string, value: string])[];
}

/**
 * Opens a session of this learner on this package; an earlier one of the same attempt may no longer commit. Undefined
 * when there is no such package or learner, or when nothing can be followed in the package.
 */
export function beginLaunch(campus: Campus, packageName: string, learnerId: string): Launch | undefined {
  const file = openPackage(campus.packages, packageName);
  const learner = learnerOf(campus, learnerId);
  const standard = file && standardOf(file);
  if (!file || !standard || !learner) return undefined;
  const { data } = campus;
  const token = campus.randomBytes(32).toString('base64url');
  const { attempt, launch } = data.transaction(() =>
    addLaunch(campus, { package: packageName, learner: learnerId, token: hashOf(token) }),
  );
  const { cmi, seconds } = attemptOf(campus, attempt)!;
  const { masteryScore, launchData } = file.info;
  const values = launchValues({
    standard,
    learner,
    cmi,
    totalSeconds: seconds,
    ...(masteryScore !== undefined && { masteryScore }),
    ...(launchData !== undefined && { launchData }),
  });
  return { attempt, launch, token, standard, values };
}

/** Whether this is the token the launch was given; compared in constant time. */
export function isToken(hash: unknown, token: string): boolean {
  const expected = hash === undefined ? Buffer.alloc(32) : Buffer.from(hash as ArrayBuffer);
  return timingSafeEqual(hashOf(token), expected) && hash !== undefined;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();
