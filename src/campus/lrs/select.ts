import type { Value } from '../data/sqlite.ts';
import { findEntity } from './entities.ts';
import { uuidBytes } from './identifier.ts';
import type { StoredStatement } from './statement.ts';
import type { Store } from './store.ts';

/** What a filter asks. Times are microseconds since 1970, on `stored`. */
export interface Filter {
  /** Identifier, as `agentName` writes it. */
  agent?: string;
  relatedAgents: boolean;
  activity?: string;
  relatedActivities: boolean;
  verb?: string;
  registration?: string;
  /** Exclusive. */
  since?: number;
  /** Inclusive. */
  until?: number;
  ascending: boolean;
  /** Statements a page, 1 or more. */
  limit: number;
  /** The number of the last statement of the page before, in this direction; absent for the first page. */
  after?: number;
  /** Only what this actor wrote, whatever the rest says; an identifier. */
  writtenBy?: string;
}

export interface Page {
  statements: StoredStatement[];
  /** Where the next page begins; absent after the last one. */
  next?: number;
}

type Posting = readonly [entity: number, broad: 0 | 1];

/**
 * A page of the statements a filter lets through, voided ones aside. A statement that points to one the filter lets
 * through is there too (xAPI Communication 2.1.3); times, limit and direction are its own.
 */
export function selectStatements(store: Store, filter: Filter): Page {
  const postings = postingsAsked(store, filter);
  const author = filter.writtenBy === undefined ? undefined : findEntity(store, 'agent', filter.writtenBy);
  if (!postings) return { statements: [] };
  const range = rangeOf(store, filter);
  const most = filter.limit + 1;
  const direct = directRows(store, postings, { range, author, ascending: filter.ascending, most });
  const pointing = postings.length
    ? pointingRows(store, postings, { range, author, ascending: filter.ascending, most })
    : [];
  const rows = new Map([...direct, ...pointing].map(({ seq, json }) => [Number(seq), String(json)]));
  const sorted = [...rows].sort(([a], [b]) => (filter.ascending ? a - b : b - a));
  const page = sorted.slice(0, filter.limit);
  return {
    statements: page.map(([, json]) => JSON.parse(json) as StoredStatement),
    ...(sorted.length > page.length && { next: page.at(-1)![0] }),
  };
}

/** Undefined when one of them has never been named: nothing can be found. Rarest first: it leads the search. */
function postingsAsked(store: Store, filter: Filter): Posting[] | undefined {
  const { agent, relatedAgents, activity, relatedActivities, verb, registration, writtenBy } = filter;
  const asked = [
    // whoever wrote a statement is its actor: their posting spares reading everyone's
    writtenBy !== undefined && (['agent', writtenBy, false] as const),
    agent !== undefined && (['agent', agent, relatedAgents] as const),
    activity !== undefined && (['activity', activity, relatedActivities] as const),
    verb !== undefined && (['verb', verb, false] as const),
    registration !== undefined && (['registration', registration.toLowerCase(), false] as const),
  ].filter((one) => one !== false);
  const found = asked.map(([kind, name, broad]) => [findEntity(store, kind, name), broad ? 1 : 0] as const);
  if (found.some(([entity]) => entity === undefined)) return undefined;
  const postings = found as Posting[];
  if (postings.length < 2) return postings;
  return postings
    .map((posting) => ({ posting, count: countUpTo(store, posting) }))
    .sort((a, b) => a.count - b.count)
    .map(({ posting }) => posting);
}

/** How many statements a posting has, counted no further than what tells a rare one from a common one. */
const countUpTo = (store: Store, posting: Posting) =>
  Number(
    store.one('SELECT count(*) AS n FROM (SELECT 1 FROM postings WHERE entity = ? AND broad = ? LIMIT 20000)', posting)!
      .n,
  );

/** First and last number to look at, both inclusive. */
function rangeOf(store: Store, { since, until, after, ascending }: Filter): readonly [number, number] {
  const numberAt = (stored: number) =>
    Number(store.one('SELECT seq FROM statements WHERE stored <= ? ORDER BY stored DESC LIMIT 1', [stored])?.seq ?? 0);
  const first = since === undefined ? 0 : numberAt(since) + 1;
  const last = until === undefined ? Number.MAX_SAFE_INTEGER : numberAt(until);
  if (after === undefined) return [first, last];
  return ascending ? [Math.max(first, after + 1), last] : [first, Math.min(last, after - 1)];
}

interface Search {
  range: readonly [number, number];
  author: number | undefined;
  ascending: boolean;
  most: number;
}

function directRows(store: Store, postings: readonly Posting[], { range, author, ascending, most }: Search) {
  const { joins, values } = joined(postings);
  const order = ascending ? 'ASC' : 'DESC';
  const from = joins ? `${joins} CROSS JOIN statements s ON s.seq = p0.seq` : 'statements s';
  const key = joins ? 'p0.seq' : 's.seq';
  return store.all(
    `SELECT s.seq, s.json FROM ${from} WHERE ${key} BETWEEN ? AND ? AND s.voided = 0 ${author === undefined ? '' : 'AND s.actor = ?'} ORDER BY ${key} ${order} LIMIT ?`,
    [...values, ...range, ...(author === undefined ? [] : [author]), most],
  );
}

/** Statements whose chain leads to one that the filter lets through. There are few chains beside the statements. */
function pointingRows(store: Store, postings: readonly Posting[], { range, author, ascending, most }: Search) {
  const conditions = postings.map(
    () => 'EXISTS (SELECT 1 FROM postings p WHERE p.entity = ? AND p.broad = ? AND p.seq = c.target)',
  );
  const own = 'AND s.actor = ? AND (SELECT actor FROM statements t WHERE t.seq = c.target) = s.actor';
  return store.all(
    `SELECT DISTINCT s.seq, s.json FROM chains c JOIN statements s ON s.seq = c.source WHERE c.source BETWEEN ? AND ? AND s.voided = 0 AND ${conditions.join(' AND ')} ${author === undefined ? '' : own} ORDER BY c.source ${ascending ? 'ASC' : 'DESC'} LIMIT ?`,
    [...range, ...postings.flat(), ...(author === undefined ? [] : [author]), most],
  );
}

/** Walks the first posting and asks each of the others for the same statement, in that order (CROSS JOIN keeps it). */
function joined(postings: readonly Posting[]): { joins: string; values: Value[] } {
  const joins = postings
    .map((_, rank) =>
      rank === 0
        ? '(SELECT seq FROM postings WHERE entity = ? AND broad = ?) p0'
        : `postings p${rank} ON p${rank}.entity = ? AND p${rank}.broad = ? AND p${rank}.seq = p0.seq`,
    )
    .join(' CROSS JOIN ');
  return { joins, values: postings.flat() };
}

/** One statement by its identifier, if it is voided or not as asked; undefined when there is none. */
export function statementById(
  store: Store,
  { id, voided, writtenBy }: { id: string; voided: boolean; writtenBy?: string },
): StoredStatement | undefined {
  const row = store.one('SELECT json, actor FROM statements WHERE id = ? AND voided = ?', [
    uuidBytes(id),
    voided ? 1 : 0,
  ]);
  if (!row || (writtenBy !== undefined && findEntity(store, 'agent', writtenBy) !== row.actor)) return undefined;
  return JSON.parse(String(row.json)) as StoredStatement;
}
