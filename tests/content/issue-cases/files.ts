import { type CourseLock, publish, writeLock } from '../../../src/content/lock.ts';
import { compiled, HEADER, type IssueCase, inFile, PAGE } from './issue-case.ts';

const MODULE_FILE = 'c/01-m/module.yaml';

const organisation = (...lines: readonly string[]) =>
  ['name: O', 'activityNumber: "1"', 'helpContact: h', 'disabilityReferent: r', 'dpo: d', 'signatory: s']
    .map((line) => lines.find((other) => other.split(':')[0] === line.split(':')[0]) ?? line)
    .join('\n');

const ORGANISATION: IssueCase[] = [
  inFile(
    'organisation.yaml',
    organisation('name: 1', 'activityNumber: 2', 'helpContact: 3', 'disabilityReferent: 4', 'dpo: 5', 'signatory: 6'),
    '1 organisation/name',
    '2 organisation/activityNumber',
    '3 organisation/helpContact',
    '4 organisation/disabilityReferent',
    '5 organisation/dpo',
    '6 organisation/signatory',
  ),
  inFile(
    'organisation.yaml',
    organisation(
      'name: ""',
      'activityNumber: ""',
      'helpContact: ""',
      'disabilityReferent: ""',
      'dpo: ""',
      'signatory: ""',
    ),
    '1 organisation/name',
    '2 organisation/activityNumber',
    '3 organisation/helpContact',
    '4 organisation/disabilityReferent',
    '5 organisation/dpo',
    '6 organisation/signatory',
  ),
  inFile('organisation.yaml', 'Un organisme de formation', '1 organisation/contenu'),
  inFile('organisation.yaml', organisation().replace('dpo: d\n', ''), '1 organisation/dpo'),
  inFile('organisation.yaml', `${organisation()}\nadresse: ici`, '7 organisation/cle-inconnue'),
];

const course = (...lines: readonly string[]) => ['title: T', 'summary: S.', 'modules: [01-m]', ...lines].join('\n');

const COURSE: IssueCase[] = [
  inFile('c/course.yaml', 'title: 1\nsummary: 2\nmodules: [01-m]', '1 course/title', '2 course/summary'),
  inFile('c/course.yaml', 'title: ""\nsummary: ""\nmodules: [01-m]', '1 course/title', '2 course/summary'),
  inFile('c/course.yaml', `title: ${'x'.repeat(201)}\nsummary: S.\nmodules: [01-m]`, '1 course/title'),
  inFile('c/course.yaml', course('iri: 12'), '4 course/iri'),
  inFile('c/course.yaml', course('iri: petite enfance'), '4 course/iri'),
  inFile('c/course.yaml', course('iri: https://www.example.org/cours'), '4 course/iri'),
  inFile('c/course.yaml', course('language: 1'), '4 course/language'),
  inFile('c/course.yaml', course('language: français'), '4 course/language'),
  inFile('c/course.yaml', course('status: fini'), '4 course/status'),
  inFile('c/course.yaml', course('facts: f'), '4 course/facts'),
  inFile('c/course.yaml', course('facts: [1]'), '4 course/facts'),
  inFile('c/course.yaml', 'title: T\nsummary: S.\nmodules: 01-m', '3 course/modules'),
  inFile('c/course.yaml', 'title: T\nsummary: S.\nmodules: []', '3 course/modules'),
  inFile('c/course.yaml', 'title: T\nsummary: S.\nmodules: [1]', '3 course/modules'),
  inFile('c/course.yaml', 'title: T\nsummary: S.', '1 course/modules'),
  inFile('c/course.yaml', course('retired: m0'), '4 course/retired'),
  inFile('c/course.yaml', course('retired: [0]'), '4 course/retired'),
  inFile('c/course.yaml', course('retired: [M0]'), '4 course/retired'),
  inFile('c/course.yaml', course('titre: T'), '4 course/cle-inconnue'),
  inFile('c/course.yaml', 'Un parcours', '1 course/contenu'),
  inFile('c/course.yaml', 'title: T\nsummary: S.\nmodules: [01-m, 02-m]', '3 course/module-absent'),
  inFile('c/course.yaml', 'title: T\nsummary: "S.\nmodules: [01-m]', '3 yaml/syntaxe'),
];

