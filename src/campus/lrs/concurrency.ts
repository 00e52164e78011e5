import type { StoredDocument } from './documents.ts';
import { Refusal } from './refusal.ts';

/** Of a request, in the order of the standard; absent when they were not sent. */
export interface Preconditions {
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
}

/**
 * Whether a document may be written over what is there (xAPI Communication 3.1). `required`: a PUT on a profile says
 * which version it replaces, or that there is none. Throws a Refusal 400, 409 or 412.
 */
export function preconditionOf({ ifMatch, ifNoneMatch }: Preconditions, required: boolean) {
  return (known: StoredDocument | undefined): void => {
    if (required && ifMatch === undefined && ifNoneMatch === undefined) {
      if (known)
        throw new Refusal(
          409,
          'This document exists: read it, then send its ETag in If-Match, so that nobody’s words are overwritten (xAPI Communication 3.1).',
        );
      throw new Refusal(400, 'Send If-None-Match: * to create this document (xAPI Communication 3.1).');
    }
    if (ifMatch !== undefined && !(known && matches(ifMatch, known.etag)))
      throw new Refusal(
        412,
        'If-Match names another version of this document: read it again (xAPI Communication 3.1).',
      );
    if (ifNoneMatch !== undefined && known && matches(ifNoneMatch, known.etag))
      throw new Refusal(412, 'If-None-Match excludes the document that is there (xAPI Communication 3.1).');
  };
}

/** `*`, or a list of tags with or without their quotes. */
export function matches(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '').replace(/^"|"$/g, '').toLowerCase();
  return header.split(',').some((tag) => bare(tag) === bare(etag));
}
