import { decimal, type Interaction, itemToken, type Pair } from '../model/interaction.ts';

/** Interactions as xAPI writes them (xAPI 1.0.3 Data 2.4.4.1 and Appendix C), which cmi5 and SCORM 2004 share. */

/** `result.response` of a statement: items joined by `[,]`, pairs by `[.]`; a text as it is. */
export function xapiResponse(interaction: Interaction): string {
  switch (interaction.type) {
    case 'true-false':
      return String(interaction.response);
    case 'choice':
    case 'sequencing':
      return interaction.response.map(itemToken).join('[,]');
    case 'matching':
      return pairs(interaction.response);
    case 'numeric':
      return decimal(interaction.response);
    case 'likert':
      return String(interaction.response);
    case 'fill-in':
      return interaction.response.map(undelimited).join('[,]');
    case 'long-fill-in':
      return interaction.response;
  }
}

/**
 * `correctResponsesPattern` of the activity definition, each entry one way to be right; undefined for surveys and open
 * answers. Capitals do not matter in a short answer.
 */
export function xapiPattern(interaction: Interaction): string[] | undefined {
  switch (interaction.type) {
    case 'true-false':
      return [String(interaction.correct)];
    case 'choice':
    case 'sequencing':
      return interaction.correct.length > 0 ? [interaction.correct.map(itemToken).join('[,]')] : undefined;
    case 'matching':
      return interaction.correct && [pairs(interaction.correct)];
    case 'numeric': {
      const { min, max } = interaction.correct;
      return [min === max ? decimal(min) : `${decimal(min)}[:]${decimal(max)}`];
    }
    case 'fill-in':
      return (
        interaction.correct &&
        combinations(interaction.correct).map((texts) => `{case_matters=false}${texts.map(undelimited).join('[,]')}`)
      );
    case 'likert':
    case 'long-fill-in':
      return undefined;
  }
}

const pairs = (list: readonly Pair[]) =>
  list.map(([source, target]) => `${itemToken(source)}[.]${itemToken(target)}`).join('[,]');

/** A learner's text may not be taken for a delimiter, nor for `{lang=…}`. */
export const undelimited = (text: string) =>
  text.replace(/\[([,.:])\]/g, '[ $1 ]').replace(/^\{(?=(?:lang|case_matters|order_matters)=)/, '( ');

/** Ways to be right kept in a pattern: beyond, the best of each gap. */
const MOST_PATTERNS = 20;

function combinations(gaps: readonly (readonly string[])[]): string[][] {
  const count = gaps.reduce((product, accepted) => product * Math.max(1, accepted.length), 1);
  const kept = count > MOST_PATTERNS ? gaps.map((accepted) => accepted.slice(0, 1)) : gaps;
  return kept.reduce<string[][]>(
    (all, accepted) => all.flatMap((before) => accepted.map((text) => [...before, text])),
    [[]],
  );
}
