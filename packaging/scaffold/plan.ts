import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { quoted } from '../../src/content/issue.ts';
import { shownPath } from '../courses.ts';

export interface NewFile {
  /** On disk, absolute. */
  path: string;
  data: string | Uint8Array;
}

/** All that a command is about to write: nothing is, until all of it can be. */
export interface Plan {
  created: readonly NewFile[];
  /** Files that were there, with what has been added to them. */
  edited?: readonly NewFile[];
}

/** Why nothing was written, and what to do; in French. */
export interface Refusal {
  refused: string;
  hint?: string;
}

const TEMPLATES = join(import.meta.dirname, 'templates');

/** The files of a template, in their folders under `to`, each `{{name}}` replaced. Throws on a name without a value. */
export function fromTemplate(
  template: string,
  to: string,
  values: Readonly<Record<string, string>>,
): { path: string; data: string }[] {
  const source = join(TEMPLATES, template);
  if (statSync(source).isDirectory())
    return readdirSync(source)
      .sort()
      .flatMap((name) => fromTemplate(join(template, name), join(to, name), values));
  const data = readFileSync(source, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {{${name}}} in packaging/scaffold/templates/${template}`);
    return value;
  });
  return [{ path: to, data }];
}

/** A title in YAML: between quotes, it may hold anything. */
export const yamlText = (text: string): string => JSON.stringify(text);

/** Writes the plan, or says which file is already there. */
export function write({ created, edited = [] }: Plan): Refusal | undefined {
  const there = created.find(({ path }) => existsSync(path));
  if (there)
    return {
      refused: `${quoted(shownPath(there.path))} existe déjà\u00a0: rien n’a été écrit.`,
      hint: 'Choisissez un autre nom, ou déplacez d’abord ce fichier.',
    };
  for (const { path, data } of created) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data, { flag: 'wx' });
  }
  for (const { path, data } of edited) writeFileSync(path, data);
  return undefined;
}
