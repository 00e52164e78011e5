import * as v from 'valibot';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type Issue, nearest, quoted, splitCure } from './issue.ts';
import type { CourseMemory } from './memory.ts';
import { reviewYamlProse } from './yaml-prose.ts';

/** In a `fallback`, stands for what is missing or wrong: it has been said, and nothing more is to be said of it. */
export const ALREADY_SAID = '?';

export interface ReadYaml<T> {
  value?: T;
  issues: Issue[];
  /** Line of the value at a path, or of its closest known parent. */
  lineOf(path: readonly (string | number)[]): number;
}

interface YamlPlace {
  file: string;
  firstLine?: number;
  kind: string;
  fallback?: Readonly<Record<string, unknown>>;
  prose?: readonly string[];
}

/**
 * Reads YAML and checks its shape; every issue points at the line of the value, or of the key that should hold it.
 * What is wrong is left out (a list loses the element, a map takes `fallback`), so that the rest is still read and every
 * issue of a course is said at once.
 * `firstLine`: 1-based line of `text` in its file, for a front matter. `prose`: keys of words that people read.
 */
export function readYaml<S extends v.GenericSchema>(
  text: string,
  schema: S,
  at: YamlPlace,
): ReadYaml<v.InferOutput<S>> {
  const firstLine = at.firstLine ?? 1;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly (string | number)[]) => lineAt(closest(document.contents, path));

  const faults = new Map(yamlFaults(document).map(({ offset, words }) => [lineAt(offset), words]));
  if (faults.size > 0) {
    const issues = [...faults].map(([line, words]): Issue => {
      const { message, hint = YAML_HINT } = splitCure(words);
      return { file: at.file, line, code: 'yaml/syntaxe', message: `YAML illisible\u00a0: ${message}`, hint };
    });
    return { issues, lineOf };
  }

  const prose = reviewYamlProse(document, text, at.prose ?? [], at.file, lineAt);
  const read: unknown = document.toJS() ?? {};
  // a list has no keys, and valibot would say so of each of them
  const raw = Array.isArray(read) && 'entries' in schema ? null : read;
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { value: parsed.output, issues: prose, lineOf };
  const wrong = new Set(parsed.issues.map(({ path }) => path?.[0]?.key));
  const saved = v.safeParse(schema, salvage(raw, wrong, at.fallback));
  const issues = parsed.issues.map((issue): Issue => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const keys = path.filter((key) => typeof key === 'string');
    const name = keys.at(-1) ?? 'contenu';
    const base = { file: at.file, line: lineOf(path), code: `${at.kind}/${name}` };
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      const known = nearest(name, keysOf(schema));
      return {
        ...base,
        code: `${at.kind}/cle-inconnue`,
        message: `clé inconnue ${quoted(name)}`,
        hint: known
          ? `Vouliez-vous dire ${quoted(known)}\u202f?`
          : `Clés possibles\u00a0: ${keysOf(schema).join(', ')}.`,
      };
    }
    if (issue.input === undefined)
      return { ...base, message: `il manque ${quoted(name)}`, hint: `Ajoutez une ligne ${quoted(`${name}: …`)}.` };
    const { message, hint } = splitCure(issue.message);
    return {
      ...base,
      message: keys.length === 0 ? message : `${quoted(keys.join('.'))}\u00a0: ${message}`,
      ...(hint && { hint }),
    };
  });
  return { issues: [...issues, ...prose], lineOf, ...(saved.success && { value: saved.output }) };
}

/** The same, a file whose text has not changed being read once. */
export const yamlReader =
  (memory: CourseMemory): typeof readYaml =>
  (text, schema, at) =>
    memory.keep(`yaml ${JSON.stringify(at)}`, [text, schema], () => readYaml(text, schema, at));

function salvage(raw: unknown, wrong: ReadonlySet<unknown>, fallback: Readonly<Record<string, unknown>> = {}): unknown {
  if (Array.isArray(raw)) return raw.filter((_, rank) => !wrong.has(rank));
  if (typeof raw !== 'object' || raw === null) return fallback;
  const kept = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
  return { ...Object.fromEntries(Object.entries(fallback).filter(([key]) => wrong.has(key))), ...kept };
}

/** Of the map, or of the maps of the list. */
function keysOf(schema: v.GenericSchema): string[] {
  if ('item' in schema) return keysOf((schema as { item: v.GenericSchema }).item);
  return 'entries' in schema ? Object.keys((schema as { entries: object }).entries) : [];
}

/** Offset of the node at `path`, of its key when the value is missing, or of the deepest parent found. */
function closest(root: unknown, path: readonly (string | number)[]): number {
  let node = root as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

const YAML_HINT =
  'Vérifiez l’alignement, les deux-points suivis d’une espace et les guillemets fermés autour de cette ligne.';
const QUOTE = 'Mettez tout le texte entre guillemets.';
const YAML_WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'l’alignement est faux',
  DUPLICATE_KEY: 'une clé est écrite deux fois → Gardez une seule des deux lignes.',
  MISSING_CHAR: 'il manque un signe (guillemet, crochet ou deux-points)',
  TAB_AS_INDENT: 'une tabulation sert d’alignement → Employez des espaces.',
  BLOCK_AS_IMPLICIT_KEY: `un deux-points de trop, ou un texte à mettre entre guillemets → ${QUOTE}`,
  MULTILINE_IMPLICIT_KEY: 'une clé court sur plusieurs lignes, ou un deux-points manque',
  MULTIPLE_DOCS: 'une ligne --- coupe le fichier en deux → Retirez-la.',
  BAD_DQ_ESCAPE: 'une barre \\ est seule entre guillemets → Écrivez-la deux fois, ou retirez-la.',
  BAD_SCALAR_START: `ce texte commence par un signe réservé (@, % ou un accent grave) → ${QUOTE}`,
  TAG_RESOLVE_FAILED: `ce texte commence par un point d’exclamation → ${QUOTE}`,
};

/**
 * What cannot be read, then what YAML would take for its own signs (`*mot` and `&mot` would be lost): of one line, the last
 * says the most.
 */
function yamlFaults(document: Document): { offset: number; words: string }[] {
  const said = [...document.errors, ...document.warnings].map(({ pos, code }) => ({
    offset: pos[0],
    words: YAML_WORDS[code] ?? 'un signe inattendu',
  }));
  visit(document, {
    Node(_, node) {
      const sign = isAlias(node) ? '*' : 'anchor' in node && node.anchor ? '&' : undefined;
      if (sign && node.range)
        said.push({ offset: node.range[0], words: `ce texte commence par ${quoted(sign)} → ${QUOTE}` });
    },
  });
  return said;
}
