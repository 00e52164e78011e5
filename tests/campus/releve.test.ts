import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageFiles } from '../../src/campus/pages/page-files.ts';
import { csvOf } from '../../src/campus/releve/csv.ts';
import { filterIn } from '../../src/campus/releve/filter.ts';
import { beginningOf, shortcuts } from '../../src/campus/releve/period.ts';
import { VERBS } from '../../src/xapi/vocabulary.ts';
import {
  answered,
  completed,
  identifier,
  MODULE,
  NOW,
  openReleve,
  progressed,
  type Releve,
  said,
  shared,
} from './releve-campus.ts';

let releve: Releve;
beforeEach(() => {
  releve = openReleve();
});
afterEach(() => releve.close());

/** The sentences of a page, without their markup. */
function sentencesIn(html: string): string[] {
  const lines = [...html.matchAll(/<div class="said">\s*<p>([\s\S]*?)<\/p>/g)].map((match) => match[1] ?? '');
  return lines.map((line) =>
    line
      .replace(/<[^>]+>/g, '')
      .replace(/[^\S\u00a0\u202f]+/g, ' ')
      .trim(),
  );
}
const at = (path: string, parameters: Readonly<Record<string, string>>) => `${path}?${new URLSearchParams(parameters)}`;
const linkTo = (html: string, words: string) =>
  new RegExp(`<a [^>]*href="([^"]+)"[^>]*>${words}</a>`).exec(html)?.[1]?.replaceAll('&amp;', '&') ??
  `no link « ${words} »`;

test('an empty register says what to do', async () => {
  const html = await releve.text('/releve');
  expect(html).toContain('Aucun énoncé');
  expect(html).toContain('Choisissez un parcours dans le catalogue');
});

