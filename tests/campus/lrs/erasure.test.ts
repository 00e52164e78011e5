import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyRetention, eraseActor } from '../../../src/campus/lrs/erase.ts';
import { exportActor } from '../../../src/campus/lrs/export.ts';
import { storeStatements } from '../../../src/campus/lrs/insert.ts';
import { keys } from '../../../src/campus/lrs/keys.ts';
import { learnersIn, registerPage } from '../../../src/campus/lrs/register.ts';
import { activity, type OpenLrs, openLrs, person, query, statement, uuid, verb } from './open-lrs.ts';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
/** No other word of the file looks like it. */
const AICHA = person('aicha-7d1f');
const named = { ...AICHA, name: 'Aïcha Benali' };
const CONTENT = Buffer.from('preuve-d-aicha-7d1f');
const SHARED = Buffer.from('document-partagé');

const proof = (content: Uint8Array) => ({
  usageType: 'http://id.tincanapi.com/attachment/supporting_media',
  display: { fr: 'Preuve' },
  contentType: 'text/plain',
  length: content.length,
  sha2: sha256(content),
});

/** Aïcha in every place a statement can name her, and Bruno beside her. */
async function lived({ store, admin, call, keyFor }: OpenLrs) {
  const contents = new Map([CONTENT, SHARED].map((content) => [sha256(content), content]));
  const bruno = { actor: person('bruno') };
  storeStatements(
    store,
    admin,
    [
      statement({ id: uuid(1), actor: named, attachments: [proof(CONTENT), proof(SHARED)] as never }),
      statement({ id: uuid(2), ...bruno, object: { objectType: 'Agent', ...AICHA } }),
      statement({ id: uuid(3), ...bruno, object: { objectType: 'SubStatement', ...statement({ actor: AICHA }) } }),
      statement({ id: uuid(4), ...bruno, context: { team: { objectType: 'Group', member: [AICHA], name: 'Équipe' } } }),
      statement({ id: uuid(5), actor: person('trainer'), object: { objectType: 'StatementRef', id: uuid(1) } }),
      statement({ id: uuid(6), ...bruno, attachments: [proof(SHARED)] as never }),
      statement({ id: uuid(7), actor: AICHA, verb: { id: verb('exited') }, object: { id: activity('aicha-7d1f') } }),
      statement({
        id: uuid(8),
        actor: person('trainer'),
        verb: { id: verb('voided') },
        object: { objectType: 'StatementRef', id: uuid(7) },
      }),
    ],
    contents,
  );
  const state = (agent: object) => `/activities/state?${query({ activityId: activity('m'), agent, stateId: 's' })}`;
  for (const agent of [AICHA, person('bruno')]) await call('PUT', state(agent), { body: { of: agent } });
  await call('POST', `/agents/profile?${query({ agent: AICHA, profileId: 'p' })}`, { body: { a: 1 } });
  keyFor(AICHA);
  keyFor(person('bruno'));
}

test('an erased actor is nowhere in the file, and the certificate says what went', async () => {
  const lrs = openLrs();
  await lived(lrs);
  const certificate = eraseActor(lrs.store, { ...AICHA, name: 'any name' });
  const gone = [1, 2, 3, 4, 5, 7, 8].map(uuid);
  expect(certificate).toEqual({
    actor: sha256('account:https://example.org aicha-7d1f'),
    erasedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    statements: 7,
    documents: 2,
    attachments: 1,
    keys: 1,
    statementIds: sha256(gone.join('\n')),
  });
  expect((await lrs.find({})).map(({ id }) => id)).toEqual([uuid(6)]);
  expect(keys(lrs.store).map(({ actor }) => actor)).toEqual([undefined, person('bruno')]);
  expect(learnersIn(lrs.store).map(({ agent }) => agent)).toEqual(['account:https://example.org bruno']);
  for (const file of [lrs.file, `${lrs.file}-wal`]) {
    const bytes = readFileSync(file);
    for (const word of ['aicha-7d1f', 'Benali', 'Équipe']) expect(bytes.includes(word)).toBe(false);
  }
  expect(readFileSync(lrs.file).includes('bruno')).toBe(true);
  expect(eraseActor(lrs.store, AICHA)).toMatchObject({ statements: 0, documents: 0, keys: 0 });
});

