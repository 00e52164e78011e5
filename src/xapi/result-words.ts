import { writeNumber } from '../model/french-number.ts';
import { at, numberAt, textAt } from './loose.ts';
import { excerpt, quoted, responseWords } from './response-words.ts';
import { durationWords } from './time-words.ts';
import { extension, PROGRESS, VERBS } from './vocabulary.ts';

/** What came of it, as the end of a sentence: « réponse juste », « avec 82 % », « après 12 min »; undefined when nothing. */
export function resultWords(statement: unknown): string | undefined {
  const result = at(statement, 'result');
  const score = scoreWords(result);
  const lasted = durationWords(textAt(result, 'duration'));
  switch (textAt(statement, 'verb', 'id')) {
    case VERBS.answered.id:
      return answerWords(statement);
    case VERBS.completed.id:
    case VERBS.passed.id:
      return score && `avec ${score}`;
    case VERBS.failed.id:
      return score;
    case VERBS.terminated.id:
    case VERBS.suspended.id:
      return lasted && `après ${lasted}`;
    case VERBS.experienced.id:
      return lasted && `pendant ${lasted}`;
    case VERBS.progressed.id: {
      const percent = numberAt(result, 'extensions', PROGRESS);
      return percent === undefined ? score : writeNumber(percent, '%');
    }
    case VERBS.shared.id:
    case VERBS.authored.id:
    case VERBS.edited.id:
    case VERBS.commented.id: {
      const text = textAt(result, 'response');
      return text && quoted(excerpt(text));
    }
    default:
      return listed([successWords(result), score, responseWords(statement), lasted && `en ${lasted}`]);
  }
}

const listed = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ') || undefined;

function answerWords(statement: unknown): string | undefined {
  const result = at(statement, 'result');
  const success = at(result, 'success');
  const response = responseWords(statement);
  if (typeof success !== 'boolean') return listed([response, certaintyWords(statement)]);
  const verdict = listed([verdictWords(success, result), certaintyWords(statement)])!;
  return response === undefined ? verdict : `${verdict} (${response})`;
}

/** « réponse juste à 50 % » where half of it is. */
function verdictWords(success: boolean, result: unknown): string {
  if (success) return 'réponse juste';
  return (numberAt(result, 'score', 'scaled') ?? 0) > 0 ? `réponse juste à ${scoreWords(result)}` : 'réponse fausse';
}

const CERTAINTIES: Readonly<Record<number, string>> = {
  1: 'certitude faible',
  2: 'certitude moyenne',
  3: 'certitude forte',
};

function certaintyWords(statement: unknown): string | undefined {
  return CERTAINTIES[numberAt(statement, 'result', 'extensions', extension('certainty')) ?? 0];
}

function successWords(result: unknown): string | undefined {
  const [success, completion] = [at(result, 'success'), at(result, 'completion')];
  if (typeof success === 'boolean') return success ? 'réussi' : 'non réussi';
  return completion === true ? 'terminé' : undefined;
}

/** « 82 % », « 12 sur 20 », « 12 points ». */
export function scoreWords(result: unknown): string | undefined {
  const [scaled, raw, max] = ['scaled', 'raw', 'max'].map((name) => numberAt(result, 'score', name));
  if (scaled !== undefined) return writeNumber(Math.round(scaled * 100), '%');
  if (raw === undefined) return undefined;
  const number = (value: number) => writeNumber(Math.round(value * 100) / 100);
  if (max !== undefined) return `${number(raw)} sur ${number(max)}`;
  return `${number(raw)}\u00a0${Math.abs(raw) < 2 ? 'point' : 'points'}`;
}
