import { TOLERANCES, type Tolerance } from '../model/text.ts';
import type { AuthoringTools, DirectiveNode } from './block-type.ts';
import { nearest, quoted } from './issue.ts';

const NONE = 'aucune';

/** `tolerance="accents casse"`: what is let pass in a spelling. All when absent, nothing with `aucune`. */
export function readTolerances(node: DirectiveNode, tools: AuthoringTools): readonly Tolerance[] {
  const written = node.attributes.values.get('tolerance');
  if (written === undefined) return TOLERANCES;
  const words = written.split(/[\s,]+/).filter(Boolean);
  if (words.length === 1 && words[0] === NONE) return [];
  const say = (message: string, hint: string) => tools.issue(node.line, `${node.name}/tolerance`, message, hint);
  if (words.length === 0)
    say('la tolérance est vide', `Mots possibles\u00a0: ${TOLERANCES.join(', ')}, ou ${NONE} seul.`);
  for (const word of words) {
    if (isTolerance(word)) continue;
    if (word === NONE) {
      say(`${quoted(NONE)} ne va avec aucun autre mot`, `Gardez ${NONE} seul, ou retirez-le.`);
      continue;
    }
    const close = nearest(word, TOLERANCES);
    say(
      `la tolérance ${quoted(word)} n’existe pas`,
      close
        ? `Vouliez-vous dire ${quoted(close)}\u202f?`
        : `Mots possibles\u00a0: ${TOLERANCES.join(', ')}, ou ${NONE} seul.`,
    );
  }
  return words.filter(isTolerance);
}

const isTolerance = (word: string): word is Tolerance => (TOLERANCES as readonly string[]).includes(word);
