import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { htmlOf, issuesOf } from '../../../tests/content/block-of.ts';
import { captionMistakes } from './captions.ts';

const folder = mkdtempSync(join(tmpdir(), 'video-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, data: string | Uint8Array) => {
  writeFileSync(join(folder, name), data);
  return join(folder, name);
};
const own = (name: string) => join(import.meta.dirname, name);
const MEDIA = {
  'paliers.webm': own('paliers.webm'),
  'paliers.vtt': own('paliers.vtt'),
  'paliers.png': own('paliers.png'),
  'film.avi': own('paliers.webm'),
  'film.srt': written('film.srt', '1\n00:00:00,000 --> 00:00:02,000\nBonjour.\n'),
  'latin.vtt': written('latin.vtt', Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nDéjà.\n', 'latin1')),
};
const GOOD = 'source=media/paliers.webm sous-titres=media/paliers.vtt titre="Trois paliers"';
const video = (attributes: string, body = 'Des marches.') => `:::video{${attributes}}\n${body}\n:::\n`;

test('never plays by itself, comes with captions, and folds the transcript', () => {
  const html = htmlOf(video(`${GOOD} affiche=media/paliers.png duree="6 min"`, 'Des *marches*.'), MEDIA);
  expect(html).toContain(
    '<video controls preload="metadata" aria-label="Trois paliers" poster="media/m1/paliers.png" width="640" height="360">',
  );
  expect(html).toContain('<source src="media/m1/paliers.webm" type="video/webm">');
  expect(html).toContain(
    '<track kind="captions" src="media/m1/paliers.vtt" srclang="fr" label="Français" default></video>',
  );
  expect(html).toContain('Vidéo · 6\u00a0min');
  expect(html).toMatch(/<summary>Transcription<\/summary>.*Des <em>marches<\/em>/s);
  expect(html).not.toMatch(/autoplay|style=/);
});

test.each([
  [video('sous-titres=media/paliers.vtt titre="T"'), ['1 video/source']],
  [video('source=media/palier.webm sous-titres=media/paliers.vtt titre="T"'), ['1 media/absent']],
  [video('source=media/film.avi sous-titres=media/paliers.vtt titre="T"'), ['1 video/format']],
  [video('source=media/paliers.webm sous-titres=media/paliers.vtt'), ['1 video/titre']],
  [video('source=media/paliers.webm titre="T"'), ['1 video/sous-titres']],
  [video('source=media/paliers.webm sous-titres=media/autre.vtt titre="T"'), ['1 media/absent']],
  [video('source=media/paliers.webm sous-titres=media/film.srt titre="T"'), ['1 video/webvtt']],
  [video('source=media/paliers.webm sous-titres=media/latin.vtt titre="T"'), ['1 video/webvtt']],
  [video(`${GOOD} affiche=media/palier.png`), ['1 media/absent']],
  [video(GOOD, ''), ['1 video/transcription']],
])('%j is refused', (markdown, issues) => {
  expect(issuesOf(markdown, MEDIA)).toEqual(issues);
});

test('what a file of captions gets wrong is said at its line', () => {
  const at = (text: string) => captionMistakes(text).map(({ line }) => line);
  expect(at(readFileSync(own('paliers.vtt'), 'utf8'))).toEqual([]);
  expect(at('\ufeffWEBVTT - titre\n\n1\n01:00:00.000 --> 01:00:02.000 align:start\nBonjour.')).toEqual([]);
  expect(at('00:00.000 --> 00:01.000\nBonjour.')).toEqual([1]);
  expect(at('WEBVTTX\n')).toEqual([1]);
  expect(at('WEBVTT\n\nNOTE rien')).toEqual([1]);
  expect(at('WEBVTT\n\n00:00,000 --> 00:01,000\nBonjour.')).toEqual([3]);
  expect(at('WEBVTT\n\n00:02.000 --> 00:01.000\nBonjour.')).toEqual([3]);
  expect(at('WEBVTT\n\n00:00.000 --> 00:01.000\n\n00:01.000 --> 00:02.000\nBonjour.')).toEqual([3]);
});
