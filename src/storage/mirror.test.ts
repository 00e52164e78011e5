import { expect, test } from 'vitest';
import type { Device } from './device.ts';
import { Mirror } from './mirror.ts';
import { sealWith } from './seal.ts';

function memory(): Device & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    kind: 'indexeddb',
    values,
    get: async (key) => (values.has(key) ? [values.get(key)!] : []),
    set: async (key, value) => Boolean(values.set(key, value)),
    last: (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
  };
}
const copy = { data: '1.abc.def.un texte très privé', known: { '1/4': [10, 20] }, at: 1_000 };

test('a plain copy is read without any key', async () => {
  const mirror = new Mirror(memory(), 'k');
  await mirror.write(copy, undefined);
  expect(await mirror.read(undefined)).toEqual({ copies: [copy], locked: 0 });
});

test('a sealed copy is read with its key alone, and nothing of it shows in storage', async () => {
  const device = memory();
  const mirror = new Mirror(device, 'k');
  await mirror.write(copy, sealWith('AAECAwQFBgcICQoLDA0ODw'));
  expect([...device.values.values()].join()).not.toMatch(/privé|1\.abc|1\/4/);
  expect(await mirror.read(sealWith('AAECAwQFBgcICQoLDA0ODw'))).toEqual({ copies: [copy], locked: 0 });
  expect(await mirror.read(sealWith('another key'))).toEqual({ copies: [], locked: 1 });
  expect(await mirror.read(undefined)).toEqual({ copies: [], locked: 1 });
});

test('the same copy sealed twice is never the same text', () => {
  const seal = sealWith('AAECAwQFBgcICQoLDA0ODw');
  expect(seal.close('texte')).not.toBe(seal.close('texte'));
  expect(seal.open(seal.close('L’été 😀'))).toBe('L’été 😀');
  expect(seal.open(seal.close('texte').replace(/.$/, (sign) => (sign === '0' ? '1' : '0')))).not.toBe('texte');
});

test('what is no copy of ours is left where it is', async () => {
  const device = memory();
  device.values.set('k', 'autre chose');
  expect(await new Mirror(device, 'k').read(undefined)).toEqual({ copies: [], locked: 1 });
  expect(device.values.get('k')).toBe('autre chose');
});
