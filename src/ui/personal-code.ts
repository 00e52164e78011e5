import { gcm } from '@noble/ciphers/aes.js';
import { bytesOfSealed, isSealed, sealedText } from '../model/entry.ts';
import { fromBase64url, toBase64url } from '../runtime/bytes.ts';

/**
 * A learner's own code hides their texts from all who can read what the platform keeps. AES-256-GCM; the key comes from
 * the code by PBKDF2-SHA-256, which the browser offers only in a secure context. Nobody can find a lost code again.
 */
export interface PersonalCode {
  /** base64url, 16 bytes: kept with each text, tells whether this code is its own. */
  readonly salt: string;
  seal(text: string): string;
  /** Undefined when this code did not seal it. */
  open(sealed: string): string | undefined;
}

/** Iterations of PBKDF2 (OWASP, 2023: 600,000 for SHA-256). */
const ITERATIONS = 600_000;
const NONCE = 12;
/** Without the signs that are taken for one another: 0 O, 1 I L, 5 S, 2 Z, 8 B. */
const SIGNS = '34679ACDEFGHJKMNPQRTUVWXY';

/** Codes given since the page was opened, by salt: every entry that one of them opens is open. */
export const knownCodes = new Map<string, PersonalCode>();

/** Twelve signs in threes, 55 bits: `K7M-R9X-QPF-TDA`. */
export function newCode(): string {
  const signs: string[] = [];
  while (signs.length < 12) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // each sign as likely as another: 250 is the last multiple of 25
    if (byte < 250) signs.push(SIGNS[byte % SIGNS.length]!);
  }
  return signs.join('').replace(/(.{3})(?=.)/g, '$1-');
}

/** As typed: capitals, spaces and dashes do not count. */
const normalized = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Rejects outside a secure context. `salt`: of texts already hidden; absent for a new code. */
export async function personalCode(code: string, salt = newSalt()): Promise<PersonalCode> {
  const bytes = new TextEncoder().encode(normalized(code));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const derivation = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: new Uint8Array(fromBase64url(salt)),
    iterations: ITERATIONS,
  };
  const key = new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 256));
  return {
    salt,
    seal(text) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
      const sealed = gcm(key, nonce).encrypt(new TextEncoder().encode(text));
      return sealedText(toBase64url([...nonce, ...sealed]));
    },
    open(sealed) {
      if (!isSealed(sealed)) return sealed;
      try {
        const all = fromBase64url(bytesOfSealed(sealed));
        return new TextDecoder().decode(gcm(key, all.subarray(0, NONCE)).decrypt(all.subarray(NONCE)));
      } catch {
        return undefined;
      }
    },
  };
}

const newSalt = () => toBase64url(crypto.getRandomValues(new Uint8Array(16)));
