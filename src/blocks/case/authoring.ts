import * as v from 'valibot';
import type { AuthoringTools, BlockType, DirectiveNode } from '../../content/block-type.ts';
import { factIds, isDirective, type ListItem, lex, withLines } from '../../content/directive.ts';
import { escapeHtml, plainText } from '../../content/escape.ts';
import { sourceLine } from '../../content/facts.ts';
import { nearest, quoted } from '../../content/issue.ts';
import { ItemWords, questionTask, readItem, sayRepeats, staticTiles, wordsOf } from '../../content/question.ts';
import { beginning } from '../../model/beginning.ts';
import { type CaseStudy, choiceToken } from './activity.ts';

/** The node shown at every end; no choice leads to it. */
const DEBRIEFING = 'debriefing';
const MOST_NODES = 36;
const MOST_CHOICES = 6;
/** Characters: a path of several must fit in one line of a report. */
const LONGEST_ID = 40;

const ChoiceData = v.object({
  words: ItemWords,
  text: v.string(),
  target: v.pipe(
    v.string(),
    v.nonEmpty(
      'ce choix ne dit pas où il mène → Finissez sa ligne par «\u00a0=> nœud\u00a0»\u202f; si c’est une liste du texte, séparez-la des choix par une phrase.',
    ),
  ),
  consequence: v.string(),
  advised: v.boolean(),
  line: v.number(),
});
type ChoiceData = v.InferOutput<typeof ChoiceData>;

const NodeData = v.object({
  id: v.string(),
  html: v.pipe(v.string(), v.nonEmpty('ce nœud n’a pas de texte → Écrivez la situation sous son titre ####.')),
  end: v.boolean(),
  choices: v.pipe(
    v.array(ChoiceData),
    v.maxLength(MOST_CHOICES, 'plus de six choix dans ce nœud → Gardez les plus différents.'),
  ),
  line: v.number(),
});
type NodeData = v.InferOutput<typeof NodeData>;

const CaseData = v.object({
  title: v.pipe(v.string(), v.nonEmpty('ce cas n’a pas de titre → Écrivez une ligne ### Titre au début du bloc.')),
  intro: v.string(),
  nodes: v.pipe(
    v.array(NodeData),
    v.minLength(3, 'il faut au moins trois nœuds → Ouvrez chacun par une ligne #### identifiant.'),
    v.maxLength(MOST_NODES, 'plus de 36 nœuds → Partagez ce cas en deux, ou réunissez des fins.'),
  ),
  /** Id of the first node. */
  start: v.string(),
  debriefing: v.pipe(
    v.string(),
    v.nonEmpty('il manque le débriefing → Écrivez-le à la fin du bloc, sous une ligne #### debriefing.'),
  ),
  line: v.number(),
});
type CaseData = v.InferOutput<typeof CaseData>;

function read(node: DirectiveNode, tools: AuthoringTools): unknown {
  let title = '';
  let intro = '';
  const all: NodeData[] = [];
  for (const { token, line } of lex(node.body, node.line + 1)) {
    const open = all.at(-1);
    if (!isDirective(token) && token.type === 'space') continue;
    if (!isDirective(token) && token.type === 'heading') {
      const { depth, text } = token as unknown as { depth: number; text: string };
      if (depth === 4) all.push(readHeading(text, line, tools));
      else if (depth === 3 && !title && !open) title = tools.inline(text, line);
      else
        tools.issue(
          line,
          'cas/sous-titre',
          'ce titre n’a pas sa place ici',
          '### donne le titre du cas, une seule fois, au début\u202f; #### ouvre un nœud. Pour le reste, écrivez en **gras**.',
        );
    } else if (open && !isDirective(token) && token.type === 'list' && isChoices(token as unknown as List)) {
      for (const { child, line: at } of withLines(token.raw, (token as unknown as List).items, line))
        open.choices.push(readChoice(child, at, tools));
    } else if (!open) intro += tools.html(token.raw, line);
    else {
      if (open.choices.length > 0)
        tools.issue(
          line,
          'cas/apres-choix',
          'ce passage vient après les choix',
          'Placez-le avant eux, ou dans la conséquence de l’un d’eux (lignes qui commencent par >).',
        );
      open.html += tools.html(token.raw, line);
    }
  }
  const nodes = sayTwice(all, tools);
  const debriefing = nodes.get(DEBRIEFING);
  if (debriefing && debriefing.choices.length > 0)
    tools.issue(
      debriefing.choices[0]!.line,
      'cas/debriefing-choix',
      'le débriefing n’a pas de choix',
      'Il s’affiche seul après chaque fin\u00a0: mettez ces choix dans un nœud.',
    );
  nodes.delete(DEBRIEFING);
  const start = startOf(nodes, node, tools);
  for (const one of nodes.values()) sayChoices(one, tools);
  sayConsequences([...nodes.values()], tools);
  sayPaths(nodes, start, node, tools);
  return { title, intro, nodes: [...nodes.values()], start, debriefing: debriefing?.html ?? '', line: node.line };
}

