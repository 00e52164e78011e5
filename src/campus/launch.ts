import { createHash, timingSafeEqual } from 'node:crypto';
import { attemptOf } from './attempts.ts';
import { type Campus, newId } from './campus.ts';
import { openPackage, standardOf } from './course-package.ts';
import { launchValues, type Standard } from './launch-values.ts';
import { learnerOf } from './learners.ts';

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
  const [launch, now] = [newId(campus), campus.now().getTime()];
  const attempt = data.transaction(() => {
    data.run(
      "INSERT OR IGNORE INTO attempts (id, package, learner, cmi, status, first, last) VALUES (?, ?, ?, '{}', 'not attempted', ?, ?)",
      [newId(campus), packageName, learnerId, now, now],
    );
    const { id } = data.one('SELECT id FROM attempts WHERE package = ? AND learner = ?', [packageName, learnerId])!;
    data.run('UPDATE launches SET open = 0 WHERE attempt = ?', [String(id)]);
    data.run('UPDATE attempts SET last = ? WHERE id = ?', [now, String(id)]);
    data.run('INSERT INTO launches (id, attempt, token, begun, seconds, commits, open) VALUES (?, ?, ?, ?, 0, 0, 1)', [
      launch,
      String(id),
      hashOf(token),
      now,
    ]);
    return String(id);
  });
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
