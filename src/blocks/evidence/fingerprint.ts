import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Read a piece at a time: a film must not fill the memory of a phone. */
const PIECE = 4 * 1024 * 1024;

/**
 * SHA-256 of a file, hexadecimal, computed here: the browser's own is absent where a page is not served over https.
 * Rejects when the file can no longer be read.
 */
export async function fingerprint(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += PIECE)
    hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
  return bytesToHex(hash.digest());
}
