import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkReferences, validateManifest } from '../../packaging/manifest-schema.ts';
import { CSP, CSP_WITH_STORE } from '../../packaging/page.ts';
import { targets } from '../../packaging/targets/list.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const out = mkdtempSync(join(tmpdir(), 'coordo-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

function packageAll(modules: string, folder: string, env: Record<string, string> = {}): string {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'packaging/cli.ts', '--modules', modules, '--out', join(out, folder)],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  expect(`${status} ${stderr}`).toMatch(/^0/);
  return stdout;
}
const sha = (folder: string, name: string) =>
  createHash('sha256')
    .update(readFileSync(join(out, folder, name)))
    .digest('hex');

let said = '';
beforeAll(() => {
  said = packageAll('tests/fixtures/courses', 'a');
  packageAll('modules', 'a');
}, 180_000);

/** The first page that an LMS opens. */
const FIRST = /^(?:index|m1)\.html$/;
/** Names of terms and of standards, that are never asked for. */
const VOCABULARY =
  /^https?:\/\/(?:www\.w3\.org|adlnet\.gov\/expapi|activitystrea\.ms|id\.tincanapi\.com|w3id\.org\/xapi|www\.opigno\.org)\//;

const NAMES = ['essai', 'petite-enfance'].flatMap((course) => targets.map(({ name }) => `${course}-${name}`));

