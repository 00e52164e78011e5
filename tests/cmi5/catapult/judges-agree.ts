import { UnitByTheBook } from '../by-the-book.ts';
import { PLANTED, type Planted } from '../planted.ts';
import type { LaunchedSession, Suite } from './suite.ts';

/** What ADL's suite says of a mistake that our own judge must catch. */
export interface Verdict {
  planted: Planted;
  /** Clauses it names; empty when it lets the mistake through. */
  clauses: readonly string[];
  /** A request was refused, whether or not with a clause. */
  refused: boolean;
}

/** As our strict launching system adds to its templates, so that the same mistakes can be planted. */
const ADDITIONS = {
  contextActivities: { other: [{ id: 'https://lms.example.org/promotions/2026', objectType: 'Activity' }] },
  extensions: { 'https://lms.example.org/extensions/groupe': { nom: 'Nord', rang: 2 } },
};

/** A session by the book, then each planted mistake, each with a learner of its own. Rejects when the first is refused. */
export async function judgesAgree(suite: Suite, courseId: number): Promise<Verdict[]> {
  const book = await play(suite, courseId, {
    plant: (unit) =>
      unit.post(
        unit.defined('initialized'),
        unit.allowed(),
        unit.defined('passed'),
        unit.defined('completed'),
        unit.defined('terminated'),
      ),
  });
  if (book.clauses.length > 0 || book.refused)
    throw new Error(`The session by the book is refused: ${book.clauses.join(', ') || 'without a clause'}`);
  const verdicts: Verdict[] = [];
  for (const planted of PLANTED) verdicts.push({ planted, ...(await play(suite, courseId, planted)) });
  return verdicts;
}

async function play(
  suite: Suite,
  courseId: number,
  { plant, mode, unread }: Pick<Planted, 'plant' | 'mode' | 'unread'>,
): Promise<Omit<Verdict, 'planted'>> {
  const { id } = await suite.enrol(courseId);
  const sessions: LaunchedSession[] = [];
  const launch = async () => {
    const session = await suite.launch(id, 0, {
      launchMode: mode ?? 'Normal',
      masteryScore: 0.8,
      contextTemplateAdditions: ADDITIONS,
    });
    sessions.push(session);
    return { url: session.launchUrl };
  };
  let refused = false;
  const send = async (input: string, init?: RequestInit) => {
    const response = await fetch(input, init);
    const isSecondToken = input.includes('/fetch') && init?.method === 'POST';
    refused ||= !response.ok && response.status !== 404;
    if (isSecondToken) refused ||= 'error-code' in ((await response.clone().json()) as object);
    return response;
  };
  const unit = new UnitByTheBook((await launch()).url, send);
  if (!unread) await unit.start();
  await plant(unit, { launch, fetch: send });
  const events = await Promise.all(sessions.map((session) => suite.events(session)));
  return { refused, clauses: events.flat().flatMap(({ metadata }) => metadata.violatedReqId ?? []) };
}
