/** Without NUL nor half of a pair: Moodle drops the one and throws on the other. */
export const wellFormed = (text: string): string =>
  text.replace(/\0/g, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** What an author lets pass in the spelling of a short answer. Spaces and apostrophe shapes always pass. */
export const TOLERANCES = ['accents', 'casse', 'pluriel', 'apostrophes'] as const;
export type Tolerance = (typeof TOLERANCES)[number];

/** Two texts that are the same under these tolerances have the same form. */
export function comparable(text: string, tolerances: readonly Tolerance[]): string {
  let form = text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ?(['-]) ?/g, '$1')
    .trim()
    .replace(/[.\u2026;,!?]+$/, '')
    .trim();
  if (tolerances.includes('casse')) form = form.toLocaleLowerCase('fr');
  if (tolerances.includes('accents'))
    form = form
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae')
      .replace(/Œ/g, 'OE')
      .replace(/Æ/g, 'AE');
  if (tolerances.includes('apostrophes')) form = form.replace(/['-]/g, ' ');
  // « bureaux », « journaux » and « travaux » as their singular; a final s or x alone does not count
  if (tolerances.includes('pluriel'))
    form = form.replace(/(\p{L}{3,}?)(?:(?:eau|ail|au|al)x?|[sx])(?![\p{L}])/giu, (word, stem: string) =>
      /[sx]$/i.test(word) && !/aux$/i.test(word) ? word.slice(0, -1) : `${stem}a`,
    );
  return form;
}

/** The first of the accepted texts that the given one stands for, and whether its spelling is exactly the author's. */
export function accepts(
  given: string,
  accepted: readonly string[],
  tolerances: readonly Tolerance[],
): { text: string; exact: boolean } | undefined {
  const form = comparable(given, tolerances);
  if (form === '') return undefined;
  const text =
    accepted.find((one) => comparable(one, []) === comparable(given, [])) ??
    accepted.find((one) => comparable(one, tolerances) === form);
  // a capital letter or a straight apostrophe is no spelling to point at
  return text === undefined ? undefined : { text, exact: comparable(text, ['casse']) === comparable(given, ['casse']) };
}
