import type { StaticType } from '../../content/block-type.ts';
import { isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';

const CODE = /\(([\x21-\x27\x2a-\x7e]+)\)[ \t]*[;.]?\s*$/;

/** Objectives, each tied to a competency of the course. */
export const objectivesType: StaticType = {
  directives: ['objectifs'],
  attributes: [],
  render(node, tools) {
    let found = 0;
    for (const { token, line } of lex(node.body, node.line + 1)) {
      if (isDirective(token) || token.type !== 'list') continue;
      for (const { child, line: at } of withLines(token.raw, (token as { items: ListItem[] }).items, line)) {
        found += 1;
        const code = CODE.exec(child.text.trim())?.[1];
        if (!code)
          tools.issue(
            at,
            'objectifs/competence',
            'cet objectif ne dit pas quelle compétence il vise',
            'Finissez la ligne par son identifiant entre parenthèses\u00a0: (PE-M1.a).',
          );
        else if (!tools.competency(code))
          tools.issue(
            at,
            'competence/inconnue',
            `la compétence «\u00a0${code}\u00a0» n’existe pas`,
            'Reprenez un identifiant de competencies.yaml.',
          );
      }
    }
    if (found === 0)
      tools.issue(
        node.line,
        'objectifs/vide',
        'aucun objectif dans ce bloc',
        'Écrivez un objectif par ligne\u00a0: - … (PE-M1.a)',
      );
    return `<section class="card bloc objectives">${tools.html(node.body, node.line + 1)}</section>\n`;
  },
};
