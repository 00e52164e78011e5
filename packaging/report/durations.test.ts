import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { writeLock } from '../../src/content/lock.ts';
import { courseWith, question } from '../../tests/content/course-files.ts';
import { guideCourse } from '../../tests/content/guide-course.ts';
import { blockTime, NO_TIME, total } from './block-time.ts';
import { coursePages } from './course-pages.ts';
import { durationWarnings, moduleTime, stepTimes } from './durations.ts';
import { readingSeconds, TIMES, writingSeconds } from './times.ts';

function timed(body: string, files: Record<string, string> = {}) {
  const first = compileCourse(courseWith(body, files), vocabulary);
  const sources = courseWith(body, { ...files, lock: writeLock(first.lock) });
  const compiled = compileCourse(sources, vocabulary);
  const [module] = coursePages(sources, compiled);
  return moduleTime(module!, compiled.written, vocabulary.blocks);
}
const words = (count: number) => Array.from({ length: count }, () => 'mot').join(' ');
const seconds = (body: string) => timed(body).seconds;

test('prose takes the time of its words', () => {
  expect(seconds(words(350))).toEqual({ ...NO_TIME, read: readingSeconds(350) });
});

test('a question is read, explanations included, then decided; its certainty too', () => {
  const plain = seconds(question('q', 'Un deux ?', 'Trois', 'Quatre'));
  // stem 2, options 2, « Explication de Trois » 3 twice
  expect(plain.read).toBeCloseTo(readingSeconds(2 + 2 + 6), 6);
  expect(plain.answer).toBe(TIMES.single.value);
  const sure = seconds(question('q', 'Un deux ?', 'Trois', 'Quatre').replace('{id=q}', '{id=q certitude}'));
  expect(sure.answer - plain.answer).toBe(TIMES.certainty.value);
});

test('a quiz that draws two of its four questions takes half their time', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => question(id, `Un ${id} ?`, `Oui ${id}`, `Non ${id}`)).join('');
  const all = seconds(`::::quiz{id=z}\n${four}::::\n`);
  const half = seconds(`::::quiz{id=z tirage=2}\n${four}::::\n`);
  expect(half.answer).toBe(all.answer / 2);
});

test('a journal is written up to the lower end of its mark, part by part', () => {
  const journal = (attributes: string) => `:::journal{id=j ${attributes}}\n### T\n\nConsigne.\n\n- Un\n- Deux\n:::\n`;
  expect(seconds(journal('mots="60-150"')).write).toBeCloseTo(2 * writingSeconds(60), 6);
  expect(seconds(journal('')).write).toBeCloseTo(2 * writingSeconds(TIMES.writtenPart.value), 6);
});

test('a case counts one way through it, not all its nodes', () => {
  const body = (far: string) =>
    `:::cas{id=c}\n### Cas\n\nDébut.\n\n#### un\nNœud.\n\n- Oui => bref\n  > Suite un.\n- Non => long\n  > Suite deux.\n\n#### bref {fin}\nFin.\n\n#### long {fin}\n${far}\n\n#### debriefing\nBilan.\n:::\n`;
  const [short, long] = [body('Fin.'), body(words(101))].map(seconds);
  expect(short!.answer).toBe(TIMES.caseChoice.value);
  expect(long!.read - short!.read).toBeCloseTo(readingSeconds(100) / 2, 6);
});

test('pages add up to steps and to the module, far from what it announces is said once, at its line', () => {
  const time = timed(words(1750), {
    'c/01-m/02-suite.md': `---\ntitre: Suite\netape: s-exercer\nminutes: 3\n---\n${words(350)}\n`,
  });
  expect(stepTimes(time).map((step) => [step.title, Math.round(step.seconds), step.announced])).toEqual([
    ['Comprendre', 600, 10],
    ['S’exercer', 120, 3],
  ]);
  expect(total(time.seconds)).toBeCloseTo(720, 6);
  // module.yaml: 10 minutes at line 4; 12 found is within a fifth, 13 told by the pages is not what it says
  expect(durationWarnings(time).map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'c/01-m/module.yaml:4 duree/somme',
  ]);
  expect(durationWarnings(timed(words(350))).map(({ code }) => code)).toEqual(['duree/module']);
});

test('every kind of block that the guide shows has its time', async () => {
  const { written } = compileCourse(await guideCourse(), vocabulary);
  for (const type of vocabulary.blocks) {
    const blocks = written.filter(({ directive }) => type.directives.includes(directive)).map(({ block }) => block);
    expect(blocks.length, type.directives[0]).toBeGreaterThan(0);
    for (const block of blocks) {
      const time = total(blockTime(block, 0));
      // a quiz is its questions
      if (block.type === 'quiz') expect(time).toBe(0);
      else expect(time, block.type).toBeGreaterThan(0);
    }
  }
});

test('a kind of block without a time stops with its name', async () => {
  const { written } = compileCourse(await guideCourse(), vocabulary);
  expect(() => blockTime({ ...written[0]!.block, type: 'jeu' }, 0)).toThrow('No time for block type "jeu"');
});

test('a video counts the duration it says, or its transcript; a document what it says, or is listed', async () => {
  const sources = await guideCourse();
  const compiled = compileCourse(sources, vocabulary);
  const { pages } = moduleTime(coursePages(sources, compiled)[0]!, compiled.written, vocabulary.blocks);
  const pageOf = (kind: string) => pages.find(({ page }) => page.file.endsWith(`-${kind}.md`))!;
  expect(pageOf('video').seconds.watch).toBe(6);
  expect(pageOf('video').untimed).toEqual([]);
  // two documents in its page: one says 30 min, the other nothing
  expect(pageOf('download').uncounted.map(({ name }) => name)).toEqual(['telecharger']);
  expect(pageOf('download').seconds).toMatchObject({ answer: 0, write: 0, watch: 0, fillIn: 1800 });
});
