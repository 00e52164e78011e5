import { writeNumber } from '../../model/french-number.ts';
import { secondsIn } from '../../xapi/duration.ts';
import { at, numberAt, textAt } from '../../xapi/loose.ts';
import { sentenceOf } from '../../xapi/sentences.ts';
import type { StoredStatement } from '../lrs/statement.ts';
import type { Store } from '../lrs/store.ts';
import type { Filter } from './filter.ts';
import { type Cursor, linesOf } from './lines.ts';

const HEADERS = [
  'Date',
  'Heure',
  'Apprenant',
  'Action',
  'Activité',
  'Résultat',
  'Réussite',
  'Score (%)',
  'Durée (min)',
  'Réponse',
  'Identifiant de l’activité',
  'Verbe',
  'Identifiant de l’énoncé',
];

/** Rows read at a time: what is held in memory, however long the file. */
const AT_ONCE = 500;

/**
 * All that a filter lets through as a spreadsheet reads it in French: semicolons, decimal comma, UTF-8 with its mark,
 * CRLF. Each piece is read when the one before has been taken.
 */
export function csvOf(
  store: Store,
  filter: Filter,
  nameOf: (actor: unknown) => string | undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: Cursor | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (stream) => stream.enqueue(encoder.encode(`\ufeff${rowOf(HEADERS)}`)),
      async pull(stream) {
        await new Promise((resolve) => setImmediate(resolve)); // others are answered between two pieces
        const lines = linesOf(store, filter, AT_ONCE, cursor);
        const last = lines.at(-1);
        if (lines.length > 0)
          stream.enqueue(encoder.encode(lines.map(({ statement }) => rowOf(cellsOf(statement, nameOf))).join('')));
        if (!last || lines.length < AT_ONCE) stream.close();
        else cursor = { happened: last.happened, seq: last.seq, towards: 'older' };
      },
    },
    { highWaterMark: 0 },
  );
}

const CLOCK = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });

function cellsOf(statement: StoredStatement, nameOf: (actor: unknown) => string | undefined): string[] {
  const { who, did, what, result } = sentenceOf(statement, nameOf);
  const [day = '', time = ''] = CLOCK.format(new Date(statement.timestamp)).split(' ');
  const success = at(statement.result, 'success');
  const [scaled, seconds] = [
    numberAt(statement.result, 'score', 'scaled'),
    secondsIn(textAt(statement.result, 'duration') ?? ''),
  ];
  return [
    day,
    time,
    who,
    did,
    what,
    result ?? '',
    typeof success === 'boolean' ? (success ? 'oui' : 'non') : '',
    scaled === undefined ? '' : number(scaled * 100),
    seconds === undefined ? '' : number(seconds / 60),
    textAt(statement.result, 'response') ?? '',
    textAt(statement.object, 'id') ?? '',
    statement.verb.id,
    statement.id,
  ];
}

/** To a hundredth; a plain minus and no space, so that a spreadsheet takes it for a number. */
const number = (value: number) =>
  writeNumber(Math.round(value * 100) / 100)
    .replace('\u2212', '-')
    .replaceAll('\u202f', '');

const rowOf = (cells: readonly string[]) => `${cells.map(cellOf).join(';')}\r\n`;

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
