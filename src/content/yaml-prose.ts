import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { Issue } from './issue.ts';
import { misplacedMarks } from './language.ts';
import { typographyFaults } from './typography-check.ts';

/**
 * What is wrong in the words that people read of a YAML file: the strings, and the lists of strings, under these keys.
 * `lineAt` gives the line of a place in `text`.
 */
export function reviewYamlProse(
  document: Document,
  text: string,
  keys: readonly string[],
  file: string,
  lineAt: (offset: number) => number,
): Issue[] {
  if (keys.length === 0) return [];
  const issues: Issue[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !keys.includes(String(key.value))) return;
      visit(value as Scalar, {
        Scalar(_rank, { value: words, range }) {
          if (typeof words !== 'string' || !range) return;
          const written = text.slice(range[0], range[1]);
          const value = words.trim();
          for (const { at, code, message, hint } of [...misplacedMarks(value), ...typographyFaults(value)])
            issues.push({
              file,
              line: lineAt(range[0] + placeOf(value, at, written)),
              code,
              message,
              ...(hint && { hint }),
            });
        },
      });
      return visit.SKIP;
    },
  });
  return issues;
}

/** Where the words that begin at this place of a value stand in its YAML: the first as many times seen before. */
function placeOf(value: string, at: number, written: string): number {
  const words = /^\s*\S+/.exec(value.slice(at))?.[0].trim() ?? '';
  let place = written.indexOf(words);
  for (let seen = value.indexOf(words); seen >= 0 && seen < at && place >= 0; seen = value.indexOf(words, seen + 1))
    place = written.indexOf(words, place + 1);
  return Math.max(0, place);
}
