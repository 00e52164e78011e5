import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Seal } from './mirror.ts';

const NONCE = 24;

/** Authenticated encryption (XChaCha20-Poly1305) that needs no secure context. `key`: any text of enough hazard. */
export function sealWith(key: string): Seal {
  const secret = sha256(utf8ToBytes(`parcours-coordo mirror ${key}`));
  return {
    close(text) {
      const nonce = globalThis.crypto.getRandomValues(new Uint8Array(NONCE));
      return bytesToHex(nonce) + bytesToHex(xchacha20poly1305(secret, nonce).encrypt(utf8ToBytes(text)));
    },
    open(sealed) {
      try {
        const bytes = hexToBytes(sealed);
        return new TextDecoder().decode(
          xchacha20poly1305(secret, bytes.subarray(0, NONCE)).decrypt(bytes.subarray(NONCE)),
        );
      } catch {
        return undefined;
      }
    },
  };
}
