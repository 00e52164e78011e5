/** Verbs that cmi5 defines for an AU (cmi5 9.3), `waived`, `abandoned` and `satisfied` being the platform's own. */
export type DefinedVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';

/** What an AU has said: in this session, and in all sessions of the registration. Plain data, kept against a reload. */
export interface Session {
  mode: 'normal' | 'browse' | 'review';
  /** What the platform asks for, 0 to 1; absent when it asks for nothing. Zero is a threshold. */
  masteryScore?: number;
  initialized: boolean;
  terminated: boolean;
  /** One of passed and failed was said in this session. */
  judged: boolean;
  /** Said in this registration, whichever the session. */
  completed: boolean;
  passed: boolean;
}

/** Before anything is said. */
export const newSession = (known: Pick<Session, 'mode' | 'masteryScore' | 'completed' | 'passed'>): Session => ({
  ...known,
  initialized: false,
  terminated: false,
  judged: false,
});

/** cmi5 9.3, and 10.2.2 for Browse and Review. */
export function mayTell(session: Session, verb: DefinedVerb): boolean {
  if (verb === 'initialized') return !session.initialized;
  if (!session.initialized || session.terminated) return false;
  if (verb === 'terminated') return true;
  if (session.mode !== 'normal') return false;
  if (verb === 'completed') return !session.completed;
  return !session.judged && !session.passed;
}

/** Statements of our own stand strictly between the first and the last that cmi5 defines (cmi5 9.3). */
export const mayTellMore = ({ mode, initialized, terminated }: Session): boolean =>
  mode === 'normal' && initialized && !terminated;

/** Throws on a verb that may not be told: its caller asks first. */
export function told(session: Session, verb: DefinedVerb): Session {
  if (!mayTell(session, verb)) throw new Error(`"${verb}" may not be told now: ${JSON.stringify(session)}`);
  switch (verb) {
    case 'initialized':
      return { ...session, initialized: true };
    case 'terminated':
      return { ...session, terminated: true };
    case 'completed':
      return { ...session, completed: true };
    case 'passed':
      return { ...session, judged: true, passed: true };
    case 'failed':
      return { ...session, judged: true };
  }
}

/** A result against the platform's threshold, else the author's; both 0 to 1 (cmi5 9.3.4, 9.3.5). */
export const isPass = ({ masteryScore }: Session, scaled: number, authors: number): boolean =>
  scaled >= (masteryScore ?? authors);

/** Only these say success or completion, and count for moveOn (cmi5 9.6.2.2). */
export const countsForMoveOn = (verb: DefinedVerb): boolean => ['completed', 'passed', 'failed'].includes(verb);
