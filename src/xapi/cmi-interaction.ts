import { type CmiElements, decimalIn, element } from './cmi.ts';
import { secondsIn } from './duration.ts';
import { undelimited } from './interaction.ts';
import { INTERACTION_TYPES, type InteractionType } from './statement.ts';

/** One answer of a launch, in the grammar of xAPI. */
export interface CmiAnswer {
  /** Its place among the interactions. */
  index: number;
  id: string;
  type: InteractionType;
  response: string;
  /** `correct`, `wrong`, `neutral`… as the LMS keeps it. */
  result: string;
  /** Absent when nothing says whether it is right. */
  success?: boolean;
  /** When the result is a number. */
  raw?: number;
  patterns: readonly string[];
  objectives: readonly string[];
  latency: string;
  /** Seconds it took. */
  seconds?: number;
  /** When it was given, as the package says. */
  time: string;
}

/** Answers with an identifier, in their order. */
export function answersIn(cmi: CmiElements): CmiAnswer[] {
  const indexes = Object.keys(cmi).flatMap((name) => /^cmi\.interactions\.(\d{1,6})\.id$/.exec(name)?.[1] ?? []);
  return [...new Set(indexes.map(Number))].sort((a, b) => a - b).flatMap((index) => answerAt(cmi, index) ?? []);
}

function answerAt(cmi: CmiElements, index: number): CmiAnswer | undefined {
  const at = (...names: readonly string[]) => element(cmi, ...names.map((name) => `cmi.interactions.${index}.${name}`));
  const id = at('id');
  if (id === '') return undefined;
  const [older, newer] = [at('student_response'), at('learner_response')];
  const is12 = newer === '' && at('timestamp') === '';
  const type = typeOf(at('type'), older);
  const [result, latency] = [at('result'), at('latency')];
  const [success, raw, seconds] = [successOf(result), decimalIn(result), secondsIn(latency)];
  const patterns = listAt((rank) => at(`correct_responses.${rank}.pattern`));
  return {
    index,
    id,
    type,
    response: is12 ? fromScorm12(type, older) : newer,
    result,
    ...(success !== undefined && { success }),
    ...(raw !== undefined && { raw }),
    patterns: is12 ? patterns.map((pattern) => fromScorm12(type, pattern)) : patterns,
    objectives: listAt((rank) => at(`objectives.${rank}.id`)),
    latency,
    ...(seconds !== undefined && { seconds }),
    time: at('time', 'timestamp'),
  };
}

/** Values from rank 0 to the last before a hole. */
function listAt(valueAt: (rank: number) => string): string[] {
  const values: string[] = [];
  for (let value = valueAt(0); value !== ''; value = valueAt(values.length)) values.push(value);
  return values;
}

/** Longest text of a `fill-in` (SCORM 2004 RTE 4.2.9.1): beyond, or on several lines, it is a long one. */
const SHORT_TEXT = 255;

function typeOf(word: string, response12: string): InteractionType {
  const type = INTERACTION_TYPES.find((one) => one === word) ?? 'other';
  const long = response12.length > SHORT_TEXT || response12.includes('\n');
  return type === 'fill-in' && long ? 'long-fill-in' : type;
}

function successOf(result: string): boolean | undefined {
  if (result === 'correct') return true;
  return result === 'wrong' || result === 'incorrect' ? false : undefined;
}

/** CMIFeedback (SCORM 1.2 RTE 3.4.7) as xAPI writes it; what does not follow its grammar stays as it is. */
function fromScorm12(type: InteractionType, text: string): string {
  const items = text.replace(/^\{(.*)\}$/, '$1').split(',');
  switch (type) {
    case 'true-false':
      return /^(?:t|true|1)$/i.test(text) ? 'true' : /^(?:f|false|0)$/i.test(text) ? 'false' : text;
    case 'choice':
    case 'sequencing':
      return items.every((item) => /^\w+$/.test(item)) ? items.join('[,]') : text;
    case 'matching':
      return items.every((item) => /^\w+\.\w+$/.test(item)) ? items.join('[,]').replaceAll('.', '[.]') : text;
    case 'fill-in':
      return undelimited(text);
    default:
      return text;
  }
}
