import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** What its authors changed on the page « Comprendre ». */
export const CORRECTION = 'trois phrases courtes';

/** Packages the fixture course into `folder` as its authors corrected it while people were in it. */
export function packageCorrected(folder: string, target: string): void {
  const courses = join(folder, 'cours');
  cpSync(join(ROOT, 'tests/fixtures/courses'), courses, { recursive: true });
  const file = join(courses, 'essai/01-cadre/02-comprendre.md');
  const text = readFileSync(file, 'utf8');
  if (!text.includes('trois phrases.')) throw new Error(`Nothing to correct in ${file}: was it rewritten?`);
  writeFileSync(file, text.replace('trois phrases.', `${CORRECTION}.`));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'packaging/cli.ts', '--target', target, '--modules', courses, '--out', folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The corrected course could not be packaged: ${stderr}`);
}
