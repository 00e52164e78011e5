import { expect, test } from 'vitest';
import { htmlOf, issuesOf } from '../../../tests/content/block-of.ts';

const MEDIA = {
  'notes.ogg': `${import.meta.dirname}/deux-notes.ogg`,
  'notes.wav': `${import.meta.dirname}/deux-notes.ogg`,
};
const audio = (attributes: string, body = 'Deux notes.') => `:::audio{${attributes}}\n${body}\n:::\n`;

test('draws native controls and folds the transcript', () => {
  const html = htmlOf(audio('source=media/notes.ogg titre="Le *signal*" duree="1 s"'), MEDIA);
  expect(html).toContain(
    '<audio controls preload="metadata" aria-label="Le signal"><source src="media/m1/notes.ogg" type="audio/ogg"></audio>',
  );
  expect(html).toMatch(/Son · 1 s.*<summary>Transcription<\/summary>.*Deux notes\./s);
});

test.each([
  [audio('titre="Le signal"'), ['1 audio/source']],
  [audio('source=media/note.ogg titre="Le signal"'), ['1 media/absent']],
  [audio('source=media/notes.wav titre="Le signal"'), ['1 audio/format']],
  [audio('source=media/notes.ogg'), ['1 audio/titre']],
  [audio('source=media/notes.ogg titre="Le signal"', ''), ['1 audio/transcription']],
])('%j is refused', (markdown, issues) => {
  expect(issuesOf(markdown, MEDIA)).toEqual(issues);
});
