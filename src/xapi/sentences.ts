import { at, lastPart, listAt, textAt, wordsAt } from './loose.ts';
import { excerpt, quoted } from './response-words.ts';
import { resultWords } from './result-words.ts';
import { whenWords } from './time-words.ts';
import { TYPES, VERBS } from './vocabulary.ts';

/** A statement in French. `${who} ${did} ${what}` reads as a sentence. */
export interface Sentence {
  who: string;
  did: string;
  what: string;
  /** Absent when nothing came of it. */
  result?: string;
  when: string;
}

/**
 * Any statement of any tool, for someone who knows nothing of xAPI. `nameOf`: the name that the place where it is read
 * gives its learner, when it has one.
 */
export function sentenceOf(statement: unknown, nameOf?: (actor: unknown) => string | undefined): Sentence {
  const actor = at(statement, 'actor');
  const withdrawn = isWithdrawal(statement);
  const result = resultWords(statement);
  return {
    who: nameOf?.(actor) ?? actorName(actor),
    did: withdrawn ? 'a retiré' : verbWords(statement),
    what: withdrawn ? 'une version partagée de son journal' : objectWords(statement),
    ...(result !== undefined && { result }),
    when: whenWords(textAt(statement, 'timestamp') ?? textAt(statement, 'stored')),
  };
}

/** All of it but the date, on one line. */
export function sentenceText({ who, did, what, result }: Sentence): string {
  return `${who} ${did} ${what}${result === undefined ? '' : `${joint(result)}${result}`}`;
}

/** « avec 82 % » continues the sentence, « réponse juste » comes after a colon. */
export const joint = (result: string) => (/^(?:avec|après|pendant|en) /.test(result) ? ' ' : '\u00a0: ');

/** As the statement says it; never the technical form of an address. */
export function actorName(actor: unknown): string {
  const members = listAt(actor, 'member');
  const name =
    textAt(actor, 'name') ??
    textAt(actor, 'account', 'name') ??
    textAt(actor, 'mbox')?.replace(/^mailto:/, '') ??
    (textAt(actor, 'openid') || textAt(actor, 'mbox_sha1sum') ? 'Une personne sans nom' : undefined);
  if (name !== undefined) return excerpt(name, 80);
  if (members.length === 0) return 'Quelqu’un';
  const shown = members.slice(0, 3).map(actorName);
  const others = members.length - 3;
  return others > 0 ? `${shown.join(', ')} et ${others} ${others === 1 ? 'autre' : 'autres'}` : shown.join(', ');
}

const BY_ID = new Map<string, string>(Object.values(VERBS).map(({ id, fr }) => [id, fr]));

export function verbWords(statement: unknown): string {
  const id = textAt(statement, 'verb', 'id') ?? '';
  const known = BY_ID.get(id);
  if (known !== undefined) return known;
  const word = wordsAt(statement, 'verb', 'display')?.text ?? lastPart(id);
  return `a fait l’action ${quoted(excerpt(word || 'inconnue', 60))} sur`;
}

const NOUNS = new Map<string, string>(Object.values(TYPES).map(({ id, fr }) => [id, fr]));

/** « le module « Fonction et compétences » »; the title alone after « à », « de » and « sur », which an article would bend. */
function objectWords(statement: unknown): string {
  const object = at(statement, 'object');
  switch (at(object, 'objectType')) {
    case 'Agent':
    case 'Group':
      return actorName(object);
    case 'StatementRef':
      return 'un énoncé';
    case 'SubStatement':
      return quoted(`${verbWords(object)} ${objectWords(object)}`);
  }
  const type = textAt(object, 'definition', 'type') ?? '';
  const title = activityName(object);
  if (type === TYPES.note.id && textAt(statement, 'verb', 'id') === VERBS.shared.id) return 'un extrait de son journal';
  const noun = / (?:à|de|sur)$/.test(verbWords(statement)) ? undefined : NOUNS.get(type);
  return noun === undefined ? quoted(title) : `${noun} ${quoted(title)}`;
}

/** Its title; without one, what its identifier tells. */
export function activityName(activity: unknown): string {
  const name = wordsAt(activity, 'definition', 'name')?.text;
  if (name !== undefined) return excerpt(name, 140);
  const id = textAt(activity, 'id') ?? '';
  return interactionName(id) ?? (excerpt(lastPart(id), 140) || 'une activité sans nom');
}

const KINDS: Readonly<Record<string, string>> = {
  J: 'Journal',
  K: 'Étude de cas',
  O: 'Question ouverte',
  P: 'Positionnement',
  S: 'Sondage',
};

/** « Question 7 du module 1, lettre mission » for `M1_Q07_lettre_mission_12`. */
function interactionName(iri: string): string | undefined {
  const [, module, letter = '', rank, words = ''] = /\bM(\d+)_([A-Z])(\d+)_(\w+)_\d+$/.exec(iri) ?? [];
  if (module === undefined) return undefined;
  return `${KINDS[letter] ?? 'Question'}\u00a0${Number(rank)} du module\u00a0${module}, ${words.replaceAll('_', ' ')}`;
}

/** A learner took a shared text back, or put another in its place. */
function isWithdrawal(statement: unknown): boolean {
  if (textAt(statement, 'verb', 'id') !== VERBS.voided.id) return false;
  const other = listAt(statement, 'context', 'contextActivities', 'other');
  return other.some((activity) => textAt(activity, 'definition', 'type') === TYPES.note.id);
}