describe.each(NAMES)('%s.zip', (name) => {
  const toStore = targets.some((target) => target.toStore && name.endsWith(`-${target.name}`));
  const open = () => unzipSync(readFileSync(join(out, 'a', `${name}.zip`)));
  const text = (files: Record<string, Uint8Array>) =>
    Object.entries(files)
      .filter(([path]) => /\.(?:js|html|css|json|xml)$/.test(path))
      .map(([path, data]) => ({ path, body: strFromU8(data) }));

  test('listens to no event that browsers stop sending', () => {
    for (const { path, body } of text(open()))
      expect(`${path} ${/["'`.](?:before)?unload["'`]|onbeforeunload|onunload/.exec(body)?.[0] ?? ''}`).toBe(
        `${path} `,
      );
  });

  test('asks nothing of another address', () => {
    for (const { path, body } of text(open()).filter(
      (file) => file.path.endsWith('.js') || file.path.endsWith('.css'),
    )) {
      const addresses = (body.match(/https?:\/\/[\w[][^\s"'`)]*/g) ?? []).filter(
        (address) => !(toStore ? VOCABULARY : /^http:\/\/www\.w3\.org\//).test(address),
      );
      // the library of the trackers of record stores names a place that means « here » to it
      expect({ path, addresses: addresses.filter((one) => !(toStore && one === 'http://localhost')) }).toEqual({
        path,
        addresses: [],
      });
    }
  });

  test('holds only the kinds of files an LMS serves rightly, and no source', () => {
    const wrong = Object.keys(open()).filter(
      (path) =>
        !/^(?:index\.html|m\d\.html|cmi5\.xml|tincan\.xml|imsmanifest\.xml|LISEZMOI\.txt|licences\.txt|content\/[a-z0-9-]+\.json|media\/.+|player\/[\w.-]+\.(?:js|css|woff2))$/.test(
          path,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('holds nothing of the author’s preview', () => {
    expect(Object.keys(open()).filter((path) => /\/live-/.test(path))).toEqual([]);
    for (const { path, body } of text(open()).filter((file) => file.path.endsWith('.html')))
      expect(`${path} ${body.includes('name="live"')}`).toBe(`${path} false`);
  });

  test('its first screen is readable before any script, under the whole policy', () => {
    const page = text(open()).find(({ path }) => FIRST.test(path))!.body;
    expect(page).toContain(`content="${toStore ? CSP_WITH_STORE : CSP}"`);
    expect(page).toContain('il prépare, il ne délivre aucune certification');
    expect(page).not.toMatch(/\sstyle="|<script(?![^>]*\b(?:src|type="application\/json"))/);
    expect(page.match(/<p>[^<]{60,}/)).not.toBeNull();
  });
});

describe.each(NAMES)('%s.zip, for whoever opens it', (name) => {
  const files = () => Object.entries(unzipSync(readFileSync(join(out, 'a', `${name}.zip`))));

  test('holds no credential: no key, no filled Authorization, no address with a password', () => {
    const credentials =
      /Basic [A-Za-z0-9+/]{8,}={0,2}|Bearer [\w.-]{8,}|[?&]auth=[^"'`&$\s]|\bhttps?:\/\/[^\s/"'`@]+:[^\s/"'`@]+@|(?:api[_-]?key|secret|password)["']?\s*[:=]\s*["'][^"']{4,}/i;
    for (const [path, data] of files()) {
      const body = strFromU8(data, !/\.(?:js|html|css|json|xml|txt)$/.test(path));
      expect(`${path} ${credentials.exec(body)?.[0] ?? ''}`).toBe(`${path} `);
    }
  });

  test('holds the client of record stores only if it is launched by one', () => {
    const speaks = files().some(
      ([path, data]) => path.endsWith('.js') && strFromU8(data).includes('X-Experience-API-Version'),
    );
    expect(speaks).toBe(/-(?:cmi5|xapi)$/.test(name));
  });
});

test('what the first screen of a unit loads weighs less than 50 kB, and the client of record stores comes after', () => {
  const files = unzipSync(readFileSync(join(out, 'a', 'petite-enfance-cmi5.zip')));
  const page = strFromU8(files['m1.html']!);
  const named = [...page.matchAll(/(?:href|src)="(player\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(2);
  expect(named.reduce((sum, path) => sum + gzipSync(files[path]!).length, 0)).toBeLessThan(50_000);
  expect(named.filter((path) => strFromU8(files[path]!).includes('X-Experience-API-Version'))).toEqual([]);
});

test('each unit of a cmi5 package opens on its own module, readable before any script', () => {
  const files = unzipSync(readFileSync(join(out, 'a', 'petite-enfance-cmi5.zip')));
  const pages = Object.keys(files).filter((path) => path.endsWith('.html'));
  expect(pages.sort()).toEqual(['m1.html', 'm2.html', 'm3.html', 'm4.html', 'm5.html']);
  const titles = pages.map((path) => /<title>([^<]*)/.exec(strFromU8(files[path]!))![1]);
  expect(new Set(titles).size).toBe(5);
  for (const path of pages)
    expect(strFromU8(files[path]!)).toContain(`<meta name="module" content="${path.slice(0, 2)}">`);
});

test.each(['essai', 'petite-enfance'])('the manifest of %s is valid and lists what is there', async (name) => {
  const files = unzipSync(readFileSync(join(out, 'a', `${name}-scorm12.zip`)));
  const xml = strFromU8(files['imsmanifest.xml']!);
  expect(await validateManifest(xml)).toEqual([]);
  expect(
    checkReferences(
      xml,
      Object.keys(files).filter((path) => path !== 'imsmanifest.xml'),
    ),
  ).toEqual([]);
  expect(xml).toContain('il prépare, il ne délivre aucune certification');
  expect(xml).not.toContain('masteryscore');
});

test('the same course gives the same bytes, in any time zone and any language', () => {
  for (const [folder, env] of Object.entries({
    b: { TZ: 'Pacific/Kiritimati', LANG: 'C' },
    c: { TZ: 'America/New_York', LANG: 'fr_FR.UTF-8' },
  })) {
    packageAll('tests/fixtures/courses', folder, env);
    const names = targets.map((target) => `essai-${target.name}.zip`);
    for (const name of [...names, 'essai-cle-de-lecture.html']) expect(sha(folder, name)).toBe(sha('a', name));
  }
}, 120_000);

test('the command says sizes, the learner-state budget and where a text can be read', () => {
  expect(said).toMatch(/essai-scorm12\.zip… \d+,\d ko/);
  expect(said).toMatch(
    /État d’une personne qui a tout fait\s: \d+ caractères sans texte, [\d\s]+ avec un journal habituel/,
  );
  expect(said).toContain('Où un texte libre peut être lu');
});

test('the reading key tells every id of the report, with its right answer', () => {
  const key = readFileSync(join(out, 'a', 'essai-cle-de-lecture.html'), 'utf8');
  for (const id of ['M1_Q01_desaccord_1', 'M1_Q02_releve_3', 'M1_P01_depart_2', 'M1_J01_ma_reunion_4', 'M1_bilan'])
    expect(key).toContain(`<code>${id}</code>`);
  expect(key).toMatch(/<li>b\. J’annonce la durée et la règle[^<]* <strong>\(juste\)<\/strong>/);
});
