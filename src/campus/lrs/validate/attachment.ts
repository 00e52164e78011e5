import { malformed } from '../refusal.ts';
import { iriAt, languageMapAt } from './scalars.ts';
import { listAt, membersOf, textAt } from './shape.ts';

const CLAUSE = 'xAPI Data 2.4.11';
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:[ \t]*;[ \t]*[\w!#$&^.+-]+=(?:"[^"\r\n]*"|[^\s;"]+))*$/;

export function attachmentsAt(value: unknown, place: string): void {
  for (const [rank, attachment] of listAt(value, place, CLAUSE).entries())
    attachmentAt(attachment, `${place}[${rank}]`);
}

function attachmentAt(value: unknown, place: string): void {
  const allowed = ['usageType', 'display', 'description', 'contentType', 'length', 'sha2', 'fileUrl'];
  const attachment = membersOf(value, place, allowed, CLAUSE);
  iriAt(attachment.usageType, `${place}.usageType`, CLAUSE);
  languageMapAt(attachment.display, `${place}.display`);
  if ('description' in attachment) languageMapAt(attachment.description, `${place}.description`);
  if (!MEDIA_TYPE.test(textAt(attachment.contentType, `${place}.contentType`, CLAUSE)))
    throw malformed(`"${place}.contentType" must be an Internet media type`, CLAUSE);
  const { length, sha2 } = attachment;
  if (!Number.isSafeInteger(length) || (length as number) < 0)
    throw malformed(`"${place}.length" must be a whole number of bytes`, CLAUSE);
  if (!(typeof sha2 === 'string' && /^[0-9a-f]{64}$/i.test(sha2)))
    throw malformed(`"${place}.sha2" must be the 64 hexadecimal digits of a SHA-256`, CLAUSE);
  if ('fileUrl' in attachment) iriAt(attachment.fileUrl, `${place}.fileUrl`, CLAUSE);
}
