/** Whole numbers as bytes, seven bits at a time, least first (as protobuf writes them); up to 2^53. */
export class ByteWriter {
  readonly bytes: number[] = [];

  byte(value: number): void {
    this.bytes.push(value & 255);
  }

  number(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`Not a whole number that can be kept: ${value}`);
    let rest = value;
    while (rest > 127) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }
}

export class ByteReader {
  #at = 0;
  constructor(readonly bytes: Uint8Array) {}

  /** Throws past the end: a cut string is told from a short one. */
  byte(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined) throw new Error(`Resume data ends at byte ${this.#at}`);
    this.#at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte % 128) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** base64url without padding (RFC 4648 §5): survives every LMS encoding we met. */
export function toBase64url(bytes: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = Math.min(4, bytes.length - i + 1);
    for (let rank = 0; rank < digits; rank += 1) text += DIGITS[(group >> (18 - 6 * rank)) & 63];
  }
  return text;
}

/** The inverse; throws on a sign that base64url does not have. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of text) {
    const value = VALUES.get(digit);
    if (value === undefined) throw new Error(`Not base64url: ${digit}`);
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  return bytes;
}

/** Three signs that change when anything before them does: tells a damaged string from a good one. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const folded = (hash ^ (hash >>> 14)) & 0x3ffff;
  return DIGITS[folded >> 12]! + DIGITS[(folded >> 6) & 63]! + DIGITS[folded & 63]!;
}