interface List {
  items: ListItem[];
}

const ARROW = /\s*=(?:>|&gt;)\s*/;
/** A list of the text has no arrow; lines that begin with `>` do not count. */
const isChoices = ({ items }: List) => items.some(({ raw }) => ARROW.test(raw.split(/\n\s*>/, 1)[0]!));

/** `{fin}` after an id. */
const HEADING = /^(.*?)\s*(?:\{([^{}]*)\})?$/;

function readHeading(text: string, line: number, tools: AuthoringTools): NodeData {
  const [, written = '', mark] = HEADING.exec(text.trim()) ?? [];
  if (mark !== undefined && mark !== 'fin') sayMark(mark, 'fin', line, tools);
  const id = written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_ID);
  if (written !== id || !id)
    tools.issue(
      line,
      'cas/noeud',
      `l’identifiant de nœud ${quoted(written)} n’est pas utilisable`,
      id
        ? `Écrivez #### ${id} (des minuscules, des chiffres et des tirets, ${LONGEST_ID} signes au plus).`
        : 'Écrivez #### suivi de minuscules, de chiffres et de tirets.',
    );
  return { id, html: '', end: mark === 'fin', choices: [], line };
}

/** `{conseille}`, before the arrow or at the end of the line. */
const MARK = /\s*\{(\p{L}+)\}(?=\s*(?:=(?:>|&gt;)|$))/u;
/** The page says « Conséquence » itself. */
const LABEL = /^<p>(?:<strong>)?conséquence(?:<\/strong>)?\s*:(?:<\/strong>)?\s*(\p{L}?)/iu;

function readChoice(item: ListItem, line: number, tools: AuthoringTools): ChoiceData {
  const { html, text, feedback, inner } = readItem(item, line, tools);
  const mark = MARK.exec(text)?.[1];
  const advised = mark === 'conseille' || mark === 'conseillé';
  if (mark !== undefined && !advised) sayMark(mark, 'conseille', line, tools);
  if (inner.length > 0)
    tools.issue(
      inner[0]!.line,
      'cas/liste',
      'une liste sous un choix n’est pas montrée',
      'Mettez-la dans la conséquence\u00a0: chaque ligne commence par >.',
    );
  const parts = html.replace(MARK, '').split(ARROW);
  const target = parts.length > 1 ? plainText(parts.pop()!) : '';
  const words = parts.join(' → ');
  return {
    words,
    text: plainText(words),
    target,
    consequence: feedback.replace(LABEL, (_, first: string) => `<p>${first.toUpperCase()}`),
    advised,
    line,
  };
}

const sayMark = (mark: string, expected: string, line: number, tools: AuthoringTools) =>
  tools.issue(line, 'cas/marque', `la marque {${mark}} n’existe pas`, `Écrivez {${expected}}, ou retirez-la.`);

