const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What is read of a package's own HTML; its no-break spaces stay. */
export const plainWords = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();

/** Longest name of a question in a statement, in characters: enough to know which it is. */
const NAME_LENGTH = 120;

/** The first words of a question, where all of them would be too many. */
export const shortName = (words: string): string =>
  words.length <= NAME_LENGTH ? words : `${words.slice(0, NAME_LENGTH - 1).replace(/\s+\S*$/, '')}…`;
