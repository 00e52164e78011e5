import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, issuesOf } from '../../../tests/content/block-of.ts';
import { courseWith } from '../../../tests/content/course-files.ts';
import { expectGrammar, testActivity } from '../../../tests/contract/activity.ts';
import { compileCourse } from '../../content/compile.ts';
import { plainText } from '../../content/escape.ts';
import { formatIssue } from '../../content/issue.ts';
import { writeLock } from '../../content/lock.ts';
import { pathTo, sampleAnswer } from '../../player/sample-answers.ts';
import { vocabulary } from '../authoring.ts';
import {
  type CasePath,
  type CaseResponse,
  type CaseStudy,
  caseStudy,
  follow,
  pathOf,
  untouched,
  walk,
} from './activity.ts';
import { caseType } from './authoring.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const file = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** A node is its choices' targets, by rank; an end has none. Ids of 40 characters, the longest allowed. */
const block = (nodes: readonly (readonly number[])[]): CaseStudy => {
  const numberOf = (rank: number) => nodes.length * 7 - rank;
  return {
    type: 'case',
    id: 'c',
    number: 1,
    scormId: 'M1_K01_c_1',
    competencies: [],
    title: '',
    intro: '',
    start: numberOf(0),
    nodes: nodes.map((targets, rank) => ({
      number: numberOf(rank),
      id: `noeud-${rank}`.padEnd(40, '-x'),
      html: '',
      end: targets.length === 0,
      choices: targets.map((target, choice) => ({
        number: rank * 6 + choice + 1,
        html: '',
        target: numberOf(target),
        consequence: '',
        advised: false,
      })),
    })),
    debriefing: '',
    sources: [],
  };
};

/** Every node leads on to the next, and by its other choices anywhere: an end can always be reached. */
const cases = fc
  .integer({ min: 3, max: 36 })
  .chain((size) =>
    fc
      .array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 5 }), { minLength: size - 1, maxLength: size - 1 })
      .map((others) => block([...others.map((targets, rank) => [rank + 1, ...targets]), []])),
  );

/** A walk by these ranks of choices, until an end. */
const walked = (one: CaseStudy, ranks: readonly number[]): CasePath =>
  ranks.reduce<CasePath>((path, rank) => {
    const { choices } = walk(one, path).node;
    return choices.length > 0 ? path.concat(choices[rank % choices.length]!.number) : path;
  }, []);

/** What a learner may come to: some walks, each left at any step for the next. */
const responses = (one: CaseStudy) =>
  fc
    .array(fc.array(fc.nat({ max: 5 }), { maxLength: 60 }), { maxLength: 5 })
    .map((walks) => walks.reduce((before, ranks) => follow(one, before, walked(one, ranks)), untouched));

describe('whatever is written', () => {
  testActivity<CaseStudy, CaseResponse>({ type: caseStudy, block: cases, response: responses });

  test('a path told again while another is explored fits too, and names where it led', () => {
    fc.assert(
      fc.property(
        cases.chain((one) => fc.tuple(fc.constant(one), responses(one))),
        ([one, given]) => {
          const interaction = caseStudy.interaction(one, given);
          expectGrammar(interaction);
          const [told = ''] = interaction.response;
          expect(told.length).toBeLessThanOrEqual(250);
          const { node } = walk(one, given.ends.length > 0 && given.last.length > 0 ? given.last : given.path);
          expect(told.endsWith(node.id)).toBe(true);
        },
      ),
    );
  });
});

// 0 → 1 or 2; 1 → 3 (end) or back to 0; 2 → 4 (end)
const small = block([[1, 2], [3, 0], [4], [], []]);
const [a, b, c, back, d] = [1, 2, 7, 8, 13];
const END = { good: small.nodes[3]!.number, other: small.nodes[4]!.number };

