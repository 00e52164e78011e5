import { beginning } from '../model/beginning.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What is read of a package's own HTML; its no-break spaces stay. */
export const plainWords = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();

/** The first words of a question, where all of them would be too many: enough to know which it is. */
export const shortName = (words: string): string => beginning(words, 120);
