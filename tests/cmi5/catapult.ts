import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { judgesAgree, type Verdict } from './catapult/judges-agree.ts';
import { AT_ONCE, type Played, play, WHOLE_LIFE } from './catapult/play.ts';
import { type PackageResult, report } from './catapult/section.ts';
import { startServices } from './catapult/services.ts';
import { Suite } from './catapult/suite.ts';

/**
 * `npm run cmi5:catapult -- FOLDER PACKAGE.zip…`: ADL's cmi5 suite, from a folder where it is installed, imports each
 * package and judges a learner who follows it in a browser; the first unit is opened, lost, failed, passed and looked at
 * again. Writes the « cmi5 » section of docs/juges-publics.md; exits with 1 when a clause was broken.
 */
const [folder, ...zips] = process.argv.slice(2);
if (!folder || zips.length === 0 || !existsSync(join(folder, 'cts/service'))) {
  console.error(
    'Indiquez le dossier de la suite, puis les paquets\u00a0: npm run cmi5:catapult -- ../CATAPULT dist/petite-enfance-cmi5.zip',
  );
  process.exit(1);
}

const services = await startServices(resolve(folder));
const packages: PackageResult[] = [];
let verdicts: Verdict[] = [];
try {
  const suite = await Suite.open(services.origin);
  for (const zip of zips) {
    const course = await suite.importCourse(readFileSync(zip));
    if (verdicts.length === 0) verdicts = await judgesAgree(suite, course.id);
    packages.push({ zip: basename(zip), ...(await follow(suite, course)) });
  }
} finally {
  services.stop();
}
process.exit(report(revision(folder), packages, verdicts) ? 0 : 1);

/** One learner goes through all units of a course. */
async function follow(suite: Suite, { id, metadata: { aus } }: Awaited<ReturnType<Suite['importCourse']>>) {
  const { id: testId } = await suite.enrol(id);
  const played: Played[] = [];
  for (const [rank, unit] of aus.entries()) {
    const moduleId = unit.id.split('/').at(-1)!;
    console.log(`${moduleId}…`);
    played.push(...(await play({ suite, testId, rank, moduleId }, rank === 0 ? WHOLE_LIFE : AT_ONCE)));
  }
  return { played, units: (await suite.results(testId)).aus };
}

/** Short, of the folder's own history; « inconnue » without one. */
function revision(of: string): string {
  try {
    return execFileSync('git', ['-C', of, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'inconnue';
  }
}
