import type { Campus } from './campus.ts';
import { uuidBytes } from './lrs/identifier.ts';
import { storeStatements } from './lrs/insert.ts';
import type { Key } from './lrs/keys.ts';
import { Refusal } from './lrs/refusal.ts';
import type { Statement } from './lrs/statement.ts';
import { checkStatement } from './lrs/validate/statement.ts';

/** The campus itself, which needs no secret to speak to its own record store. */
const CAMPUS: Key = {
  key: 'campus',
  label: 'Campus local',
  scope: 'all',
  authority: {
    objectType: 'Agent',
    name: 'Campus local',
    account: { homePage: 'https://parcours-coordo.local/campus', name: 'campus' },
  },
  created: 0,
};

/** Letters told again at one time, at most: a store that is full must not slow every commit. */
const AT_ONCE = 20;

/** Puts what the record store is to be told in the outbox: in the transaction of whoever calls. */
export function post({ data }: Pick<Campus, 'data'>, statements: readonly unknown[]): void {
  if (statements.length > 0)
    data.run("INSERT INTO outbox (statements, failure) VALUES (?, '')", [JSON.stringify(statements)]);
}

/** Tells the record store what is in the outbox; what it refuses stays there, with the reason. */
export function deliver({ data, lrs }: Pick<Campus, 'data' | 'lrs'>): void {
  // what never failed first
  for (const { id, statements } of data.all('SELECT * FROM outbox ORDER BY failure, id LIMIT ?', [AT_ONCE])) {
    try {
      tell(lrs, JSON.parse(String(statements)) as unknown[]);
      data.run('DELETE FROM outbox WHERE id = ?', [Number(id)]);
    } catch (error) {
      console.error('The record store did not take a commit, which waits in the outbox:', error);
      data.run('UPDATE outbox SET failure = ? WHERE id = ?', [String(error).slice(0, 500), Number(id)]);
    }
  }
}

/** Whether a statement of this identifier is stored, voided or not, or waits to be. */
export const isTold = ({ data, lrs }: Pick<Campus, 'data' | 'lrs'>, id: string): boolean =>
  lrs.one('SELECT 1 FROM statements WHERE id = ?', [uuidBytes(id)]) !== undefined ||
  data.one('SELECT 1 FROM outbox WHERE instr(statements, ?) > 0', [id]) !== undefined;

/** How many commits wait to be told. */
export const waiting = ({ data }: Pick<Campus, 'data'>): number =>
  Number(data.one('SELECT count(*) AS count FROM outbox')?.count);

function tell(lrs: Campus['lrs'], statements: readonly unknown[]): void {
  const checked = statements.map((statement, rank) => {
    checkStatement(statement, `statements[${rank}]`);
    return statement as Statement;
  });
  try {
    storeStatements(lrs, CAMPUS, checked, new Map());
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
    // some of them were told before: the others one by one
    for (const statement of checked) unlessKnown(() => storeStatements(lrs, CAMPUS, [statement], new Map()));
  }
}

function unlessKnown(store: () => void): void {
  try {
    store();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
  }
}
