import { at, listAt, textAt, wordsAt } from './loose.ts';

/** Longest answer quoted, in characters. */
const EXCERPT = 200;

/** Words of someone that stand in guillemets already keep their own. */
export const quoted = (text: string) => (/^«[^«»]*»$/.test(text) ? text : `«\u00a0${text}\u00a0»`);

/** On one line, cut between two words with a visible mark. */
export function excerpt(text: string, length = EXCERPT): string {
  const line = text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$|\s+\S{0,30}$/, '')}…`;
}

/**
 * What was answered, as a trainer reads it. Undefined when there is nothing to read: the letters of a matching or of an
 * ordering say nothing without the words that they stand for.
 */
export function responseWords(statement: unknown): string | undefined {
  const response = textAt(statement, 'result', 'response');
  if (response === undefined) return undefined;
  const definition = at(statement, 'object', 'definition');
  const items = response.split('[,]');
  switch (at(definition, 'interactionType')) {
    case 'true-false':
      return { true: 'vrai', false: 'faux' }[response] ?? excerpt(response);
    case 'choice':
      return items.map((id) => optionWords(definition, 'choices', id) ?? `choix\u00a0${excerpt(id, 60)}`).join(', ');
    case 'likert':
      return items.map((id) => optionWords(definition, 'scale', id) ?? excerpt(id, 60)).join(', ');
    case 'sequencing':
      return inWords(items.map((id) => optionWords(definition, 'choices', id)));
    case 'matching':
      return inWords(items.map((pair) => pairWords(definition, pair)));
    case 'numeric':
      return excerpt(response.replace(/^(-?\d+)\.(\d+)$/, '$1,$2'));
    default:
      return isData(response) ? 'réponse détaillée' : quoted(excerpt(response.replaceAll('[,]', '\u00a0; ')));
  }
}

/** Undefined when one of them has no words: the others alone would mislead. */
const inWords = (items: readonly (string | undefined)[]) => (items.includes(undefined) ? undefined : items.join(', '));

function pairWords(definition: unknown, pair: string): string | undefined {
  const [source = '', target = ''] = pair.split('[.]');
  const [from, to] = [optionWords(definition, 'source', source), optionWords(definition, 'target', target)];
  return from && to && `${from} → ${to}`;
}

/** The words of an option, in guillemets; undefined when the statement does not say them. */
function optionWords(definition: unknown, list: string, id: string): string | undefined {
  const option = listAt(definition, list).find((one) => at(one, 'id') === id);
  const words = wordsAt(option, 'description')?.text;
  return words && quoted(excerpt(words, 120));
}

/** A tracker's own data, which says nothing to a reader. */
function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
