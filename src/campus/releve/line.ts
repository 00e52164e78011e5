import { html } from 'hono/html';
import { at, textAt } from '../../xapi/loose.ts';
import { joint, sentenceOf } from '../../xapi/sentences.ts';
import { whenWords } from '../../xapi/time-words.ts';
import { agentName } from '../lrs/mentions.ts';
import type { StoredStatement } from '../lrs/statement.ts';
import type { Html } from '../pages/page.ts';
import { addressOf, type Filter } from './filter.ts';

/** « dimanche 22 novembre 2026 » and « 10 h 05 ». */
export function dayAndTime(statement: StoredStatement): readonly [day: string, time: string] {
  const [day = '', time = ''] = whenWords(statement.timestamp).split(' à ');
  return [day, time];
}

/** One statement as a sentence; learner and activity lead to all that is about them. */
export function lineOf(
  statement: StoredStatement,
  filter: Filter,
  nameOf: (actor: unknown) => string | undefined,
): Html {
  const { who, did, what, result } = sentenceOf(statement, nameOf);
  const [day, time] = dayAndTime(statement);
  const learner = agentName(statement.actor);
  const activity = activityIn(statement);
  const data = `/releve/${statement.id}.json`;
  return html`
    <li class="line">
      <time datetime="${statement.timestamp}">${time}</time>
      <div class="said">
        <p><strong>${learner === undefined ? who : linked({ ...filter, learner }, who)}</strong> ${did}
          ${activity === undefined ? what : linked({ ...filter, activity }, what)}${result === undefined ? '' : resultHtml(statement, result)}</p>
        <details class="data" data-from="${data}">
          <summary>Données<span class="vh"> de l’énoncé\u00a0: ${who} ${did} ${what}, ${day} à ${time}</span></summary>
          <p><a href="${data}">Ouvrir l’énoncé (JSON)</a></p>
        </details>
      </div>
    </li>`;
}

const linked = (filter: Filter, words: string) => html`<a href="${addressOf('/releve', filter)}">${words}</a>`;

/** Undefined when the object is someone, or another statement. */
function activityIn({ object }: StoredStatement): string | undefined {
  const type = at(object, 'objectType');
  return type === undefined || type === 'Activity' ? textAt(object, 'id') : undefined;
}

/** The verdict or the score stands out, what was answered does not. Colour never says it alone: the words do. */
function resultHtml({ result }: StoredStatement, words: string): Html {
  const success = at(result, 'success');
  const [, verdict = words, answer = ''] = (typeof success === 'boolean' && /^([^(]+)( \(.+)$/s.exec(words)) || [];
  const tone =
    typeof success === 'boolean' ? (success ? 'verdict verdict--right' : 'verdict verdict--wrong') : 'verdict';
  const said =
    typeof success !== 'boolean' && at(result, 'score') === undefined
      ? verdict
      : html`<span class="${tone}">${verdict}</span>`;
  return html`${joint(words)}${said}${answer}`;
}
