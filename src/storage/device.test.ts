import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { openDevice } from './device.ts';

/** localStorage with room for `room` characters. */
function storage(room = Number.POSITIVE_INFINITY): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (rank) => [...values.keys()][rank] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}
const refused = {
  get indexedDB(): IDBFactory {
    throw new DOMException('blocked', 'SecurityError');
  },
};

describe.each([
  ['indexeddb', () => ({ indexedDB: new IDBFactory(), localStorage: storage() })],
  ['localstorage', () => ({ localStorage: storage() })],
] as const)('%s', (kind, scope) => {
  test('keeps, gives back, forgets', async () => {
    const device = await openDevice(scope());
    expect(device.kind).toBe(kind);
    expect(await device.set('a', 'été 😀')).toBe(true);
    expect(await device.get('a')).toEqual(['été 😀']);
    await device.delete('a');
    expect(await device.get('a')).toEqual([]);
  });

  test('the last word of a page that went away is found beside what was kept in time', async () => {
    const here = scope();
    const device = await openDevice(here);
    await device.set('a', 'un');
    device.last('a', 'deux');
    expect(await (await openDevice(here)).get('a')).toContain('deux');
    await device.set('a', 'trois');
    expect(await device.get('a')).toEqual(['trois']);
  });
});

test('a browser that refuses IndexedDB leaves localStorage; one that refuses both leaves nothing, and says so', async () => {
  expect((await openDevice({ localStorage: storage() })).kind).toBe('localstorage');
  expect((await openDevice({ localStorage: storage(0) })).kind).toBe('none');
  expect((await openDevice({})).kind).toBe('none');
  expect(() => refused.indexedDB).toThrow();
});

test('a write that does not fit is refused, what was there stays', async () => {
  const device = await openDevice({ localStorage: storage(5) });
  expect(await device.set('a', 'court')).toBe(true);
  expect(await device.set('a', 'trop long')).toBe(false);
  expect(await device.get('a')).toEqual(['court']);
});
