import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Token, Tokens } from 'marked';
import { lex } from '../directive.ts';
import { escapeHtml } from '../escape.ts';
import { isForeign, readLanguage } from '../language.ts';
import { unescaped } from '../prose.ts';
import { typeset } from '../typography.ts';

/** What the document says of itself, where Word and screen readers look for it. */
export interface DocumentOptions {
  /** Who delivers the training. */
  author: string;
  /** `fr`. */
  language: string;
}

/**
 * A Markdown text as a Word document that can be filled in and read aloud: real headings, lists, boxes to tick, tables
 * with a header row, its language and its title. The same text gives the same bytes. `#` is the document's title.
 */
export async function wordDocument(
  markdown: string,
  { author, language }: DocumentOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const tokens = lex(markdown, 1).map(({ token }) => token as Token);
  const title = documentTitle(tokens);
  const wide = tokens.some((token) => token.type === 'table' && (token as Tokens.Table).header.length > 4);
  const width = (wide ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
  const place: Place = { width, level: 0, list: { rank: 0 } };
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: styles(language),
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: SHORT_SIDE,
              height: LONG_SIDE,
              orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: footer(title) },
        children: tokens.flatMap((token) => blockOf(token, place)),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, author, language) };
  return settled(new Uint8Array(await Packer.toBuffer(document, false, [core])));
}

/** Without the moment and the random names that the library puts in: the same text is the same document. */
function settled(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const names = new Map<string, string>();
  const named = (text: string) =>
    text.replace(/rId[a-z0-9_-]{12,}/g, (name) => {
      if (!names.has(name)) names.set(name, `rIdLink${names.size + 1}`);
      return names.get(name)!;
    });
  const files = Object.entries(unzipSync(zip)).map(([path, data]): [string, Uint8Array] => [
    path,
    /\.(?:xml|rels)$/.test(path) ? strToU8(named(strFromU8(data))) : data,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1, 12), level: 9 });
}

/** Words of the first `#`; absent when there is none: the document would have no title. */
export function documentTitle(tokens: readonly Token[]): string {
  const first = tokens.find((token) => token.type === 'heading' && token.depth === 1) as Tokens.Heading | undefined;
  return first ? typeset(plain(first.tokens)) : '';
}

// in twentieths of a point: A4, margins of 2 cm
const SHORT_SIDE = 11_906;
const LONG_SIDE = 16_838;
const MARGIN = 1_134;
const INK = '1F2A2E';
const PRIMARY = '0F5C63';
const HEADER_FILL = 'E3F0EF';

const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function styles(language: string) {
  const run = { font: 'Calibri', color: INK, language: { value: language === 'fr' ? 'fr-FR' : language } };
  const heading = (size: number, before: number) => ({
    run: { ...run, size, bold: true, color: PRIMARY },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { ...run, size: 22 }, paragraph: { spacing: { after: 120, line: 276 } } },
      title: heading(36, 0),
      heading1: heading(28, 320),
      heading2: heading(24, 240),
      heading3: heading(22, 200),
    },
  };
}

/** Three depths are enough for a page one fills in; each numbered list begins at one. */
const DEPTHS = [0, 1, 2] as const;
const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: DEPTHS.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: ['•', '–', '·'][level]!,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 280 } } },
      })),
    },
    {
      reference: 'numbers',
      levels: DEPTHS.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 320 } } },
      })),
    },
  ],
};

interface Place {
  /** Of the text, in twentieths of a point. */
  width: number;
  /** Depth of the list around, 0 outside any. */
  level: number;
  /** Numbered lists met so far. */
  list: { rank: number };
}

function blockOf(token: Token, place: Place): (Paragraph | Table)[] {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [new Paragraph({ heading: HEADINGS[Math.min(depth, 4) - 1]!, children: runsOf(tokens) })];
    }
    case 'paragraph':
    case 'text':
      return [new Paragraph({ children: runsOf((token as Tokens.Paragraph).tokens ?? [token]) })];
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap((one) =>
        one.type === 'paragraph'
          ? new Paragraph({
              indent: { left: 280 },
              border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: PRIMARY } },
              children: runsOf((one as Tokens.Paragraph).tokens),
            })
          : [],
      );
    case 'list':
      return listOf(token as Tokens.List, place);
    case 'table':
      return [tableOf(token as Tokens.Table, place), new Paragraph({ children: [] })];
    case 'hr':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: PRIMARY } } })];
    default:
      return []; // blank lines; what a document cannot hold was said to its author
  }
}

function listOf({ ordered, items }: Tokens.List, place: Place): Paragraph[] {
  place.list.rank += 1;
  const instance = place.list.rank;
  const level = Math.min(place.level, 2);
  return items.flatMap((item) => {
    const [first, ...rest] = item.tokens.filter(({ type }) => type !== 'space' && type !== 'checkbox');
    const words = runsOf((first as { tokens?: Token[] } | undefined)?.tokens ?? []);
    const box = item.task ? [tickBox(plain((first as { tokens?: Token[] }).tokens ?? []), item.checked === true)] : [];
    const line = new Paragraph({
      ...(item.task
        ? { indent: { left: 360 * (level + 1), hanging: 360 } }
        : { numbering: { reference: ordered ? 'numbers' : 'bullets', level, instance } }),
      spacing: { after: 60 },
      children: [...box.flatMap((one) => [one, new TextRun('\u00a0')]), ...words],
    });
    return [line, ...rest.flatMap((one) => blockOf(one, { ...place, level: place.level + 1 }) as Paragraph[])];
  });
}

