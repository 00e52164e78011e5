import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder } from '../../src/campus/data/data-folder.ts';
import { FileInUse } from '../../src/campus/data/sqlite.ts';
import { firstKeys, newKey } from '../../src/campus/given-keys.ts';
import { learners } from '../../src/campus/learners.ts';
import {
  commit,
  emptyFolder,
  launchAs,
  openTestCampus,
  packageFolder,
  removeFolder,
  type TestCampus,
  ZIP,
} from './open-test-campus.ts';

let zips: string;
let folder: string;
let opened: TestCampus;
beforeAll(async () => {
  [zips, folder] = [await packageFolder(), emptyFolder()];
  opened = openTestCampus(zips, folder);
});
afterAll(() => {
  opened.close();
  removeFolder(folder);
  removeFolder(zips);
});
const text = async (path: string) => (await opened.ask(path)).text();

test('the catalogue tells each course once, its modules, who can follow it and its packages', async () => {
  const page = await text('/');
  expect(page.match(/<h2>Parcours d’essai<\/h2>/g)).toHaveLength(1);
  expect(page).toContain('Poser un cadre');
  expect(page).toContain('20\u00a0min');
  expect(page).toContain('essai-scorm12.zip');
  expect(page).toContain('essai-web.zip');
  expect(page.match(/<option/g)).toHaveLength(12);
  expect(page).toContain('sur une seule machine');
});

test('a package is downloaded as it was made', async () => {
  const response = await opened.ask(`/telecharger/${ZIP}`);
  expect(response.headers.get('content-disposition')).toContain('essai-scorm12.zip');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
});

