import { posix } from 'node:path';
import { parseAttributes } from './directive.ts';
import { type Issue, nearest, type Position, quoted } from './issue.ts';
import type { CourseSources } from './sources.ts';

/** `:::inclure{source=secret-professionnel.md}` then `:::`: a text of the folder shared by all courses, in its place. */
export const INCLUDE = 'inclure';
export const INCLUDE_ATTRIBUTES: readonly string[] = ['source'];

export interface Fragment {
  file: string;
  body: string;
  /** Of the body's first line, 1-based: after the header that a fragment should not have. */
  bodyLine: number;
}

/** The shared texts, whose folder they are in, and the `inclure` lines that led to the text being read, outermost first. */
export interface Including {
  sources: Pick<CourseSources, 'texts' | 'at'>;
  included: readonly Position[];
}

type Fault = Pick<Issue, 'code' | 'message' | 'hint'>;
const fault = (what: string, message: string, hint: string): { fault: Fault } => ({
  fault: { code: `${INCLUDE}/${what}`, message, hint },
});

/** The text that an `inclure` written in `file` asks for, or why it cannot be had. `attributes` stand between braces. */
export function readFragment(
  attributes: string,
  file: string,
  { sources, included }: Including,
): { fragment: Fragment } | { fault: Fault } {
  const folder = sources.at.shared;
  const path = parseAttributes(attributes).values.get('source') ?? '';
  if (!path)
    return fault(
      'source',
      'ce bloc ne dit pas quel texte inclure',
      'Écrivez :::inclure{source=secret-professionnel.md}.',
    );
  const wanted = posix.normalize(posix.join(folder, path));
  if (posix.isAbsolute(path) || path.includes('\\') || !wanted.startsWith(`${folder}/`))
    return fault(
      'hors-dossier',
      `${quoted(path)} sort du dossier des textes partagés`,
      `Placez le texte dans ${folder}/ et écrivez son chemin depuis ce dossier.`,
    );
  const text = wanted.endsWith('.md') ? sources.texts.get(wanted) : undefined;
  if (text === undefined) return absent(path, folder, sources);
  const chain = [...included.slice(1).map((one) => one.file), ...(included.length > 0 ? [file] : []), wanted];
  if (chain.indexOf(wanted) < chain.length - 1) return loop(chain.slice(chain.indexOf(wanted)), folder);
  return { fragment: withoutHeader(wanted, text) };
}

function absent(path: string, folder: string, { texts }: Including['sources']) {
  const shared = [...texts.keys()].filter((one) => one.startsWith(`${folder}/`) && one.endsWith('.md'));
  const close = nearest(
    path,
    shared.map((one) => posix.relative(folder, one)),
  );
  return fault(
    'absent',
    `le texte partagé ${quoted(path)} est introuvable`,
    close ? `Vouliez-vous dire ${quoted(close)}\u202f?` : `Créez ${folder}/${path.replace(/(?:\.md)?$/, '.md')}.`,
  );
}

const loop = (files: readonly string[], folder: string) =>
  fault(
    'boucle',
    `ce texte partagé s’inclut lui-même\u00a0: ${files.map((one) => posix.relative(folder, one)).join(' → ')}`,
    'Retirez cette ligne, ou sortez ce que les deux textes ont en commun dans un troisième.',
  );

const HEADER = /^\ufeff?---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/;

function withoutHeader(file: string, text: string): Fragment {
  const header = HEADER.exec(text)?.[0] ?? '';
  return { file, body: text.slice(header.length), bodyLine: header.split('\n').length };
}

/** What is said of a shared text that begins as a page does; its title would be nobody's. */
export const HEADER_FAULT: Fault = {
  code: `${INCLUDE}/en-tete`,
  message: 'un texte partagé n’a pas d’en-tête',
  hint: 'Retirez ce qui est entre les deux lignes ---\u00a0: le titre et l’étape sont ceux de la page qui l’inclut.',
};

/** « a/01-m/02-page.md:12 », then each text on the way. */
export const trailOf = (included: readonly Position[]) =>
  included.map(({ file, line }) => `${file}:${line}`).join(' → ');

/** What a hint adds when the text at fault is shared; '' when it is a page. */
export const includedBy = (included: readonly Position[]) =>
  included.length > 0 ? ` Ce texte partagé est inclus par ${trailOf(included)}.` : '';
