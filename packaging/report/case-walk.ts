import type { CaseStudy } from '../../src/blocks/case/activity.ts';
import { wordsOf } from '../../src/content/question.ts';

/** What one way through a case asks, on average. */
export interface CaseWalk {
  /** Words read: the nodes met, all their choices, the consequence of those taken. */
  words: number;
  /** Nodes where there was something to decide. */
  decisions: number;
}

/** The mean of all ways from the first node to an end, each choice as likely as its neighbours. */
export function meanWalk({ intro, nodes, start, debriefing }: CaseStudy): CaseWalk {
  const known = new Map<string, CaseWalk>();
  // a way that loops is followed for twice as many steps as there are nodes: what is left weighs next to nothing
  const from = (number: number, steps: number): CaseWalk => {
    const node = nodes.find((one) => one.number === number);
    if (!node) return { words: 0, decisions: 0 };
    const key = `${number} ${steps}`;
    const before = known.get(key);
    if (before) return before;
    const own = wordsOf(node.html, ...node.choices.map(({ html }) => html));
    const next = steps === 0 ? [] : node.choices.map((choice) => ({ choice, rest: from(choice.target, steps - 1) }));
    const mean = (value: (one: (typeof next)[number]) => number) =>
      next.reduce((sum, one) => sum + value(one), 0) / Math.max(1, next.length);
    const walk = {
      words: own + mean(({ choice, rest }) => wordsOf(choice.consequence) + rest.words),
      decisions: Number(node.choices.length > 1) + mean(({ rest }) => rest.decisions),
    };
    known.set(key, walk);
    return walk;
  };
  const { words, decisions } = from(start, nodes.length * 2);
  return { words: words + wordsOf(intro, debriefing), decisions };
}