test('an erased statement may come again, and is then a new one', async () => {
  const lrs = openLrs();
  await lived(lrs);
  eraseActor(lrs.store, AICHA);
  await lrs.post(statement({ id: uuid(1), actor: AICHA }));
  expect((await lrs.find({ agent: AICHA })).map(({ id }) => id)).toEqual([uuid(1)]);
});

test('an export holds what an erasure takes away, attachments and voided statements included', async () => {
  const lrs = openLrs();
  await lived(lrs);
  const exported = JSON.parse(JSON.stringify(exportActor(lrs.store, AICHA)));
  expect(exported.statements.map(({ id }: { id: string }) => id)).toEqual([1, 2, 3, 4, 5, 7, 8].map(uuid));
  expect(exported.names).toEqual(['Aïcha Benali']);
  expect(
    exported.documents.map(({ kind, content }: { kind: string; content: string }) => [kind, JSON.parse(content)]),
  ).toEqual([
    ['agent-profile', { a: 1 }],
    ['state', { of: AICHA }],
  ]);
  expect(Buffer.from(exported.attachments[sha256(CONTENT)], 'base64')).toEqual(CONTENT);
  expect(exportActor(lrs.store, person('nobody'))).toMatchObject({ statements: [], documents: [] });
});

test('retention takes the old statements of one verb', async () => {
  const lrs = openLrs();
  await lrs.post(statement({ id: uuid(1) }), statement({ id: uuid(2), verb: { id: verb('passed') } }));
  const retain = (now: number) => applyRetention(lrs.store, { verb: verb('answered'), days: 30, now });
  expect(retain(Date.now() + 29 * 86_400_000)).toEqual({ statements: 0, attachments: 0 });
  expect(retain(Date.now() + 31 * 86_400_000)).toEqual({ statements: 1, attachments: 0 });
  expect((await lrs.find({})).map(({ id }) => id)).toEqual([uuid(2)]);
});

test('the register pages by when things happened, latest first, with how many there are', async () => {
  const { store, post } = openLrs();
  const at = (number: number, day: number, more: object = {}) =>
    statement({ id: uuid(number), timestamp: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`, ...more });
  const parent = { context: { contextActivities: { parent: [{ id: activity('module-1') }] } } };
  await post(
    at(1, 20, parent),
    at(2, 10, parent), // sent late
    at(3, 15, { actor: person('bruno'), ...parent }),
    at(4, 16, { actor: person('bruno') }),
    at(5, 17, {
      verb: { id: verb('voided') },
      actor: person('trainer'),
      object: { objectType: 'StatementRef', id: uuid(4) },
    }),
  );
  const aicha = 'account:https://example.org aicha';
  const page = (question: object) => {
    const { statements, total } = registerPage(store, { page: 1, size: 2, ...question });
    return [statements.map(({ id }) => Number(id.slice(-2))), total];
  };
  expect(page({})).toEqual([[1, 5], 4]);
  expect(page({ page: 2 })).toEqual([[3, 2], 4]);
  expect(page({ page: 3 })).toEqual([[], 4]);
  expect(page({ learner: aicha })).toEqual([[1, 2], 2]);
  expect(page({ activity: activity('module-1') })).toEqual([[1, 3], 3]);
  expect(page({ activity: activity('module-1'), learner: aicha })).toEqual([[1, 2], 2]);
  expect(page({ from: Date.parse('2026-11-15T10:00:00Z'), to: Date.parse('2026-11-17T10:00:00Z') })).toEqual([[3], 1]);
  expect(page({ learner: 'account:https://example.org nobody' })).toEqual([[], 0]);
  await post(statement({ id: uuid(6), actor: person('old'), timestamp: '1969-07-20T20:17:40Z' }));
  expect(page({ learner: 'account:https://example.org old' })).toEqual([[6], 1]);
});