test('an answer is whole only where the present path stands at an end; the ends found stay', () => {
  const first = follow(small, follow(small, untouched, [a]), [a, c]);
  expect(first).toEqual({ path: [a, c], ends: [END.good], first: [a, c], last: [] });
  expect([[], [a], [a, c]].map((path) => caseStudy.complete(small, { ...untouched, path }))).toEqual([
    false,
    false,
    true,
  ]);
  const left = follow(small, first, [a]);
  expect(left).toEqual({ path: [a], ends: [END.good], first: [a, c], last: [a, c] });
  const second = follow(small, follow(small, left, []), [b, d]);
  expect(second).toEqual({ path: [b, d], ends: [END.good, END.other], first: [a, c], last: [] });
  expect(follow(small, second, [b]).last).toEqual([b, d]);
  expect(follow(small, second, [a, c]).ends).toEqual([END.good, END.other]);
});

test('a loop may be walked again', () => {
  expect(walk(small, [a, back, a, back, b, d]).node.number).toBe(END.other);
});

test('a path stops where the case no longer has its choice; what no longer ends is left out', () => {
  const code = caseStudy.encode(follow(small, follow(small, follow(small, untouched, [a, c]), []), [b, d]));
  expect(caseStudy.decode(code, small).first).toEqual([a, c]);
  const without = block([[1, 2], [3], [], [], []]);
  expect(caseStudy.decode(code, without)).toEqual({
    path: [b],
    ends: [without.nodes[3]!.number, without.nodes[4]!.number],
    first: [a, c],
    last: [],
  });
  expect(caseStudy.decode([], small)).toEqual(untouched);
  expect(caseStudy.decode([9, a], small)).toEqual({ ...untouched, path: [a] });
});

const story = ({
  title = '### Un cas',
  nodes = '#### depart\nQue faire ?\n\n- Agir {conseille} => suite\n  > Conséquence : on avance.\n- Attendre => tard\n  > Rien ne bouge.\n',
  rest = '#### suite\nLa suite.\n\n- Continuer => tard\n\n#### tard {fin}\nC’est fini.\n',
  debriefing = '#### debriefing\nCe qu’il fallait voir.\n',
} = {}) => `${title}\n\n${nodes}\n${rest}\n${debriefing}`;
const source = (body: string, attributes = '') => `:::cas{id=essai${attributes}}\n${body}:::\n`;

test('nodes, choices with what follows, a passage, an end and the debriefing', () => {
  const read = blockOf(source(story({ title: '### Un *cas*\n\nUn chapeau.' }), ' faits=FA-1')) as CaseStudy;
  expect(read).toMatchObject({
    title: 'Un cas',
    intro: '<p>Un chapeau.</p>\n',
    debriefing: '<p>Ce qu’il fallait voir.</p>\n',
    start: 1,
  });
  expect(read.sources).toHaveLength(1);
  expect(read.nodes.map(({ id, end, choices }) => [id, end, choices.length])).toEqual([
    ['depart', false, 2],
    ['suite', false, 1],
    ['tard', true, 0],
  ]);
  const [depart, suite, tard] = read.nodes;
  expect(depart!.html).toBe('<p>Que faire\u202f?</p>\n');
  expect(depart!.choices).toEqual([
    { number: 2, html: 'Agir', target: suite!.number, consequence: '<p>On avance.</p>\n', advised: true },
    { number: 3, html: 'Attendre', target: tard!.number, consequence: '<p>Rien ne bouge.</p>\n', advised: false },
  ]);
  expect(suite!.choices[0]).toMatchObject({ consequence: '', target: tard!.number });
});

test('lists, tables and quotations of the text stay in the text', () => {
  const nodes =
    '#### depart\nIl manque :\n\n- le plan ;\n- le budget.\n\n> « Alors ? »\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n- Agir => suite\n  > On avance.\n- Attendre => tard\n  > Rien ne bouge.\n';
  const [depart] = (blockOf(source(story({ nodes }))) as CaseStudy).nodes;
  for (const tag of ['<ul>', '<blockquote>', '<table>']) expect(depart!.html).toContain(tag);
  expect(depart!.choices).toHaveLength(2);
});

