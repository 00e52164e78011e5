import { expect, test } from 'vitest';
import { radarChart, radarPoint } from './radar.ts';

test('axes go round clockwise from the top', () => {
  expect(radarPoint(0, 4, 100)).toEqual({ x: 180, y: 50 });
  expect(radarPoint(1, 4, 100)).toEqual({ x: 280, y: 150 });
  expect(radarPoint(2, 4, 100)).toEqual({ x: 180, y: 250 });
  expect(radarPoint(3, 4, 0)).toEqual({ x: 180, y: 150 });
});

/** The template as text: its own strings, and its values. */
function drawn(part: unknown): string {
  if (Array.isArray(part)) return part.map(drawn).join('');
  if (typeof part !== 'object' || part === null) return String(part);
  const { strings, values } = part as { strings: readonly string[]; values: readonly unknown[] };
  return strings.map((text, rank) => text + (rank < values.length ? drawn(values[rank]) : '')).join('');
}
const radar = (axes: number, ...series: number[][]) =>
  drawn(radarChart({ name: 'Radar', axes: Array.from({ length: axes }, (_, rank) => `C${rank}`), most: 4, series }));
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

test.each([3, 7, 12])('%i axes: a label and a mark on each, four rings, no inline style', (axes) => {
  const text = radar(axes, Array(axes).fill(1), Array(axes).fill(4));
  expect(text).toContain('role="img" aria-label=Radar');
  expect([count(text, /<text /g), count(text, /<circle/g), count(text, /<rect/g)]).toEqual([axes, axes, axes]);
  expect(count(text, /<polygon class="radar__ring"/g)).toBe(4);
  expect(text).not.toContain('style=');
  const numbers = [...text.matchAll(/ (?:x|y|cx|cy)=(-?[\d.]+)/g)].map(([, number]) => Number(number));
  expect(numbers.every((number) => number >= 0 && number <= 360)).toBe(true);
});

test('two series differ by their dash and by the shape of their marks; one alone is drawn as the latest', () => {
  const both = radar(3, [1, 1, 1], [2, 2, 2]);
  expect(both).toMatch(/radar__first points=\S+ \S+ \S+ stroke-dasharray=6 5/);
  expect(both).toMatch(/radar__latest points=\S+ \S+ \S+ stroke-dasharray=none/);
  const one = radar(3, [2, 2, 2]);
  expect([count(one, /<circle/g), count(one, /<rect/g)]).toEqual([0, 3]);
});
