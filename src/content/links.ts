import { posix } from 'node:path';
import { includedBy } from './include.ts';
import { type Position, quoted } from './issue.ts';

/** Every page a link may lead to: shown path → its address and title. */
export type LinkTargets = ReadonlyMap<string, { module: string; id: string; title: string }>;

export interface PendingLink extends Position {
  module: string;
  block: string;
  target: string;
  included: readonly Position[];
}

/** `schema.md#bloc`, relative to the page, as an address of the player. */
export function resolveLink(target: string, from: string, targets: LinkTargets) {
  const [path = '', block] = target.split('#') as [string, string?];
  const file = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), decodeURI(path)));
  const page = targets.get(file) ?? pageWithoutRank(file, targets);
  if (!page) return undefined;
  return { ...page, href: `#/${page.module}/${page.id}${block ? `/${block}` : ''}`, block };
}

/** `schema.md` for `04-schema.md`: authors name a page as its address does. */
function pageWithoutRank(file: string, targets: LinkTargets) {
  const name = posix.basename(file, '.md');
  const folder = posix.dirname(file);
  for (const [path, page] of targets) if (posix.dirname(path) === folder && page.id === name) return page;
  return undefined;
}

/** `included`: the lines that led to the text that holds the link, when it is a shared one. */
export const deadLink = (target: string, included: readonly Position[]) => ({
  code: 'lien/mort',
  message: `le lien ${quoted(target)} ne mène nulle part`,
  hint:
    'Écrivez le nom du fichier de la page (page.md), suivi au besoin de #identifiant-du-bloc\u202f; une adresse du web commence par https://.' +
    includedBy(included),
});
