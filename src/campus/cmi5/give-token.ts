import type { Campus } from '../campus.ts';
import { giveKey } from '../session/key.ts';
import { isOpen, sessionWithTicket } from '../session/sessions.ts';

/** What the fetch address answers (cmi5 8.2). `error-code`: 1, given already or over; 2, anything else it distrusts. */
export type TokenAnswer = { 'auth-token': string } | { 'error-code': '1' | '2'; 'error-text': string };

/** The key of the session that has this ticket; once. */
export function giveToken(campus: Campus, ticket: string): TokenAnswer {
  const session = sessionWithTicket(campus, ticket);
  if (!session) return { 'error-code': '2', 'error-text': 'There is no such session.' };
  if (session.key !== undefined) return { 'error-code': '1', 'error-text': 'The token was given already.' };
  if (!isOpen(session, campus.now().getTime())) return { 'error-code': '1', 'error-text': 'The session is over.' };
  return { 'auth-token': giveKey(campus, session) };
}
