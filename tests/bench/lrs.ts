import { statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { lrsApp } from '../../src/campus/lrs/app.ts';
import { createKey } from '../../src/campus/lrs/keys.ts';
import { registerPage } from '../../src/campus/lrs/register.ts';
import { openStore } from '../../src/campus/lrs/store.ts';
import { temporaryFile } from '../campus/lrs/serve.ts';
import { activityAt, COURSE, learnerAt, moduleAt, registrationOf, statementAt, VERBS } from './lrs-statements.ts';

/**
 * `npm run bench:lrs [-- MOST]`: the record store at 1,000, 10,000, 100,000 and 1,000,000 statements. Requests go through
 * the whole of it, from JSON to JSON, without a network; the event loop turns after each, as it does in a server. Writes docs/mesures-lrs.md. Some minutes.
 */
const SIZES = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= Number(process.argv[2] ?? Infinity));
const BATCH = 50;
const RUNS = 60;

interface Measure {
  size: number;
  /** Statements a second, while the store grew to this size. */
  written: number;
  /** Milliseconds: median and 95th percentile, by question. */
  questions: Map<string, { median: number; p95: number }>;
  /** Bytes. */
  memory: number;
  file: number;
}

const { file, remove } = temporaryFile();
const store = openStore({ file });
const { key, secret } = createKey(store, { label: 'Mesure', scope: 'all' });
const app = lrsApp({ store, limits: { bodyBytes: 1e7, requestsPerMinute: 1e9 } });
const headers = {
  authorization: `Basic ${btoa(`${key}:${secret}`)}`,
  'x-experience-api-version': '1.0.3',
  'content-type': 'application/json',
};

const measures: Measure[] = [];
let count = 0;
for (const size of SIZES) {
  const written = await grow(size);
  const questions = new Map<string, { median: number; p95: number }>();
  for (const [question, ask] of Object.entries(QUESTIONS(size))) questions.set(question, await timed(ask));
  const bytes = ['', '-wal'].reduce((sum, end) => sum + statSync(`${file}${end}`).size, 0);
  measures.push({ size, written, questions, memory: process.memoryUsage().rss, file: bytes });
  console.log(size, Math.round(written), Object.fromEntries(questions));
}
store.close();
remove();
writeFileSync(join(import.meta.dirname, '../../docs/mesures-lrs.md'), pageOf(measures));

/** Statements a second; what makes them is not counted. */
async function grow(size: number): Promise<number> {
  let spent = 0;
  const before = count;
  while (count < size) {
    const body = JSON.stringify(Array.from({ length: BATCH }, () => statementAt(count++)));
    const start = performance.now();
    const response = await app.request('/statements', { method: 'POST', headers, body });
    spent += performance.now() - start;
    if (response.status !== 200) throw new Error(await response.text());
    await turn();
  }
  return ((count - before) / spent) * 1000;
}

/** What a client or a page asks, each about something else every time. */
function QUESTIONS(size: number): Record<string, (run: number) => Promise<number>> {
  const any = (run: number) => (run * 7_919 + 13) % size;
  const page = async (parameters: Record<string, string>) => {
    const response = await app.request(`/statements?${new URLSearchParams({ limit: '100', ...parameters })}`, {
      headers,
    });
    return ((await response.json()) as { statements: unknown[] }).statements.length;
  };
  const agent = (run: number) => JSON.stringify(learnerAt(any(run)));
  const learner = (run: number) =>
    `account:${learnerAt(any(run)).account.homePage} ${learnerAt(any(run)).account.name}`;
  const register = (question: object, number = 1) =>
    registerPage(store, { page: number, size: 100, ...question }).total;
  const stored = String(store.one('SELECT json FROM statements WHERE seq = ?', [Math.floor(size / 2)])?.json);
  const middle = (JSON.parse(stored) as { stored: string }).stored;
  return {
    'Les derniers': () => page({}),
    'Depuis une date, dans l’ordre (synchronisation)': () => page({ since: middle, ascending: 'true' }),
    'D’un apprenant': (run) => page({ agent: agent(run) }),
    'D’un apprenant, avec un verbe': (run) => page({ agent: agent(run), verb: VERBS[run % VERBS.length]! }),
    'D’une activité': (run) => page({ activity: activityAt(any(run)) }),
    'D’un module et de ce qu’il contient': (run) => page({ activity: moduleAt(any(run)), related_activities: 'true' }),
    'D’un apprenant dans un module': (run) =>
      page({ agent: agent(run), activity: moduleAt(any(run)), related_activities: 'true' }),
    'D’une inscription': (run) => page({ registration: registrationOf(any(run)) }),
    'Relevé\u00a0: tous, première page et total': async () => register({}),
    'Relevé\u00a0: tous, page du milieu et total': async () => register({}, Math.ceil(size / 200)),
    'Relevé\u00a0: un apprenant': async (run) => register({ learner: learner(run) }),
    'Relevé\u00a0: un apprenant dans le parcours': async (run) => register({ learner: learner(run), activity: COURSE }),
    'Relevé\u00a0: un module': async (run) => register({ activity: moduleAt(any(run)) }),
  };
}

/** Throws when a question finds nothing: it would measure nothing. */
async function timed(ask: (run: number) => Promise<number>): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    found += await ask(run);
    times.push(performance.now() - start);
    await turn();
  }
  if (found === 0) throw new Error(`A question finds nothing: ${ask}`);
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(RUNS / 2)]!, p95: times[Math.floor(RUNS * 0.95)]! };
}

function pageOf(all: readonly Measure[]): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const row = (what: string, value: (measure: Measure) => string) => `| ${what} | ${all.map(value).join(' | ')} |`;
  const growth = ({ questions }: Measure, rank: number, question: string) => {
    const before = all[rank - 1]?.questions.get(question)?.median;
    return before === undefined ? '' : ` (×\u00a0${number(questions.get(question)!.median / before, 1)})`;
  };
  const latency = [...all[0]!.questions.keys()].map(
    (question) =>
      `| ${question} | ${all
        .map((measure, rank) => {
          const { median, p95 } = measure.questions.get(question)!;
          return `${number(median, 1)} / ${number(p95, 1)}${growth(measure, rank, question)}`;
        })
        .join(' | ')} |`,
  );
  const heads = all.map(({ size }) => number(size)).join(' | ');
  return `# Mesures du LRS

Page écrite par \`npm run bench:lrs\` le ${new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' })}, sur ${cpus().length} cœurs. Les requêtes traversent tout le LRS, contrôle des statements compris, sans réseau. Comptent surtout les rapports d’une colonne à la suivante\u00a0: un rapport de 1 veut dire que dix fois plus de statements n’y changent rien.

| Statements gardés | ${heads} |
|---|${all.map(() => '---').join('|')}|
${row(`Écrits par seconde (lots de ${BATCH}, chacun sur le disque avant la réponse)`, ({ written }) => number(written))}
${row('Taille du fichier, en Mo', (measure) => number(measure.file / 1e6))}
${row('Octets par statement, index compris', (measure) => number(measure.file / measure.size))}
${row('Mémoire du processus (RSS), en Mo', ({ memory }) => number(memory / 1e6))}

## Une page de 100

Médiane / 95\u1d49 centile sur ${RUNS} questions différentes, en millisecondes\u00a0; entre parenthèses, la médiane rapportée à celle de la colonne précédente.

| Question | ${heads} |
|---|${all.map(() => '---').join('|')}|
${latency.join('\n')}
`;
}
