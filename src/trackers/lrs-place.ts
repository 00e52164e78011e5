import { RING } from './call-log.ts';
import type { Place } from './lrs-opening.ts';
import type { Around } from './open.ts';

/** From the key to the page going away, in milliseconds. */
const KEY_TO_RELOAD = 2_000;

/**
 * Whether the page goes away to come back at once. A script or a key that reloads is seen; the browser's own button is
 * not, and the session then ends with the page.
 */
function reloadsOf(window: Window): () => boolean {
  let reloading = false;
  let pressed = Number.NEGATIVE_INFINITY;
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    reloading = (event as Event & { navigationType?: string }).navigationType === 'reload';
  });
  window.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'F5' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r')) pressed = Date.now();
  });
  return () => reloading || Date.now() - pressed < KEY_TO_RELOAD;
}

/** What a tracker of a record store uses of the page. */
export function placeOf({ window, course, device, calls }: Around): Place {
  const id = window.document.querySelector<HTMLMetaElement>('meta[name="module"]')?.content;
  const module = course.modules.find((one) => one.id === id);
  const tab = tabOf(window);
  return {
    search: window.location.search,
    course,
    ...(module && { module }),
    device,
    ...(tab && { tab }),
    fetch: window.fetch.bind(window),
    onCall: ({ method, resource, length, status }) => {
      calls.push({
        at: Date.now(),
        method,
        element: resource,
        ...(length > 0 && { length }),
        answer: String(status),
        code: status,
        refused: status === 0 || status >= 400,
      });
      if (calls.length > RING) calls.shift();
    },
    now: () => new Date(),
    random: Math.random,
    goTo: (address) => window.location.assign(address),
    reloading: reloadsOf(window),
  };
}

/** Reading `window.sessionStorage` alone throws where storage is blocked. */
function tabOf(window: Window): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