/** What YAML cannot read, or would take for a sign of its own. */
const YAML: IssueCase[] = [
  '"S."bis',
  '@S',
  '*S',
  '&S et compagnie',
  '!S et compagnie',
  '"une \\q"',
  'le but: apprendre',
]
  .map((summary) => inFile('c/course.yaml', `title: T\nsummary: ${summary}\nmodules: [01-m]`, '2 yaml/syntaxe'))
  .concat([
    inFile('c/course.yaml', 'title: T\nsummary: [S\nmodules: [01-m]', '3 yaml/syntaxe'),
    inFile('c/course.yaml', course('title: U'), '4 yaml/syntaxe'),
    inFile('c/course.yaml', course('---'), '4 yaml/syntaxe'),
    inFile('c/course.yaml', course('\tstatus: completed'), '4 yaml/syntaxe'),
    inFile('c/course.yaml', 'title: T\nsummary:S.\nmodules: [01-m]', '2 yaml/syntaxe'),
  ]);

const COMPETENCIES: IssueCase[] = [
  inFile('c/competencies.yaml', 'C-1: Une compétence', '1 competence/contenu'),
  inFile('c/competencies.yaml', '- C-1\n- id: C-1\n  title: T', '1 competence/contenu'),
  inFile('c/competencies.yaml', '- id: C-1\n  title: T\n- id: 2\n  title: T', '3 competence/id'),
  inFile('c/competencies.yaml', '- id: C-1\n  title: T\n- id: É 2\n  title: T', '3 competence/id'),
  inFile('c/competencies.yaml', '- id: C-1\n  title: T\n- id: C-2\n  title: 2', '4 competence/title'),
  inFile('c/competencies.yaml', '- id: C-1\n  title: T\n- id: C-2\n  title: ""', '4 competence/title'),
  inFile('c/competencies.yaml', '- id: C-1\n  title: T\n- id: C-2', '3 competence/title'),
  inFile(
    'c/competencies.yaml',
    '- id: C-1\n  title: T\n- id: C-2\n  title: T\n  indicators: un',
    '5 competence/indicators',
  ),
  inFile(
    'c/competencies.yaml',
    '- id: C-1\n  title: T\n- id: C-2\n  title: T\n  indicators: [1]',
    '5 competence/indicators',
  ),
  inFile(
    'c/competencies.yaml',
    '- id: C-1\n  title: T\n- id: C-2\n  title: T\n  indicators: [""]',
    '5 competence/indicators',
  ),
  inFile(
    'c/competencies.yaml',
    '- id: C-1\n  title: T\n- id: C-2\n  titre: T',
    '3 competence/title',
    '4 competence/cle-inconnue',
  ),
  inFile('c/competencies.yaml', '- id: C-1\n  title: T\n- id: C-1\n  title: T', '3 competence/double'),
];

const moduleFile = (...lines: readonly string[]) =>
  ['id: m1', 'title: M', 'summary: S.', 'minutes: 10', 'competencies: [C-1]']
    .map((line) => lines.find((other) => other.split(':')[0] === line.split(':')[0]) ?? line)
    .concat(lines.filter((line) => /^(?:masteryScore|moveOn|retired|seuil)/.test(line)))
    .join('\n');

