import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { clientBundle } from '../../src/preview/client-bundle.ts';
import { ensureBrowser } from '../browser.ts';
import { writeExamples } from '../fixtures/examples.ts';

const ROOT = join(import.meta.dirname, '..', '..');
export const DIST = join(ROOT, '.cache', 'e2e');

/** The real packages, made by the real command, from the real courses and from the small one of the tests. */
export default async function setup(): Promise<void> {
  ensureBrowser();
  for (const modules of ['modules', 'tests/fixtures/courses', await writeExamples()]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'packaging/cli.ts', '--modules', modules, '--out', DIST],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`Packaging ${modules} failed:\n${stdout}\n${stderr}`);
  }
  await clientBundle();
}
