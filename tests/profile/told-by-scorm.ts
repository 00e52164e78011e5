import { StandIn } from '../../src/preview/lms/stand-in.ts';
import type { Attempt } from '../../src/runtime/attempt.ts';
import { type Scorm12Api, scorm12 } from '../../src/trackers/scorm12.ts';
import { statementsFromCmi } from '../../src/xapi/from-cmi.ts';
import type { Statement } from '../../src/xapi/statement.ts';
import { openAttempt } from '../runtime/open-attempt.ts';
import type { Guide } from './guide-walk.ts';

const REGISTRATION = '6f9d3c52-1a5e-4f0b-9c3a-0d2f6a1b7e10';
const session = (rank: number) => `0b1e6c1e-95a4-4c0e-8d7e-${String(rank).padStart(12, '0')}`;

/** A SCORM platform beside a record store: each commit is told in statements, each launch is a session. */
export class ScormCampus {
  readonly statements: Statement[] = [];
  #lms = new StandIn({ profile: 'strict', learner: { id: 'e1', name: 'Nadia' } });
  #launches = 0;

  constructor(readonly guide: Guide) {}

  async open(): Promise<{ attempt: Attempt; leave(): void }> {
    const { course } = this.guide;
    if (this.#launches > 0) this.#lms = this.#lms.relaunch();
    const lms = this.#lms;
    this.#launches += 1;
    let before = this.#launches === 1 ? {} : lms.stored.elements;
    let [first, last] = [true, false];
    lms.onStore = ({ elements }) => {
      this.statements.push(
        ...statementsFromCmi({
          before,
          after: elements,
          learner: { account: { homePage: 'https://campus.example', name: 'a1b2' } },
          course: { iri: course.iri, title: course.title },
          module: { iri: course.iri, title: course.title },
          registration: REGISTRATION,
          session: session(this.#launches),
          at: new Date(),
          first,
          last,
          known: (id) => this.statements.some((one) => one.id === id),
        }),
      );
      [before, first] = [elements, false];
    };
    const attempt = await openAttempt(this.guide, { tracker: scorm12(lms.api as unknown as Scorm12Api) });
    return {
      attempt,
      leave: () => {
        last = true;
        attempt.leave();
      },
    };
  }
}