test('a person can be added, by a name and nothing else', async () => {
  const add = (nom: string) =>
    opened.ask('/personnes', {
      method: 'POST',
      body: `nom=${encodeURIComponent(nom)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  expect((await add('  Zoé   <b>Dupré</b> ')).status).toBe(303);
  expect(await text('/')).toContain('Zoé &lt;b&gt;Dupré&lt;/b&gt;');
  for (const refused of ['', '   ', 'x'.repeat(81)]) expect((await add(refused)).status).toBe(400);
  expect((await add('x'.repeat(20_000))).status).toBe(413);
  expect(learners(opened.campus)).toHaveLength(13);
});

test('an attempt shows its answers in the words of the course, and only counts what is kept for the learner', async () => {
  const launch = await launchAs(opened, opened.learner);
  const question = [
    ...(await import('../../src/campus/packages/course-package.ts')).wordingsOf(opened.campus.packages.open(ZIP)!),
  ].find(([id]) => id.includes('desaccord'))!;
  const [id, { options }] = question;
  const [sign, words] = [...options!][1]!;
  await commit(opened, launch, {
    'cmi.suspend_data': 'mon journal à moi',
    'cmi.interactions.0.id': id,
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.student_response': sign,
    'cmi.interactions.0.result': 'correct',
    'cmi.interactions.0.latency': '0000:01:05',
    'cmi.interactions.1.id': 'M1_bilan',
    'cmi.interactions.1.student_response': '2026-11-22 82 %',
  });
  const page = await text(`/tentatives/${launch.attempt}`);
  expect(page).toContain('Deux collègues sont en désaccord');
  expect(page).toContain(words.slice(0, 20));
  expect(page).toContain('Juste');
  expect(page).toContain('1 module terminé sur 1');
  expect(page).toContain('22\u00a0nov.\u00a02026');
  expect(page).toContain('82\u00a0%');
  expect(await text('/tentatives')).toContain('1 sur 1');
  expect(page).toContain('17\u00a0caractères de reprise');
  expect(page).not.toContain('mon journal à moi');
  const exported = await (await opened.ask(`/tentatives/${launch.attempt}.json`)).json();
  expect(exported).toMatchObject({
    id: launch.attempt,
    status: 'not attempted',
    interactions: [{ id }, { id: 'M1_bilan' }],
  });
});

test('an attempt is forgotten once that is confirmed', async () => {
  const launch = await launchAs(opened, learners(opened.campus)[3]!.id);
  expect(await text(`/tentatives/${launch.attempt}/effacer`)).toContain('sera oubliée');
  expect((await opened.ask(`/tentatives/${launch.attempt}`)).status).toBe(200);
  expect((await opened.ask(`/tentatives/${launch.attempt}/effacer`, { method: 'POST' })).status).toBe(303);
  expect((await opened.ask(`/tentatives/${launch.attempt}`)).status).toBe(404);
  expect(await commit(opened, launch, { 'cmi.core.lesson_status': 'completed' })).toBe(404);
});

test('everything the preview did is still there', async () => {
  expect(await text('/apercu')).toContain('Ouvrir (LMS strict)');
  expect(await text('/preview/?zip=essai-scorm12')).toContain('<title>Aperçu</title>');
  expect(await (await opened.ask(`/packages/${ZIP}`)).json()).toMatchObject({
    title: expect.any(String),
    forLms: true,
  });
  expect(await text(`/content/${ZIP}/index.html`)).toContain('<course-banners>');
  expect((await opened.ask('/attempts/x', { method: 'PUT', body: '{"a":"b"}' })).status).toBe(204);
  expect(await (await opened.ask('/attempts/x')).json()).toEqual({ a: 'b' });
});

test.each([
  '/suivre/..%2f..%2fetc/passwd',
  '/suivre/essai-scorm12/inconnue',
  '/suivre/essai-web/%2e%2e',
  '/telecharger/..%2fpackage.json',
  '/telecharger/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/tentatives/..%2fcampus.sqlite',
  '/tentatives/%2e%2e.json',
  '/tentatives/inconnue/effacer',
  '/campus/suivre/..%2f..%2fpackage.json',
  '/campus.sqlite',
  '/content/essai-scorm12/..%2f..%2fpackage.json',
  '/%E0%A4%A',
])('%s leads nowhere', async (path) => {
  const response = await opened.ask(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/at .*\.ts:\d+|root:/);
});

test('a name that is not this machine’s, or another site’s page, is refused', async () => {
  const asked = async (method: string, path: string, headers: Record<string, string>) =>
    (await opened.ask(path, { method, headers })).status;
  expect(await asked('GET', '/', { host: 'ailleurs.fr' })).toBe(403);
  expect(await asked('GET', '/xapi/about', { host: 'ailleurs.fr' })).toBe(403);
  expect(await asked('POST', `/suivre/${ZIP}/${opened.learner}`, { origin: 'https://ailleurs.fr' })).toBe(403);
  expect(await asked('POST', `/suivre/${ZIP}/${opened.learner}`, { origin: 'null' })).toBe(403);
  expect(await asked('POST', `/suivre/${ZIP}/${opened.learner}`, { origin: 'http://127.0.0.1:9999' })).toBe(403);
  expect(await asked('POST', `/suivre/${ZIP}/${opened.learner}`, { origin: 'http://127.0.0.1:4173' })).toBe(200);
  expect(await asked('GET', '/', { host: 'localhost:4173' })).toBe(200);
  // other pages may call the record store: its keys say who may
  expect(await asked('POST', '/xapi/statements', { origin: 'https://ailleurs.fr' })).toBe(401);
});

test('the pages forbid scripts that are not their own', async () => {
  for (const path of ['/', '/tentatives', '/releve', '/apercu', '/absente', `/suivre/${ZIP}/${opened.learner}`]) {
    const response = await opened.ask(path);
    expect(response.headers.get('content-security-policy'), path).toMatch(/script-src 'self'(?:;|$)/);
    expect(await response.text(), path).not.toMatch(/<script(?![^>]* src=)|style="| on[a-z]+="/);
  }
});

test('a failure of the campus says nothing of itself', async () => {
  const { all } = opened.campus.data;
  opened.campus.data.all = () => {
    throw new Error('secret detail');
  };
  const response = await opened.ask('/tentatives');
  opened.campus.data.all = all;
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/secret detail|\.ts/);
});

test('a folder in use is refused to another, and free once it is closed', () => {
  const other = emptyFolder();
  const { close, first } = openFolder(other);
  expect(first).toBe(true);
  expect(() => openFolder(other)).toThrow(FileInUse);
  close();
  const again = openFolder(other);
  expect(again.first).toBe(false);
  again.close();
  removeFolder(other);
});

test('keys are given at the first start alone, and open the record store', async () => {
  const keys = firstKeys(opened.campus);
  expect(keys.map(({ label }) => label)).toEqual(['Lecture', 'Administration']);
  expect(firstKeys(opened.campus)).toEqual([]);
  const { key, secret } = newKey(opened.campus.lrs, 'read');
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  const headers = { authorization, 'x-experience-api-version': '1.0.3' };
  expect((await opened.ask('/xapi/statements', { headers })).status).toBe(200);
});
