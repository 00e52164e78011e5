import type { Choice } from '../src/blocks/choice/activity.ts';
import type { WrittenBlock } from '../src/content/block-type.ts';
import type { Compiled } from '../src/content/compile.ts';
import { plainText } from '../src/content/escape.ts';
import { type Issue, quoted } from '../src/content/issue.ts';
import type { Question } from '../src/model/question.ts';

/** Share of single choices whose right option may be the longest: with three or four options, chance gives about that. */
const LONGEST_SHARE = 0.3;
/** Share of right answers that may stand at one rank. */
const RANK_SHARE = 0.45;
/** Below this number of single choices a share says nothing. */
const ENOUGH = 6;

/** What makes questions easy to guess or poor to learn from: warnings, in the order of the files. */
export function questionQuality(course: Pick<Compiled, 'written' | 'facts'>): Issue[] {
  const questions = course.written.filter(({ block }) => 'stem' in block);
  return [
    ...repeatedStems(questions),
    ...longestRight(questions),
    ...unbalancedRanks(questions),
    ...explanations(questions),
    ...doubtfulFacts(questions, course.facts),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

const at = ({ file, line }: WrittenBlock) => `${file}:${line}`;
const issue = ({ file, line }: WrittenBlock, code: string, message: string, hint: string): Issue => ({
  file,
  line,
  code,
  message,
  hint,
});
const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)}\u00a0%`;
const normal = (html: string) =>
  plainText(html)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** The later ones of questions that ask the same thing in the same words. */
function repeatedStems(questions: readonly WrittenBlock[]): Issue[] {
  const first = new Map<string, WrittenBlock>();
  return questions.flatMap((question) => {
    const stem = normal((question.block as Question).stem);
    const before = first.get(stem);
    if (!before) first.set(stem, question);
    return before && stem
      ? [
          issue(
            question,
            'question/enonce-double',
            `cet énoncé est déjà celui de ${at(before)}`,
            'Changez la situation\u00a0: une question reconnue n’apprend plus rien.',
          ),
        ]
      : [];
  });
}

interface Single {
  written: WrittenBlock;
  /** Of the right option, 0-based. */
  rank: number;
  options: number;
  longest: boolean;
}

const singles = (questions: readonly WrittenBlock[]): Single[] =>
  questions.flatMap((written) => {
    const { type, multiple, options } = written.block as Choice;
    if (type !== 'choice' || multiple) return [];
    const lengths = options.map(({ html }) => plainText(html).length);
    const rank = options.findIndex(({ right }) => right);
    const longest = lengths.every((length, other) => other === rank || length < lengths[rank]!);
    return [{ written, rank, options: options.length, longest }];
  });

function longestRight(questions: readonly WrittenBlock[]): Issue[] {
  const all = singles(questions);
  const longest = all.filter((one) => one.longest);
  if (all.length < ENOUGH || longest.length / all.length <= LONGEST_SHARE) return [];
  const count = `${longest.length} choix uniques sur ${all.length}, ${percent(longest.length, all.length)}`;
  return longest.map(({ written }) =>
    issue(
      written,
      'question/plus-longue',
      `la bonne réponse est la plus longue, comme trop souvent dans ce parcours (${count})`,
      'Raccourcissez-la, ou donnez à une erreur plausible le même soin.',
    ),
  );
}

/** Right answers too often, or never, at one rank, among questions that have as many options. */
function unbalancedRanks(questions: readonly WrittenBlock[]): Issue[] {
  const all = singles(questions);
  return [...new Set(all.map(({ options }) => options))].flatMap((options) => {
    const group = all.filter((one) => one.options === options);
    if (group.length < Math.max(ENOUGH, options * 2)) return [];
    const counts = Array.from({ length: options }, (_, rank) => group.filter((one) => one.rank === rank).length);
    const told = counts.map((count, rank) => `${rank + 1}\u00a0: ${count}`).join(', ');
    return counts.flatMap((count, rank) => {
      if (count > 0 && count / group.length <= RANK_SHARE) return [];
      const { written } = group.find((one) => one.rank === rank) ?? group[0]!;
      const what = count === 0 ? 'n’est jamais' : 'est trop souvent';
      return [
        issue(
          written,
          'question/position',
          `dans les choix uniques à ${options} options, la bonne réponse ${what} à la place ${rank + 1} (${told})`,
          'Déplacez des options\u00a0: les réponses déjà données les suivent.',
        ),
      ];
    });
  });
}

/** A graded question that explains nothing (an opinion has nothing to explain); an explanation that already served elsewhere. */
function explanations(questions: readonly WrittenBlock[]): Issue[] {
  const first = new Map<string, WrittenBlock>();
  return questions.flatMap((question) => {
    const given = explanationsOf(question.block);
    if (question.block.graded && given.every((text) => text === ''))
      return [
        issue(
          question,
          'question/sans-explication',
          'cette question n’explique rien',
          'Une réponse juste s’explique aussi\u00a0: ajoutez une ligne > sous une option, ou un paragraphe après la liste.',
        ),
      ];
    const repeated = given.find((text) => text !== '' && (first.get(text) ?? question) !== question);
    for (const text of given) if (text && !first.has(text)) first.set(text, question);
    return repeated
      ? [
          issue(
            question,
            'question/explication-reprise',
            `cette explication sert déjà en ${at(first.get(repeated)!)}\u00a0: ${quoted(shorten(repeated))}`,
            'Dites ce que ce choix-ci entraîne, dans cette situation-ci.',
          ),
        ]
      : [];
  });
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60).replace(/\s\S*$/, '')}…` : text);

/** Every `explanation`, `feedback` or `model` a block holds, at any depth. */
function explanationsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(explanationsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' && /^(?:explanation|feedback|model)$/.test(key) ? [normal(one)] : explanationsOf(one),
  );
}

/** A right answer that rests on a fact nobody has read again. `AV` is an error that `check` says too. */
function doubtfulFacts(questions: readonly WrittenBlock[], facts: Compiled['facts']): Issue[] {
  return questions.flatMap((question) =>
    question.facts.flatMap((id) => {
      const status = facts.get(id)?.status;
      if (status !== 'AV' && status !== 'NR') return [];
      return [
        issue(
          question,
          'question/fait-fragile',
          `la réponse s’appuie sur le fait ${id}, codé ${status}`,
          status === 'AV'
            ? 'Un fait à vérifier ne décide jamais d’une réponse\u00a0: vérifiez-le, ou appuyez-vous sur un autre.'
            : 'Relisez sa source avant de vous y appuyer, et changez son code.',
        ),
      ];
    }),
  );
}
