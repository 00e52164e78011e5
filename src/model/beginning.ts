/** The first words of a text, `longest` characters at most: a sign at the end says that it goes on. */
export const beginning = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
