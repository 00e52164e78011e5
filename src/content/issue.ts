/** Something an author got wrong, where, and what to do about it. French: its reader is an author. */
export interface Issue {
  /** Path as the author knows it, `modules/petite-enfance/01-fonction/03-roles.md`. */
  file: string;
  /** 1-based. */
  line: number;
  /** Stable, `kind/what`: searchable in the guide, asserted by tests. */
  code: string;
  message: string;
  /** The cure, when there is one. */
  hint?: string;
}

export interface Position {
  file: string;
  line: number;
}

/** One line an editor can open, then the cure. */
export function formatIssue({ file, line, code, message, hint }: Issue): string {
  return `${file}:${line} — ${message} [${code}]${hint ? `\n    → ${hint}` : ''}`;
}

/** By file, then by line: the order in which an author repairs. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.code.localeCompare(b.code));
}

/** A schema says both at once, `message → cure`; no hint without an arrow. */
export function splitCure(text: string): Pick<Issue, 'message' | 'hint'> {
  const [message = '', hint] = text.split(' → ');
  return { message, ...(hint && { hint }) };
}

/** « mot », with the no-break spaces French wants. */
export const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

/** The nearest known word, for « vouliez-vous dire » ; absent when nothing is close. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance <= Math.max(2, candidate.length / 3) && (!best || distance < best.distance)) {
      best = { word: candidate, distance };
    }
  }
  return best?.word;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change));
    }
    row = next;
  }
  return row[b.length]!;
}
