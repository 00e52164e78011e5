import { spawnSync } from 'node:child_process';

/**
 * `npm run test:faults [-- RUNS [SEED]]`: 10,000 schedules in each profile of SCORM, 5,000 of cmi5 and of xAPI, 10,000
 * lives of a cmi5 unit, unless told otherwise; other ones each time. `npm test` draws all of them from one seed.
 */
const [runs = '10000', seed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/faults', 'tests/lrs', 'tests/cmi5/random.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FAULT_RUNS: runs, FAULT_SEED: seed },
});
process.exitCode = status ?? 1;
