/**
 * What an author lets pass in the spelling of a short answer. Spaces, quotation marks, apostrophe shapes and an ending
 * period always pass; an article at the beginning passes with any of these.
 */
export const TOLERANCES = ['accents', 'casse', 'pluriel', 'apostrophes'] as const;
export type Tolerance = (typeof TOLERANCES)[number];

/** Two texts that are the same under these tolerances have the same form. */
export function comparable(text: string, tolerances: readonly Tolerance[]): string {
  let form = text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[«»“”"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?(['-]) ?/g, '$1')
    .trim()
    .replace(/[.\u2026;,!? ]+$/, '');
  if (tolerances.includes('casse')) form = undotted(form).toLocaleLowerCase('fr');
  if (tolerances.includes('accents'))
    form = form
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae')
      .replace(/Œ/g, 'OE')
      .replace(/Æ/g, 'AE');
  if (tolerances.includes('apostrophes')) form = form.replace(/['-]/g, ' ').trim();
  if (tolerances.length > 0) form = form.replace(ARTICLE, '');
  if (tolerances.includes('pluriel')) form = singular(form);
  return form;
}

const ARTICLE = /^(?:(?:de )?la |(?:de )?l[' ](?=\p{L})|les? |des |du |une? )/iu;

/** « C.A.F » as « CAF ». */
const undotted = (text: string) =>
  text.replace(/(?<!\p{L})(?:\p{L}\.)+\p{L}(?!\p{L})/gu, (initials) => initials.replace(/\./g, ''));

/**
 * « bureaux », « journaux », « travaux » and « détails » get the form of their singular. A word of three letters keeps
 * its s (« bus »), one in -ix or -oix its x (« prix » is no « pris »), « maux » and « baux » stay away from « mal » and « bail ».
 */
const singular = (text: string) =>
  text
    .replace(/(\p{L}{2,}?)(?:au|al|ail)[sx]?(?!\p{L})/giu, '$1al')
    .replace(/(?<=\p{L}[aeoœ]u)x(?!\p{L})|(?<=\p{L}{3})s(?!\p{L})/giu, '');

/**
 * The accepted text that the given one stands for, the closest when several do, and whether it is spelled as the author
 * spells it.
 */
export function accepts(
  given: string,
  accepted: readonly string[],
  tolerances: readonly Tolerance[],
): { text: string; exact: boolean } | undefined {
  if (comparable(given, tolerances) === '') return undefined;
  const same = (level: readonly Tolerance[]) =>
    accepted.find((one) => comparable(one, level) === comparable(given, level));
  // a capital letter or a straight apostrophe is no spelling to point at
  const exact = same([]) ?? (tolerances.includes('casse') ? same(['casse']) : undefined);
  const text = exact ?? same(tolerances);
  return text === undefined ? undefined : { text, exact: exact !== undefined };
}