/** By id, each once; the debriefing among them. */
function sayTwice(all: readonly NodeData[], tools: AuthoringTools): Map<string, NodeData> {
  const nodes = new Map<string, NodeData>();
  for (const node of all) {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    else
      tools.issue(
        node.line,
        'cas/noeud-double',
        `le nœud ${quoted(node.id)} est écrit deux fois`,
        'Changez l’identifiant de l’un des deux, et les choix qui y mènent.',
      );
  }
  return nodes;
}

type Nodes = ReadonlyMap<string, NodeData>;

function unknownNode(id: string, nodes: Nodes, line: number, tools: AuthoringTools): string | undefined {
  const close = nearest(id, nodes.keys());
  tools.issue(
    line,
    'cas/cible',
    `le nœud ${quoted(id)} n’existe pas`,
    close ? `Vouliez-vous dire ${quoted(close)}\u202f?` : `Nœuds de ce cas\u00a0: ${[...nodes.keys()].join(', ')}.`,
  );
  return close;
}

function startOf(nodes: Nodes, node: DirectiveNode, tools: AuthoringTools): string {
  const [first = ''] = nodes.keys();
  const asked = node.attributes.values.get('depart');
  if (asked === undefined || nodes.has(asked)) return asked ?? first;
  return unknownNode(asked, nodes, node.line, tools) ?? first;
}

function sayChoices({ choices, end, line }: NodeData, tools: AuthoringTools): void {
  sayRepeats(
    choices.map((choice) => ({ text: choice.text, feedback: '', line: choice.line })),
    'cas',
    tools,
  );
  if (end && choices.length > 0)
    tools.issue(
      line,
      'cas/fin-choix',
      'une fin n’a pas de choix',
      'Retirez {fin} si l’histoire continue, ou retirez les choix.',
    );
  if (!end && choices.length === 0)
    tools.issue(
      line,
      'cas/impasse',
      'ce nœud ne mène nulle part',
      'Ajoutez des choix («\u00a0- mots => nœud\u00a0»), ou {fin} après son identifiant.',
    );
}

/** Where going on is the only choice, nothing needs to follow from it. */
function sayConsequences(nodes: readonly NodeData[], tools: AuthoringTools): void {
  const told = new Set<string>();
  for (const { choices } of nodes)
    for (const { consequence, line } of choices) {
      if (!consequence && choices.length > 1)
        tools.issue(
          line,
          'cas/consequence',
          'ce choix n’a pas de conséquence',
          'Ajoutez sous le choix une ligne qui commence par >\u00a0: ce qui se passe ensuite.',
        );
      if (consequence && told.has(consequence))
        tools.issue(
          line,
          'cas/consequence-double',
          'cette conséquence est celle d’un autre choix',
          'Chacun a la sienne\u00a0: dites à quoi ce choix-ci conduit.',
        );
      told.add(consequence);
    }
}

/** Where the choices lead: each to a node that exists, all nodes from the first one, an end from each. */
function sayPaths(nodes: Nodes, start: string, node: DirectiveNode, tools: AuthoringTools): void {
  const edges: [from: string, to: string][] = [];
  let whole = true;
  for (const [id, { choices }] of nodes)
    for (const { target, line } of choices) {
      if (target === DEBRIEFING) {
        tools.issue(
          line,
          'cas/cible-debriefing',
          'un choix ne mène pas au débriefing',
          'Menez-le à une fin («\u00a0#### bilan {fin}\u00a0»)\u00a0: le débriefing s’affiche après elle.',
        );
        whole = false;
      } else if (target !== '') {
        // a mistyped target is taken for the one it looks like, so that one mistake makes one issue
        const to = nodes.has(target) ? target : unknownNode(target, nodes, line, tools);
        if (to) edges.push([id, to]);
        else whole = false;
      } else whole = false;
    }
  if (!whole || nodes.size === 0) return;
  const reached = reachable([start], edges);
  const stops = [...nodes.values()].filter(({ end, choices }) => end || choices.length === 0).map(({ id }) => id);
  if (stops.length === 0) {
    tools.issue(
      node.line,
      'cas/fin',
      'ce cas n’a pas de fin',
      'Écrivez au moins un nœud de fin\u00a0: #### bilan {fin}.',
    );
    return;
  }
  const leads = reachable(
    stops,
    edges.map(([from, to]) => [to, from]),
  );
  for (const { id, line } of nodes.values()) {
    if (!reached.has(id))
      tools.issue(
        line,
        'cas/inaccessible',
        `aucun chemin ne mène de ${quoted(start)} à ce nœud`,
        `Écrivez «\u00a0=> ${id}\u00a0» à la fin d’un choix, ou retirez ce nœud.`,
      );
    if (!leads.has(id))
      tools.issue(
        line,
        'cas/boucle',
        'depuis ce nœud, aucun chemin ne mène à une fin',
        'Ajoutez, ici ou plus loin, un choix qui sort de la boucle.',
      );
  }
}

