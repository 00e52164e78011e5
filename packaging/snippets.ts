import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from '../src/blocks/authoring.ts';
import { type DirectiveToken, isDirective, lex } from '../src/content/directive.ts';
import { INCLUDE } from '../src/content/include.ts';
import { STEPS } from '../src/model/course.ts';
import { ROOT } from './courses.ts';

/** A piece of Markdown that an editor of the VS Code family writes for its author. */
export interface Snippet {
  scope: 'markdown';
  prefix: string[];
  description: string;
  body: string[];
}

/** One per directive, by its name: the example of its page of the guide; the header of a page; a shared text. */
export function snippets(): Record<string, Snippet> {
  const pages = guidePages();
  const written = [...vocabulary.blocks, ...vocabulary.statics].flatMap(({ directives }) => directives);
  return {
    page: PAGE,
    [INCLUDE]: SHARED_TEXT,
    ...Object.fromEntries(written.sort().map((directive) => [directive, snippetOf(directive, pages)])),
  };
}

const PAGE: Snippet = {
  scope: 'markdown',
  prefix: ['page', '---'],
  description: 'L’en-tête d’une page\u00a0: titre, étape, durée.',
  body: [
    '---',
    `titre: \${1:Titre de la page}`,
    `etape: \${2|${STEPS.map(({ id }) => id).join(',')}|}`,
    `minutes: \${3:10}`,
    '---',
    '',
    '$0',
  ],
};

const SHARED_TEXT: Snippet = {
  scope: 'markdown',
  prefix: [INCLUDE, `:::${INCLUDE}`],
  description: 'Un texte du dossier partages, à cet endroit de la page.',
  body: [`:::${INCLUDE}{source=\${1:nom-du-texte.md}}`, ':::', '$0'],
};

interface GuidePage {
  /** First sentence under the title. */
  summary: string;
  examples: DirectiveToken[];
}

/** The page of each kind of block; what its ```markdown passages hold are its examples. */
function guidePages(): GuidePage[] {
  const blocks = join(ROOT, 'src', 'blocks');
  return readdirSync(blocks)
    .map((kind) => join(blocks, kind, 'README.md'))
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const summary = /^# .+\n+(.+?[.…])(?=\s|$)/m.exec(text)?.[1] ?? '';
      const passages = [...text.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(([, passage]) => passage!);
      const examples = passages.flatMap((passage) => lex(passage, 1)).flatMap(({ token }) => token);
      return { summary: summary.replaceAll('`', ''), examples: examples.filter(isDirective) };
    });
}

function snippetOf(directive: string, pages: readonly GuidePage[]): Snippet {
  for (const { summary, examples } of pages) {
    const example = examples.find(({ name }) => name === directive);
    if (example)
      return {
        scope: 'markdown',
        // with its fence too, for who has already typed it
        prefix: [directive, `${example.fence}${directive}`],
        description: summary,
        body: withTabStops(example.raw.trim()),
      };
  }
  throw new Error(`No example of "${directive}": does the README.md of its block show one?`);
}

const OPENING = /^:{3,}/;
/** What Markdown wants at the start of a line, then the author's words. */
const WORDS = /^(\s*(?:(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?|#{2,6}[ \t]+)?)(.*\S)[ \t]*$/;
const ATTRIBUTE = /(?<==)(?:"([^"]*)"|([^\s"{}]+))/g;
/** Signs that stay as they are: an arrow, the bold of a term, a mark, what surrounds an image, a zone or a code. */
const SIGNS =
  /(^=> | => |^\*\*|\*\* : | ?\{\p{L}+\}|^!\[|(?:\]\(| \((?:zone )?)(?=[^()]*\) ?[.;]?$)|(?<=[\] ]\([^()]*)\) ?[.;]?$)/u;
/** The nodes of a case: choices name them. */
const NODE = /^#### (\S+)/gm;

/**
 * Every value of an attribute and every run of words is a tab stop, in reading order; the name of a node is typed once
 * and followed wherever it stands. The cursor ends after the block.
 */
function withTabStops(markdown: string): string[] {
  const nodes = new Set([...markdown.matchAll(NODE)].map(([, name]) => name));
  const given = new Map<string, number>();
  let rank = 0;
  const stop = (text: string) => {
    if (given.has(text)) return `$${given.get(text)}`;
    rank += 1;
    if (nodes.has(text)) given.set(text, rank);
    return `\${${rank}:${escaped(text)}}`;
  };
  const words = (text: string) =>
    text
      .split(SIGNS)
      .map((part, at) => (at % 2 === 1 || part === '' ? part : stop(part)))
      .join('');
  const lines = markdown.split('\n').map((line) => {
    if (line.trim() === '') return '';
    if (OPENING.test(line))
      return line.replace(ATTRIBUTE, (_, quoted?: string, bare?: string) =>
        quoted === undefined ? stop(bare!) : `"${stop(quoted)}"`,
      );
    return line.replace(WORDS, (_, start: string, text: string) => `${start}${words(text)}`);
  });
  return [...lines, '$0'];
}

const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&');
