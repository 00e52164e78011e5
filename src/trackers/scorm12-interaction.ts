import { decimal, type Interaction, itemToken, type Pair } from '../model/interaction.ts';

/** Longest answer every LMS takes (CMIString255). */
export const RESPONSE_LENGTH = 255;

/** `cmi.interactions.n.type`: 1.2 has no long-fill-in (RTE 3.4.4). */
export const scorm12Type = ({ type }: Interaction): string => (type === 'long-fill-in' ? 'fill-in' : type);

/**
 * `cmi.interactions.n.student_response` (CMIFeedback, RTE 3.4.4): one character per item, `t` or `f`, a decimal number,
 * or one line of at most 255 characters. `length`: for a long text, of an LMS that takes more.
 */
export function scorm12Response(interaction: Interaction, length = RESPONSE_LENGTH): string {
  switch (interaction.type) {
    case 'true-false':
      return interaction.response ? 't' : 'f';
    case 'choice':
    case 'sequencing':
      return interaction.response.map(itemToken).join(',');
    case 'matching':
      return pairs(interaction.response);
    case 'numeric':
      return decimal(interaction.response);
    case 'likert':
      return String(interaction.response);
    case 'fill-in':
      return oneLine(interaction.response);
    case 'long-fill-in':
      return oneLine([interaction.response], length);
  }
}

/** `cmi.interactions.n.correct_responses.0.pattern`; undefined when there is no right answer. */
export function scorm12Pattern(interaction: Interaction): string | undefined {
  switch (interaction.type) {
    case 'true-false':
      return interaction.correct ? 't' : 'f';
    case 'choice':
    case 'sequencing':
      return interaction.correct.length > 0 ? interaction.correct.map(itemToken).join(',') : undefined;
    case 'matching':
      return interaction.correct && pairs(interaction.correct);
    case 'numeric': // 1.2 has no range: the value expected
      return decimal(interaction.correct.expected);
    case 'fill-in':
      return interaction.correct && oneLine(interaction.correct.map(([best = '']) => best));
    case 'likert':
    case 'long-fill-in':
      return undefined;
  }
}

const pairs = (list: readonly Pair[]) =>
  list.map(([source, target]) => `${itemToken(source)}.${itemToken(target)}`).join(',');

/** Texts of several gaps stand side by side. */
const oneLine = (texts: readonly string[], length = RESPONSE_LENGTH) =>
  cutToLength(texts.map((text) => text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim()).join('\u00a0; '), length);

/** Whole characters only; a visible mark says that something is missing. `length` in UTF-16 units. */
export function cutToLength(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const sign of text) {
    if (cut.length + sign.length > length - 1) break;
    cut += sign;
  }
  return `${cut}…`;
}