function reachable(from: readonly string[], edges: readonly (readonly [from: string, to: string])[]): Set<string> {
  const found = new Set(from);
  // a set goes on with what is added to it on the way
  for (const id of found) for (const [source, target] of edges) if (source === id) found.add(target);
  return found;
}

export const caseType: BlockType<CaseData, CaseStudy> = {
  directives: ['cas'],
  attributes: ['depart'],
  tag: 'case-study',
  letter: 'K',
  read,
  schema: CaseData,
  items: ({ nodes }) =>
    nodes.flatMap(({ id, choices }) => [`#### ${id}`, ...choices.map(({ text }) => `${id}: ${text}`)]),
  mostItems: Number.POSITIVE_INFINITY,
  fields(data, numbers, node, tools) {
    const left = [...numbers];
    const numbered = data.nodes.map((one) => ({
      ...one,
      number: left.shift()!,
      choices: one.choices.map((choice) => ({ ...choice, number: left.shift()! })),
    }));
    const numberOf = (id: string) => numbered.find((one) => one.id === id)?.number ?? 0;
    return {
      type: 'case',
      title: plainText(data.title),
      intro: data.intro,
      start: numberOf(data.start),
      nodes: numbered.map(({ number, id, html, end, choices }) => ({
        number,
        id,
        html,
        end,
        choices: choices.map(({ number: own, words, target, consequence, advised }) => ({
          number: own,
          html: words,
          target: numberOf(target),
          consequence,
          advised,
        })),
      })),
      debriefing: data.debriefing,
      sources: factIds(node.attributes.values)
        .flatMap((id) => tools.fact(id) ?? [])
        .map(sourceLine),
    };
  },
  task: ({ title }) => questionTask(escapeHtml(`Étude de cas\u00a0: ${title}`), true),
  placeholder({ title, intro, nodes, start }) {
    const first = nodes.find(({ number }) => number === start) ?? nodes[0]!;
    return `<section class="card bloc"><p class="kicker">Étude de cas</p><h2>${escapeHtml(title)}</h2>${intro ? `<div class="prompt">${intro}</div>` : ''}<div class="prompt">${first.html}</div>${staticTiles(first.choices.map(({ html }) => html))}</section>`;
  },
  key: ({ scormId, title, nodes }) => ({
    scormId,
    question: title,
    options: nodes.flatMap((node) =>
      node.end
        ? [{ token: node.id, text: `(fin) ${beginning(plainText(node.html), 100)}` }]
        : node.choices.map(({ html, target, advised }, rank) => ({
            token: choiceToken(node, rank),
            text: `${plainText(html)} → ${nodes.find(({ number }) => number === target)?.id ?? ''}${advised ? ' (conseillé)' : ''}`,
          })),
    ),
    note: 'Le rapport donne le chemin suivi\u00a0: chaque nœud, la lettre du choix qui y a été fait, puis la fin atteinte. Un long chemin est abrégé par «\u00a0…\u00a0» avant sa fin. Il n’y a pas de note.',
  }),
  words: ({ intro, nodes, debriefing }) =>
    wordsOf(
      intro,
      debriefing,
      ...nodes.flatMap(({ html, choices }) => [
        html,
        ...choices.flatMap((choice) => [choice.html, choice.consequence]),
      ]),
    ),
};
