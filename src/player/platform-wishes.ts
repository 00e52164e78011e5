import type { Attempt } from '../runtime/attempt.ts';
import type { SessionOver } from '../trackers/tracker.ts';
import { speaker } from '../ui/messages.ts';

/** Said only where a platform opens and closes sessions. */
const say = speaker({
  return: 'Enregistrer et revenir à la plateforme',
  returning: 'Enregistrement…',
  over: 'Cette séance est close, et ce que vous y avez fait est gardé. Pour continuer, ouvrez de nouveau ce module depuis votre plateforme.',
  back: 'Revenir à la plateforme',
});

/** What the platform asked for at launch. */
export function obey(attempt: Attempt): void {
  if (attempt.returns) offerReturn(attempt);
  if (attempt.silence) keepSilent();
}

/** The platform waits for the learner: the way back to it stands at the foot of every page. */
function offerReturn(attempt: Attempt): void {
  const button = Object.assign(document.createElement('button'), { className: 'btn btn--s', type: 'button' });
  button.textContent = say('return');
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = say('returning');
    void attempt.exit();
  });
  document.querySelector('footer.foot')?.prepend(button);
}

/** The learner asked their platform for silence: sound begins off, and is theirs to turn on. */
function keepSilent(): void {
  const begun = new WeakSet<EventTarget>();
  const mute = ({ target }: Event) => {
    if (!(target instanceof HTMLMediaElement) || begun.has(target)) return;
    begun.add(target);
    target.muted = true;
    for (const track of target.textTracks) if (track.kind === 'captions') track.mode = 'showing';
  };
  addEventListener('play', mute, { capture: true });
}

/** The page was loaded again after its session had ended: it only says where to go. */
export function sessionOver({ returnUrl }: SessionOver): HTMLElement {
  const words = Object.assign(document.createElement('p'), { className: 'banner banner--i' });
  words.role = 'alert';
  words.textContent = say('over');
  if (returnUrl) {
    const link = Object.assign(document.createElement('a'), { href: returnUrl });
    link.textContent = say('back');
    words.append(' ', link);
  }
  return words;
}
