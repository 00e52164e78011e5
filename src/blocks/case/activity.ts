import type { Block } from '../../model/course.ts';
import { itemToken } from '../../model/interaction.ts';
import type { ActivityType } from '../../runtime/activity-type.ts';

export interface CaseChoice {
  /** Lock number. */
  number: number;
  html: string;
  /** Number of the node it leads to. */
  target: number;
  /** Static HTML; '' where the only choice is to go on. */
  consequence: string;
  /** What the authors advise: said in the debriefing, never graded. */
  advised: boolean;
}

export interface CaseNode {
  /** Lock number. */
  number: number;
  /** As written: how reports name it. */
  id: string;
  html: string;
  /** An end has no choice, and only an end has none. */
  end: boolean;
  choices: readonly CaseChoice[];
}

export interface CaseStudy extends Block {
  type: 'case';
  title: string;
  /** Static HTML; '' when the author wrote none. */
  intro: string;
  /** Number of the first node. */
  start: number;
  nodes: readonly CaseNode[];
  /** Static HTML, shown at every end. */
  debriefing: string;
  /** What it rests on, already in words. */
  sources: readonly string[];
}

/** Numbers of the choices made from the first node on, in their order. */
export type CasePath = readonly number[];

export interface CaseResponse {
  path: CasePath;
  /** Numbers of the ends reached so far, in the order of their discovery. */
  ends: readonly number[];
  /** The first path that reached an end; empty before. */
  first: CasePath;
  /** The latest that did, once the learner has left its end; empty otherwise. */
  last: CasePath;
}

export const untouched: CaseResponse = { path: [], ends: [], first: [], last: [] };

export interface CaseStep {
  node: CaseNode;
  choice: CaseChoice;
}

/** The steps of a path as far as the case still has them, and the node where they lead. */
export function walk({ nodes, start }: CaseStudy, path: CasePath): { steps: readonly CaseStep[]; node: CaseNode } {
  const nodeOf = (number: number) => nodes.find((one) => one.number === number) ?? nodes[0]!;
  const steps: CaseStep[] = [];
  let node = nodeOf(start);
  for (const number of path) {
    const choice = node.choices.find((one) => one.number === number);
    if (!choice) break;
    steps.push({ node, choice });
    node = nodeOf(choice.target);
  }
  return { steps, node };
}

export const pathOf = (steps: readonly CaseStep[]): CasePath => steps.map(({ choice }) => choice.number);

/** What is kept once the present path has become this one, longer or shorter. */
export function follow(block: CaseStudy, before: CaseResponse, path: CasePath): CaseResponse {
  const { node } = walk(block, path);
  if (!node.end) return { ...before, path, last: walk(block, before.path).node.end ? before.path : before.last };
  return {
    path,
    ends: before.ends.includes(node.number) ? before.ends : [...before.ends, node.number],
    first: before.first.length > 0 ? before.first : path,
    last: [],
  };
}

/** What the tightest standard keeps of one text (SCORM 2004 4th RTE 4.2.9.1), in characters. */
const LONGEST = 250;
const TO = ' > ';

export const choiceToken = ({ id }: CaseNode, rank: number) => `${id}.${itemToken(rank + 1)}`;

/** `commission.b > dossiers.a > bilan-prudent`; too long, it keeps its beginning and where it leads. */
function inWords(block: CaseStudy, path: CasePath): string {
  const { steps, node } = walk(block, path);
  const tokens = steps.map((step) => choiceToken(step.node, step.node.choices.indexOf(step.choice)));
  const whole = [...tokens, node.id].join(TO);
  if (whole.length <= LONGEST) return whole;
  const kept = ['…', node.id];
  for (const [rank, token] of tokens.entries()) {
    kept.splice(rank, 0, token);
    if (kept.join(TO).length > LONGEST) {
      kept.splice(rank, 1);
      break;
    }
  }
  return kept.join(TO);
}

const counted = (numbers: readonly number[]) => [numbers.length, ...numbers];

export const caseStudy = {
  encode: ({ path, ends, first, last }) => [path, ends, first, last].flatMap(counted),
  decode(code, block) {
    const lists: CasePath[] = [];
    for (let at = 0; at < code.length; at += code[at]! + 1) lists.push(code.slice(at + 1, at + 1 + code[at]!));
    const [path = [], ends = [], first = [], last = []] = lists;
    const known = (numbers: CasePath) => {
      const { steps, node } = walk(block, numbers);
      return { path: pathOf(steps), whole: node.end ? pathOf(steps) : [] };
    };
    return {
      path: known(path).path,
      ends: ends.filter((number) => block.nodes.some((node) => node.end && node.number === number)),
      first: known(first).whole,
      last: known(last).whole,
    };
  },
  /** At an end: each try that is told is a path walked to its end. */
  complete: (block, { path }) => walk(block, path).node.end,
  interaction: (block, { path, last, first }) => ({
    type: 'fill-in',
    // told again while the learner explores: the path told before is still the one
    response: [inWords(block, [path, last, first].find((one) => walk(block, one).node.end) ?? path)],
  }),
} satisfies ActivityType<CaseStudy, CaseResponse>;
