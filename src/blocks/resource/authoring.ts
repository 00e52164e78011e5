import type { AuthoringTools, DirectiveNode, StaticType } from '../../content/block-type.ts';
import { escapeHtml } from '../../content/escape.ts';
import { frenchDate } from '../../content/facts.ts';
import { quoted } from '../../content/issue.ts';
import { EXAMPLE_DOMAIN } from '../../content/schemas.ts';
import { isDay, localDay } from '../../model/day.ts';

/** Something to read elsewhere: whose it is, and the day it was seen to say what the module says it does. */
export const resourceType: StaticType = {
  directives: ['ressource'],
  attributes: ['url', 'titre', 'auteur', 'consulte'],
  render(node, tools) {
    const { values } = node.attributes;
    const url = readUrl(node, tools);
    const day = readDay(node, tools);
    const title = tools.text(values.get('titre') ?? '', node.line);
    if (!title)
      tools.issue(
        node.line,
        'ressource/titre',
        'il manque le titre de la ressource',
        'Écrivez titre="…"\u00a0: celui de la page ou du document.',
      );
    const author = tools.text(values.get('auteur') ?? '', node.line);
    const body = tools.html(node.body, node.line + 1);
    if (!url) return '';
    const origin = [author, day && `consulté le ${frenchDate(day)}`].filter(Boolean).join(', ');
    return `<section class="card bloc takeaway"><p class="kicker"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/></svg> Ressource</p><p><a href="${escapeHtml(url)}" target="_blank" rel="noopener">${escapeHtml(title)} <span class="takeaway__kind">(nouvel onglet)</span></a></p>${origin && `<p class="s muted">${escapeHtml(origin)}</p>`}${body}</section>\n`;
  },
};

function readUrl({ attributes: { values }, line }: DirectiveNode, tools: AuthoringTools): string | undefined {
  const written = values.get('url') ?? '';
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && !EXAMPLE_DOMAIN.test(url.origin)) return url.href;
  tools.issue(
    line,
    'ressource/url',
    written ? `l’adresse ${quoted(written)} n’est pas utilisable` : 'il manque l’adresse de la ressource',
    'Écrivez url=https://… en entier, telle que le navigateur la montre\u202f; http:// et les domaines d’exemple sont refusés.',
  );
  return undefined;
}

function readDay({ attributes: { values }, line }: DirectiveNode, tools: AuthoringTools): string | undefined {
  const written = values.get('consulte') ?? '';
  const say = (message: string) =>
    tools.issue(
      line,
      'ressource/consulte',
      message,
      'Écrivez consulte=2026-11-22\u00a0: année, mois, jour où vous avez lu la page.',
    );
  if (!written) say('il manque la date à laquelle la ressource a été lue');
  else if (!isDay(written)) say(`${quoted(written)} n’est pas une date`);
  else if (written > localDay(new Date())) say(`la date ${quoted(written)} n’est pas encore venue`);
  else return written;
  return undefined;
}
