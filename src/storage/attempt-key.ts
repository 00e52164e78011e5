import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Where an attempt is kept on a device: who it belongs to cannot be read from it. Not `crypto.subtle`: a plain-http LMS
 * does not have it.
 */
export const attemptKey = (lms: string, learner: string, course: string) =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([lms, learner, course])))).slice(0, 32);
