import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../src/blocks/authoring.ts';
import { INCLUDE } from '../src/content/include.ts';
import { ROOT } from './courses.ts';
import { writtenByCode } from './docs.ts';
import { editorFiles } from './editor-files.ts';
import { type Snippet, snippets } from './snippets.ts';

const directives = [...vocabulary.blocks, ...vocabulary.statics].flatMap((type) => type.directives);

test.each(writtenByCode().map(({ path, text }) => [path, text]))(
  '%s is what the code writes (otherwise: npm run docs)',
  (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  },
);

test('each directive has its snippet, described in French, found by its name with or without its fence', () => {
  const { page, ...rest } = snippets();
  expect(page?.prefix[0]).toBe('page');
  expect(Object.keys(rest).sort()).toEqual([INCLUDE, ...directives].sort());
  for (const [name, { prefix, description }] of Object.entries(rest)) {
    expect(prefix).toEqual([name, expect.stringMatching(new RegExp(`^:{3,4}${name}$`))]);
    expect(description, name).toMatch(/^\p{Lu}.{20,}[.…]$/u);
  }
});

test('left as it is, a snippet is the example of its page of the guide', () => {
  const guide = vocabularyPages();
  for (const [name, snippet] of Object.entries(snippets())) {
    if (name === 'page' || name === INCLUDE) continue;
    expect(guide, name).toContain(leftAsIs(snippet));
  }
});

test('the first thing to type in a block that has an identifier is that identifier', () => {
  for (const [name, { body }] of Object.entries(snippets())) {
    if (body[0]!.includes('id=')) expect(body[0], name).toMatch(/^:{3,4}[\w-]+\{id=\$\{1:[a-z0-9-]+\}/);
    expect(body.join('\n'), name).toContain('${1:');
    expect(body.at(-1), name).toBe('$0');
  }
});

test('a node of a case is typed once, and the choices that lead to it follow', () => {
  const [opening, ...lines] = snippets().cas!.body;
  const rank = /depart=\$\{(\d+):couloir\}/.exec(opening!)?.[1];
  expect(rank).toBeDefined();
  expect(lines).toContain(`#### $${rank}`);
});

test('a folder of courses outside the repository finds every schema that its settings name', () => {
  const files = new Map(editorFiles().map(({ path, text }) => [path, text]));
  const settings = JSON.parse(files.get('.vscode/settings.json')!) as { 'yaml.schemas': Record<string, string> };
  const named = Object.keys(settings['yaml.schemas']);
  expect(named).toHaveLength(5);
  for (const path of named) expect([...files.keys()]).toContain(path.replace('./', ''));
  expect([...files.keys()].every((path) => path.startsWith('.vscode/'))).toBe(true);
});

/** What an author gets by accepting each tab stop. */
function leftAsIs({ body }: Snippet): string {
  const typed = new Map<string, string>();
  return body
    .slice(0, -1)
    .join('\n')
    .replace(/\$\{(\d+):((?:\\.|[^}\\])*)\}|\$(\d+)/g, (_, rank: string, text: string, again: string) => {
      if (again) return typed.get(again)!;
      typed.set(rank, text.replace(/\\(.)/g, '$1'));
      return typed.get(rank)!;
    });
}

function vocabularyPages(): string {
  const kinds = [
    ...readFileSync(join(ROOT, 'docs/guide-auteur.md'), 'utf8').matchAll(/src\/blocks\/([\w-]+)\/README/g),
  ];
  return kinds.map(([, kind]) => readFileSync(join(ROOT, 'src/blocks', kind!, 'README.md'), 'utf8')).join('\n');
}
