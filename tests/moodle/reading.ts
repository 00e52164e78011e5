import { deflate } from '../../src/runtime/deflate.ts';
import { decodeResume } from '../../src/runtime/resume-decode.ts';
import type { Reading } from './driver.ts';
import { type Expected, JOURNAL, MODULE } from './small-course.ts';

/** The raw elements of the only attempt; empty before the first save. */
export const elementsOf = ({ tracks }: Reading): Record<string, string> =>
  Object.fromEntries(Object.entries(tracks[0]?.tracks ?? {}).map(([element, value]) => [element, String(value)]));

export interface StoredInteraction {
  index: number;
  id: string;
  response: string;
  result: string;
}

/** In the order of their indexes, from `cmi.interactions_N.field` as Moodle writes it. */
export function interactionsOf(reading: Reading): StoredInteraction[] {
  const elements = elementsOf(reading);
  const indexes = Object.keys(elements).flatMap((element) => /^cmi\.interactions_(\d+)\./.exec(element)?.[1] ?? []);
  return [...new Set(indexes.map(Number))]
    .sort((a, b) => a - b)
    .map((index) => ({
      index,
      id: elements[`cmi.interactions_${index}.id`] ?? '',
      response: elements[`cmi.interactions_${index}.student_response`] ?? '',
      result: elements[`cmi.interactions_${index}.result`] ?? '',
    }));
}

/** The record that a device with nothing of its own would start from. */
export const recordOf = (reading: Reading) =>
  decodeResume(elementsOf(reading)['cmi.suspend_data'] ?? '', deflate).record;

/** The text of the journal's first part in Moodle's copy; '' when there is none. */
export const textOf = (reading: Reading): string =>
  recordOf(reading).modules[MODULE.number]?.texts[JOURNAL.number]?.parts[1] ?? '';

/** What a moment of a scenario asks of Moodle; what is absent is not asked. */
export interface Wanted {
  text?: string;
  /** Each exactly once, and no other. */
  answers?: readonly Expected[];
  /** `cmi.core.lesson_status`. */
  status?: string;
  /** `cmi.core.score.raw`, and the grade in the gradebook. */
  score?: number;
  /** The trainer's completion tick. */
  complete?: boolean;
}

/** What differs from what is wanted, in words; empty when Moodle holds everything, once. */
export function differences(reading: Reading, { text, answers, status, score, complete }: Wanted): string[] {
  const elements = elementsOf(reading);
  const found: string[] = [];
  if (text !== undefined && textOf(reading) !== text) found.push(`texte\u00a0: ${quoted(textOf(reading))}`);
  if (answers) found.push(...interactionDifferences(interactionsOf(reading), answers));
  const stored = elements['cmi.core.lesson_status'] ?? 'aucun';
  if (status !== undefined && stored !== status) found.push(`statut\u00a0: ${stored}`);
  const raw = elements['cmi.core.score.raw'] ?? 'aucun';
  if (score !== undefined && Number(raw) !== score) found.push(`score\u00a0: ${raw}`);
  if (score !== undefined && reading.grade?.raw !== score) found.push(`note\u00a0: ${reading.grade?.raw ?? 'aucune'}`);
  if (complete !== undefined && isComplete(reading) !== complete)
    found.push(complete ? 'activité non achevée' : 'activité achevée');
  return found;
}

function interactionDifferences(stored: readonly StoredInteraction[], wanted: readonly Expected[]): string[] {
  return [
    ...wanted.flatMap(({ id, response, result }) => {
      const mine = stored.filter((one) => one.id === id);
      if (mine.length !== 1) return [`${id}\u00a0: ${mine.length === 0 ? 'absente' : `${mine.length} fois`}`];
      const [one] = mine;
      if (response !== undefined && one!.response !== response) return [`${id}\u00a0: réponse ${one!.response}`];
      return one!.result === result ? [] : [`${id}\u00a0: résultat ${one!.result || 'aucun'}`];
    }),
    ...stored
      .filter(({ id }) => !wanted.some((one) => one.id === id))
      .map(({ index, id }) => `interaction ${index} en trop\u00a0: ${id || 'sans identifiant'}`),
  ];
}

export const isComplete = ({ completion }: Reading) => completion?.state === 1 || completion?.state === 2;

/** What stands in Moodle, in words; `brief` counts the answers instead of giving them. */
export function summaryOf(reading: Reading, brief = false): string {
  const elements = elementsOf(reading);
  if (Object.keys(elements).length === 0) return 'rien';
  const text = textOf(reading);
  const answers = interactionsOf(reading);
  const told = answers.map(({ index, id, response }) => `${index} ${id || 'sans identifiant'} = ${response}`);
  return [
    text ? `texte ${quoted(text)}` : 'aucun texte',
    answers.length === 0
      ? 'aucune interaction'
      : brief
        ? `${answers.length} interaction${answers.length > 1 ? 's' : ''}`
        : `interactions ${told.join(', ')}`,
    `statut ${elements['cmi.core.lesson_status'] ?? 'aucun'}`,
    `score ${elements['cmi.core.score.raw'] ?? 'aucun'}`,
    `note ${reading.grade?.raw ?? 'aucune'}`,
    isComplete(reading) ? 'activité achevée' : 'activité non achevée',
  ].join('\u202f; ');
}

const quoted = (text: string) =>
  text === ''
    ? 'aucun'
    : text.length <= 60
      ? `«\u00a0${text}\u00a0»`
      : `«\u00a0${text.slice(0, 40)}…\u00a0» (${text.length} caractères)`;
