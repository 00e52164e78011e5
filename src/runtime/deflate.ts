import { deflateSync, inflateSync } from 'fflate';

/** Makes a resume string shorter; heavy enough to come after the first page. */
export interface Deflate {
  deflate(bytes: Uint8Array): Uint8Array;
  /** Throws on bytes that `deflate` did not make. */
  inflate(bytes: Uint8Array): Uint8Array;
}

export const deflate: Deflate = {
  deflate: (bytes) => deflateSync(bytes, { level: 9 }),
  inflate: (bytes) => inflateSync(bytes),
};