test('the story starts where the author says', () => {
  const body = story().replace('- Continuer => tard', '- Revenir => depart\n  > Retour.\n- Finir => tard\n  > Fin.');
  const read = blockOf(source(body, ' depart=suite')) as CaseStudy;
  expect(walk(read, []).node.id).toBe('suite');
});

const choices = (count: number) =>
  `#### depart\nQue faire ?\n\n${Array.from({ length: count }, (_, rank) => `- Choix ${rank} => suite\n  > Suite ${rank}.\n`).join('')}`;
const chain = (count: number) =>
  Array.from({ length: count }, (_, rank) => `#### n${rank}\nTexte.\n\n- Continuer => n${rank + 1}\n\n`).join('');

/** Each issue as the line it stands at, then its code. */
const issuesAt = (markdown: string) =>
  issuesOf(markdown).map((issue) => {
    const [line, code] = issue.split(' ');
    return `${markdown.split('\n')[Number(line) - 1]} [${code}]`;
  });
const OPENING = ':::cas{id=essai}';

test.each<[string, string, string[]]>([
  ['no title', story({ title: '' }), [`${OPENING} [cas/title]`]],
  ['two titles', story({ debriefing: '### Encore\n\n#### debriefing\nVoilà.\n' }), ['### Encore [cas/sous-titre]']],
  [
    'a heading in a node',
    story().replace('La suite.', 'La suite.\n\n##### Et puis'),
    ['##### Et puis [cas/sous-titre]'],
  ],
  ['no debriefing', story({ debriefing: '' }), [`${OPENING} [cas/debriefing]`]],
  ['an empty debriefing', story({ debriefing: '#### debriefing\n' }), [`${OPENING} [cas/debriefing]`]],
  ['nothing', '\n', ['debriefing', 'nodes', 'title'].map((key) => `${OPENING} [cas/${key}]`)],
  ['two nodes', story({ rest: '#### tard {fin}\nFini.\n' }).replace('=> suite', '=> tard'), [`${OPENING} [cas/nodes]`]],
  ['37 nodes', story({ nodes: '', rest: `${chain(36)}#### n36 {fin}\nFini.\n` }), [`${OPENING} [cas/nodes]`]],
  ['a node without text', story().replace('La suite.\n', ''), ['#### suite [cas/html]']],
  [
    'a bad id',
    story().replace('#### suite', '#### La suite').replace('=> suite', '=> la-suite'),
    ['#### La suite [cas/noeud]'],
  ],
  ['an accent', story().replace('#### debriefing', '#### Débriefing'), ['#### Débriefing [cas/noeud]']],
  [
    'a node written twice',
    story({ debriefing: '#### tard {fin}\nEncore.\n\n#### debriefing\nVoilà.\n' }).replace(
      '#### tard {fin}',
      '####  tard {fin}',
    ),
    ['#### tard {fin} [cas/noeud-double]'],
  ],
  ['an unknown target', story().replace('=> suite', '=> suit'), ['- Agir {conseille} => suit [cas/cible]']],
  [
    'a target like no other',
    story().replace('=> suite', '=> bibliotheque'),
    ['- Agir {conseille} => bibliotheque [cas/cible]'],
  ],
  ['a choice without an arrow', story().replace('- Attendre => tard', '- Attendre'), ['- Attendre [cas/target]']],
  ['a choice without words', story().replace('- Attendre =>', '- =>'), ['- => tard [cas/words]']],
  [
    'a choice without consequence',
    story().replace('  > Rien ne bouge.\n', ''),
    ['- Attendre => tard [cas/consequence]'],
  ],
  [
    'a consequence used twice',
    story().replace('Rien ne bouge.', 'On avance.'),
    ['- Attendre => tard [cas/consequence-double]'],
  ],
  ['the same words twice', story().replace('- Attendre', '- Agir'), ['- Agir => tard [cas/double]']],
  ['seven choices', story({ nodes: choices(7) }), ['#### depart [cas/choices]']],
  [
    'a list under a choice',
    story().replace('  > Rien ne bouge.', '  > Rien ne bouge.\n\n  - un'),
    ['  - un [cas/liste]'],
  ],
  [
    'an unknown mark on a choice',
    story().replace('{conseille}', '{conseil}'),
    ['- Agir {conseil} => suite [cas/marque]'],
  ],
  [
    'an unknown mark on a node',
    story().replace('{fin}', '{final}'),
    ['#### tard {final} [cas/impasse]', '#### tard {final} [cas/marque]'],
  ],
  [
    'text after the choices',
    story().replace('- Continuer => tard', '- Continuer => tard\n\nEt puis.'),
    ['Et puis. [cas/apres-choix]'],
  ],
  ['a dead end', story().replace('- Continuer => tard\n', ''), ['#### suite [cas/impasse]']],
  ['an end with choices', story().replace('#### suite', '#### suite {fin}'), ['#### suite {fin} [cas/fin-choix]']],
  [
    'choices in the debriefing',
    story({ debriefing: '#### debriefing\nVoilà.\n\n- Encore => depart\n' }),
    ['- Encore => depart [cas/debriefing-choix]'],
  ],
  [
    'a choice of the debriefing',
    story().replace('- Continuer => tard', '- Continuer => debriefing'),
    ['- Continuer => debriefing [cas/cible-debriefing]'],
  ],
  ['an unreachable node', story().replace('=> suite', '=> tard'), ['#### suite [cas/inaccessible]']],
  ['a loop without exit', story().replace('- Continuer => tard', '- Continuer => suite'), ['#### suite [cas/boucle]']],
  [
    'no end at all',
    story({ rest: '#### suite\nLa suite.\n\n- Continuer => tard\n\n#### tard\nEncore.\n\n- Revenir => depart\n' }),
    [`${OPENING} [cas/fin]`],
  ],
])('%s is refused', (_, body, issues) => {
  expect(issuesAt(source(body))).toEqual(issues);
});

