import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { quoted } from '../../src/content/issue.ts';
import { ROOT } from '../courses.ts';
import { isName, titleOf, wrongName } from './name.ts';
import { fromTemplate, type NewFile, type Plan, type Refusal } from './plan.ts';

/** One grey point, until `npm run guide:shots` takes the picture that the block's page shows. */
const NO_PICTURE_YET = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mN4AAAA4gDhuP4+jQAAAABJRU5ErkJggg==',
  'base64',
);

/** A kind of question in its folder, and its line in every list that names the kinds. */
export function newBlock(name: string): Plan | Refusal {
  if (!isName(name)) return wrongName(name, 'npm run new -- block ');
  const folder = join(ROOT, 'src', 'blocks', name);
  const directives = [...vocabulary.blocks, ...vocabulary.statics].flatMap((type) => type.directives);
  if (existsSync(folder) || directives.includes(name))
    return {
      refused: `Le bloc ${quoted(name)} existe déjà\u00a0: rien n’a été écrit.`,
      hint: 'Choisissez un autre nom.',
    };
  const kind = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const Kind = kind.charAt(0).toUpperCase() + kind.slice(1);
  const values = { name, kind, Kind, title: titleOf(name) };
  const naming = fromTemplate('block-lists.yaml', '', values).flatMap(({ data }) => parse(data) as NamesKinds[]);
  return {
    created: [
      ...fromTemplate('block', folder, values).map(({ path, data }) => ({
        path: path.replace(/\.txt$/, '').replace(/test\.ts$/, `${name}.test.ts`),
        data,
      })),
      { path: join(ROOT, 'docs', 'guide', `${name}.png`), data: NO_PICTURE_YET },
    ],
    edited: naming.map(added),
  };
}

/** A file that names every kind of block, and what a new kind adds to it. */
interface NamesKinds {
  /** From the root of the repository. */
  file: string;
  /** Absent where its lines name nothing from another file. */
  import?: string;
  /** `lines` come just before `end`, the first after `start`. */
  lists: readonly { start: string; end: string; lines: string }[];
}

/** The file with its new lines. Throws when a list is not where templates/block-lists.yaml says. */
function added({ file, import: imported, lists }: NamesKinds): NewFile {
  const path = join(ROOT, file);
  let text = readFileSync(path, 'utf8');
  for (const { start, end, lines } of lists) {
    const from = text.indexOf(start);
    const at = text.indexOf(end, from);
    if (from < 0 || at < 0) throw new Error(`No list from "${start}" to "${end.trim()}" in ${file}: has it moved?`);
    text = `${text.slice(0, at)}\n${lines}${text.slice(at)}`;
  }
  return { path, data: imported ? `${imported}\n${text}` : text };
}

/** Biome's form and order for all that the plan wrote: names are longer or shorter than those of the template. */
export function putInOrder({ created, edited = [] }: Plan): void {
  const paths = [...created, ...edited].map(({ path }) => path).filter((path) => /\.(?:ts|css)$/.test(path));
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { status, stderr } = spawnSync(process.execPath, [biome, 'check', '--write', ...paths], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) console.error(stderr);
}
