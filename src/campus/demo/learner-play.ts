import type { Block, ModuleContent, ModuleOutline, PageOutline } from '../../model/course.ts';
import { localDay } from '../../model/day.ts';
import { sampleAnswer } from '../../player/sample-answers.ts';
import { type Certainty, moduleOf } from '../../runtime/record.ts';
import type { Behaviour } from './behaviours.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { depositIn, writeIn } from './learner-texts.ts';
import type { Session } from './session.ts';

export interface Player {
  session: Session;
  behaviour: Behaviour;
  /** Of this opening: share of right answers, 0 to 1. */
  right: number;
  luck: Chance;
  clock: Clock;
}

/** Reads these pages one after the other, and does on each what the behaviour has it do. */
export function playPages(player: Player, module: ModuleOutline, pages: readonly PageOutline[]): void {
  const { session, behaviour, luck } = player;
  const content = session.contents.find((one) => one.module === module.number);
  if (!content) throw new Error(`No pages of "${module.id}" in the package`);
  for (const page of pages) {
    // what was read before is only looked through
    const known = moduleOf(session.attempt.record, module.number).seen.includes(page.number);
    session.attempt.visit(module.number, page.number);
    const blocks = content.pages[page.number]?.blocks ?? [];
    const seconds = page.minutes * 60 * behaviour.pace * (0.7 + 0.6 * luck.next()) * (known ? 0.05 : 1);
    const each = seconds / (blocks.length + 1);
    session.work(each);
    for (const block of blocks) {
      session.work(each);
      playBlock(player, module, content, block, each);
    }
    session.pause();
  }
}

function playBlock(player: Player, module: ModuleOutline, content: ModuleContent, block: Block, seconds: number): void {
  if (block.type === 'journal') writeIn(player, module, block);
  else if (block.type === 'evidence') depositIn(player, module, block);
  else if (block.type === 'quiz') playQuiz(player, module, content, block, seconds);
  // the questions of a quiz are asked with it
  else if (block.quiz === undefined && !done(player, module, block)) {
    answer(player, module, block, seconds);
    if (player.behaviour.retries && block.graded && !isRight(player, module, block))
      answer(player, module, block, seconds / 2);
  }
}

/** Every question asked; begun again when it was failed, as often as the behaviour has it. */
function playQuiz(player: Player, module: ModuleOutline, content: ModuleContent, quiz: Block, seconds: number): void {
  const { session, behaviour } = player;
  const best = () => moduleOf(session.attempt.record, module.number).quizzes[quiz.number]?.best;
  const isPassed = () => (best() ?? 0) >= module.masteryScore * 100;
  const ask = () => {
    for (const question of session.attempt.questionsAsked(module.number, quiz.number))
      if (Object.values(content.pages).some(({ blocks }) => blocks.includes(question)))
        answer(player, module, question, seconds / 4);
  };
  if (best() === undefined) ask();
  for (let again = 0; again < behaviour.quizAgain && !isPassed(); again += 1) {
    session.attempt.restartQuiz(module.number, quiz.number);
    ask();
  }
}

function answer(
  { session, behaviour, right, luck, clock }: Player,
  module: ModuleOutline,
  block: Block,
  seconds: number,
) {
  const well = luck.next() < right;
  const response = sampleAnswer(block, well);
  if (response === undefined) return;
  const latency = Math.max(2, Math.round(seconds * (0.5 + luck.next())));
  const sure: Certainty = behaviour.guesses ? 3 : well ? luck.among([2, 3] as const) : luck.among([1, 2] as const);
  session.attempt.answer(
    module.number,
    block.number,
    block.type === 'positioning' ? positioned(response, localDay(clock.now()), luck) : response,
    (block as Block & { certainty?: boolean }).certainty ? sure : 0,
    latency,
  );
}

/** The same scale, at the day and at the levels of this learner. */
function positioned(response: unknown, day: string, luck: Chance) {
  const [{ levels }] = response as [{ levels: ReadonlyMap<number, number> }];
  return [{ day, levels: new Map([...levels.keys()].map((item) => [item, luck.between(1, 4)])) }];
}

const done = ({ session }: Player, module: ModuleOutline, block: Block) =>
  moduleOf(session.attempt.record, module.number).answers[block.number] !== undefined &&
  (!block.graded || isRight({ session }, module, block));

const isRight = ({ session }: Pick<Player, 'session'>, module: ModuleOutline, block: Block) =>
  moduleOf(session.attempt.record, module.number).answers[block.number]?.correct === true;
