import { chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { launchOptions } from '../../browser.ts';
import { alive, answerPage, playModule } from '../../robot.ts';
import type { LaunchedSession, LaunchOptions, Suite } from './suite.ts';

/** One launch, as the report tells it. */
export interface Played {
  /** What was done in it, in French. */
  what: string;
  unit: string;
  /** Verbs that the suite recorded, in their order. */
  verbs: readonly string[];
  /** Clauses that the suite says were broken. */
  clauses: readonly string[];
}

/** A course in the suite, and the learner who follows it. */
export interface Visit {
  suite: Suite;
  testId: number;
  /** Of the unit in the course. */
  rank: number;
  /** Identifier of its module, `m1`. */
  moduleId: string;
}

/** What a learner does in one launch; the page is closed by a way of its own, or left to be closed. */
interface Act {
  what: string;
  options?: LaunchOptions;
  act(page: Page, visit: Visit): Promise<void>;
  end: 'return' | 'leave' | 'abandon';
}

const BACK = 'Enregistrer et revenir à la plateforme';
const quizPage = (page: Page) => page.getByRole('button', { name: 'Refaire le quiz' });

/** Wrong everywhere. */
const fail: Act = {
  what: 'Tout faire, réponses fausses, puis revenir à la plateforme',
  act: (page, { moduleId }) => playModule(page.mainFrame(), moduleId, { right: 0 }),
  end: 'return',
};
const retake: Act = {
  what: 'Refaire le quiz final, réponses justes, puis fermer la page',
  async act(page) {
    await quizPage(page).press('Enter');
    await answerPage(page.mainFrame());
  },
  end: 'leave',
};

/** From a first look to a last one: cut short, failed, passed, opened again, only looked at. */
export const WHOLE_LIFE: readonly Act[] = [
  {
    what: 'Ouvrir, lire une page, puis tout perdre (onglet tué)',
    act: async () => undefined,
    end: 'abandon',
  },
  fail,
  retake,
  { what: 'Rouvrir le module terminé, puis fermer', act: async () => undefined, end: 'leave' },
  {
    what: 'Parcourir (Browse)',
    options: { launchMode: 'Browse' },
    act: (page) => answerPage(page.mainFrame()).then(() => undefined),
    end: 'return',
  },
  { what: 'Relire (Review)', options: { launchMode: 'Review' }, act: async () => undefined, end: 'leave' },
];

/** Straight to the end. */
export const AT_ONCE: readonly Act[] = [
  {
    what: 'Tout faire, réponses justes, la page rechargée au début, puis revenir à la plateforme',
    async act(page, { moduleId }) {
      await Promise.all([page.waitForEvent('load'), page.evaluate(() => window.location.reload())]);
      await ready(page);
      await playModule(page.mainFrame(), moduleId);
    },
    end: 'return',
  },
];

/** Launches a unit once for each act, in a new tab of one browser. */
export async function play(visit: Visit, acts: readonly Act[]): Promise<Played[]> {
  const { username, password } = visit.suite.user;
  const browser = await chromium.launch(launchOptions);
  try {
    // the suite’s own return page wants its user
    const context = await browser.newContext({ httpCredentials: { username, password, origin: visit.suite.origin } });
    const played: Played[] = [];
    for (const act of acts) {
      const session = await visit.suite.launch(visit.testId, visit.rank, act.options);
      const page = await context.newPage();
      await page.goto(session.launchUrl);
      await ready(page);
      await act.act(page, visit);
      await end(page, session, act, visit);
      played.push(await tellOf(visit, session, act));
    }
    return played;
  } finally {
    await browser.close();
  }
}

async function ready(page: Page): Promise<void> {
  await expect(page.locator('main .page-nav').first()).toBeVisible();
  await expect.poll(() => page.locator('main').evaluate(alive)).toBe(true);
}

async function end(page: Page, session: LaunchedSession, { end: way }: Act, { suite }: Visit) {
  if (way === 'abandon') {
    const crashed = page.waitForEvent('crash');
    void (await page.context().newCDPSession(page)).send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    return suite.abandon(session);
  }
  // what was done last is saved two seconds later
  await page.waitForTimeout(3_000);
  if (way === 'return') {
    await page.getByRole('button', { name: BACK }).press('Enter');
    await page.waitForURL(/return-url/);
  } else {
    await page.goto('about:blank');
    await page.waitForTimeout(1_000);
  }
  await page.close();
}

async function tellOf({ suite, moduleId }: Visit, session: LaunchedSession, { what }: Act): Promise<Played> {
  const events = (await suite.events(session)).map(({ metadata }) => metadata);
  return {
    what,
    unit: moduleId,
    verbs: events.flatMap(({ summary }) => /^Statement recorded: .*\/(\w+)$/.exec(summary)?.[1] ?? []),
    clauses: events.flatMap(({ violatedReqId }) => violatedReqId ?? []),
  };
}
