import type { BrowserContext, Frame, Page } from 'playwright';
import type { CourseOutline } from '../../src/model/course.ts';
import { alive, unfold } from '../robot.ts';
import type { Driver, Learner } from './driver.ts';
import { JOURNAL, POSITIONING, type Question } from './small-course.ts';

/** What the page tells the learner: the top bar, and each banner. */
export interface Words {
  status: string;
  banners: string[];
}

/** « Enregistré », without « sur cet appareil »: the page says that the platform holds everything. */
export const saysSaved = ({ status }: Words) => /^Enregistré(?! sur)/.test(status);
export const saysOnDevice = ({ status }: Words) => status.startsWith('Enregistré sur cet appareil');
/** A save is under way: what the bar says next is what counts. */
const saysBusy = ({ status }: Words) => /^(Modifications en cours|Enregistrement)/.test(status);
export const saysInBanner = ({ banners }: Words, words: string) => banners.some((banner) => banner.includes(words));

/** One learner before one browser: what is done and what is seen there. Another one of the same learner is another device. */
export class LearnerBrowser {
  /** The package's own page, inside Moodle's; replaced by each launch. */
  frame!: Frame;

  private constructor(
    readonly driver: Driver,
    readonly cmid: number,
    public page: Page,
  ) {}

  static async open(driver: Driver, cmid: number, { username, password }: Learner): Promise<LearnerBrowser> {
    const { page } = await driver.login(username, password);
    return new LearnerBrowser(driver, cmid, page);
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** From Moodle's activity page; in a new tab if the last one is gone. */
  async launch(): Promise<void> {
    if (this.page.isClosed()) this.page = await this.context.newPage();
    this.frame = (await this.driver.launch(this.page, this.cmid)).frame;
    await this.frame.locator('main .page-nav, main course-home .mod').first().waitFor();
    await this.#alive();
  }

  /** « Exit activity », then the time Moodle takes for a last beacon. */
  async exit(): Promise<void> {
    await this.driver.exit(this.page, 'exit');
    await this.wait(1_000);
  }

  /** The tab dies as when the system kills it: no event, no last word. */
  async kill(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Milliseconds; also while the tab is gone. */
  wait(time: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, time));
  }

  // ---- what is done

  /** By the address, as the course's own links do. Throws when the page does not come to life. */
  async goTo(page: string): Promise<void> {
    const outline = JSON.parse(await this.frame.locator('#course').innerText()) as CourseOutline;
    const title = outline.modules[0]!.pages.find(({ id }) => id === page)!.title;
    await this.frame.evaluate(`location.hash = '#/m1/${page}'`);
    await this.#true(`the page ${page}`, async () => (await this.frame.title()).startsWith(title));
    await this.#alive();
  }

  async answer({ number, right }: Question, chosen = right): Promise<void> {
    const block = this.block(number);
    for (const option of chosen) await block.locator(`.tiles input[value="${option}"]`).check();
    const certainty = block.getByLabel('Moyen');
    if (await certainty.count()) await certainty.check();
    await block.getByRole('button', { name: 'Vérifier ma réponse' }).click();
    await block.locator('.fb').waitFor();
  }

  /** « Avec appui » for each competency: what `placed` expects. */
  async place(): Promise<void> {
    const block = this.block(POSITIONING.number);
    for (const group of await block.locator('form fieldset').all()) await group.getByRole('radio').nth(2).check();
    await block.getByRole('button', { name: 'Enregistrer mon positionnement' }).click();
  }

  /** The journal's first part. */
  get journal() {
    return this.frame.getByLabel('Ce qui s’est passé');
  }

  async write(text: string): Promise<void> {
    await this.journal.fill(text);
  }

  /** Both parts: what the module asks for. */
  async writeAll(text: string): Promise<void> {
    const block = this.block(JOURNAL.number);
    await unfold(block);
    for (const area of await block.locator('textarea').all()) await area.fill(text);
  }

  block(number: number) {
    return this.frame.locator(`[data-block="${number}"]`);
  }

  // ---- what is seen

  async words(): Promise<Words> {
    const texts = async (selector: string) =>
      (await this.frame.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    const [[status = ''], banners] = [await texts('save-status'), await texts('course-banners .banner p')];
    return { status, banners };
  }

  /** Waits for the page to say it; false when it never did. Milliseconds. */
  async hears(what: (words: Words) => boolean, timeout = 20_000): Promise<boolean> {
    return until(async () => what(await this.words()), timeout);
  }

  /** A banner may come while the save that it speaks of is still under way: waits for the bar to say how that ended. */
  async settled(): Promise<void> {
    await this.hears((words) => !saysBusy(words));
  }

  async #alive(): Promise<void> {
    await this.#true('all its blocks', () => this.frame.locator('main').evaluate(alive));
  }

  async #true(what: string, condition: () => Promise<boolean>): Promise<void> {
    if (!(await until(condition, 10_000)))
      throw new Error(`The page never showed ${what}: ${await this.frame.title()}`);
  }
}

async function until(condition: () => Promise<boolean>, timeout: number): Promise<boolean> {
  for (const end = Date.now() + timeout; ; ) {
    if (await condition()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
