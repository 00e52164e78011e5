import { type CourseApi, courseApi, type Opening } from './course-api.ts';

/** What the campus answers to whoever opens a course. */
interface Launch extends Opening {
  attempt: string;
  launch: string;
  token: string;
}

const main = document.querySelector<HTMLElement>('main[data-course]')!;
const notice = document.querySelector<HTMLElement>('#avis')!;
const say = (words: string) => {
  notice.textContent = words;
};

/** True while the page goes away, when no answer can be waited for: only a beacon leaves it then. */
let leaving = false;
for (const type of ['beforeunload', 'pagehide']) addEventListener(type, () => (leaving = true));
addEventListener('pageshow', (event) => {
  leaving = false;
  // back from the browser's cache, the session is over
  if (event.persisted) location.reload();
});

open().catch((error: unknown) => {
  console.error(error);
  say(
    'Le module n’a pas pu s’ouvrir\u00a0: le campus ne répond pas. Vérifiez qu’il tourne encore, puis rechargez cette page.',
  );
});

async function open(): Promise<void> {
  const response = await fetch(location.pathname, { method: 'POST' });
  if (!response.ok) throw new Error(`POST ${location.pathname}: ${response.status} ${await response.text()}`);
  const opened = (await response.json()) as Launch;
  const api: CourseApi = await courseApi(opened, (elements, ended) => send(opened, elements, ended));
  Object.assign(window, api);
  const frame = document.createElement('iframe');
  frame.title = 'Cours';
  frame.allowFullscreen = true;
  frame.src = main.dataset.course!;
  main.append(frame);
}

/** Before the course hears that its commit was stored; false when it was not, and it will try again. */
function send({ attempt, launch, token }: Launch, elements: Record<string, string>, ended: boolean): boolean {
  const address = `/tentatives/${attempt}/cmi`;
  const body = JSON.stringify({ launch, token, elements, ended });
  const request = new XMLHttpRequest();
  request.open('POST', address, false);
  request.setRequestHeader('content-type', 'application/json');
  try {
    request.send(body);
  } catch (error) {
    if (leaving || document.visibilityState === 'hidden')
      return navigator.sendBeacon(address, new Blob([body], { type: 'application/json' }));
    console.error(error);
    say(
      'Le campus ne répond plus. Votre travail reste sur cet appareil\u00a0; il sera repris quand le campus tournera.',
    );
    return false;
  }
  const kept = request.status === 204;
  say(kept ? '' : request.responseText);
  return kept;
}
