import { codeOfPairs } from '../../src/model/code.ts';
import { deflate } from '../../src/runtime/deflate.ts';
import { type AnswerRecord, emptyRecord, type ModuleRecord, type Slot } from '../../src/runtime/record.ts';
import { encodeResume } from '../../src/runtime/resume.ts';

/** The same numbers at each run; 0 to 1, excluded. */
function chance() {
  let seed = 20_261_122;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = chance();
const below = (count: number) => Math.floor(random() * count);
const pairs = (count: number, targets: number) =>
  codeOfPairs(Array.from({ length: count }, (_, rank) => [rank + 1, 1 + below(targets)] as const));

/** What each closed kind of question keeps of an answer, of the size it has in a real module, by chance. */
const CODES: readonly (() => readonly number[])[] = [
  () => [2 ** below(4)], // choix-unique, four options
  () => [2 ** below(4)],
  () => [2 ** below(4)],
  () => [1 + below(31)], // choix-multiple, five options
  () => [below(16), 15], // vrai-faux, four statements
  () => pairs(4, 5), // association, four lines and one target too many
  () => pairs(6, 3), // classement, six items in three categories
  () => [1, 2, 3, 4, 5].sort(() => random() - 0.5), // ordre, five steps
  () => [3, 2 + below(3), 11, 6 + below(3)], // texte-a-trous, two lists
  () => [below(2), below(4_000)], // reponse-numerique
  () => [2 ** below(4)], // reponse-zone
];

/**
 * Length of the resume string, in characters, of a learner who did all of a nine-module course: in each, twenty
 * questions of every closed kind in turn, a quiz done twice, and two self-positionings on three competencies. One
 * answer in four was wrong first; one question in three asked for certainty. What is typed is free text, left out.
 */
export function nineModules(): number {
  const record: Record<number, ModuleRecord> = {};
  const slots: Slot[] = [];
  for (let module = 1; module <= 9; module += 1) {
    const answers: Record<number, AnswerRecord> = {};
    for (let block = 1; block <= 22; block += 1) {
      answers[block] = block === 1 || block === 22 ? rated() : answered(CODES[(block + module) % CODES.length]!);
      slots.push({ module, block });
      if (answers[block]!.first) slots.push({ module, block });
    }
    slots.push({ module, block: 0 });
    record[module] = {
      seen: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      seconds: 7_000 + below(4_000),
      finishedOn: `2027-0${module}-1${below(10)}`,
      answers,
      texts: {},
      others: {},
      versions: {},
      quizzes: { 23: { tries: 2, first: 40 + below(40), best: 80 + below(20), drawn: [14, 15, 16, 18, 19, 20, 21] } },
    };
  }
  const whole = {
    ...emptyRecord,
    counter: 900,
    status: 'completed' as const,
    score: 88,
    key: 'hNPGM2ScSluVRg124_IGpQ',
    location: { module: 9, page: 9, block: 12 },
    slots,
    objectives: Array.from({ length: 27 }, (_, rank) => rank + 1),
    modules: record,
  };
  return encodeResume(whole, deflate).data.length;
}

const rated = (): AnswerRecord => ({
  code: pairs(3, 5).map((code) => code % 64),
  attempts: 1,
  certainty: 0,
  correct: false,
  passed: false,
});

function answered(code: () => readonly number[]): AnswerRecord {
  const certainty = random() < 1 / 3 ? ([1, 2, 3] as const)[below(3)]! : 0;
  const again = random() < 1 / 4;
  return {
    code: code(),
    attempts: again ? 2 : 1,
    certainty,
    correct: true,
    passed: false,
    ...(again && { first: { code: code(), correct: false, certainty } }),
  };
}
