import {
  competencyActivity,
  lessonActivity,
  moduleActivity,
  moduleIn,
  noteActivity,
  questionActivity,
  type Setting,
} from '../xapi/cmi-activities.ts';
import { xapiPattern, xapiResponse } from '../xapi/interaction.ts';
import { plainWords, shortName } from '../xapi/plain-words.ts';
import { lasting, tell } from '../xapi/speaker.ts';
import type { Activity, Learner, Result, Statement } from '../xapi/statement.ts';
import { extension, PROGRESS, SESSION, type VERBS } from '../xapi/vocabulary.ts';
import type { ContextTemplate } from './cmi5-start.ts';
import type { LaunchActor } from './lrs-query.ts';
import type { Answer, ModuleReached, Visit } from './tracker.ts';

/** Who speaks in this launch, and of what. */
export interface Speech extends Setting {
  actor: LaunchActor;
  registration: string;
  session: string;
  /** Added whole to each statement (cmi5 10.2.1); absent in another kind of launch. */
  template?: ContextTemplate;
  /** No statement is dated before (cmi5 9.3: a session begins with its `initialized`); absent where any date may be. */
  notBefore?: Date;
}

/** A statement with an identifier and a date of its own, both made when the fact happened. */
export interface Dated {
  id: string;
  at: Date;
}

type Said = Parameters<typeof tell>[4] & { category?: readonly Activity[] };

/** The one way statements are made here: xAPI's form, then the platform's own context on it. */
export function speak(
  speech: Speech,
  { id, at }: Dated,
  verb: keyof typeof VERBS,
  object: Statement['object'],
  { category, ...said }: Said = {},
): Statement {
  const { actor, template, notBefore, ...setting } = speech;
  const since = notBefore && notBefore > at ? notBefore : at;
  const launch = { ...setting, learner: actor as Learner, at: since, known: () => false };
  return inTemplate(tell(launch, id, verb, object, said), {
    ...(template ?? {}),
    contextActivities: {
      ...template?.contextActivities,
      ...(category && { category: [...(template?.contextActivities?.category ?? []), ...category] }),
    },
  });
}

/** The platform's context, neither removed nor changed, and ours beside it (cmi5 10.2.1). */
export function inTemplate(statement: Statement, template: ContextTemplate): Statement {
  const { contextActivities = {}, extensions = {}, ...rest } = template;
  const { context } = statement;
  const ours = (context.contextActivities ?? {}) as Record<string, readonly Activity[]>;
  const kinds = [...new Set([...Object.keys(ours), ...Object.keys(contextActivities)])];
  const activities = Object.fromEntries(
    kinds.flatMap((kind) => {
      const theirs = (contextActivities[kind] ?? []) as readonly Activity[];
      const added = (ours[kind] ?? []).filter(({ id }) => !theirs.some((one) => one.id === id));
      const all = [...theirs, ...added];
      return all.length > 0 ? [[kind, all]] : [];
    }),
  );
  return {
    ...statement,
    context: {
      ...context,
      ...rest,
      contextActivities: activities,
      extensions: { ...context.extensions, ...extensions },
    },
  };
}

/** A statement of an earlier session, told in this one: with this context, and not dated before it. */
export function inSession({ template = {}, notBefore, session }: Speech, statement: Statement): Statement {
  const since =
    notBefore && notBefore.toISOString() > statement.timestamp ? notBefore.toISOString() : statement.timestamp;
  const { context } = statement;
  const extensions = { ...context.extensions, [SESSION]: session };
  return inTemplate({ ...statement, timestamp: since, context: { ...context, extensions } }, template);
}

/** A page was opened. */
export const visited = (speech: Speech, dated: Dated, { address }: Visit): Statement =>
  speak(speech, dated, 'experienced', lessonActivity(speech, address), { parent: moduleOf(speech, address) });

/** `m1/se-situer` → its module. */
const moduleOf = (speech: Speech, address: string) => moduleActivity(speech, address.split('/')[0]);

/** With what the page calls this block, or else what the block asks. */
function naming(speech: Speech, { identifier, name, asks }: Answer): Speech {
  const question = shortName(name ?? plainWords(asks ?? ''));
  return question ? { ...speech, names: new Map([[identifier, { question }]]) } : speech;
}

/** A question was answered. */
export function answered(speech: Speech, dated: Dated, answer: Answer): Statement {
  const { identifier, interaction, result, score, certainty, objectives, latency } = answer;
  const said: Result = {
    ...(score !== undefined && { score: { scaled: score } }),
    ...(result !== 'neutral' && { success: result === 'correct' }),
    response: xapiResponse(interaction),
    ...lasting(latency),
    ...(certainty && { extensions: { [extension('certainty')]: certainty } }),
  };
  const question = questionActivity(naming(speech, answer), {
    id: identifier,
    type: interaction.type,
    patterns: xapiPattern(interaction) ?? [],
  });
  return speak(speech, dated, 'answered', question, {
    result: said,
    parent: moduleActivity(speech, moduleIn(identifier)),
    other: objectives.map((code) => competencyActivity(speech, code)),
  });
}

/** A text that the learner chose to show, as it is shown. */
export function shared(speech: Speech, dated: Dated, answer: Answer): Statement {
  const { identifier, interaction } = answer;
  return speak(speech, dated, 'shared', noteActivity(naming(speech, answer), identifier), {
    result: { response: xapiResponse(interaction) },
    parent: moduleActivity(speech, moduleIn(identifier)),
  });
}

/** What was shown before is no longer to be read. */
export const voided = (speech: Speech, dated: Dated, { identifier }: Answer, statement: string): Statement =>
  speak(
    speech,
    dated,
    'voided',
    { objectType: 'StatementRef', id: statement },
    {
      other: [noteActivity(speech, identifier)],
    },
  );

/** How far a module is, a whole number under 100. */
export const progressed = (speech: Speech, dated: Dated, { id, percent }: ModuleReached): Statement =>
  speak(speech, dated, 'progressed', moduleActivity(speech, id), { result: { extensions: { [PROGRESS]: percent } } });

/** The best result of a final quiz has risen. */
export const scored = (speech: Speech, dated: Dated, { id, best = 0 }: ModuleReached): Statement =>
  speak(speech, dated, 'scored', moduleActivity(speech, id), { result: { score: scoreOf(best) } });

/** `best` from 0 to 100. */
export const scoreOf = (best: number) => ({ scaled: best / 100, raw: best, min: 0, max: 100 });
