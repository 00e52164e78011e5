import type { Choice } from '../src/blocks/choice/activity.ts';
import type { WrittenBlock } from '../src/content/block-type.ts';
import type { Compiled } from '../src/content/compile.ts';
import { plainText } from '../src/content/escape.ts';
import { type Issue, quoted } from '../src/content/issue.ts';
import { beginning } from '../src/model/beginning.ts';
import type { Question } from '../src/model/question.ts';

/** Share of single choices whose right option may be the longest: with three or four options, chance gives about that. */
const LONGEST_SHARE = 0.3;
/** Of those whose right option may be the shortest. */
const SHORTEST_SHARE = 0.35;
/** Of those whose right option may be where the others cross: who writes it first makes errors by changing a word of it. */
const CROSSED_SHARE = 0.45;
/** Share of right answers that may stand at one rank. */
const RANK_SHARE = 0.45;
/** Below this number of single choices a share says nothing. */
const ENOUGH = 6;

/** What makes questions easy to guess or poor to learn from: warnings, in the order of the files. */
export function questionQuality(course: Pick<Compiled, 'written' | 'facts'>): Issue[] {
  const questions = course.written.filter(({ block }) => 'stem' in block);
  return [
    ...repeatedStems(questions),
    ...betrayed(questions),
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

/** What the form of a single choice says of its right option. */
interface Single {
  written: WrittenBlock;
  /** Of the right option, 0-based. */
  rank: number;
  options: number;
  longest: boolean;
  shortest: boolean;
  /** It shares more words with the others than any of them does. */
  crossed: boolean;
}

const singles = (questions: readonly WrittenBlock[]): Single[] =>
  questions.flatMap((written) => {
    const { type, multiple, options } = written.block as Choice;
    if (type !== 'choice' || multiple) return [];
    const rank = options.findIndex(({ right }) => right);
    const isMost = (measures: readonly number[]) =>
      measures.every((measure, other) => other === rank || measure < measures[rank]!);
    const lengths = options.map(({ html }) => plainText(html).length);
    return [
      {
        written,
        rank,
        options: options.length,
        longest: isMost(lengths),
        shortest: isMost(lengths.map((length) => -length)),
        crossed: options.length > 2 && isMost(likenesses(options.map(({ html }) => normal(html)))),
      },
    ];
  });

/** How much of its words each text has in common with the others: 0 for nothing. */
function likenesses(texts: readonly string[]): number[] {
  const words = texts.map(
    (text) => new Set(text.split(' ').flatMap((word) => (word.length > 3 ? word.slice(0, 6) : []))),
  );
  return words.map((own, rank) =>
    words.reduce((sum, other, at) => {
      if (at === rank) return sum;
      const common = [...own].filter((word) => other.has(word)).length;
      return sum + common / Math.max(1, own.size + other.size - common);
    }, 0),
  );
}

/** Right options that their form gives away more often than chance would. */
function betrayed(questions: readonly WrittenBlock[]): Issue[] {
  const all = singles(questions);
  const tooOften = (those: readonly Single[], share: number, code: string, what: string, hint: string): Issue[] => {
    if (all.length < ENOUGH || those.length / all.length <= share) return [];
    const count = `${those.length} choix uniques sur ${all.length}, ${percent(those.length, all.length)}`;
    return those.map(({ written }) =>
      issue(written, code, `la bonne réponse ${what}, comme trop souvent dans ce parcours (${count})`, hint),
    );
  };
  return [
    ...tooOften(
      all.filter((one) => one.longest),
      LONGEST_SHARE,
      'question/plus-longue',
      'est la plus longue',
      'Raccourcissez-la, ou donnez à une erreur plausible le même soin.',
    ),
    ...tooOften(
      all.filter((one) => one.shortest),
      SHORTEST_SHARE,
      'question/plus-courte',
      'est la plus courte',
      'Raccourcissez une erreur plausible, ou dites dans la bonne réponse ce qui la rend bonne.',
    ),
    ...tooOften(
      all.filter((one) => one.crossed),
      CROSSED_SHARE,
      'question/mots-communs',
      'est celle qui partage le plus de mots avec les autres',
      'Écrivez une erreur d’après une autre erreur, et non d’après la bonne réponse : qui ne sait rien choisit ce que les options ont en commun.',
    ),
  ];
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
            `cette explication sert déjà en ${at(first.get(repeated)!)}\u00a0: ${quoted(beginning(repeated, 60))}`,
            'Dites ce que ce choix-ci entraîne, dans cette situation-ci.',
          ),
        ]
      : [];
  });
}

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
