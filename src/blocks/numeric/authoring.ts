import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { plainText } from '../../content/escape.ts';
import { quoted } from '../../content/issue.ts';
import {
  QUESTION_ATTRIBUTES,
  questionFields,
  questionPlaceholder,
  questionTask,
  readQuestion,
  Stem,
  sayUnboxed,
  wordsOf,
} from '../../content/question.ts';
import { millionths, readNumber, rounded, writeNumber } from '../../model/french-number.ts';
import { decimal } from '../../model/interaction.ts';
import type { Numeric } from './activity.ts';

const Value = v.pipe(
  v.object({
    value: v.union([v.number(), v.nan()]),
    written: v.string(),
    right: v.boolean(),
    feedback: v.string(),
    line: v.number(),
  }),
  v.forward(
    v.check(
      ({ value }) => !Number.isNaN(value),
      ({ input: { written } }) =>
        `${written ? `${quoted(written)} ne se lit pas comme un nombre` : 'cette ligne n’est pas un nombre seul'} → Écrivez un nombre seul, d’un milliard au plus\u00a0: - [x] 12,5, ou - [x] -3.`,
    ),
    ['value'],
  ),
  v.forward(
    v.check(
      ({ right, feedback }) => right || feedback !== '',
      'il manque l’explication de cette erreur → Ajoutez dessous une ligne qui commence par > et dit d’où elle vient.',
    ),
    ['feedback'],
  ),
);

const NumericData = v.object({
  stem: Stem,
  values: v.pipe(
    v.array(Value),
    v.check(
      (values) => values.some(({ right }) => right),
      'il manque la valeur attendue → Écrivez-la en liste\u00a0: - [x] 12,5.',
    ),
    v.check(
      (values) => values.filter(({ right }) => right).length <= 1,
      'plusieurs valeurs sont cochées → N’en cochez qu’une, et dites de combien on peut s’en écarter\u00a0: tolerance="0,5".',
    ),
  ),
  tolerance: v.object({ amount: v.number(), percent: v.boolean() }),
  unit: v.string(),
  explanation: v.string(),
  line: v.number(),
});
type NumericData = v.InferOutput<typeof NumericData>;

const marginOf = ({ tolerance, values }: Pick<NumericData, 'tolerance' | 'values'>) => {
  const expected = values.find(({ right }) => right)?.value ?? 0;
  return rounded(tolerance.percent ? (Math.abs(expected) * tolerance.amount) / 100 : tolerance.amount);
};

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  const { items, ...rest } = readQuestion(node, tools);
  sayUnboxed(items, node.name, tools);
  const unit = tools.text(node.attributes.values.get('unite') ?? '', node.line);
  const tolerance = readTolerance(node, tools);
  const values = items.map(({ html, text, checked, feedback, line }) => {
    // a dash set apart from its number makes a list of it, and the sign would be lost
    const written = html.includes('<') ? '' : text;
    return { value: readNumber(written, unit) ?? Number.NaN, written, right: checked ?? false, feedback, line };
  });
  const expected = values.find(({ right }) => right)?.value ?? Number.NaN;
  const margin = millionths(marginOf({ tolerance, values }));
  values.forEach(({ value, right, line }, rank) => {
    if (values.slice(0, rank).some((other) => other.value === value))
      tools.issue(
        line,
        `${node.name}/double`,
        'cette valeur est écrite deux fois',
        'Changez ou retirez l’une des deux.',
      );
    else if (!right && Math.abs(millionths(value) - millionths(expected)) <= margin)
      tools.issue(
        line,
        `${node.name}/dans-tolerance`,
        `${quoted(writeNumber(value))} compterait comme juste\u00a0: c’est dans la tolérance`,
        'Réduisez la tolérance, ou retirez cette ligne.',
      );
  });
  return { values, tolerance, unit, ...rest };
}

/** `tolerance="0,5"`, or `tolerance="5 %"` of the expected value. */
function readTolerance(node: DirectiveNode, tools: AuthoringTools): NumericData['tolerance'] {
  const written = node.attributes.values.get('tolerance');
  if (written === undefined) return { amount: 0, percent: false };
  const percent = /%\s*$/.test(written);
  const amount = readNumber(written.replace(/%\s*$/, ''), node.attributes.values.get('unite') || undefined);
  if (amount !== undefined && amount >= 0) return { amount, percent };
  tools.issue(
    node.line,
    `${node.name}/tolerance`,
    amount === undefined
      ? `la tolérance ${quoted(written)} ne se lit pas comme un nombre`
      : `la tolérance ${quoted(written)} est négative`,
    'Écrivez tolerance="0,5", ou tolerance="5 %" pour une part de la valeur attendue.',
  );
  return { amount: 0, percent: false };
}

export const numericType: BlockType<NumericData, Numeric> = {
  directives: ['reponse-numerique'],
  attributes: [...QUESTION_ATTRIBUTES, 'tolerance', 'unite'],
  tag: 'numeric-question',
  letter: 'Q',
  read,
  schema: NumericData,
  fields(data, _numbers, node, tools) {
    const { amount, percent } = data.tolerance;
    const { value, feedback } = data.values.find(({ right }) => right)!;
    return {
      type: 'numeric',
      ...questionFields(data, node, tools),
      expected: value,
      tolerance: marginOf(data),
      margin: amount === 0 ? '' : writeNumber(amount, percent ? '%' : ''),
      unit: data.unit,
      feedback,
      errors: data.values.flatMap((one) => (one.right ? [] : [{ value: one.value, feedback: one.feedback }])),
    };
  },
  task: ({ stem }) => questionTask(stem),
  placeholder: ({ stem }) => questionPlaceholder(stem, ''),
  key: ({ scormId, stem, expected, margin, unit, errors }) => ({
    scormId,
    question: plainText(stem),
    options: [
      { token: decimal(expected), text: writeNumber(expected, unit), right: true },
      ...errors.map(({ value, feedback }) => ({ token: decimal(value), text: plainText(feedback), right: false })),
    ],
    ...(margin && { note: `Juste à ${margin} près.` }),
  }),
  words: ({ stem, explanation, feedback, errors }) =>
    wordsOf(stem, explanation, feedback, ...errors.map((error) => error.feedback)),
};
