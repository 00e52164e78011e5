import type { Cursor, Line } from './lines.ts';

/** Which page, and how the address says it: `suite` for older statements, `avant` for newer ones. */
export interface Place {
  /** 1-based. */
  page: number;
  /** Absent on the first page. */
  cursor?: Cursor;
}

const SIDES = { suite: 'older', avant: 'newer' } as const;

/** The first page for an address that says nothing we wrote. */
export function placeIn(query: URLSearchParams): Place {
  const page = Math.max(2, Math.trunc(Number(query.get('page'))) || 2);
  for (const [name, towards] of Object.entries(SIDES)) {
    const [, happened, seq] = /^(-?\d{1,16})-(\d{1,16})$/.exec(query.get(name) ?? '') ?? [];
    if (happened !== undefined) return { page, cursor: { happened: Number(happened), seq: Number(seq), towards } };
  }
  return { page: 1 };
}

/** Parameters of the page of older statements, after the last line of this one. */
export const olderThan = ({ happened, seq }: Line, page: number) => ({
  suite: `${happened}-${seq}`,
  page: String(page + 1),
});

/** Of the page of newer ones, before the first line of this one; nothing for the first page. */
export const newerThan = ({ happened, seq }: Line, page: number): Record<string, string> =>
  page <= 2 ? {} : { avant: `${happened}-${seq}`, page: String(page - 1) };