/** Word ticks it at a click, and a screen reader says what it is for. */
const tickBox = (label: string, checked: boolean): ParagraphChild =>
  new CheckBox({
    alias: label.slice(0, 60),
    checked,
    checkedState: { value: '2612' },
    uncheckedState: { value: '2610' },
  });

function tableOf({ header, rows }: Tokens.Table, { width }: Place): Table {
  const columns = columnWidths(header, rows, width);
  const border = { style: BorderStyle.SINGLE, size: 6, color: '76807F' };
  const cell = ({ tokens }: Tokens.TableCell, rank: number, head: boolean) =>
    new TableCell({
      width: { size: columns[rank]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(head && { shading: { type: ShadingType.CLEAR, fill: HEADER_FILL, color: 'auto' } }),
      children: [new Paragraph({ spacing: { after: 0 }, children: runsOf(tokens, { bold: head }) })],
    });
  const row = (cells: readonly Tokens.TableCell[], head: boolean) =>
    new TableRow({
      tableHeader: head, // repeated on each page, and said as headers
      cantSplit: true,
      // what is to be filled in by hand needs room
      ...(cells.slice(1).every(({ text }) => text.trim() === '') &&
        !head && { height: { value: 560, rule: 'atLeast' } }),
      children: cells.map((one, rank) => cell(one, rank, head)),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: 'fixed',
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Of a letter, and of what stands around the words of a cell, in twentieths of a point: generous, fonts differ. */
const LETTER = 150;
const CELL_MARGINS = 220;

/** By what each column holds; an empty one, to be filled in, has room; no word is cut while there is any. */
function columnWidths(
  header: readonly Tokens.TableCell[],
  rows: readonly Tokens.TableCell[][],
  width: number,
): number[] {
  const columns = header.map((head, rank) => {
    const written = rows.map((cells) => words(plain(cells[rank]?.tokens ?? []))).filter((text) => text.trim() !== '');
    const texts = [words(plain(head.tokens)), ...written];
    const longest = Math.max(...texts.map((text) => text.length));
    const word = Math.max(...texts.flatMap((text) => text.split(/[ -]/).map((one) => one.length)));
    return {
      least: word * LETTER + CELL_MARGINS,
      weight: written.length === 0 ? 26 : Math.min(40, Math.max(10, longest)),
    };
  });
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const least = sum(columns.map((column) => column.least));
  const room = Math.max(0, width - least);
  const narrow = Math.min(1, width / least);
  const weights = sum(columns.map(({ weight }) => weight));
  return columns.map((column) => Math.floor(column.least * narrow + (column.weight / weights) * room));
}

/** What is around a run of text. */
interface Manner {
  bold?: boolean;
  italics?: boolean;
  /** Of another language: Word then neither corrects it nor reads it aloud as French. */
  language?: string;
}

function runsOf(tokens: readonly Token[], manner: Manner = {}): ParagraphChild[] {
  return tokens.flatMap((token): ParagraphChild[] => {
    const inner = (token as { tokens?: Token[] }).tokens;
    if (token.type === 'strong') return runsOf(inner ?? [], { ...manner, bold: true });
    if (token.type === 'em') return runsOf(inner ?? [], { ...manner, italics: true });
    if (token.type === 'br') return [new TextRun({ break: 1 })];
    if (token.type === 'link')
      return [new ExternalHyperlink({ link: token.href, children: [run(plain(inner ?? []), manner, 'Hyperlink')] })];
    if (token.type === 'codespan') return [new TextRun({ text: token.text, font: 'Consolas' })];
    if (isForeign(token)) {
      const language = readLanguage(token);
      return runsOf(token.tokens, 'tag' in language ? { ...manner, language: language.tag } : manner);
    }
    if (inner) return runsOf(inner, manner);
    return 'text' in token ? [run(words(token.text, manner.language), manner)] : [];
  });
}

const run = (text: string, { language, ...manner }: Manner, style?: string) =>
  new TextRun({ text, ...manner, ...(style && { style }), ...(language && { language: { value: language } }) });

const words = (text: string, language?: string) => {
  const joined = unescaped(text).replace(/\s+/g, ' ');
  return language === undefined ? typeset(joined) : joined;
};

const plain = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plain(token.tokens) : 'text' in token ? words(token.text as string) : '',
    )
    .join('');

/** On each page, what it is a page of. */
const footer = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({ text: title ? `${title} – page\u00a0` : 'page\u00a0', size: 18 }),
          new TextRun({ children: [PageNumber.CURRENT], size: 18 }),
          new TextRun({ text: ' sur ', size: 18 }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  });

/** Without a date: the same text is the same document. */
const coreProperties = (title: string, author: string, language: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(author)}</dc:creator><dc:language>${escapeHtml(language)}</dc:language></cp:coreProperties>`;
