import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campus } from '../../src/campus/campus.ts';
import { openData } from '../../src/campus/data/database.ts';
import { addLearner, agentOf } from '../../src/campus/learners.ts';
import { storeStatements } from '../../src/campus/lrs/insert.ts';
import type { Key } from '../../src/campus/lrs/keys.ts';
import { agentName } from '../../src/campus/lrs/mentions.ts';
import { openStore } from '../../src/campus/lrs/store.ts';
import { checkStatement } from '../../src/campus/lrs/validate/statement.ts';
import { releveRoutes } from '../../src/campus/releve/routes.ts';
import { PROGRESS, TYPES, VERBS, words } from '../../src/xapi/vocabulary.ts';

const KEY: Key = {
  key: 'test',
  label: 'Essais',
  scope: 'all',
  authority: { account: { homePage: 'https://campus.example', name: 'test' } },
  created: 0,
};
export const COURSE = 'https://formation.example/petite-enfance';
/** Sunday 22 November 2026, 10:05 in Paris. */
export const NOW = new Date('2026-11-22T09:05:00Z');

/** A campus on an empty file, with learners, and requests to its register without a network. */
export function openReleve() {
  const folder = mkdtempSync(join(tmpdir(), 'releve-'));
  const lrs = openStore({ file: join(folder, 'lrs.sqlite') });
  const data = openData(':memory:');
  let chance = 0;
  const randomBytes = (length: number) => Buffer.alloc(length, ++chance);
  const campus: Pick<Campus, 'lrs' | 'data' | 'now' | 'randomBytes'> = { lrs, data, now: () => NOW, randomBytes };
  const app = releveRoutes(campus);
  return {
    campus,
    learner: (name: string) => agentOf(campus, addLearner(campus as Campus, name)!),
    store(...statements: readonly object[]) {
      const checked = statements.map((statement) => {
        checkStatement(statement, 'statement');
        return statement;
      });
      return storeStatements(lrs, KEY, checked, new Map());
    },
    get: async (path: string) => app.request(path),
    post: async (path: string, form: Readonly<Record<string, string>>) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(form) }),
    text: async (path: string) => (await app.request(path)).text(),
    close() {
      lrs.close();
      data.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Releve = ReturnType<typeof openReleve>;

export const identifier = (agent: object) => agentName(agent) ?? '';

const activity = (id: string, type: { id: string }, name: string, more: object = {}) => ({
  id: `${COURSE}/${id}`,
  definition: { type: type.id, name: { fr: name }, ...more },
});
export const MODULE = activity('m1', TYPES.module, 'La fonction');
const QUESTION = activity('questions/M1_Q01_appel_2', TYPES.question, 'Une directrice vous appelle', {
  interactionType: 'choice',
  choices: [{ id: 'a', description: { fr: 'Je rappelle' } }],
});

type VerbName = keyof typeof VERBS;

/** What one learner did, `minutes` before now. */
export const said = (actor: object, verb: VerbName, object: object, minutes: number, more: object = {}) => ({
  actor,
  verb: { id: VERBS[verb].id, display: words(VERBS[verb]) },
  object,
  timestamp: new Date(NOW.getTime() - minutes * 60_000).toISOString(),
  ...more,
});

export const completed = (actor: object, minutes: number) =>
  said(actor, 'completed', MODULE, minutes, {
    result: { completion: true, score: { scaled: 0.82 }, duration: 'PT45M' },
  });
export const answered = (actor: object, minutes: number, success = true) =>
  said(actor, 'answered', QUESTION, minutes, {
    result: { success, response: 'a', duration: 'PT12S' },
    context: { contextActivities: { parent: [MODULE] } },
  });
export const progressed = (actor: object, minutes: number, percent: number) =>
  said(actor, 'progressed', MODULE, minutes, { result: { extensions: { [PROGRESS]: percent } } });
export const shared = (actor: object, minutes: number, response: string) =>
  said(actor, 'shared', activity('journal/M1_J01_commande_21', TYPES.note, 'Une commande'), minutes, {
    result: { response },
  });