const MODULE: IssueCase[] = [
  inFile(
    MODULE_FILE,
    moduleFile('id: 1', 'title: 1', 'summary: 1'),
    '1 module/id',
    '2 module/title',
    '3 module/summary',
  ),
  inFile(
    MODULE_FILE,
    moduleFile('id: M 1', 'title: ""', 'summary: ""'),
    '1 module/id',
    '2 module/title',
    '3 module/summary',
  ),
  inFile(MODULE_FILE, moduleFile(`title: ${'x'.repeat(201)}`), '2 module/title'),
  inFile(MODULE_FILE, moduleFile('minutes: dix'), '4 module/minutes'),
  inFile(MODULE_FILE, moduleFile('minutes: 1.5'), '4 module/minutes'),
  inFile(MODULE_FILE, moduleFile('minutes: 0'), '4 module/minutes'),
  inFile(MODULE_FILE, moduleFile('minutes: 601'), '4 module/minutes'),
  inFile(MODULE_FILE, moduleFile('masteryScore: 80 %'), '6 module/masteryScore'),
  inFile(MODULE_FILE, moduleFile('masteryScore: 80'), '6 module/masteryScore'),
  inFile(MODULE_FILE, moduleFile('masteryScore: -1'), '6 module/masteryScore'),
  inFile(MODULE_FILE, moduleFile('moveOn: Fini'), '6 module/moveOn'),
  inFile(MODULE_FILE, moduleFile('competencies: C-1'), '5 module/competencies'),
  inFile(MODULE_FILE, moduleFile('competencies: []'), '5 module/competencies'),
  inFile(MODULE_FILE, moduleFile('competencies: [1]'), '5 module/competencies'),
  inFile(MODULE_FILE, moduleFile('competencies: [C-9]'), '5 competence/inconnue'),
  inFile(MODULE_FILE, moduleFile('retired: q'), '6 module/retired'),
  inFile(MODULE_FILE, moduleFile('retired: [1]'), '6 module/retired'),
  inFile(MODULE_FILE, moduleFile('retired: [Q1]'), '6 module/retired'),
  inFile(MODULE_FILE, moduleFile('seuil: 0.8'), '6 module/cle-inconnue'),
  inFile(MODULE_FILE, '- id: m1', '1 module/contenu'),
  {
    files: { 'c/course.yaml': 'title: T\nsummary: S.\nmodules: [01-m, 02-m]', 'c/02-m/01-page.md': HEADER },
    said: ['c/02-m/module.yaml:1 fichier/absent'],
  },
  {
    files: {
      'c/course.yaml': 'title: T\nsummary: S.\nmodules: [01-m, 02-m]',
      'c/02-m/module.yaml': moduleFile('id: m2'),
    },
    said: ['c/02-m/module.yaml:1 module/vide'],
  },
  {
    files: {
      'c/course.yaml': 'title: T\nsummary: S.\nmodules: [01-m, 02-m]',
      'c/02-m/module.yaml': moduleFile(),
      'c/02-m/01-page.md': HEADER,
    },
    said: ['c/02-m/module.yaml:1 module/id-double'],
  },
];

const fact = (...lines: readonly string[]) =>
  ['- id: FA-1', '  statement: Une phrase entière.', '  source: Un texte', '  read: 2026-11-22', '  status: PO']
    .map((line) => lines.find((other) => other.split(':')[0] === line.split(':')[0]) ?? line)
    .join('\n');

const FACTS: IssueCase[] = [
  inFile('facts/f.yaml', fact('- id: 1'), '1 fait/id'),
  inFile('facts/f.yaml', fact('- id: fait 1'), '1 fait/id'),
  inFile('facts/f.yaml', fact('  statement: 1', '  source: 1'), '2 fait/statement', '3 fait/source'),
  inFile('facts/f.yaml', fact('  statement: Court', '  source: ""'), '2 fait/statement', '3 fait/source'),
  inFile('facts/f.yaml', fact('  read: 2026'), '4 fait/read'),
  inFile('facts/f.yaml', fact('  read: 2026-13-01'), '4 fait/read'),
  inFile('facts/f.yaml', fact('  status: VO'), '5 fait/status'),
  inFile('facts/f.yaml', `${fact()}\n  note: à revoir`, '6 fait/cle-inconnue'),
  inFile('facts/f.yaml', '- FA-1', '1 fait/contenu'),
  {
    files: { 'facts/f.yaml': 'FA-1: Une phrase.', [PAGE]: HEADER.replace('minutes', 'faits: FA-1\nminutes') },
    said: ['facts/f.yaml:1 fait/contenu'],
  },
  inFile('facts/f.yaml', `${fact()}\n${fact()}`, '6 fait/double'),
  {
    files: { 'c/course.yaml': course('facts: [f, g]') },
    said: ['facts/g.yaml:1 fichier/absent'],
  },
];

const page = (...lines: readonly string[]) =>
  [
    '---',
    ...['titre: Page', 'etape: comprendre', 'minutes: 10'].map(
      (line) => lines.find((other) => other.split(':')[0] === line.split(':')[0]) ?? line,
    ),
    ...lines.filter((line) => /^(?:competences|faits|duree)/.test(line)),
    '---',
    '',
  ].join('\n');

