/** How answers become the small whole numbers that a resume string keeps, and back. */

/** One bit per lock number, 1 to 36. */
export const bitsOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + 2 ** (number - 1), 0);

/** The numbers among `known` whose bit is set. */
export const fromBits = (bits: number, known: readonly number[]): number[] =>
  known.filter((number) => Math.floor(bits / 2 ** (number - 1)) % 2 === 1);

/** Texts one after the other: a length, then its code points. */
export const codeOfTexts = (texts: readonly string[]): number[] =>
  texts.flatMap((text) => {
    const points = [...text].map((sign) => sign.codePointAt(0)!);
    return [points.length, ...points];
  });

/** The inverse. A code cut short gives the texts that are whole, and what is left of the last. */
export function textsOfCode(code: readonly number[]): string[] {
  const texts: string[] = [];
  for (let at = 0; at < code.length; at += code[at]! + 1)
    texts.push(String.fromCodePoint(...code.slice(at + 1, at + 1 + code[at]!)));
  return texts;
}

/** Pairs of lock numbers, targets below 64: one number each, sources counted from the one before. */
export const codeOfPairs = (pairs: Iterable<readonly [number, number]>): number[] =>
  [...pairs]
    .sort(([a], [b]) => a - b)
    .map(([source, target], at, sorted) => (source - (sorted[at - 1]?.[0] ?? 0)) * 64 + target);

export function pairsOfCode(code: readonly number[]): [number, number][] {
  let source = 0;
  return code.map((one) => {
    source += Math.floor(one / 64);
    return [source, one % 64];
  });
}
