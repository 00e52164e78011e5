import type { Value } from '../data/sqlite.ts';
import { findEntity } from '../lrs/entities.ts';
import { EVERYONE } from '../lrs/postings.ts';
import type { StoredStatement } from '../lrs/statement.ts';
import type { Store } from '../lrs/store.ts';
import { boundsOf, type Filter } from './filter.ts';

/** Where a page begins: next to this statement, on the side of older or of newer ones. */
export interface Cursor {
  /** Milliseconds since 1970. */
  happened: number;
  /** Its number in the store. */
  seq: number;
  towards: 'older' | 'newer';
}

export interface Line {
  statement: StoredStatement;
  happened: number;
  seq: number;
}

/**
 * At most `limit` statements a filter lets through, voided ones aside, latest first whichever the side of the cursor.
 * Reads on from a place rather than counting pages: the last page is as quick as the first.
 */
export function linesOf(store: Store, filter: Filter, limit: number, cursor?: Cursor): Line[] {
  const asked = conditionsOf(store, filter);
  if (!asked) return [];
  const newer = cursor?.towards === 'newer';
  const beside = cursor ? `AND (r.happened, r.seq) ${newer ? '>' : '<'} (?, ?)` : '';
  const order = newer ? 'ASC' : 'DESC';
  const rows = store.all(
    `SELECT l.happened, l.seq, s.json FROM (SELECT r.happened, r.seq ${asked.from} ${beside} ORDER BY r.happened ${order}, r.seq ${order} LIMIT ?) l CROSS JOIN statements s ON s.seq = l.seq`,
    [...asked.values, ...(cursor ? [cursor.happened, cursor.seq] : []), limit],
  );
  const lines = rows.map(({ happened, seq, json }) => ({
    statement: JSON.parse(String(json)) as StoredStatement,
    happened: Number(happened),
    seq: Number(seq),
  }));
  return newer ? lines.reverse() : lines;
}

/** How many statements the filter lets through. */
export function countOf(store: Store, filter: Filter): number {
  const asked = conditionsOf(store, filter);
  return asked ? Number(store.one(`SELECT count(*) AS n ${asked.from}`, asked.values)?.n) : 0;
}

/** Undefined when the filter names someone or something that no statement does. */
function conditionsOf(store: Store, filter: Filter): { from: string; values: Value[] } | undefined {
  const { learner, activity, verb } = filter;
  const person = learner === '' ? EVERYONE : findEntity(store, 'agent', learner);
  const place = activity === '' ? EVERYONE : findEntity(store, 'activity', activity);
  const action = verb === '' ? EVERYONE : findEntity(store, 'verb', verb);
  if (person === undefined || place === undefined || action === undefined) return undefined;
  const { from, before } = boundsOf(filter);
  const period = [Math.max(from, -FURTHEST), Math.min(before, FURTHEST)];
  const leading = person === EVERYONE ? place : person;
  const mentioned = 'AND EXISTS (SELECT 1 FROM postings p WHERE p.entity = ? AND p.broad = ? AND p.seq = r.seq)';
  const also: Value[] = person !== EVERYONE && place !== EVERYONE ? [place, 1] : [];
  const alsoPlace = also.length > 0 ? mentioned : '';
  if (action === EVERYONE) return { from: `${IN_REGISTER} ${alsoPlace}`, values: [leading, ...period, ...also] };
  if (!isRare(store, action))
    return {
      from: `${IN_REGISTER} ${alsoPlace} ${mentioned}`,
      values: [leading, ...period, ...also, action, 0],
    };
  return { from: `${OF_VERB} ${alsoPlace}`, values: [action, ...period, leading, ...also] };
}

/** Walks the page of someone or something in the register, in its order. */
const IN_REGISTER = 'FROM register r WHERE r.entity = ? AND r.happened >= ? AND r.happened < ?';
/** Walks the statements of a verb and asks the register for each: few of them are sooner sorted than looked for. */
const OF_VERB =
  'FROM (SELECT s.happened, s.seq FROM postings v CROSS JOIN statements s ON s.seq = v.seq WHERE v.entity = ? AND v.broad = 0) r WHERE r.happened >= ? AND r.happened < ? AND EXISTS (SELECT 1 FROM register g WHERE g.entity = ? AND g.happened = r.happened AND g.seq = r.seq)';

/** Statements of a verb up to which it is a rare one. */
const FEW = 5_000;
const isRare = (store: Store, verb: number) =>
  Number(
    store.one('SELECT count(*) AS n FROM (SELECT 1 FROM postings WHERE entity = ? AND broad = 0 LIMIT ?)', [
      verb,
      FEW + 1,
    ])?.n,
  ) <= FEW;

/** The last day a Date can say, milliseconds. */
const FURTHEST = 8.64e15;
