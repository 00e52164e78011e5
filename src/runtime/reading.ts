import { deflate } from './deflate.ts';
import { merge } from './merge.ts';
import { decodeResume } from './resume-decode.ts';

/** All that is needed once there is a state to read, and to write shorter: it comes after the first page. */
export const reading = {
  deflate,
  decode: (data: string) => decodeResume(data, deflate),
  merge,
};
export type Reading = typeof reading;
