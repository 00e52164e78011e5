import type * as v from 'valibot';

/** The first string of a call that reports, or what follows `code:`. */
const REPORTED = /(?:\bcode:\s*|\b(?:issue|say\w*)\(\s*(?:[^'"`;]*?,\s*)?)(?:'([^'\n]+)'|`([^`\n]+)`)/g;
/** The second half of a kind whose first half a helper of the file adds: `fault('absent'`, a rule of typography. */
const HALVES = /\bfault\(\s*'([a-z-]+)'|\bname: '([a-z-]+)',\s*(?:\/\/[^\n]*\s*)?pattern:/g;
const CODE = /^(?:[a-z][a-z-]*|\*)\/(?:[a-zA-Z0-9-]+|\*)$/;

/** Every kind of issue that a source can say, `quiz/vide`; `*` stands for a part known only when it is said. */
export const issueCodes = (source: string): string[] =>
  [
    ...[...source.matchAll(REPORTED)].map(([, plain, template]) => plain ?? template!.replace(/\$\{[^}]*\}/g, '*')),
    ...[...source.matchAll(HALVES)].map(([, fault, rule]) => `*/${fault ?? rule}`),
  ].filter((text) => CODE.test(text));

interface Node {
  message?: unknown;
  pipe?: readonly Node[];
  entries?: Readonly<Record<string, Node>>;
  item?: Node;
  wrapped?: Node;
  options?: readonly (Node | string)[];
}

/** Every sentence that a schema can say, wherever it stands; those made from the value are left out. */
export function schemaSentences(schema: v.GenericSchema): Set<string> {
  const found = new Set<string>();
  const walk = ({ message, pipe, entries, item, wrapped, options }: Node) => {
    if (typeof message === 'string') found.add(message);
    const inner = [...(pipe ?? []), ...Object.values(entries ?? {}), item, wrapped, ...(options ?? [])];
    // a pipe begins with its own schema, spread over it: what it holds is walked once more, for nothing
    for (const one of inner) if (typeof one === 'object') walk(one);
  };
  walk(schema as Node);
  return found;
}
