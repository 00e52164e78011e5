import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { createKey } from '../../src/campus/lrs/keys.ts';
import { openStore } from '../../src/campus/lrs/store.ts';
import { serveLrs, temporaryFile } from '../campus/lrs/serve.ts';
import { type LaunchOptions, StrictLms } from '../cmi5/lms.ts';
import { serveLms } from '../cmi5/serve.ts';
import type { Session } from '../cmi5/session.ts';
import { ready } from './course.ts';

/** A strict LMS at an address of its own, which launches the units of a package that another address serves. */
export interface Platform {
  lms: StrictLms;
  /** Opens a unit in this page, as its learner; waits until the course answers. */
  launch(page: Page, options?: LaunchOptions): Promise<Session>;
  close(): void;
}

/** `content`: where the package is served. */
export async function platformFor(content: string, course: string, modules: readonly string[]): Promise<Platform> {
  const units = modules.map((id) => ({
    id: `${course}/${id}`,
    url: new URL(`${id}.html`, content).href,
    moveOn: 'CompletedAndPassed' as const,
    masteryScore: 0.8,
  }));
  const learner = { account: { homePage: 'https://lms.example.org', name: randomUUID() } };
  const { lms, close } = await serveLms(
    (origin) => new StrictLms(units, origin, learner),
    async () => new Response('Absent', { status: 404 }),
  );
  return {
    lms,
    close,
    async launch(page, options) {
      const { url, session } = lms.launch(0, options);
      await page.goto(url);
      await ready(page);
      return session;
    },
  };
}

const basic = ({ key, secret }: { key: string; secret: string }) => `Basic ${btoa(`${key}:${secret}`)}`;

/** The campus's own record store at an address of its own, and a « TinCan » launch of a package that another one serves. */
export async function recordStoreFor(content: string) {
  const { file, remove } = temporaryFile();
  const store = openStore({ file });
  const account = { homePage: 'https://lms.example.org', name: randomUUID() };
  const { key, secret } = createKey(store, { label: 'Lancement', scope: 'write-own', actor: { account } });
  const all = createKey(store, { label: 'Essai', scope: 'all' });
  const { url, close } = await serveLrs(store);
  const endpoint = `${url}/`;
  const query = new URLSearchParams({
    endpoint,
    auth: basic({ key, secret }),
    actor: JSON.stringify({ account: [{ accountServiceHomePage: account.homePage, accountName: account.name }] }),
    registration: randomUUID(),
    activity_id: 'tag:parcours-coordo,2026:essai',
  });
  return {
    url: `${content}index.html?${query}`,
    /** Last words of the verbs stored, oldest first. */
    async verbs(): Promise<string[]> {
      const headers = { authorization: basic(all), 'x-experience-api-version': '1.0.3' };
      const answer = await fetch(`${endpoint}statements?ascending=true&limit=200`, { headers });
      const { statements } = (await answer.json()) as { statements: { verb: { id: string } }[] };
      return statements.map(({ verb }) => verb.id.split('/').at(-1)!);
    },
    close() {
      close();
      store.close();
      remove();
    },
  };
}
