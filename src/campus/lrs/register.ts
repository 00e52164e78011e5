import type { Value } from '../data/sqlite.ts';
import { findEntity } from './entities.ts';
import { EVERYONE } from './postings.ts';
import type { StoredStatement } from './statement.ts';
import type { Store } from './store.ts';

/** What a trainer asks to read. All of it is optional but the page. */
export interface RegisterQuestion {
  /** Identifier, as `agentName` writes it. */
  learner?: string;
  /** IRI: statements about it, and about what is in it. */
  activity?: string;
  /** Milliseconds since 1970, on when it happened: from the first, before the second. */
  from?: number;
  to?: number;
  /** 1-based. */
  page: number;
  /** Statements a page. */
  size: number;
}

/** A page of statements, latest first by when they happened, voided ones aside; and how many there are in all. */
export function registerPage(
  store: Store,
  question: RegisterQuestion,
): { statements: StoredStatement[]; total: number } {
  const { learner, activity, from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER, page, size } = question;
  const person = learner === undefined ? EVERYONE : findEntity(store, 'agent', learner);
  const place = activity === undefined ? EVERYONE : findEntity(store, 'activity', activity);
  if (person === undefined || place === undefined) return { statements: [], total: 0 };
  const both = person !== EVERYONE && place !== EVERYONE;
  const also = both ? 'AND EXISTS (SELECT 1 FROM postings p WHERE p.entity = ? AND p.broad = 1 AND p.seq = r.seq)' : '';
  const lines = `FROM register r WHERE r.entity = ? AND r.happened >= ? AND r.happened < ? ${also}`;
  const values: Value[] = [both ? person : Math.max(person, place), from, to, ...(both ? [place] : [])];
  const total = Number(store.one(`SELECT count(*) AS n ${lines}`, values)!.n);
  const rows = store.all(
    `SELECT s.json FROM (SELECT r.seq ${lines} ORDER BY r.happened DESC, r.seq DESC LIMIT ? OFFSET ?) l CROSS JOIN statements s ON s.seq = l.seq ORDER BY s.happened DESC, s.seq DESC`,
    [...values, size, (page - 1) * size],
  );
  return { statements: rows.map(({ json }) => JSON.parse(String(json)) as StoredStatement), total };
}

/** Whoever has a statement in the register, with the names they were given; by identifier. */
export function learnersIn(store: Store): { agent: string; names: string[] }[] {
  const rows = store.all(
    "SELECT e.name AS agent, n.name FROM entities e LEFT JOIN agent_names n ON n.entity = e.id WHERE e.kind = 'agent' AND EXISTS (SELECT 1 FROM register r WHERE r.entity = e.id) ORDER BY e.name, n.name",
  );
  const learners = new Map<string, string[]>();
  for (const { agent, name } of rows)
    learners.set(String(agent), [...(learners.get(String(agent)) ?? []), ...(name === null ? [] : [String(name)])]);
  return [...learners].map(([agent, names]) => ({ agent, names }));
}
