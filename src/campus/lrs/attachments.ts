import { createHash } from 'node:crypto';
import type { Contents } from './insert.ts';
import { malformed } from './refusal.ts';
import { type Attachment, isSubStatement, type Statement } from './statement.ts';
import type { Store } from './store.ts';

/** Of a statement and of the one inside it. */
export function attachmentsIn({ attachments = [], object }: Statement): readonly Attachment[] {
  return isSubStatement(object) ? [...attachments, ...(object.attachments ?? [])] : attachments;
}

/**
 * Each content belongs to an attachment, and is what its SHA-256 says; each attachment has its content or says where it
 * is (xAPI Data 2.4.11).
 */
export function checkContents(statements: readonly Statement[], contents: Contents): void {
  const clause = 'xAPI Data 2.4.11';
  const attachments = statements.flatMap((statement) => [...attachmentsIn(statement)]);
  const expected = new Set(attachments.map(({ sha2 }) => sha2.toLowerCase()));
  for (const [sha2, content] of contents) {
    if (!expected.has(sha2)) throw malformed(`A part has the hash ${sha2}, that no attachment names in "sha2"`, clause);
    if (createHash('sha256').update(content).digest('hex') !== sha2)
      throw malformed(`The part with the hash ${sha2} is not what its hash says`, clause);
  }
  const missing = attachments.find(({ sha2, fileUrl }) => fileUrl === undefined && !contents.has(sha2.toLowerCase()));
  if (missing)
    throw malformed(
      `The attachment with the hash ${missing.sha2} has neither "fileUrl" nor its part in the request`,
      clause,
    );
}

export function linkAttachments(store: Store, statement: Statement, seq: number, contents: Contents): void {
  for (const { sha2 } of attachmentsIn(statement)) {
    const hash = sha2.toLowerCase();
    const content = contents.get(hash);
    if (content) store.run('INSERT OR IGNORE INTO attachments (sha2, content) VALUES (?, ?)', [hash, content]);
    store.run('INSERT OR IGNORE INTO attached (sha2, seq) VALUES (?, ?)', [hash, seq]);
  }
}

/** The contents that these statements came with, each once, by hash; those that live at a `fileUrl` are not here. */
export function contentsOf(store: Store, statements: readonly Statement[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (const { sha2 } of statements.flatMap((statement) => [...attachmentsIn(statement)])) {
    const row = store.one('SELECT content FROM attachments WHERE sha2 = ?', [sha2.toLowerCase()]);
    if (row) contents.set(sha2.toLowerCase(), Buffer.from(row.content as ArrayBuffer));
  }
  return contents;
}
