import type { Mode, Session } from './sessions.ts';
import type { Standing } from './standings.ts';

/** What opening in each mode is called. */
export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  Normal: 'Suivre',
  Browse: 'Parcourir sans trace',
  Review: 'Revoir',
};

/** Of a module, with the class that colours it. `begun`: it was opened to be followed. */
export function shownStanding(
  { completed, passed, failed }: Standing,
  begun: boolean,
): { words: string; state: string } {
  if (passed !== undefined) return { words: completed === undefined ? 'Réussi' : 'Terminé, réussi', state: 'passed' };
  if (completed !== undefined)
    return failed === undefined
      ? { words: 'Terminé', state: 'completed' }
      : { words: 'Terminé, pas encore réussi', state: 'incomplete' };
  if (failed !== undefined) return { words: 'Pas encore réussi', state: 'failed' };
  return begun ? { words: 'En cours', state: 'incomplete' } : { words: 'Pas commencé', state: 'none' };
}

/** How a session went. `open`: it may go on. */
export function shownEnd({ ended, mode }: Session, open: boolean): string {
  const kind = mode === 'Browse' ? ', sans trace' : mode === 'Review' ? ', pour revoir' : '';
  if (ended === 'terminated') return `Terminée${kind}`;
  return `${ended === '' && open ? 'En cours' : 'Interrompue'}${kind}`;
}
