import type { AuthoringTools, DirectiveNode, StaticType } from '../../content/block-type.ts';
import { factIds, isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { escapeHtml } from '../../content/escape.ts';
import { sourceLine } from '../../content/facts.ts';

const CALLOUTS: Record<string, { title: string; icon: string }> = {
  retenir: { title: 'À retenir', icon: 'M6 3h12v18l-6-4-6 4z' },
  exemple: { title: 'Exemple travaillé', icon: 'M4 5h16v11H9l-5 4z' },
  attention: { title: 'Attention', icon: 'M12 4l9 16H3zM12 10v4M12 17v.01' },
  'cadre-legal': { title: 'Cadre légal', icon: 'M12 3v18M5 7h14M5 7l-3 7h6zM19 7l-3 7h6zM8 21h8' },
};

/** Retenir, exemple, attention, cadre-legal: prose in a frame, with a word and an icon besides the colour. */
export const calloutType: StaticType = {
  directives: Object.keys(CALLOUTS),
  attributes: ['titre'],
  render(node, tools) {
    const { title, icon } = CALLOUTS[node.name]!;
    const own = node.attributes.values.get('titre');
    const body = node.name === 'exemple' ? worked(node, tools) : tools.html(node.body, node.line + 1);
    if (!body.trim())
      tools.issue(node.line, 'encadre/vide', 'cet encadré est vide', 'Écrivez son texte entre ::: et :::.');
    const heading = own ? `${title}\u00a0: ${tools.text(own, node.line)}` : title;
    return `<div role="note" class="callout callout--${node.name}" aria-label="${escapeHtml(heading)}"><p class="callout__title"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${icon}"/></svg> ${escapeHtml(heading)}</p>${body}${node.name === 'cadre-legal' ? sources(node, tools) : ''}</div>\n`;
  },
};

/** In a worked example a numbered list is its steps; the lines that begin with `>` say why each was done. */
function worked({ body, line: opening }: DirectiveNode, tools: AuthoringTools): string {
  return lex(body, opening + 1)
    .map(({ token, line }) => {
      if (isDirective(token) || token.type !== 'list' || !(token as { ordered: boolean }).ordered)
        return tools.html(token.raw, line);
      const { raw, items, start } = token as unknown as { raw: string; items: ListItem[]; start: number };
      const steps = [...withLines(raw, items, line)].map(({ child, line: at }) => `<li>${step(child, at, tools)}</li>`);
      return `<ol class="worked"${start === 1 ? '' : ` start="${start}"`}>${steps.join('')}</ol>`;
    })
    .join('');
}

function step({ raw }: ListItem, line: number, tools: AuthoringTools): string {
  const lines = raw.replace(/^\s*\d+[.)][ \t]*/, '').split('\n');
  const within = lines.map((text, rank) => (rank === 0 ? text : text.replace(/^(?: {1,4}|\t)/, '')));
  const why = within.map((text) => /^\s*> ?(.*)$/.exec(text)?.[1] ?? '').join('\n');
  const words = within.map((text) => (/^\s*>/.test(text) ? '' : text)).join('\n');
  const comment = why.trim() && `<div class="worked__why"><p class="lab">Pourquoi</p>${tools.html(why, line)}</div>`;
  return `${tools.html(words, line)}${comment}`;
}

/** A legal statement without a fact to rest on is refused. */
function sources(node: DirectiveNode, tools: AuthoringTools): string {
  const ids = factIds(node.attributes.values);
  if (ids.length === 0) {
    tools.issue(
      node.line,
      'cadre-legal/faits',
      'ce cadre légal ne cite aucun fait vérifié',
      'Écrivez :::cadre-legal{faits="PE-101"} avec l’identifiant du fait.',
    );
  }
  const facts = ids.flatMap((id) => tools.fact(id) ?? []);
  return facts.length === 0
    ? ''
    : `<ul class="sources">${facts.map((fact) => `<li><span class="fact">${escapeHtml(fact.id)}</span> ${escapeHtml(sourceLine(fact))}</li>`).join('')}</ul>`;
}
