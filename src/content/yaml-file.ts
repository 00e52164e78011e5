import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Issue, nearest, quoted } from './issue.ts';

export interface ReadYaml<T> {
  value?: T;
  issues: Issue[];
  /** Line of the value at a path, or of its closest known parent. */
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * Reads YAML and checks its shape; every issue points at the line of the value, or of the key that should hold it.
 * What is wrong is left out (a list loses the element, a map takes `fallback`), so that the rest is still read and every
 * issue of a course is said at once.
 * `firstLine`: 1-based line of `text` in its file, for a front matter.
 */
export function readYaml<S extends v.GenericSchema>(
  text: string,
  schema: S,
  at: { file: string; firstLine?: number; kind: string; fallback?: Readonly<Record<string, unknown>> },
): ReadYaml<v.InferOutput<S>> {
  const firstLine = at.firstLine ?? 1;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly (string | number)[]) => lineAt(closest(document.contents, path));

  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => ({
      file: at.file,
      line: lineAt(error.pos[0]),
      code: 'yaml/syntaxe',
      message: `YAML illisible\u00a0: ${frenchYamlError(error.code)}`,
      hint: 'Vérifiez l’alignement, les deux-points suivis d’une espace et les guillemets fermés autour de cette ligne.',
    }));
    return { issues, lineOf };
  }

  const raw: unknown = document.toJS() ?? {};
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { value: parsed.output, issues: [], lineOf };
  const wrong = new Set(parsed.issues.map(({ path }) => path?.[0]?.key));
  const saved = v.safeParse(schema, salvage(raw, wrong, at.fallback));
  const issues = parsed.issues.map((issue): Issue => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const name = path.filter((key) => typeof key === 'string').at(-1) ?? 'contenu';
    const base = { file: at.file, line: lineOf(path), code: `${at.kind}/${name}` };
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      const known = nearest(String(name), keysOf(schema));
      return {
        ...base,
        code: `${at.kind}/cle-inconnue`,
        message: `clé inconnue ${quoted(String(name))}`,
        hint: known
          ? `Vouliez-vous dire ${quoted(known)}\u202f?`
          : `Clés possibles\u00a0: ${keysOf(schema).join(', ')}.`,
      };
    }
    const absent = issue.input === undefined;
    return {
      ...base,
      message: absent ? `il manque ${quoted(path.join('.'))}` : `${quoted(path.join('.'))}\u00a0: ${issue.message}`,
      hint: absent ? `Ajoutez une ligne ${quoted(`${name}: …`)}.` : 'Voir le guide de l’auteur, « Les fichiers ».',
    };
  });
  return { issues, lineOf, ...(saved.success && { value: saved.output }) };
}

function salvage(raw: unknown, wrong: ReadonlySet<unknown>, fallback: Readonly<Record<string, unknown>> = {}): unknown {
  if (Array.isArray(raw)) return raw.filter((_, rank) => !wrong.has(rank));
  if (typeof raw !== 'object' || raw === null) return fallback;
  const kept = Object.fromEntries(Object.entries(raw).filter(([key]) => !wrong.has(key)));
  return { ...Object.fromEntries(Object.entries(fallback).filter(([key]) => wrong.has(key))), ...kept };
}

const keysOf = (schema: v.GenericSchema): string[] =>
  'entries' in schema ? Object.keys((schema as { entries: object }).entries) : [];

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

function frenchYamlError(code: string): string {
  const words: Record<string, string> = {
    BAD_INDENT: 'l’alignement est faux',
    DUPLICATE_KEY: 'une clé est écrite deux fois',
    MISSING_CHAR: 'il manque un signe (guillemet, crochet ou deux-points)',
    TAB_AS_INDENT: 'une tabulation sert d’alignement, employez des espaces',
    BLOCK_AS_IMPLICIT_KEY: 'un deux-points de trop, ou un texte à mettre entre guillemets',
    MULTILINE_IMPLICIT_KEY: 'une clé court sur plusieurs lignes, ou un deux-points manque',
    UNEXPECTED_TOKEN: 'un signe inattendu',
  };
  return words[code] ?? `erreur ${code}`;
}
