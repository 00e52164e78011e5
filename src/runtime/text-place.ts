import type { TextRecord } from './record.ts';

/** One text of a learner. */
export interface TextPlace {
  module: number;
  block: number;
}

/** `1/4` → the dates of the versions of that text this device has read from the platform, or sent to it. */
export type KnownVersions = Readonly<Record<string, readonly number[]>>;

export const textKey = ({ module, block }: TextPlace) => `${module}/${block}`;

export const sameParts = (a: TextRecord, b: TextRecord | undefined) => {
  const written = (text: TextRecord | undefined) =>
    JSON.stringify(Object.entries(text?.parts ?? {}).filter(([, one]) => one !== ''));
  return written(a) === written(b);
};
