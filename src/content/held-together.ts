/** What a line may not part from the thing that follows: an elision, an opening sign. */
const BEFORE = String.raw`(?:\p{L}+’|[(«][\u00a0\u202f]?)?`;
/** What it may not part from the thing before: signs of the end, with their space. */
const AFTER = String.raw`(?:[\u00a0\u202f]?[;:!?»]|[,.)…])*`;

/**
 * A line may break on both sides of a button or a field, before a comma too: what belongs to it is held with it
 * (`.held`). `thing`: source of a regular expression, with one group; `draw` is given what it holds.
 */
export function heldTogether(html: string, thing: string, draw: (inside: string) => string): string {
  const among = new RegExp(`(${BEFORE})${thing}(${AFTER})`, 'gu');
  return html.replace(among, (_, before: string, inside: string, after: string) => {
    const drawn = `${before}${draw(inside)}${after}`;
    return before || after ? `<span class="held">${drawn}</span>` : drawn;
  });
}
