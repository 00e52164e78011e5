import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip } from '../../packaging/zip.ts';

const files = [
  { path: 'média/Relais d’été.txt', data: 'Café, l’été 👶' },
  { path: 'index.html', data: '<p>Bonjour</p>'.repeat(50) },
  { path: 'Z.js', data: new Uint8Array([1, 2, 3]) },
  { path: 'media/photo.JPG', data: new Uint8Array(1000) },
];
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The entries of the central directory, in the order of the zip. */
function directory(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = [];
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
      utf8: (view.getUint16(at + 8, true) & 0x800) !== 0,
      stored: view.getUint16(at + 10, true) === 0,
      time: view.getUint16(at + 12, true) >> 11,
      date: view.getUint16(at + 14, true),
      mode: (view.getUint32(at + 38, true) >>> 16).toString(8),
    });
  }
  return entries;
}

test('what was zipped is found again, names and words in UTF-8', () => {
  const found = unzipSync(zip(files));
  expect(strFromU8(found['média/Relais d’été.txt']!)).toBe('Café, l’été 👶');
  expect([...found['Z.js']!]).toEqual([1, 2, 3]);
  expect(Object.keys(found)).toHaveLength(files.length);
});

test('entries are sorted, dated and readable by a web server; media are stored, the rest is deflated', () => {
  const same = { time: 12, date: (1 << 5) | 1, mode: '100644' };
  expect(directory(zip(files))).toEqual([
    { ...same, name: 'Z.js', utf8: false, stored: false },
    { ...same, name: 'index.html', utf8: false, stored: false },
    { ...same, name: 'media/photo.JPG', utf8: false, stored: true },
    { ...same, name: 'média/Relais d’été.txt', utf8: true, stored: false },
  ]);
});

test('the order of the files does not change a byte', () => {
  expect(digest(zip(files.toReversed()))).toBe(digest(zip(files)));
});

test('the time zone of the machine does not change a byte', () => {
  const script = `
    import { createHash } from 'node:crypto';
    import { zip } from ${JSON.stringify(new URL('../../packaging/zip.ts', import.meta.url).href)};
    const bytes = zip([{ path: 'index.html', data: 'Café' }, { path: 'a.png', data: new Uint8Array(9) }]);
    console.log(new Date(0).getTimezoneOffset(), createHash('sha256').update(bytes).digest('hex'));`;
  const zippedIn = (TZ: string) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
      .trim()
      .split(' ');
  const [east, eastBytes] = zippedIn('Pacific/Kiritimati');
  const [west, westBytes] = zippedIn('America/New_York');
  expect(east).not.toBe(west); // the machine knows both zones
  expect(eastBytes).toMatch(/^[\da-f]{64}$/);
  expect(eastBytes).toBe(westBytes);
});

test.each(['/index.html', 'a\\b.js', '../index.html', 'a//b', 'a/./b', 'a/', ''])(
  'the path "%s" is refused',
  (path) => {
    expect(() => zip([{ path, data: '' }])).toThrow('Bad path');
  },
);

test('two files with one path are refused', () => {
  expect(() => zip([...files, { path: 'Z.js', data: '' }])).toThrow('Two files of the package have the path "Z.js"');
});
