import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { summaryOf } from './reading.ts';
import type { Told } from './scenario.ts';

/** Of a whole run. */
export interface Run {
  /** `2026-11-22`. */
  day: string;
  /** As Moodle names its release. */
  moodle: string;
  /** Digest of the player's sources. */
  player: string;
  scenarios: readonly Told[];
}

/** The raw readings for who wants to check, the table for who wants to know. */
export function writeReport(folder: string, run: Run): void {
  writeFileSync(join(folder, 'moodle-pannes.json'), `${JSON.stringify(run, null, 1)}\n`);
  writeFileSync(join(folder, 'moodle-pannes.md'), markdown(run));
}

function markdown({ day, moodle, player, scenarios }: Run): string {
  const failed = scenarios.flatMap(({ checks }) => checks).filter(({ ok }) => !ok).length;
  const total = scenarios.flatMap(({ checks }) => checks).length;
  return [
    '# Pannes jouées dans un vrai Moodle',
    '',
    `Moodle ${moodle}, le ${day}, lecteur \`${player}\`. ${total} vérifications, ${failed === 0 ? 'toutes réussies' : `**${failed} ${missed(failed)}**`}. Relevés bruts\u00a0: \`moodle-pannes.json\`. Pour refaire\u00a0: \`npm run moodle:faults\` (voir README.md).`,
    '',
    '| Scénario | Ce que la page a dit | Ce que Moodle a gardé, à la fin | Verdict |',
    '|---|---|---|---|',
    ...scenarios.map(row),
    '',
    ...scenarios.flatMap(detail),
  ].join('\n');
}

function row({ title, said, stored, checks }: Told): string {
  const failed = checks.filter(({ ok }) => !ok).length;
  const last = stored.at(-1);
  const words = said.map(({ when, status, banners }) => ({
    when,
    what: [status, ...banners].filter(Boolean).join(' — ') || '(rien)',
  }));
  return `| ${[
    title,
    withoutRepeats(words).map(line).join('<br>') || '(rien)',
    last ? summaryOf(last, true) : 'rien',
    failed === 0 ? `✓ ${checks.length} sur ${checks.length}` : `**✗ ${failed} sur ${checks.length} ${missed(failed)}**`,
  ]
    .map(cell)
    .join(' | ')} |`;
}

function detail({ title, stored, checks }: Told): string[] {
  const readings = stored.map((reading) => ({ when: reading.when, what: summaryOf(reading) }));
  return [
    `## ${title}`,
    '',
    ...checks.map(
      ({ what, ok, found }) => `- ${ok ? '✓' : '**✗**'} ${what}${found ? ` — trouvé\u00a0: ${found}` : ''}`,
    ),
    '',
    'Ce que Moodle avait\u00a0:',
    '',
    ...withoutRepeats(readings).map((one) => `- ${line(one)}`),
    '',
  ];
}

/** At a moment, something said or held. */
interface Moment {
  when: string;
  what: string;
}

const line = ({ when, what }: Moment) => `*${when}*\u00a0: ${what}`;

/** What has not changed since the moment before is not said again. */
const withoutRepeats = (moments: readonly Moment[]): Moment[] =>
  moments.filter(({ what }, rank) => what !== moments[rank - 1]?.what);

const missed = (count: number) => (count > 1 ? 'manquées' : 'manquée');

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
