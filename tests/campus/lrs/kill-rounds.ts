import { spawnSync } from 'node:child_process';

/** `npm run test:lrs-kill [-- ROUNDS]`: the record store is killed while it writes, 50 times unless told otherwise. */
const [rounds = '50'] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/campus/lrs/kill.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, LRS_KILL_ROUNDS: rounds },
});
process.exitCode = status ?? 1;