test('statements are sentences with the names the campus knows, latest first, under their day', async () => {
  const nadia = releve.learner('Nadia Ferrand');
  releve.store(answered(nadia, 30), completed(nadia, 5), shared(nadia, 1440, 'Mardi, dans le couloir…'));
  const html = await releve.text('/releve');
  expect(sentencesIn(html)).toEqual([
    'Nadia Ferrand a terminé le module «\u00a0La fonction\u00a0» avec 82\u00a0%',
    'Nadia Ferrand a répondu à «\u00a0Une directrice vous appelle\u00a0»\u00a0: réponse juste («\u00a0Je rappelle\u00a0»)',
    'Nadia Ferrand a partagé un extrait de son journal\u00a0: «\u00a0Mardi, dans le couloir…\u00a0»',
  ]);
  expect([...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map((match) => match[1])).toEqual([
    'dimanche 22\u00a0novembre 2026',
    'samedi 21\u00a0novembre 2026',
  ]);
  expect(html).toContain('3\u00a0énoncés, page\u00a01');
});

test('what a text holds is shown as text, in the page and in its lists', async () => {
  const nadia = releve.learner('<img src=x onerror=alert(1)>');
  const object = { ...MODULE, definition: { ...MODULE.definition, name: { fr: '"><script>alert(2)</script>' } } };
  releve.store(said(nadia, 'completed', object, 1), shared(nadia, 2, '</p><script>alert(3)</script>'));
  const html = await releve.text(at('/releve', { apprenant: '"><script>alert(4)</script>', du: '"><script>' }));
  for (const page of [html, await releve.text('/releve')]) expect(page).not.toMatch(/<script>|<img/);
});

describe('the filters of the address', () => {
  let nadia: ReturnType<Releve['learner']>;
  beforeEach(() => {
    nadia = releve.learner('Nadia Ferrand');
    const malo = releve.learner('Malo Kerdraon');
    releve.store(answered(nadia, 1), answered(malo, 2, false), progressed(malo, 3, 40), completed(nadia, 3 * 1440));
  });
  const found = async (parameters: Readonly<Record<string, string>>) =>
    sentencesIn(await releve.text(at('/releve', parameters))).map((sentence) => sentence.split(' «')[0]);

  test('keep a learner, an activity and what is in it, a verb, a period', async () => {
    expect(await found({ apprenant: identifier(nadia) })).toEqual([
      'Nadia Ferrand a répondu à',
      'Nadia Ferrand a terminé le module',
    ]);
    expect(await found({ activite: MODULE.id })).toHaveLength(4);
    expect(await found({ verbe: VERBS.answered.id })).toEqual([
      'Nadia Ferrand a répondu à',
      'Malo Kerdraon a répondu à',
    ]);
    expect(await found({ du: '2026-11-22', au: '2026-11-22' })).toHaveLength(3);
    expect(await found({ au: '2026-11-21' })).toEqual(['Nadia Ferrand a terminé le module']);
  });
  test('go together', async () => {
    const both = {
      apprenant: identifier(nadia),
      activite: MODULE.id,
      verbe: VERBS.completed.id,
      du: '2026-11-19',
      au: '2026-11-19',
    };
    expect(await found(both)).toEqual(['Nadia Ferrand a terminé le module']);
    expect(await found({ ...both, du: '2026-11-20', au: '2026-11-22' })).toEqual([]);
  });
  test('that find nothing leave a way out', async () => {
    const html = await releve.text(at('/releve', { apprenant: 'mailto:personne@x.example', du: '2026-11-01' }));
    expect(html).toContain('Rien ne correspond à ces filtres.');
    expect(linkTo(html, 'Chercher sur toutes les dates')).toBe('/releve?apprenant=mailto%3Apersonne%40x.example');
  });
  test('stay chosen in the form, and are said in words', async () => {
    const html = await releve.text(
      at('/releve', { apprenant: identifier(nadia), verbe: VERBS.completed.id, du: '2026-11-01' }),
    );
    expect(html).toContain(`<option value="${identifier(nadia)}" selected>Nadia Ferrand</option>`);
    expect(html).toContain('value="2026-11-01"');
    expect(html).toContain('Nadia Ferrand · a terminé · depuis le 1er\u00a0novembre 2026');
  });
  test.each([
    [{ du: '2026-02-30' }, '«\u00a02026-02-30\u00a0» n’est pas une date'],
    [{ du: '2026-11-22', au: '2026-11-01' }, 'La période finit avant d’avoir commencé'],
  ])('that mean nothing are said: %j', async (parameters, words) => {
    expect(await releve.text(at('/releve', parameters))).toContain(words);
  });
});

test('pages of fifty follow one another both ways, even with statements of one instant', async () => {
  const people = ['A', 'B', 'C'].map((name) => releve.learner(name));
  releve.store(...Array.from({ length: 130 }, (_, rank) => answered(people[rank % 3]!, Math.floor(rank / 40))));
  const seen: string[][] = [];
  let path = '/releve';
  let html = '';
  for (const words of ['Plus anciens →', 'Plus anciens →', '← Plus récents', '← Plus récents']) {
    html = await releve.text(path);
    seen.push([...html.matchAll(/data-from="([^"]+)"/g)].map((match) => match[1] ?? ''));
    path = linkTo(html, words);
  }
  expect(seen.map(({ length }) => length)).toEqual([50, 50, 30, 50]);
  expect(new Set(seen.slice(0, 3).flat()).size).toBe(130);
  expect(seen[3]).toEqual(seen[1]);
  expect(html).toContain('130\u00a0énoncés, page\u00a02');
  expect(path).toBe('/releve');
});

test('a voided statement is no longer read', async () => {
  const nadia = releve.learner('Nadia Ferrand');
  const [id = ''] = releve.store(shared(nadia, 2, 'À reprendre'));
  releve.store(said(nadia, 'voided', { objectType: 'StatementRef', id }, 1));
  expect(sentencesIn(await releve.text('/releve'))).toEqual(['Nadia Ferrand a annulé un énoncé']);
  expect(await releve.text('/releve.csv')).not.toContain('À reprendre');
  expect((await releve.get(`/releve/${id}.json`)).status).toBe(404);
});

test('the data of one statement are a page of their own', async () => {
  const [id = ''] = releve.store(completed(releve.learner('Nadia Ferrand'), 1));
  const response = await releve.get(`/releve/${id}.json`);
  expect(await response.json()).toMatchObject({ id, verb: { id: VERBS.completed.id } });
  expect((await releve.get(`/releve/${id.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))}.json`)).status).toBe(404);
  for (const name of ['..%2f..%2fpackage', '-'.repeat(36), 'x'])
    expect((await releve.get(`/releve/${name}.json`)).status).toBe(404);
});

test('the script that shows them is served without its types', async () => {
  const response = await pageFiles().request('/campus/releve.js');
  const script = await response.text();
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(() => new Function(script)).not.toThrow();
});

describe('the export', () => {
  const BOM = '\ufeff';

  test('is what a spreadsheet in French reads: mark, semicolons, decimal comma, CRLF', async () => {
    const nadia = releve.learner('Nadia Ferrand');
    releve.store(completed(nadia, 1), answered(nadia, 2));
    const response = await releve.get('/releve.csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="releve-2026-11-22.csv"');
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith(`${BOM}Date;Heure;Apprenant;Action;Activité;`)).toBe(true);
    const [, first = '', second = '', end] = text.split('\r\n');
    expect(first).toMatch(
      /^22\/11\/2026;10:04:00;Nadia Ferrand;a terminé;le module «\u00a0La fonction\u00a0»;avec 82\u00a0%;;82;45;;https:/,
    );
    expect(second).toContain(';oui;;0,2;a;');
    expect(end).toBe('');
  });

  test('keeps the filters of the page', async () => {
    const [nadia, malo] = [releve.learner('Nadia'), releve.learner('Malo')];
    releve.store(completed(nadia, 1), completed(malo, 2));
    const html = await releve.text(at('/releve', { apprenant: identifier(malo) }));
    const text = await releve.text(linkTo(html, 'Exporter en CSV'));
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('Malo');
  });

  test.each(['=1+1', '+33', '-5', '@SUM(A1)', '\tx', '\r=1'])('%j is no formula', async (response) => {
    releve.store(shared(releve.learner('=cmd|"/c calc"!A1'), 1, response));
    const text = await releve.text('/releve.csv');
    const quoted = /[\t\r]/.test(response) ? `"'${response}"` : `'${response}`;
    expect(text).toContain(`;${quoted};`);
    expect(text).toContain(`;"'=cmd|""/c calc""!A1";`);
  });

  test('reads five hundred statements at a time, as they are taken', async () => {
    const nadia = releve.learner('Nadia');
    releve.store(...Array.from({ length: 1_200 }, (_, minutes) => progressed(nadia, minutes, 1)));
    const reader = csvOf(releve.campus.lrs, filterIn(new URLSearchParams()), () => 'Nadia').getReader();
    const rows: number[] = [];
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      rows.push(Buffer.from(piece.value).toString().split('\r\n').length - 1);
    expect(rows).toEqual([1, 500, 500, 200]);
  });
});

describe('the data of one learner', () => {
  test('are counted, given whole, and erased for good with a certificate that names nobody', async () => {
    const [nadia, malo] = [releve.learner('Nadia Ferrand'), releve.learner('Malo Kerdraon')];
    const ids = releve.store(answered(nadia, 3), completed(nadia, 2), completed(malo, 1));
    const { data } = releve.campus;
    data.run(
      "INSERT INTO attempts (id, package, learner, cmi, status, first, last) VALUES ('t', 'p', ?, '{}', 'incomplete', 0, 0)",
      [nadia.account.name],
    );
    data.run("INSERT INTO outbox (statements, failure) VALUES (?, '')", [JSON.stringify([completed(nadia, 0)])]);
    data.run("INSERT INTO outbox (statements, failure) VALUES (?, '')", [JSON.stringify([completed(malo, 0)])]);
    const who = { apprenant: identifier(nadia) };

    const counted = await releve.text(at('/releve/apprenant', who));
    expect(counted).toContain('2\u00a0énoncés du relevé');
    expect(counted).toContain('1\u00a0tentative,');
    const copy = (await (await releve.get(at('/releve/apprenant.json', who))).json()) as {
      statements: { id: string }[];
    };
    expect(copy.statements.map(({ id }) => id)).toEqual(ids.slice(0, 2));

    const refused = await releve.post('/releve/effacer', who);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('rien n’a été effacé')]);
    expect(sentencesIn(await releve.text('/releve'))).toHaveLength(3);

    const done = await (await releve.post('/releve/effacer', { ...who, confirme: 'oui' })).text();
    const [, encoded = ''] = /href="data:application\/json;base64,([^"]+)"/.exec(done) ?? [];
    const certificate = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Record<string, unknown>;
    expect(certificate).toMatchObject({ statements: 2, attempts: 1 });
    expect(certificate.statementIds).toBe(createHash('sha256').update(ids.slice(0, 2).join('\n')).digest('hex'));
    expect(JSON.stringify(certificate)).not.toContain(nadia.account.name);
    expect(sentencesIn(await releve.text('/releve'))).toEqual([expect.stringContaining('Malo Kerdraon')]);
    expect(data.all('SELECT * FROM learners').map(({ name }) => name)).toEqual(['Malo Kerdraon']);
    expect(data.all('SELECT * FROM attempts')).toEqual([]);
    expect(data.all('SELECT statements FROM outbox')).toHaveLength(1);
    expect((await releve.get(at('/releve/apprenant', who))).status).toBe(404);
  });

  test('of someone the campus does not know are those of the record store alone', async () => {
    const someone = { mbox: 'mailto:quelqu.un@autre.example' };
    releve.store(completed(someone, 1));
    const who = { apprenant: identifier(someone) };
    expect(await releve.text(at('/releve/effacer', who))).toContain('Effacer les données de quelqu.un@autre.example');
    await releve.post('/releve/effacer', { ...who, confirme: 'oui' });
    expect(await releve.text('/releve')).toContain('Aucun énoncé');
  });

  test('of nobody are not found, and nothing is erased', async () => {
    releve.store(completed(releve.learner('Nadia'), 1));
    for (const path of [
      '/releve/apprenant',
      '/releve/apprenant.json',
      '/releve/effacer',
      '/releve/effacer?apprenant=x',
    ])
      expect((await releve.get(path)).status).toBe(404);
    expect((await releve.post('/releve/effacer', { confirme: 'oui' })).status).toBe(404);
    expect(sentencesIn(await releve.text('/releve'))).toHaveLength(1);
  });
});

describe('days are those of Paris', () => {
  test.each([
    ['2026-11-22', '2026-11-21T23:00:00.000Z'],
    ['2026-07-14', '2026-07-13T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (day, time) => expect(new Date(beginningOf(day) ?? 0).toISOString()).toBe(time));

  test('the shortcuts end today', () => {
    expect(shortcuts(NOW).map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-22', '2026-11-22'],
      ['2026-11-16', '2026-11-22'],
      ['2026-11-01', '2026-11-22'],
    ]);
    expect(shortcuts(new Date('2026-11-22T23:30:00Z'))[0]?.from).toBe('2026-11-23');
  });
});
