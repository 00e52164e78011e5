import { expect, test } from 'vitest';
import { type Device, noDevice } from './device.ts';
import { Outbox, type Waiting } from './outbox.ts';

const waiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  session: 's1',
  weight: 'answer',
  text: `{"id":"${id}"}`,
  ...more,
});

/** A device in memory, whose last words stand beside what was written in time, as in a browser. */
function memory(): Device & { writes: number; values: Map<string, string>; tail: Map<string, string> } {
  const [values, tail] = [new Map<string, string>(), new Map<string, string>()];
  const device = {
    kind: 'indexeddb' as const,
    values,
    tail,
    writes: 0,
    get: async (key: string) => [values.get(key), tail.get(key)].filter((value) => value !== undefined),
    set: async (key: string, value: string) => {
      device.writes += 1;
      values.set(key, value);
      return true;
    },
    last: (key: string, value: string) => void tail.set(key, value),
    delete: async (key: string) => {
      values.delete(key);
      tail.delete(key);
    },
  };
  return device;
}
const ids = (outbox: Outbox) => outbox.waiting.map(({ id }) => id);

test('what waits is found by the next page, in its order, and gone once it arrived', async () => {
  const device = memory();
  const outbox = await Outbox.open(device, 'k');
  await outbox.add(waiting('a'), waiting('b'));
  await outbox.add(waiting('c'));
  expect(ids(await Outbox.open(device, 'k'))).toEqual(['a', 'b', 'c']);
  await outbox.done(['a', 'b', 'c']);
  expect(ids(await Outbox.open(device, 'k'))).toEqual([]);
  expect(device.values.size).toBe(0);
});

test('the last word of a page that died is put together with what it had written', async () => {
  const device = memory();
  const outbox = await Outbox.open(device, 'k');
  await outbox.add(waiting('a'));
  void outbox.add(waiting('b'));
  outbox.last();
  device.values.set('k', JSON.stringify({ v: 1, waiting: [waiting('a')], told: {} }));
  expect(ids(await Outbox.open(device, 'k'))).toEqual(['a', 'b']);
});

test('a statement is there once, whatever the times it is added; another form of it takes its place, last', async () => {
  const outbox = await Outbox.open(memory(), 'k');
  await outbox.add(waiting('a'), waiting('b'));
  await outbox.add(waiting('a'));
  await outbox.replace(waiting('a', { session: 's2' }));
  expect(outbox.waiting.map(({ id, session }) => `${id} ${session}`)).toEqual(['b s1', 'a s2']);
});

test('facts added together are one write', async () => {
  const device = memory();
  const outbox = await Outbox.open(device, 'k');
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => outbox.add(waiting(id))));
  expect(device.writes).toBe(1);
});

test('the name of a fact is kept until the platform is known to hold it', async () => {
  const device = memory();
  const outbox = await Outbox.open(device, 'k');
  outbox.remember('fait', { id: 'x', at: '2026-11-22T10:00:00.000Z' });
  await outbox.add();
  expect((await Outbox.open(device, 'k')).told.fait?.id).toBe('x');
  await outbox.forget(['fait']);
  expect((await Outbox.open(device, 'k')).told).toEqual({});
});

test('without a device it holds as long as the page, and says so', async () => {
  const outbox = await Outbox.open(noDevice, 'k');
  expect(await outbox.add(waiting('a'))).toBe(false);
  expect(ids(outbox)).toEqual(['a']);
});

test('what is damaged on the device does not keep a page from opening', async () => {
  const device = memory();
  device.values.set('k', '{"v":1,"wai');
  expect(ids(await Outbox.open(device, 'k'))).toEqual([]);
});
