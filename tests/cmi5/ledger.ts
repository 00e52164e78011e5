import { canonicalJson } from '../../src/campus/lrs/canonical-json.ts';
import { Refusal } from '../../src/campus/lrs/refusal.ts';
import type { Statement } from '../../src/campus/lrs/statement.ts';
import { orderViolations, take } from './order-clauses.ts';
import type { Session } from './session.ts';
import { statementViolations } from './statement-clauses.ts';
import type { Violation } from './violation.ts';

/** The statements of the record store, and what was wrong with those it refused. */
export class Ledger {
  readonly statements: Statement[] = [];
  readonly violations: Violation[] = [];
  readonly #known = new Map<string, string>();

  /**
   * A list sent in one request: all of it is stored, or nothing. Throws a Refusal 409 when one is there already, 403
   * when one breaks a clause. `satisfied` tells when the unit became so.
   */
  receive(sent: readonly unknown[], session: Session): { satisfied: boolean } {
    if (sent.some((one) => this.#conflicts(one)))
      throw new Refusal(409, 'One of these statements is there already: nothing was stored.');
    const draft: Session = { ...session, verbs: [...session.verbs], standing: { ...session.standing } };
    const found = sent.flatMap((one) => {
      const wrong = [...statementViolations(one, draft), ...orderViolations(one as Statement, draft)];
      if (wrong.length === 0) take(one as Statement, draft);
      return wrong;
    });
    // the public test suite knows of a session only once the request that opened it was answered
    if (session.initializedAt === undefined && draft.initializedAt !== undefined && sent.length > 1)
      found.push({ clause: '9.3.0.0-4', why: 'other statements in the request of "initialized"' });
    this.violations.push(...found);
    const [first] = found;
    if (first) throw new Refusal(403, `cmi5 ${first.clause}: ${first.why}`);
    const satisfied = sent.map((one) => take(one as Statement, session)).includes(true);
    for (const one of sent) this.keep(one as Statement);
    return { satisfied };
  }

  /** Without judging: what the LMS says itself. */
  keep(statement: Statement): void {
    this.statements.push(statement);
    if (statement.id) this.#known.set(statement.id, canonicalJson(statement));
  }

  /** Whether all of them are stored as they are: sent again because the answer was lost. */
  holds(sent: readonly unknown[]): boolean {
    return sent.length > 0 && sent.every((one) => this.#known.get((one as Statement).id ?? '') === canonicalJson(one));
  }

  #conflicts(sent: unknown): boolean {
    const id = (sent as Statement | null)?.id;
    const known = typeof id === 'string' ? this.#known.get(id) : undefined;
    if (known === undefined) return false;
    if (factOf(JSON.parse(known) as Statement) !== factOf(sent as Statement))
      this.violations.push({ clause: 'xAPI Data 2.4.1', why: 'two facts share an identifier', statement: id! });
    return true;
  }
}

/**
 * What a statement tells, wherever and whenever it is told: told again in another session, maybe without the time it
 * took, it is the same fact.
 */
function factOf({ actor, verb, object, result = {} }: Statement): string {
  const { duration: _, ...outcome } = result;
  return canonicalJson({ actor, verb: verb.id, object: (object as { id?: string }).id, outcome });
}
