import { spawnSync } from 'node:child_process';

/** `npm run test:faults [-- RUNS [SEED]]`: 10,000 schedules in each profile, unless told otherwise. */
const [runs = '10000', seed] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/faults'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FAULT_RUNS: runs, ...(seed && { FAULT_SEED: seed }) },
});
process.exitCode = status ?? 1;
