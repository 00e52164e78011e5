import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packagesIn } from '../../src/preview/package-file.ts';
import { previewApp, startPreview } from '../../src/preview/server.ts';

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>Accueil &amp; « petite enfance »</title>
<!-- <item identifier="old" identifierref="gone"/> -->
<item identifier="part"><title>Partie</title>
<item identifier="i" identifierref="r" parameters="?n=1"><title>Module</title><adlcp:masteryscore>70</adlcp:masteryscore></item>
</item></organization></organizations>
<resources><resource identifier="x" href="other.html"/><resource identifier='r' type="webcontent" adlcp:scormtype="sco" href="pages/début.html"><file href="pages/début.html"/></resource></resources>
</manifest>`;

let dist: string;
const write = (name: string, files: Record<string, string>) =>
  writeFileSync(
    join(dist, name),
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  );
/** A small Buffer shares its memory with others, as those of readFileSync do. */
const client = new Map([['index.html', Buffer.from('<title>Aperçu</title>')]]);
const get = (path: string) => app.request(path);
let app: ReturnType<typeof previewApp>;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'preview-'));
  app = previewApp({ packages: packagesIn(dist), client });
});
afterEach(() => rmSync(dist, { recursive: true }));

test('lists the packages by their manifest’s title, with a button for each way to open them', async () => {
  write('petite-enfance-scorm12.zip', { 'imsmanifest.xml': manifest, 'pages/début.html': 'Bonjour' });
  write('petite-enfance-web.zip', { 'index.html': '<title>Sans LMS</title>' });
  writeFileSync(join(dist, 'abîmé.zip'), 'rien');
  writeFileSync(join(dist, 'petite-enfance-cle-de-lecture.html'), 'clé');
  const page = await (await get('/')).text();
  expect(page).toContain('Accueil &amp; « petite enfance »');
  expect(page).toContain('SCORM 1.2');
  expect(page).toContain('/preview/?zip=petite-enfance-scorm12&amp;lms=strict');
  expect(page).toContain('/preview/?zip=petite-enfance-scorm12&amp;lms=moodle');
  expect(page).toContain('/preview/?zip=petite-enfance-web&amp;lms=none');
  expect(page).not.toContain('/preview/?zip=petite-enfance-web&amp;lms=strict');
  expect(page).toContain('Paquet illisible');
  expect(page).not.toContain('cle-de-lecture');
});

test('says what to do when nothing was packaged', async () => {
  const nowhere = previewApp({ packages: packagesIn(join(dist, 'absent')), client });
  expect(await (await nowhere.request('/')).text()).toContain('npm run package');
});

test('reads what a launch needs from the manifest', async () => {
  write('petite-enfance-scorm12.zip', { 'imsmanifest.xml': manifest });
  expect(await (await get('/packages/petite-enfance-scorm12')).json()).toMatchObject({
    title: 'Accueil & « petite enfance »',
    launch: 'pages/début.html?n=1',
    masteryScore: '70',
    target: 'scorm12',
    forLms: true,
  });
  expect((await get('/packages/inconnu')).status).toBe(404);
});

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.css', 'text/css; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['a.svg', 'image/svg+xml'],
  ['a.png', 'image/png'],
  ['a.jpg', 'image/jpeg'],
  ['a.woff2', 'font/woff2'],
  ['a.vtt', 'text/vtt; charset=utf-8'],
  ['a.mp3', 'audio/mpeg'],
  ['a.mp4', 'video/mp4'],
  ['a.pdf', 'application/pdf'],
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
])('serves %s as %s', async (path, type) => {
  write('c.zip', { [path]: 'contenu' });
  const response = await get(`/content/c/${path}`);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toBe('contenu');
});

test('serves names with accents and spaces, and an address with a query', async () => {
  write('c.zip', { 'médias/un été.png': 'image' });
  for (const path of ['médias/un été.png', 'm%C3%A9dias/un%20%C3%A9t%C3%A9.png?v=2'])
    expect([path, await (await get(`/content/c/${path}`)).text()]).toEqual([path, 'image']);
});

test('gives nothing that is not an entry of the zip', async () => {
  write('c.zip', { 'index.html': 'page' });
  writeFileSync(join(dist, 'secret.txt'), 'secret');
  for (const path of [
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    '/etc/passwd',
    'absent.js',
    '%E0%A4%A',
    '__proto__',
  ])
    expect([path, (await get(`/content/c/${path}`)).status]).toEqual([path, 404]);
  expect((await get('/content/..%2fc/index.html')).status).toBe(404);
});

test('reads a zip again when it has changed', async () => {
  write('c.zip', { 'index.html': 'avant' });
  expect(await (await get('/content/c/')).text()).toBe('avant');
  write('c.zip', { 'index.html': 'après' });
  utimesSync(join(dist, 'c.zip'), new Date(), new Date(Date.now() + 5000));
  expect(await (await get('/content/c/')).text()).toBe('après');
});

test('keeps attempts, one per key, and forgets them on request', async () => {
  const send = (method: string, body?: string) => app.request('/attempts/c~strict~claire', { method, body });
  expect(await (await send('GET')).json()).toEqual({});
  expect((await send('PUT', '{"cmi.suspend_data":"é 😀","cmi.core.exit":"suspend"}')).status).toBe(204);
  expect((await send('POST', '{"cmi.suspend_data":"suite"}')).status).toBe(204);
  expect(await (await send('GET')).json()).toEqual({ 'cmi.suspend_data': 'suite', 'cmi.core.exit': 'suspend' });
  expect(await (await get('/attempts/c~moodle~claire')).json()).toEqual({});
  expect((await send('DELETE')).status).toBe(204);
  expect(await (await send('GET')).json()).toEqual({});
});

test('refuses an attempt that is not one, or weighs more than 1 MB', async () => {
  const put = async (body: string) => (await app.request('/attempts/k', { method: 'PUT', body })).status;
  for (const body of ['', 'rien', '[]', 'null', '{"a":1}']) expect([body, await put(body)]).toEqual([body, 400]);
  expect(await put(JSON.stringify({ a: 'x'.repeat(1024 * 1024) }))).toBe(413);
  expect(await (await get('/attempts/k')).json()).toEqual({});
});

test('stands at /preview/', async () => {
  expect(await (await get('/preview/?zip=c')).text()).toBe('<title>Aperçu</title>');
  expect((await get('/preview?zip=c')).headers.get('location')).toBe('/preview/?zip=c');
  expect((await get('/preview/absent.js')).status).toBe(404);
});

test('starts on a free port with the page built, and stops', async () => {
  write('c.zip', { 'index.html': 'page' });
  const { url, close } = await startPreview({ dist, port: 0 });
  const page = await (await fetch(`${url}preview/`)).text();
  const script = /src="\/(preview\/assets\/[^"]+\.js)"/.exec(page)?.[1];
  expect((await fetch(url + script)).headers.get('content-type')).toContain('javascript');
  expect(await (await fetch(`${url}content/c/index.html`)).text()).toBe('page');
  await close();
  await expect(fetch(url)).rejects.toThrow();
}, 30_000);