test('an unknown start is refused, and taken for the node it looks like', () => {
  expect(issuesAt(source(story(), ' depart=depar'))).toEqual([':::cas{id=essai depart=depar} [cas/cible]']);
});

test('a quiz refuses a case', () => {
  const quiz = `::::quiz{id=q titre="Quiz" final}\n${source(story())}::::\n`;
  expect(issuesOf(quiz)).toContain('2 quiz/contenu');
});

test('a corrected case keeps the numbers of its nodes and choices', () => {
  const compiled = (body: string, lock?: string) =>
    compileCourse(courseWith(source(body), lock === undefined ? {} : { lock }), vocabulary);
  const before = compiled(story());
  const corrected = story()
    .replace('- Agir {conseille} => suite', '- Agir sans tarder => suite')
    .replace('#### depart\n', '#### depart\nBonjour. ')
    .replace('- Continuer => tard', '- Revenir => depart\n  > Retour.\n- Continuer => tard\n  > On finit.');
  const after = compiled(corrected, writeLock(before.lock));
  const numbers = ({ modules }: typeof before) =>
    new Map(
      (Object.values(modules[0]!.pages)[0]!.blocks[0] as CaseStudy).nodes.flatMap(({ number, id, choices: all }) => [
        [id, number] as const,
        ...all.map((choice) => [plainText(choice.html), choice.number] as const),
      ]),
    );
  const [old, now] = [numbers(before), numbers(after)];
  for (const name of ['depart', 'suite', 'tard', 'Attendre', 'Continuer'])
    expect(now.get(name), name).toBe(old.get(name));
  expect(now.get('Agir sans tarder')).toBe(old.get('Agir'));
  expect([...old.values()]).not.toContain(now.get('Revenir'));
});

