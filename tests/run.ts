import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';

/**
 * `npm test`: style, types, content, units, then the built packages in a browser. Its last line counts everything:
 * `N passed, N failed`. `npm test e2e` runs the browser part alone, `npm run test:e2e -- cmi5.spec.ts` one file
 * of it.
 */
const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, '.cache', 'reports');
const [only, ...files] = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const fallen: string[] = [];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

if (!only) {
  await command('style', ['npx', 'biome', 'check', '--error-on-warnings', '.']);
  await command('types', ['npx', 'tsc', '--noEmit']);
  await command('content', ['npm', 'run', '--silent', 'check']);
  const report = join(REPORTS, 'vitest.json');
  const code = await run([
    'npx',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  count('units', code, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  });
}
ensureBrowser();
const report = join(REPORTS, 'playwright.json');
const code = await run(['npx', 'playwright', 'test', '--reporter=list,json', ...files], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: report,
});
count('browser', code, () => {
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
});

if (fallen.length > 0) console.log(`Failed: ${fallen.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function command(name: string, words: string[]): Promise<void> {
  const failed = (await run(words)) !== 0;
  console.log(`${failed ? '✗' : '✓'} ${name}`);
  total[failed ? 'failed' : 'passed'] += 1;
  if (failed) fallen.push(name);
}

/** A runner that fell without a report is one failure. */
function count(name: string, code: number, read: () => { passed: number; failed: number }): void {
  try {
    const { passed, failed } = read();
    total.passed += passed;
    total.failed += failed === 0 && code !== 0 ? 1 : failed;
    if (failed > 0 || code !== 0) fallen.push(name);
  } catch (error) {
    console.error(`No report of ${name}:`, error);
    total.failed += 1;
    fallen.push(name);
  }
}

function run([program, ...words]: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program!, words, {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    child.on('close', (status) => resolve(status ?? 1));
    child.on('error', () => resolve(1));
  });
}
