/** Writes XML as text, the same on every machine: two spaces, no line longer broken, attributes in the order given. */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Everything but the characters XML 1.0 (2.2) allows; even an escape may not name these. Lone surrogates are among them. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** For text and attribute values alike. Line breaks and tabs become references: neither indenting nor a parser alters them. */
export const escapeXml = (words: string) =>
  words
    .replace(ILLEGAL, '')
    .replace(/[&<>"\t\n\r]/g, (character) => ESCAPED[character] ?? `&#${character.charCodeAt(0)};`);
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Attribute values are escaped here; a child is markup: what `el` returned, or text that went through `escapeXml`.
 * An `undefined` attribute and an empty child leave no trace.
 */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const open = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .reduce((tag, [key, value]) => `${tag} ${key}="${escapeXml(String(value))}"`, `<${name}`);
  const content = children.filter((child) => child !== '');
  if (content.length === 0) return `${open}/>`;
  const onlyElements = content.every((child) => child.startsWith('<'));
  return onlyElements
    ? `${open}>${content.map((child) => `\n${child}`.replaceAll('\n', '\n  ')).join('')}\n</${name}>`
    : `${open}>${content.join('')}</${name}>`; // a space added beside text would belong to the text
}

export const xmlDocument = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
