/** After this long without a key, a click or a scroll, the learner is taken to be elsewhere. */
export const IDLE_AFTER = 120_000;

/**
 * Time really spent: it runs while the page is visible and something was done in the last two minutes. Times in
 * milliseconds of any steady clock.
 */
export class ActiveTime {
  #total = 0;
  #since: number;
  #lastAction: number;
  #visible = true;

  constructor(readonly now: () => number) {
    this.#since = now();
    this.#lastAction = this.#since;
  }

  /** The learner did something. */
  action(): void {
    this.#count();
    this.#lastAction = this.now();
  }

  visible(visible: boolean): void {
    this.#count();
    this.#visible = visible;
    if (visible) this.#lastAction = this.now();
  }

  /** Seconds since the start. */
  get seconds(): number {
    this.#count();
    return this.#total / 1000;
  }

  #count(): void {
    const now = this.now();
    const until = Math.min(now, this.#lastAction + IDLE_AFTER);
    if (this.#visible && until > this.#since) this.#total += until - this.#since;
    this.#since = now;
  }
}
