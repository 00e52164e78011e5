import { spawnSync } from 'node:child_process';

/** `npm run test:releve [-- COUNT]`: the register among 100,000 statements, unless told otherwise; a minute or so. */
const [count = '100000'] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/campus/releve-size.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, RELEVE_STATEMENTS: count },
});
process.exitCode = status ?? 1;
