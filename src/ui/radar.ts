import { html, svg } from 'lit';

/** Fewer axes draw no surface; more cannot be told apart. */
export const LEAST_AXES = 3;
export const MOST_AXES = 12;
/** Signs of a label that fit beside the radar on a phone. */
export const LONGEST_AXIS = 8;

const WIDTH = 360;
/** Below the lowest label. */
const MARGIN = 16;
const CENTRE = { x: 180, y: 150 };
const RADIUS = 92;
const LABELS = RADIUS + 12;
const MARK = 5;

export interface Radar {
  /** What the picture is, in a few words: its numbers stand in a table beside it. */
  name: string;
  /** Of each axis, clockwise from the top. */
  axes: readonly string[];
  /** Value at the end of every axis. */
  most: number;
  /** Values in the order of the axes, from 0. One, or the first then the latest. */
  series: readonly (readonly number[])[];
}

interface Point {
  x: number;
  y: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Where a value stands on the axis of this rank; `length` pixels from the centre. */
export function radarPoint(rank: number, axes: number, length: number): Point {
  const angle = (2 * Math.PI * rank) / axes - Math.PI / 2;
  return { x: round(CENTRE.x + length * Math.cos(angle)), y: round(CENTRE.y + length * Math.sin(angle)) };
}

const path = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).join(' ');

/**
 * A radar of one or two series: the first of two is dashed with round marks, the latest is plain with square ones.
 * Classes give the colours; no style of its own.
 */
export function radarChart({ name, axes, most, series }: Radar) {
  const ring = (length: number) => path(axes.map((_, rank) => radarPoint(rank, axes.length, length)));
  const steps = Array.from({ length: most }, (_, rank) => ((rank + 1) / most) * RADIUS);
  const plotted = series.map((values) =>
    values.map((value, rank) => radarPoint(rank, axes.length, (value / most) * RADIUS)),
  );
  const lowest = Math.max(...axes.map((_, rank) => radarPoint(rank, axes.length, LABELS).y));
  return html`<svg class="radar" viewBox="0 ${CENTRE.y - LABELS - MARGIN} ${WIDTH} ${lowest - CENTRE.y + LABELS + 2 * MARGIN}" role="img" aria-label=${name}>
    ${steps.map((length) => svg`<polygon class="radar__ring" fill="none" points=${ring(length)}></polygon>`)}
    ${axes.map((_, rank) => axisLine(rank, axes.length))}
    ${plotted.map((points, at) => line(points, at === plotted.length - 1))}
    ${axes.map((words, rank) => axisLabel(words, rank, axes.length))}
  </svg>`;
}

function axisLine(rank: number, axes: number) {
  const { x, y } = radarPoint(rank, axes, RADIUS);
  return svg`<line class="radar__ring" x1=${CENTRE.x} y1=${CENTRE.y} x2=${x} y2=${y}></line>`;
}

function axisLabel(words: string, rank: number, axes: number) {
  const { x, y } = radarPoint(rank, axes, LABELS);
  const side = x - CENTRE.x;
  const anchor = Math.abs(side) < 8 ? 'middle' : side > 0 ? 'start' : 'end';
  return svg`<text class="radar__label" x=${x} y=${y} text-anchor=${anchor} dominant-baseline="middle">${words}</text>`;
}

function line(points: readonly Point[], latest: boolean) {
  const look = latest ? 'radar__latest' : 'radar__first';
  return svg`<polygon class=${look} points=${path(points)} stroke-dasharray=${latest ? 'none' : '6 5'}></polygon>
    ${points.map((point) => mark(point, latest))}`;
}

function mark({ x, y }: Point, latest: boolean) {
  return latest
    ? svg`<rect class="radar__mark radar__mark--latest" x=${x - MARK} y=${y - MARK} width=${2 * MARK} height=${2 * MARK}></rect>`
    : svg`<circle class="radar__mark radar__mark--first" cx=${x} cy=${y} r=${MARK}></circle>`;
}

/** What tells a series from the other, beside its name. */
export function radarKey(latest: boolean) {
  return html`<svg class="radar-key" viewBox="0 0 44 16" aria-hidden="true">
    <line class=${latest ? 'radar__latest' : 'radar__first'} x1="2" y1="8" x2="42" y2="8" stroke-dasharray=${latest ? 'none' : '6 5'}></line>
    ${mark({ x: 22, y: 8 }, latest)}
  </svg>`;
}
