import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Frame, Page } from 'playwright';

export interface Learner {
  id: number;
  username: string;
  password: string;
}

/** What Moodle kept for a learner: raw elements (one entry per SCO and attempt), grade, completion. */
export interface Reading {
  tracks: { attempt: number; tracks: Record<string, string | number> }[];
  grade: { raw: number | null; shown: string } | null;
  /** 0 incomplete, 1 complete, 2 complete (passed), 3 complete (failed). */
  completion: { state: number } | null;
}

/** Moodle refusing a package is a result, not an exception. */
interface Uploaded {
  ok: boolean;
  cmid: number;
  errors: string[];
}

/** What these runs ask of a driver: `MOODLE_DRIVER` is the path of a module that exports `MoodleDriver`. */
export interface Driver {
  /** One web service function of Moodle. */
  ws(name: string, params?: object): Promise<unknown>;
  createCourse(course: { fullname: string; shortname: string }): Promise<number>;
  createUsers(users: { username: string; firstname: string; lastname: string }[]): Promise<Learner[]>;
  enrol(course: number, users: number[], role?: string): Promise<void>;
  addScorm(
    course: number,
    zip: string,
    options: { name: string; settings: Record<string, unknown> },
  ): Promise<Uploaded>;
  /** Replaces the package of an activity that exists. */
  updateScorm(cmid: number, change: { zip: string }): Promise<Uploaded>;
  /** Fields of one page of the site administration, named as in its form. */
  setSiteSettings(section: string, fields: Record<string, unknown>): Promise<void>;
  /** A browser context of its own: another device. */
  login(user: string, password: string): Promise<{ page: Page }>;
  launch(page: Page, cmid: number, options?: object): Promise<{ player: Page; frame: Frame }>;
  exit(player: Page, how: string): Promise<unknown>;
  readAll(course: number, cmid: number, user: number): Promise<Reading>;
  admin(): Promise<{ page: Page }>;
  close(): Promise<void>;
}

/** The settings our guide recommends: in the page, no preview, highest grade, complete when passed or completed. */
export const ACTIVITY = {
  popup: 0,
  hidebrowse: 1,
  grademethod: 1,
  maxattempt: 1,
  completion: 2,
  'completionstatusrequired[2]': 1,
  'completionstatusrequired[4]': 1,
};

/** Ends the process with code 2 when no Moodle is named in the environment (docs/essais/README.md). */
export async function openDriver(): Promise<Driver> {
  const path = process.env.MOODLE_DRIVER;
  if (!path || !process.env.MOODLE_URL) {
    console.error(
      'Il faut un Moodle en marche\u00a0: MOODLE_URL, MOODLE_ADMIN, MOODLE_ADMIN_PASSWORD, MOODLE_TOKEN et MOODLE_DRIVER (voir docs/essais/README.md).',
    );
    process.exit(2);
  }
  const { MoodleDriver } = (await import(pathToFileURL(resolve(path)).href)) as {
    MoodleDriver: new (options?: object) => Driver;
  };
  return new MoodleDriver({ contextOptions: { locale: 'fr-FR', timezoneId: 'Europe/Paris' } });
}

/** In a context whose session is over: by the form's own request, the page's script may rebuild the password field. */
export async function loginAgain(context: BrowserContext, { username, password }: Learner): Promise<void> {
  const address = `${process.env.MOODLE_URL}/login/index.php`;
  const form = await (await context.request.get(address)).text();
  const logintoken = /name="logintoken" value="([^"]*)"/.exec(form)?.[1] ?? '';
  const answer = await context.request.post(address, { form: { logintoken, username, password, anchor: '' } });
  if (answer.url().includes('/login/index.php')) throw new Error(`Moodle refused the new login of ${username}`);
}
