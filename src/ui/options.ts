import { html, nothing } from 'lit';
import type { OptionQuestion, OptionResponse } from '../model/options.ts';
import type { QuestionOption } from '../model/question.ts';
import { markup } from './block-element.ts';
import { t } from './messages.ts';
import { Missing, verdict, why } from './question.ts';

/** The controls of a question answered by choosing among options. */
export const OPTION_CONTROL = '.tiles input';

/** What was chosen in the fields of this name, or that nothing was. */
export function readOptions(form: FormData, name: string, multiple: boolean): OptionResponse | Missing {
  const chosen = form.getAll(name).map(Number);
  if (chosen.length > 0) return chosen;
  return new Missing(t(multiple ? 'answer.missingSeveral' : 'answer.missing'), OPTION_CONTROL);
}

/** An option once answered; `label` is what it says. */
export function answeredOption(
  { right }: QuestionOption,
  { chosen, multiple, id, label }: { chosen: boolean; multiple: boolean; id: string; label: unknown },
) {
  const look = right ? 'tile--ok' : chosen ? 'tile--ko' : 'tile--off';
  return html`<label class="tile tile--done ${look}" for=${id}>
    <input type=${multiple ? 'checkbox' : 'radio'} id=${id} ?checked=${chosen} disabled />
    <span>${label}${mark(right, chosen, multiple)}</span></label>`;
}

function mark(right: boolean, chosen: boolean, multiple: boolean) {
  if (!right && !chosen) return nothing;
  const words = chosen ? t('answer.yours') : t(multiple ? 'answer.missed' : 'answer.expected');
  return verdict(right, right && chosen ? `${words} · ${t('answer.expected').toLowerCase()}` : words);
}

/** Right ones chosen, among the right ones; a single choice is all or nothing. */
export function partlyRight({ multiple, options }: OptionQuestion, given: OptionResponse) {
  const rights = options.filter(({ right }) => right);
  return {
    right: multiple ? rights.filter(({ number }) => given.includes(number)).length : 0,
    total: rights.length,
  };
}

/** Of several, what was chosen and what was missed; of one, the chosen one alone. */
const concerned = ({ multiple, options }: OptionQuestion, given: OptionResponse) =>
  options.filter(({ number, right }) => given.includes(number) || (multiple && right));

export const explainOptions = (block: OptionQuestion, given: OptionResponse) =>
  block.multiple
    ? why(concerned(block, given))
    : concerned(block, given).map(({ feedback }) => html`<div>${markup(feedback)}</div>`);

export function otherOptions(block: OptionQuestion, given: OptionResponse) {
  const others = block.options.filter((option) => !concerned(block, given).includes(option));
  return others.length > 0 ? html`<details><summary>${t('answer.others')}</summary>${why(others)}</details>` : nothing;
}
