import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkReferences, validateManifest } from '../../packaging/manifest-schema.ts';
import { CSP } from '../../packaging/page.ts';

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

describe.each(['essai-scorm12', 'essai-web', 'petite-enfance-scorm12', 'petite-enfance-web'])('%s.zip', (name) => {
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
        (address) => !/^http:\/\/www\.w3\.org\//.test(address),
      );
      expect({ path, addresses }).toEqual({ path, addresses: [] });
    }
  });

  test('holds only the kinds of files an LMS serves rightly, and no source', () => {
    const wrong = Object.keys(open()).filter(
      (path) =>
        !/^(?:index\.html|imsmanifest\.xml|LISEZMOI\.txt|licences\.txt|content\/[a-z0-9-]+\.json|media\/.+|player\/[\w.-]+\.(?:js|css|woff2))$/.test(
          path,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('holds nothing of the author’s preview', () => {
    expect(Object.keys(open()).filter((path) => /\/live-/.test(path))).toEqual([]);
    expect(strFromU8(open()['index.html']!)).not.toContain('name="live"');
  });

  test('its first screen is readable before any script, under the whole policy', () => {
    const page = strFromU8(open()['index.html']!);
    expect(page).toContain(`content="${CSP}"`);
    expect(page).toContain('il prépare, il ne délivre aucune certification');
    expect(page).not.toMatch(/\sstyle="|<script(?![^>]*\b(?:src|type="application\/json"))/);
    expect(page.match(/<p>[^<]{60,}/)).not.toBeNull();
  });
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
    for (const name of ['essai-scorm12.zip', 'essai-web.zip', 'essai-cle-de-lecture.html'])
      expect(sha(folder, name)).toBe(sha('a', name));
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
