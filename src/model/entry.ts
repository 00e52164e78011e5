/**
 * What is said of a learner's text beside its own parts. It stands in part 0 of the text, so that it is merged, sealed
 * and kept with it: words separated by spaces.
 */
export interface EntryMeta {
  /** The learner shows it to the training team. */
  shared: boolean;
  /** Of the learner's own words when they were shared: tells whether they changed since. */
  sum?: string | undefined;
  /** It goes into the dossier, which nobody sees before it is exported. */
  dossier: boolean;
  /** The learner's own code hides the parts; the salt of that code, base64url. */
  salt?: string | undefined;
}

export const META_PART = 0;
/** « D’ici le… » : what the learner commits to, and the day, `2026-12-04`. */
export const COMMITMENT_PART = 90;
export const COMMITMENT_DAY_PART = 91;
/** What a trainer answered, as the learner brought it back. */
export const FEEDBACK_PART = 92;

type Parts = Readonly<Record<number, string>>;

export function entryMeta(parts: Parts | undefined): EntryMeta {
  const words = (parts?.[META_PART] ?? '').split(' ');
  const named = (name: string) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const [salt, sum] = [named('code'), named('vu')];
  return {
    shared: words.includes('formation'),
    dossier: words.includes('dossier'),
    ...(salt && { salt }),
    ...(sum && { sum }),
  };
}

export const entryMetaText = ({ shared, dossier, salt, sum }: EntryMeta): string =>
  [shared && 'formation', dossier && 'dossier', salt && `code=${salt}`, shared && sum && `vu=${sum}`]
    .filter(Boolean)
    .join(' ');

/** Parts that a reader is shown: neither what is said of the text, nor what others answered to it. */
export const isOwnPart = (part: number) => part !== META_PART && part !== FEEDBACK_PART;

const SEALED = 'code1:';
/** Hidden by the learner's own code: base64url after a mark that no one types. */
export const isSealed = (text: string) => text.startsWith(SEALED);
export const sealedText = (bytes: string) => SEALED + bytes;
export const bytesOfSealed = (text: string) => text.slice(SEALED.length);
