/**
 * A request that the record store does not accept, as one sentence for whoever sent it. Thrown anywhere below the HTTP
 * layer, which turns it into a response; nothing of the request has been stored.
 */
export class Refusal extends Error {
  /** An HTTP status, 400 to 507. */
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** What was sent is wrong. `clause`: where the standard says so, such as `xAPI Data 2.4.3`. */
export const malformed = (sentence: string, clause: string) => new Refusal(400, `${sentence} (${clause}).`);
