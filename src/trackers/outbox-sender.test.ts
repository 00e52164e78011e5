import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noDevice } from '../storage/device.ts';
import { Outbox, type Waiting } from '../storage/outbox.ts';
import { LrsError } from '../xapi/client.ts';
import { OutboxSender } from './outbox-sender.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const waiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  session: 's',
  weight: 'answer',
  text: JSON.stringify({ id }),
  ...more,
});

/** A store that takes a request whole or not at all: `says` gives the status of a request, 200 otherwise. */
async function sending(all: readonly Waiting[], says: (ids: readonly string[], rank: number) => number = () => 200) {
  const outbox = await Outbox.open(noDevice, 'k');
  await outbox.add(...all);
  const requests: string[][] = [];
  const stored: string[] = [];
  const lost: string[] = [];
  const sender = new OutboxSender({
    outbox,
    session: 's',
    sendsEarlier: true,
    random: () => 1,
    onLost: ({ id }) => void lost.push(id),
    client: {
      async send(texts) {
        const ids = texts.map((text) => JSON.parse(text).id as string);
        requests.push(ids);
        const status = ids.some((id) => stored.includes(id)) ? 409 : says(ids, requests.length);
        if (status !== 200) throw new LrsError(status, '');
        stored.push(...ids);
      },
    },
  });
  return { outbox, sender, requests, stored, lost };
}

test('fifty at a time, sixty thousand bytes at a time, in order', async () => {
  const many = Array.from({ length: 120 }, (_, rank) => waiting(`n${rank}`));
  const { sender, requests, stored } = await sending(many);
  expect(await sender.flush()).toBe(true);
  expect(requests.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(stored).toEqual(many.map(({ id }) => id));

  const heavy = ['a', 'b', 'c'].map((id) => waiting(id, { text: JSON.stringify({ id, words: 'é'.repeat(13_000) }) }));
  const two = await sending(heavy);
  await two.sender.flush();
  expect(two.requests).toEqual([['a', 'b'], ['c']]);
});

test('one statement the store has already is found by halves, and the others are stored', async () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => waiting(id));
  const { sender, stored, outbox } = await sending(all);
  stored.push('d');
  expect(await sender.flush()).toBe(true);
  expect([...stored].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(outbox.waiting).toEqual([]);
});

test('one that is refused is set aside for another session, and then let go', async () => {
  const refuses = (ids: readonly string[]) => (ids.includes('b') ? 400 : 200);
  const first = await sending(
    ['a', 'b', 'c'].map((id) => waiting(id)),
    refuses,
  );
  expect(await first.sender.flush()).toBe(true);
  expect(first.stored).toEqual(['a', 'c']);
  expect(first.outbox.waiting.map(({ id, refusedIn }) => [id, refusedIn])).toEqual([['b', 's']]);
  const second = await sending([waiting('b', { refusedIn: 'earlier' })], refuses);
  await second.sender.flush();
  expect([second.lost, second.outbox.waiting]).toEqual([['b'], []]);
});

test('a store that is down is asked again, later and later, with the same statements', async () => {
  const { sender, requests, stored } = await sending([waiting('a')], (_, rank) => (rank < 4 ? 503 : 200));
  expect(await sender.flush()).toBe(false);
  for (const [seconds, times] of [
    [1, 2],
    [2, 3],
    [4, 4],
  ] as const) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
    expect(requests).toHaveLength(times - 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(times);
  }
  expect(stored).toEqual(['a']);
});

test('a key that no longer opens is not tried again', async () => {
  const { sender, requests } = await sending([waiting('a')], () => 401);
  await sender.flush();
  await vi.advanceTimersByTimeAsync(600_000);
  await sender.flush();
  expect(requests).toHaveLength(1);
});

test('the opening of a session travels alone, and first', async () => {
  const { sender, requests } = await sending([waiting('open', { weight: 'begin' }), waiting('a'), waiting('b')]);
  await sender.flush();
  expect(requests).toEqual([['open'], ['a', 'b']]);
});

test('a page that goes away sends what matters most, in order, and its end only with all the rest', async () => {
  const all = [
    waiting('page', { weight: 'trace' }),
    waiting('answer'),
    waiting('done', { weight: 'outcome' }),
    waiting('end', { weight: 'end' }),
  ];
  const whole = await sending(all);
  await whole.sender.part(60_000);
  expect(whole.requests).toEqual([['page', 'answer', 'done', 'end']]);
  const size = JSON.stringify({ id: 'answer' }).length + 1;
  const narrow = await sending(all);
  await narrow.sender.part(size * 2);
  expect(narrow.requests).toEqual([['answer', 'done']]);
  const busy = await sending(all);
  busy.sender.mayEnd = () => false;
  await busy.sender.part(60_000);
  expect(busy.requests).toEqual([['page', 'answer', 'done']]);
});

test('the end waits while something else may still reach the store', async () => {
  const { sender, requests } = await sending([waiting('a'), waiting('end', { weight: 'end' })]);
  sender.mayEnd = () => false;
  await sender.flush();
  expect(requests).toEqual([['a']]);
  sender.mayEnd = () => true;
  await sender.flush();
  expect(requests).toEqual([['a'], ['end']]);
});
