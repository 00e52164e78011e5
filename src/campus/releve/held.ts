import type { Campus } from '../campus.ts';
import { agentOf, learners } from '../learners.ts';
import { statementsAbout } from '../lrs/about-actor.ts';
import { type ErasureCertificate, eraseActor } from '../lrs/erase.ts';
import { agentName } from '../lrs/mentions.ts';
import { agentFrom } from './names.ts';

/** What the campus holds about someone, in numbers. */
export interface Held {
  /** Identifier, as `agentName` writes it. */
  agent: string;
  statements: number;
  /** Of the record store: states and profiles. */
  documents: number;
  /** Attempts of the campus, with what they keep to resume. */
  attempts: number;
  /** The name the campus knows; absent for someone it does not. */
  name?: string;
}

export function heldAbout({ lrs, data }: Pick<Campus, 'lrs' | 'data'>, agent: string): Held {
  const learner = learnerWith({ data }, agent);
  return {
    agent,
    statements: statementsAbout(lrs, agent).length,
    documents: Number(lrs.one('SELECT count(*) AS n FROM documents WHERE agent = ?', [agent])?.n),
    attempts: learner ? Number(data.one('SELECT count(*) AS n FROM attempts WHERE learner = ?', [learner.id])?.n) : 0,
    ...(learner && { name: learner.name }),
  };
}

export const holdsNothing = ({ statements, documents, attempts, name }: Held) =>
  statements + documents + attempts === 0 && name === undefined;

/** What was erased, in numbers and hashes: it names nobody. */
export interface Erased extends ErasureCertificate {
  attempts: number;
}

/**
 * Takes away all that the campus holds about someone: first what it would still tell the record store, then the
 * attempts and the name, then the record store's part. Nothing of it can be read afterwards.
 */
export function eraseLearner(campus: Pick<Campus, 'lrs' | 'data'>, agent: string): Erased {
  const { lrs, data } = campus;
  const learner = learnerWith(campus, agent);
  const attempts = learner
    ? data.transaction(() => {
        data.run('DELETE FROM outbox WHERE instr(statements, ?) > 0', [JSON.stringify(learner.id)]);
        const gone = data.run('DELETE FROM attempts WHERE learner = ?', [learner.id]).changes;
        data.run('DELETE FROM learners WHERE id = ?', [learner.id]);
        return gone;
      })
    : 0;
  return { ...eraseActor(lrs, agentFrom(agent)), attempts };
}

const learnerWith = (campus: Pick<Campus, 'data'>, agent: string) =>
  learners(campus).find((learner) => agentName(agentOf(campus, learner)) === agent);
