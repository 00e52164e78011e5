import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '..', 'docs', 'juges-publics.md');

/** Puts this section in the page of public judges, in the place of the one with the same title or at the end. */
export function writeSection(title: string, lines: readonly string[]): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Juges publics\n';
  writeFileSync(PAGE, withSection(page, `## ${title}`, [`## ${title}`, '', ...lines, ''].join('\n')));
}

function withSection(page: string, heading: string, section: string): string {
  const start = `\n${page}`.indexOf(`\n${heading}\n`);
  if (start < 0) return `${page.trimEnd()}\n\n${section}`;
  const next = page.indexOf('\n## ', start + heading.length);
  return `${page.slice(0, start)}${section}${next < 0 ? '' : page.slice(next)}`;
}

/** « 22 novembre 2026 ». */
export const today = () => new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' });
