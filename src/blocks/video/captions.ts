/** What is wrong in a file of captions, and at which of its lines, 1-based. */
export interface CaptionMistake {
  line: number;
  message: string;
}

const TIME = '(?:\\d{2,}:)?[0-5]\\d:[0-5]\\d\\.\\d{3}';
const TIMING = new RegExp(`^(${TIME})[ \\t]+-->[ \\t]+(${TIME})(?:[ \\t].*)?$`);

/** Reads a WebVTT file as strictly as a browser that would show nothing of what it cannot read. */
export function captionMistakes(text: string): CaptionMistake[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return [{ line: 1, message: 'la première ligne n’est pas WEBVTT' }];
  const mistakes: CaptionMistake[] = [];
  let cues = 0;
  lines.forEach((text, rank) => {
    if (!text.includes('-->')) return;
    cues += 1;
    const [, from, to] = TIMING.exec(text.trim()) ?? [];
    const say = (message: string) => mistakes.push({ line: rank + 1, message });
    if (!from || !to) say('ce moment est illisible\u00a0: écrivez 00:01.500 --> 00:04.000, avec un point');
    else if (seconds(to) <= seconds(from)) say('ce sous-titre finit avant d’avoir commencé');
    else if (!lines[rank + 1]?.trim()) say('ce sous-titre n’a pas de texte');
  });
  return cues > 0 ? mistakes : [{ line: 1, message: 'aucun sous-titre (ligne avec -->)' }];
}

const seconds = (time: string) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
