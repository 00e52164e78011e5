import { html, svg } from 'lit';

const PATHS = {
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  question: 'M9.5 9.5a2.5 2.5 0 114 2c-1 .7-1.5 1.2-1.5 2.5M12 17v.01M21 12a9 9 0 11-18 0 9 9 0 0118 0z',
  pencil: 'M4 20l1-4L16 5l3 3L8 19z',
  lock: 'M7 11h10a2 2 0 012 2v5a2 2 0 01-2 2H7a2 2 0 01-2-2v-5a2 2 0 012-2zM8 11V8a4 4 0 018 0v3',
  cloud: 'M7 18a4 4 0 010-8 5.5 5.5 0 0110.5-1A4.5 4.5 0 0117 18zM9.5 14l2 2 3.5-4',
  device: 'M7 3h10a1 1 0 011 1v16a1 1 0 01-1 1H7a1 1 0 01-1-1V4a1 1 0 011-1zM11 18h2',
  offline: 'M4 4l16 16M8 18h9a4 4 0 002-7.4M6 10a4 4 0 00.5 8M10 7a5.5 5.5 0 017 2.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  turn: 'M4 12a8 8 0 0113.7-5.7L20 8M20 4v4h-4M20 12a8 8 0 01-13.7 5.7L4 16M4 20v-4h4',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  scale: 'M4 19V9M10 19V5M16 19v-7M22 19H2',
  flag: 'M5 21V4h12l-2 4 2 4H5',
  info: 'M12 11v6M12 7v.01M21 12a9 9 0 11-18 0 9 9 0 0118 0z',
} as const;

/** Decorative: a word always stands beside it. */
export const icon = (name: keyof typeof PATHS) =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${PATHS[name]}></path>`}</svg>`;