describe('a case of twelve nodes', () => {
  const course = {
    'c/course.yaml': 'title: Parcours\nsummary: Résumé.\nmodules: [01-m]\nfacts: [petite-enfance]\n',
    'c/competencies.yaml': file('modules/petite-enfance/competencies.yaml'),
    'c/01-m/module.yaml': 'id: m1\ntitle: M\nsummary: S.\nminutes: 10\ncompetencies: [PE-M1.a, PE-M1.c]\n',
    'facts/petite-enfance.yaml': file('modules/facts/petite-enfance.yaml'),
  };
  const markdown = `\n${file('tests/fixtures/cas-douze-noeuds.md')}`;
  const { lock } = compileCourse(courseWith(markdown, course), vocabulary);
  const compiled = compileCourse(courseWith(markdown, { ...course, lock: writeLock(lock) }), vocabulary);
  const study = Object.values(compiled.modules[0]!.pages)[0]!.blocks[0] as CaseStudy;
  const ends = study.nodes.filter(({ end }) => end);
  const told = (response: CaseResponse) => caseStudy.interaction(study, response).response[0];

  test('compiles without an issue', () => {
    expect(compiled.issues.map(formatIssue)).toEqual([]);
    expect(study.nodes).toHaveLength(12);
    expect(ends.map(({ id }) => id)).toEqual(['avis-motive', 'avis-tacite', 'avis-fragile', 'confiance-entamee']);
    expect(compiled.outline!.modules[0]!.tasks).toEqual([
      { block: 1, page: 1, kind: 'answer', label: 'Étude de cas\u00a0: Douze places rue des Tanneurs', rating: true },
    ]);
  });

  test('every end is reached from the start, and from every other end by stepping back', () => {
    for (const end of ends) {
      const given = follow(study, untouched, pathTo(study, end.number));
      expect(given.ends).toEqual([end.number]);
      for (const other of ends.filter((one) => one !== end)) {
        // the latest node of the path from which the other end can still be reached
        const { steps } = walk(study, given.path);
        const rank = steps.findLastIndex(({ node }) => leadsTo(node.number, other.number));
        const before = pathOf(steps.slice(0, rank));
        const explored = follow(study, follow(study, given, before), [
          ...before,
          ...pathTo(study, other.number, steps[rank]!.node.number),
        ]);
        expect(explored.ends).toEqual([end.number, other.number]);
        expect(explored.first).toEqual(given.path);
      }
    }
  });

  const leadsTo = (from: number, to: number) => {
    try {
      return pathTo(study, to, from).length > 0;
    } catch {
      return false;
    }
  };

  test('the robot ends well and otherwise', () => {
    const [well, otherwise] = [true, false].map((right) => sampleAnswer(study, right) as CaseResponse);
    expect(caseStudy.complete(study, well!) && caseStudy.complete(study, otherwise!)).toBe(true);
    expect(well!.ends).not.toEqual(otherwise!.ends);
  });

  test('a report can be read with the key', () => {
    const [motive] = ends;
    const response = follow(study, untouched, pathTo(study, motive!.number));
    expect(told(response)).toBe('appel.b > dossier.a > complet.a > instruction.a > avis-motive');
    expect(told(follow(study, response, response.path.slice(0, 2)))).toBe(told(response));
    const { options } = caseType.key!(study);
    for (const token of told(response)!.split(' > ')) expect(options.map((one) => one.token)).toContain(token);
    expect(options.find(({ token }) => token === 'appel.b')!.text).toMatch(/^Je décris .* → dossier \(conseillé\)$/);
    expect(options.find(({ token }) => token === 'avis-tacite')!.text).toMatch(/^\(fin\) Le délai passe/);
  });

  test('a long path keeps its beginning and its end', () => {
    const loop = pathTo(study, study.nodes.find(({ id }) => id === 'reunion')!.number);
    const round = study.nodes.find(({ id }) => id === 'reunion')!.choices[0]!.number;
    const again = study.nodes.find(({ id }) => id === 'complet')!.choices[1]!.number;
    const many = [...loop, ...Array.from({ length: 20 }, () => [round, again]).flat()];
    const fragile = study.nodes.find(({ id }) => id === 'reunion')!.choices[2]!.number;
    const line = told(follow(study, untouched, [...many, fragile]))!;
    expect(line.length).toBeLessThanOrEqual(250);
    expect(line).toMatch(/^appel\.b > dossier\.a > complet\.b > reunion\.a > .* > … > avis-fragile$/);
  });
});
