import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { FileInUse } from '../../../src/campus/data/sqlite.ts';
import { openStore } from '../../../src/campus/lrs/store.ts';
import { openLrs, statement, uuid } from './open-lrs.ts';

test('a second opening of the file is refused in one sentence, and the first goes on', async () => {
  const { file, post, find } = openLrs();
  expect(() => openStore({ file })).toThrow(FileInUse);
  expect(() => openStore({ file })).toThrow(`${file} is open in another process`);
  await post(statement({ id: uuid(1) }));
  expect(await find({})).toHaveLength(1);
});

test('so is a second process', async () => {
  const { file, post } = openLrs();
  await post(statement());
  const program = new URL('./server-process.ts', import.meta.url).pathname;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', program, file], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`${file} is open in another process: stop it, or give this one another file.`);
  expect(stdout).toBe('');
});

test('what was written is there when the file is opened again, and time goes on from it', async () => {
  const { file, store, post } = openLrs();
  const later = store.consistentThrough() + 60_000_000;
  await post(statement({ id: uuid(1) }));
  // as if the clock of the machine had been set back a minute
  store.transaction(() => store.run('UPDATE statements SET stored = ?', [later]));
  store.close();
  const again = openStore({ file });
  expect(again.one('SELECT count(*) AS n FROM statements')).toMatchObject({ n: 1 });
  expect(again.tick()).toBeGreaterThan(later);
  again.close();
});

test('a full file says so, and loses nothing it acknowledged', async () => {
  const { call, find, store } = openLrs({ maxPages: 120 });
  const written: string[] = [];
  let status = 200;
  for (let number = 1; status === 200 && number < 2_000; number++) {
    const body = [
      statement({ id: uuid(number * 2) }),
      statement({ id: uuid(number * 2 + 1), result: { response: 'x'.repeat(900) } }),
    ];
    const response = await call('POST', '/statements', { body });
    status = response.status;
    if (status === 200) written.push(...((await response.json()) as string[]));
    else
      expect(await response.json()).toEqual({
        error: 'The record store is full: nothing of this request was stored, what was there is safe.',
      });
  }
  expect(status).toBe(507);
  expect(written.length).toBeGreaterThan(20);
  expect((await find({ ascending: true, limit: 0 })).map(({ id }) => id)).toEqual(written);
  expect(store.one('PRAGMA integrity_check')).toMatchObject({ integrity_check: 'ok' });
  const state = '/activities/profile?activityId=http://example.org/a&profileId=p';
  expect((await call('POST', state, { body: { text: 'x'.repeat(90_000) } })).status).toBe(507);
  // with room again, it goes on
  store.all('PRAGMA max_page_count = 1000');
  expect((await call('POST', '/statements', { body: statement() })).status).toBe(200);
});
