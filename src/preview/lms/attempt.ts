/** What the LMS keeps of one learner's attempt, and what a trainer's report makes of it. */
export interface StoredAttempt {
  /** Every stored element, by its SCORM name: the one source of all that follows. */
  readonly elements: Readonly<Record<string, string>>;
  /** `''` before the first commit. */
  readonly status: string;
  /** `cmi.core.score.raw`, 0 to 100; absent when none was stored. */
  readonly score?: number;
  /** HHHH:MM:SS, all finished sessions together. */
  readonly totalTime: string;
  readonly location: string;
  readonly exit: string;
  readonly suspendData: string;
  readonly comments: string;
  readonly interactions: readonly StoredInteraction[];
  readonly objectives: readonly StoredObjective[];
}

export interface StoredInteraction {
  index: number;
  id: string;
  type: string;
  response: string;
  result: string;
  latency: string;
  time: string;
  correct: readonly string[];
  objectives: readonly string[];
}

export interface StoredObjective {
  index: number;
  id: string;
  status: string;
  /** Absent when none was stored. */
  score?: number;
}

export function attemptOf(elements: Readonly<Record<string, string>>): StoredAttempt {
  const text = (name: string) => elements[name] ?? '';
  const number = (name: string) => (text(name) === '' ? {} : { score: Number(text(name)) });
  const indexes = (parent: string) => {
    const found = Object.keys(elements).filter((name) => name.startsWith(`${parent}.`));
    return [...new Set(found.map((name) => Number(name.slice(parent.length + 1).split('.')[0])))].sort((a, b) => a - b);
  };
  return {
    elements,
    status: text('cmi.core.lesson_status'),
    ...number('cmi.core.score.raw'),
    totalTime: text('cmi.core.total_time'),
    location: text('cmi.core.lesson_location'),
    exit: text('cmi.core.exit'),
    suspendData: text('cmi.suspend_data'),
    comments: text('cmi.comments'),
    interactions: indexes('cmi.interactions').map((index) => {
      const at = `cmi.interactions.${index}`;
      return {
        index,
        id: text(`${at}.id`),
        type: text(`${at}.type`),
        response: text(`${at}.student_response`),
        result: text(`${at}.result`),
        latency: text(`${at}.latency`),
        time: text(`${at}.time`),
        correct: indexes(`${at}.correct_responses`).map((n) => text(`${at}.correct_responses.${n}.pattern`)),
        objectives: indexes(`${at}.objectives`).map((n) => text(`${at}.objectives.${n}.id`)),
      };
    }),
    objectives: indexes('cmi.objectives').map((index) => {
      const at = `cmi.objectives.${index}`;
      return { index, id: text(`${at}.id`), status: text(`${at}.status`), ...number(`${at}.score.raw`) };
    }),
  };
}
