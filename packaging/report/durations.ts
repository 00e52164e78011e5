import type { BlockType, WrittenBlock } from '../../src/content/block-type.ts';
import { plainText } from '../../src/content/escape.ts';
import type { Issue } from '../../src/content/issue.ts';
import { wordsOf } from '../../src/content/question.ts';
import { STEPS } from '../../src/model/course.ts';
import { wordCount } from '../../src/model/words.ts';
import { add, blockTime, NO_TIME, type Seconds, times, total } from './block-time.ts';
import type { WrittenModule, WrittenPage } from './course-pages.ts';
import { directivesOf, type WrittenDirective } from './page-walk.ts';
import { minutesInWords, readingSeconds, secondsOf, TIMES } from './times.ts';

export interface PageTime {
  page: WrittenPage;
  seconds: Seconds;
  /** Documents to take away that do not say how long they take: that work is not counted. */
  uncounted: readonly WrittenDirective[];
  /** Videos and sounds counted from their transcript. */
  untimed: readonly WrittenDirective[];
}

export interface ModuleTime {
  module: WrittenModule;
  pages: readonly PageTime[];
  seconds: Seconds;
}

/** How far from the announced minutes a module may be before a word is said of it. */
export const TOLERANCE = 0.2;

/** One learner, one try at each activity. A quiz that draws its questions counts their mean. */
export function moduleTime(
  module: WrittenModule,
  written: readonly WrittenBlock[],
  types: readonly BlockType[],
): ModuleTime {
  const wordsIn = (number: number) => {
    const { block, directive } = written.find(
      (one) => one.module === module.outline.number && one.block.number === number,
    )!;
    const type = types.find(({ directives }) => directives.includes(directive))!;
    return type.words?.(block) ?? wordsOf(type.placeholder(block));
  };
  const pages = module.pages.map((page): PageTime => {
    const { blocks, html } = page.content;
    const share = (quiz: number | undefined) => {
      const draw = blocks.find(({ number }) => number === quiz)?.draw;
      return draw === undefined ? 1 : draw / blocks.filter((one) => one.quiz === quiz).length;
    };
    const directives = directivesOf(page);
    const recordings = directives.filter(({ name }) => name === 'video' || name === 'audio');
    const downloads = directives.filter(({ name }) => name === 'telecharger');
    const parts = [
      { ...NO_TIME, read: readingSeconds(proseWords(html)) },
      { ...NO_TIME, watch: recordings.reduce((sum, one) => sum + watching(one), 0) },
      { ...NO_TIME, fillIn: downloads.reduce((sum, one) => sum + (toldSeconds(one) ?? 0), 0) },
      ...blocks.map((block) => times(blockTime(block, wordsIn(block.number)), share(block.quiz))),
    ];
    return {
      page,
      seconds: parts.reduce(add),
      uncounted: downloads.filter((one) => toldSeconds(one) === undefined),
      untimed: recordings.filter((one) => toldSeconds(one) === undefined),
    };
  });
  return { module, pages, seconds: pages.map(({ seconds }) => seconds).reduce(add, NO_TIME) };
}

/** Words of a page outside its blocks. What is folded (transcript, long description) is for those who need it. */
const proseWords = (html: string) =>
  wordsOf(
    html
      .replace(/<([a-z]+(?:-[a-z]+)+) id="b(\d+)"[^>]*>[\s\S]*?<\/\1>/g, ' ')
      .replace(/<details>[\s\S]*?<\/details>/g, ' '),
  );

const toldSeconds = ({ values }: WrittenDirective) => secondsOf(values.get('duree') ?? '');

const watching = (recording: WrittenDirective) =>
  toldSeconds(recording) ?? (wordCount(plainText(recording.body)) / TIMES.speech.value) * 60;

/** Seconds of each step, in the order of a module; steps without a page are left out. */
export function stepTimes({ pages }: ModuleTime): { title: string; seconds: number; announced: number }[] {
  return STEPS.flatMap(({ id, title }) => {
    const those = pages.filter(({ page }) => page.outline.step === id);
    if (those.length === 0) return [];
    const seconds = those.reduce((sum, one) => sum + total(one.seconds), 0);
    return [{ title, seconds, announced: those.reduce((sum, { page }) => sum + page.outline.minutes, 0) }];
  });
}

/** A module whose announced minutes are far from what its pages ask, or from what their headers add up to. */
export function durationWarnings({ module, pages, seconds }: ModuleTime): Issue[] {
  const { minutes } = module.outline;
  const at = { file: module.file, line: module.lineOf(['minutes']) };
  const told = pages.reduce((sum, { page }) => sum + page.outline.minutes, 0);
  const found = total(seconds) / 60;
  const warnings: Issue[] = [];
  if (Math.abs(found - minutes) > minutes * TOLERANCE)
    warnings.push({
      ...at,
      code: 'duree/module',
      message: `ce module annonce ${minutesInWords(minutes * 60)}, le calcul donne ${minutesInWords(found * 60)}`,
      hint:
        found < minutes
          ? 'Annoncez moins, ou comptez ce que le calcul ignore (travail au poste, relectures, second essai) et gardez votre chiffre.'
          : 'Annoncez davantage, ou allégez les pages les plus longues.',
    });
  if (told !== minutes)
    warnings.push({
      ...at,
      code: 'duree/somme',
      message: `ce module annonce ${minutes}\u00a0minutes, les en-têtes de ses pages en totalisent ${told}`,
      hint: 'Accordez module.yaml et les en-têtes\u00a0: la personne voit les deux.',
    });
  return warnings;
}