const HEADERS: IssueCase[] = [
  inFile(PAGE, 'Un texte sans en-tête.', '1 page/en-tete'),
  inFile(PAGE, page('titre: 1'), '2 page/titre'),
  inFile(PAGE, page('titre: ""'), '2 page/titre'),
  inFile(PAGE, page(`titre: ${'x'.repeat(201)}`), '2 page/titre'),
  inFile(PAGE, page('etape: lire'), '3 page/etape'),
  inFile(PAGE, page('minutes: dix'), '4 page/minutes'),
  inFile(PAGE, page('minutes: 1.5'), '4 page/minutes'),
  inFile(PAGE, page('minutes: 0'), '4 page/minutes'),
  inFile(PAGE, page('minutes: 601'), '4 page/minutes'),
  inFile(PAGE, page('competences: 1', 'faits: 1'), '5 page/competences', '6 page/faits'),
  inFile(PAGE, page('competences: C-9', 'faits: FA-9'), '1 competence/inconnue', '1 fait/inconnu'),
  inFile(PAGE, page('duree: 10'), '5 page/cle-inconnue'),
  inFile(PAGE, '---\nUne page\n---\n', '2 page/contenu'),
  inFile(PAGE, '---\ntitre: Page: la suite\netape: comprendre\nminutes: 10\n---\n', '2 yaml/syntaxe'),
  inFile(PAGE, '---\ntitre: Page\ntitre: Autre\netape: comprendre\nminutes: 10\n---\n', '3 yaml/syntaxe'),
  inFile('c/01-m/02-Bilan.md', page(), '1 page/nom'),
  inFile('c/01-m/02-page.md', page(), '1 page/double'),
  inFile('c/01-m/02-debut.md', page('etape: se-situer'), '2 page/ordre'),
];

const QUESTION = ':::choix-unique{id=q}\nQuestion\n\n- [x] Oui\n  > Parce que.\n- [ ] Non\n  > Pourquoi.\n:::\n';
const asked = { [PAGE]: `${HEADER}${QUESTION}` };
const published = publish(compiled({ files: asked }).lock);
const firstModule = published.modules.m1!;

/** Published with 36 answers that have all gone since: no letter is left. */
const WORN: CourseLock = {
  ...published,
  modules: {
    m1: {
      ...firstModule,
      blocks: {
        q: {
          ...firstModule.blocks.q!,
          items: Object.fromEntries(Array.from({ length: 36 }, (_, rank) => [`${rank + 1}`, `${rank}`.repeat(9)])),
        },
      },
    },
  },
};

const LOCK: IssueCase[] = [
  { files: {}, lock: '<<<<<<< HEAD', said: ['c/course.lock.json:1 verrou/illisible'] },
  { files: asked, said: ['c/course.lock.json:1 verrou/perime'] },
  { files: {}, lock: writeLock(published), said: [`${MODULE_FILE}:1 verrou/bloc-disparu`] },
  {
    files: { ...asked, [MODULE_FILE]: moduleFile('retired: [q]') },
    lock: writeLock(published),
    said: [`${PAGE}:6 bloc/retire`],
  },
  {
    files: { ...asked },
    lock: writeLock({
      ...published,
      modules: { m1: { ...firstModule, pages: { ...firstModule.pages, avant: { number: 2, published: 1 } } } },
    }),
    said: [`${MODULE_FILE}:1 verrou/page-disparue`],
  },
  {
    files: { ...asked },
    lock: writeLock({ ...published, modules: { ...published.modules, m0: { ...firstModule, number: 2 } } }),
    said: ['c/course.lock.json:1 verrou/module-disparu'],
  },
  { files: { ...asked }, lock: writeLock(WORN), said: [`${PAGE}:6 bloc/numeros-epuises`] },
];

/** What is wrong in a file as a whole, or in what it says at its head. */
export const FILE_CASES: readonly IssueCase[] = [
  ...ORGANISATION,
  ...COURSE,
  ...YAML,
  ...COMPETENCIES,
  ...MODULE,
  ...FACTS,
  ...HEADERS,
  ...LOCK,
];
