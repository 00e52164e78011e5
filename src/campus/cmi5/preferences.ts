import { textAt } from '../../xapi/loose.ts';
import type { Campus } from '../campus.ts';
import { agentOf } from '../learners.ts';
import { deleteDocument, readDocument, writeDocument } from '../lrs/documents.ts';
import { agentName } from '../lrs/mentions.ts';

/** What a learner asks of every course (cmi5 11). Each is `''` when they said nothing. */
export interface Preferences {
  /** Language tags, best first, with commas. */
  language: string;
  audio: '' | 'on' | 'off';
}

const placeOf = (campus: Campus, learner: string) => ({
  kind: 'agent-profile' as const,
  activity: '',
  agent: agentName(agentOf(campus, { id: learner }))!,
  registration: '',
  id: 'cmi5LearnerPreferences',
});

/** A course may have written them too; what it wrote and we cannot read says nothing. */
export function preferencesOf(campus: Campus, learner: string): Preferences {
  const document = readDocument(campus.lrs, placeOf(campus, learner));
  const told = document && parsed(document.content);
  const audio = textAt(told, 'audioPreference');
  return {
    language: textAt(told, 'languagePreference') ?? '',
    audio: audio === 'on' || audio === 'off' ? audio : '',
  };
}

/** Replaces them; with nothing said there is no document, as for whoever never chose. */
export function setPreferences(campus: Campus, learner: string, { language, audio }: Preferences): void {
  const place = placeOf(campus, learner);
  const always = () => undefined;
  if (language === '' && audio === '') {
    deleteDocument(campus.lrs, place, always);
    return;
  }
  const content = JSON.stringify({
    ...(language && { languagePreference: language }),
    ...(audio && { audioPreference: audio }),
  });
  writeDocument(campus.lrs, place, { type: 'application/json', content: Buffer.from(content) }, always);
}

function parsed(content: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}
