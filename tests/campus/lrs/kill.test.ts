import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { uuidBytes } from '../../../src/campus/lrs/identifier.ts';
import { openStore, type Store } from '../../../src/campus/lrs/store.ts';
import { basic, statement } from './open-lrs.ts';
import { temporaryFile } from './serve.ts';

const ROUNDS = Number(process.env.LRS_KILL_ROUNDS ?? 5);
const BATCH = 5;
const WRITERS = 4;

test(
  `killed ${ROUNDS} times while it writes, the record store has every statement it said it had`,
  async () => {
    const { file, remove } = temporaryFile();
    const acknowledged: string[] = [];
    const refusedOrCut: string[][] = [];
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const before = acknowledged.length;
        await writeUntilKilled(file, { acknowledged, refusedOrCut });
        expect(acknowledged.length, `round ${round}: nothing was written before the end`).toBeGreaterThan(before);
        const store = openStore({ file });
        expect(store.one('PRAGMA integrity_check')).toMatchObject({ integrity_check: 'ok' });
        expect(acknowledged.filter((id) => !has(store, id))).toEqual([]);
        // a batch nobody answered for is there whole or not at all
        for (const batch of refusedOrCut) expect([0, BATCH]).toContain(batch.filter((id) => has(store, id)).length);
        store.close();
      }
    } finally {
      remove();
    }
  },
  30_000 + ROUNDS * 3_000,
);

const has = (store: Store, id: string) =>
  store.one('SELECT 1 FROM statements WHERE id = ?', [uuidBytes(id)]) !== undefined;

/** Several clients write as fast as they are answered; SIGKILL comes 20 to 220 ms after the first answer. */
async function writeUntilKilled(file: string, written: { acknowledged: string[]; refusedOrCut: string[][] }) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', new URL('./server-process.ts', import.meta.url).pathname, file],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [url, key, secret] = await firstWords(child);
  let alive = true;
  child.once('exit', () => (alive = false));
  const start = written.acknowledged.length;
  const writer = async () => {
    while (alive) {
      const ids = Array.from({ length: BATCH }, () => randomUUID());
      const body = JSON.stringify(ids.map((id) => statement({ id, result: { response: 'x'.repeat(300) } })));
      const headers = {
        authorization: basic({ key: key!, secret: secret! }),
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      };
      const sent = await fetch(`${url}/statements`, { method: 'POST', headers, body })
        .then((response) => response.json().then(() => response.ok))
        .catch(() => false);
      if (sent) written.acknowledged.push(...ids);
      else written.refusedOrCut.push(ids);
      if (sent && written.acknowledged.length === start + BATCH)
        setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 200);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** Rejects when the process ends before it says anything. */
async function firstWords(child: ChildProcess): Promise<string[]> {
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The server ended at once, code ${code}`)),
  );
  const [line] = await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), ended]);
  return String(line).split(' ');
}
