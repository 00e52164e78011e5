import { checksum, fromBase64url, toBase64url } from './bytes.ts';

/** What a trainer answers to a shared text, brought back by the learner as a file or a code. */
export interface Feedback {
  /** IRI of the course. */
  course: string;
  /** SCORM id of the entry. */
  entry: string;
  from: string;
  /** Day, `2026-11-22`. */
  day: string;
  text: string;
}

const MARK = 'RETOUR1';

/** ASCII, `RETOUR1.…`: survives a mail, a message, a copy by hand of its ends. */
export function feedbackCode({ course, entry, from, day, text }: Feedback): string {
  const payload = toBase64url(new TextEncoder().encode(JSON.stringify([course, entry, from, day, text])));
  return `${MARK}.${payload}.${checksum(payload)}`;
}

/** Undefined when it is no such code, or a damaged one; spaces and line breaks around and inside do not count. */
export function readFeedback(given: string): Feedback | undefined {
  const [mark, payload = '', sum] = (/RETOUR\d+\.[\w-]+\.[\w-]{3}/.exec(given.replace(/\s+/g, ''))?.[0] ?? '').split(
    '.',
  );
  if (mark !== MARK || checksum(payload) !== sum) return undefined;
  try {
    const [course, entry, from, day, text] = JSON.parse(new TextDecoder().decode(fromBase64url(payload)));
    const all = [course, entry, from, day, text];
    return all.every((one) => typeof one === 'string') ? { course, entry, from, day, text } : undefined;
  } catch {
    return undefined;
  }
}
