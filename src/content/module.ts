import { statSync } from 'node:fs';
import { posix } from 'node:path';
import type {
  Block,
  Competency,
  ModuleContent,
  ModuleOutline,
  PageContent,
  RecallOutline,
  Task,
} from '../model/course.ts';
import { bilanId, STEPS } from '../model/course.ts';
import { MOST_ITEMS } from '../model/interaction.ts';
import type { KeyEntry, WrittenBlock, WrittenLesson } from './block-type.ts';
import { escapeHtml } from './escape.ts';
import type { Fact } from './facts.ts';
import { includedBy, trailOf } from './include.ts';
import { type Issue, nearest, type Position, quoted } from './issue.ts';
import { deadLink, type LinkTargets, type PendingLink, resolveLink } from './links.ts';
import { lockModule, type ModuleLock } from './lock.ts';
import { documentFile, mediaFile } from './media.ts';
import type { CourseMemory } from './memory.ts';
import {
  type Draft,
  GRADED,
  type PageContext,
  readPage,
  type Segment,
  unknownCompetency,
  type Vocabulary,
} from './page.ts';
import { FrontMatter, ModuleFile } from './schemas.ts';
import type { CourseSources } from './sources.ts';
import { readTerms } from './terms.ts';
import { typeset } from './typography.ts';
import { ALREADY_SAID, readYaml } from './yaml-file.ts';

/** What every module of a course is read with. */
export interface SharedReading {
  vocabulary: Vocabulary;
  competencies: readonly Competency[];
  facts: ReadonlyMap<string, Fact>;
  report(issue: Issue): void;
  memory: CourseMemory;
}

interface PageHeader {
  id: string;
  file: string;
  front: FrontMatter;
  body: string;
  bodyLine: number;
}

/** One module, read and checked, waiting for its numbers. */
export interface ModuleReading {
  id: string;
  folder: string;
  file: string;
  header: ModuleFile;
  pages: (PageHeader & { segments: Segment[] })[];
  /** Path in the package → path on disk. */
  media: Map<string, string>;
  /** What is wrong in its pages, also found while it is numbered and drawn. */
  issues: Issue[];
  factUses: ({ id: string } & Position)[];
  /** Links to a block: looked up once all modules are read. */
  pending: PendingLink[];
  /** `module id` + `#` + block id → page id it stands on. */
  blocks: Map<string, string>;
}

/** Headers first, so that a link may lead to any page of the course; then the pages. */
export function readModules(
  folders: readonly string[],
  sources: CourseSources,
  shared: SharedReading,
): ModuleReading[] {
  const headers = folders.flatMap((folder) => readHeaders(folder, sources, shared) ?? []);
  const targets: LinkTargets = new Map(
    headers.flatMap(({ header, pages }) =>
      pages.map(({ id, file, front }) => [file, { module: header.id, id, title: front.titre }]),
    ),
  );
  const common = madeOfCommon(headers, sources);
  const readings = headers.map((module) =>
    shared.memory.keep(`pages ${module.folder}`, [...common, ...madeOf(module, sources)], () =>
      readPages(module, sources, shared, targets),
    ),
  );
  const blocks = new Set(readings.flatMap((reading) => [...reading.blocks.keys()]));
  for (const { module, block, target, file, line, included } of readings.flatMap(({ pending }) => pending)) {
    if (!blocks.has(`${module}#${block}`)) shared.report({ file, line, ...deadLink(target, included) });
  }
  return readings;
}

/** What any page may name: every text and file outside the modules, and the titles of all pages. */
function madeOfCommon(headers: readonly Headers[], sources: CourseSources): unknown[] {
  const roots = headers.map(({ folder }) => `${sources.at.course}/${folder}/`);
  const outside = (path: string) => !roots.some((root) => path.startsWith(root));
  return [
    ...[...sources.texts].filter(([path]) => outside(path)).flat(),
    ...filesOf(sources, outside),
    ...headers.flatMap(({ header, pages }) => [header.id, ...pages.flatMap(({ file, front }) => [file, front.titre])]),
  ];
}

const madeOf = ({ folder, header, pages }: Headers, sources: CourseSources): unknown[] => [
  JSON.stringify(header),
  ...pages.flatMap(({ file, front, body }) => [file, JSON.stringify(front), body]),
  ...filesOf(sources, (path) => path.startsWith(`${sources.at.course}/${folder}/`)),
];

/** Each with its date and size: a picture that was redrawn is another one. */
function filesOf({ media }: CourseSources, wanted: (path: string) => boolean): unknown[] {
  return [...media]
    .filter(([path]) => wanted(path))
    .flatMap(([path, disk]) => {
      const file = statSync(disk, { throwIfNoEntry: false });
      return [path, file?.mtimeMs, file?.size];
    });
}

type Headers = { folder: string; file: string; header: ModuleFile; pages: PageHeader[] };

function readHeaders(
  folder: string,
  sources: CourseSources,
  { competencies, report }: SharedReading,
): Headers | undefined {
  const root = `${sources.at.course}/${folder}`;
  const file = `${root}/module.yaml`;
  const text = sources.texts.get(file);
  if (text === undefined) {
    report({
      file,
      line: 1,
      code: 'fichier/absent',
      message: 'ce fichier manque',
      hint: 'Créez-le\u00a0: identifiant, titre, durée, compétences du module.',
    });
    return undefined;
  }
  const {
    value: header,
    issues,
    lineOf,
  } = readYaml(text, ModuleFile, {
    file,
    kind: 'module',
    prose: ['title', 'summary'],
    fallback: {
      id: folder.replace(/^\d+-/, '').replace(/[^a-z0-9-]/g, '-'),
      title: ALREADY_SAID,
      summary: ALREADY_SAID,
      minutes: 1,
      competencies: [ALREADY_SAID],
    },
  });
  issues.forEach(report);
  if (!header) return undefined;
  header.competencies.forEach((code, rank) => {
    if (code !== ALREADY_SAID && !competencies.some(({ id }) => id === code))
      unknownCompetency(code, lineOf(['competencies', rank]), { file, report });
  });
  const paths = [...sources.texts.keys()].filter((path) => posix.dirname(path) === root && path.endsWith('.md')).sort();
  const pages = paths.flatMap((path) => readHeader(path, sources.texts.get(path)!, report) ?? []);
  if (paths.length === 0)
    report({
      file,
      line: 1,
      code: 'module/vide',
      message: 'ce module n’a aucune page',
      hint: 'Ajoutez un fichier 01-se-situer.md à côté de module.yaml.',
    });
  checkOrder(pages, report);
  return { folder, file, header, pages };
}

function readHeader(file: string, text: string, report: (issue: Issue) => void): PageHeader | undefined {
  const match = /^\ufeff?---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!match) {
    report({
      file,
      line: 1,
      code: 'page/en-tete',
      message: 'cette page n’a pas d’en-tête',
      hint: 'Commencez le fichier par --- puis titre, etape, minutes, puis ---.',
    });
    return undefined;
  }
  const { value: front, issues } = readYaml(match[1] ?? '', FrontMatter, {
    file,
    firstLine: 2,
    kind: 'page',
    prose: ['titre'],
    fallback: { titre: ALREADY_SAID, etape: 'comprendre', minutes: 1 },
  });
  issues.forEach(report);
  if (!front) return undefined;
  const id = posix.basename(file, '.md').replace(/^\d+[a-z]?-/, '');
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    report({
      file,
      line: 1,
      code: 'page/nom',
      message: `le nom de fichier ${quoted(posix.basename(file))} ne peut pas servir d’adresse`,
      hint: 'Écrivez un rang, puis des minuscules, des chiffres et des tirets\u00a0: 03-autorite-organisatrice.md.',
    });
    return undefined;
  }
  return {
    id,
    file,
    front: { ...front, titre: typeset(front.titre) },
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

function checkOrder(pages: readonly PageHeader[], report: (issue: Issue) => void): void {
  let reached = 0;
  const ids = new Set<string>();
  for (const { id, file, front } of pages) {
    if (ids.has(id))
      report({
        file,
        line: 1,
        code: 'page/double',
        message: `deux pages du module s’appellent ${quoted(id)}`,
        hint: 'Changez le nom de l’une des deux (après son rang).',
      });
    ids.add(id);
    const step = STEPS.findIndex((one) => one.id === front.etape);
    if (step < reached)
      report({
        file,
        line: 2,
        code: 'page/ordre',
        message: `l’étape ${quoted(front.etape)} vient après une étape qui devrait la suivre`,
        hint: `Ordre des étapes\u00a0: ${STEPS.map((one) => one.id).join(', ')}.`,
      });
    reached = Math.max(reached, step);
  }
}

function readPages(
  module: Headers,
  sources: CourseSources,
  shared: SharedReading,
  targets: LinkTargets,
): ModuleReading {
  const media = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  const issues: Issue[] = [];
  const factUses: ModuleReading['factUses'] = [];
  const pending: PendingLink[] = [];
  const blocks = new Map<string, string>();
  const report = (issue: Issue) => void issues.push(issue);
  const terms = readTerms(module.pages, shared.vocabulary.statics, sources, report);
  let uses = 0;
  /** The page as it is seen from `file`: its own, or a shared text it includes. Links start from the page in both. */
  const contextOf = (page: PageHeader, file: string, included: readonly Position[]): PageContext => {
    const place = { file, module: module.header.id, sources, taken: media, report };
    const resolve = (target: string, line: number) => {
      const found = resolveLink(target, page.file, targets);
      if (!found) report({ file, line, ...deadLink(target, included) });
      else if (found.block) pending.push({ file, line, module: found.module, block: found.block, target, included });
      return found;
    };
    return {
      file,
      vocabulary: shared.vocabulary,
      report,
      link: resolve,
      resolve,
      image: (path, line) => {
        const found = mediaFile(path, line, place, 'image');
        return found && { src: found.src, ...found.size() };
      },
      media: (path, line) => mediaFile(path, line, place),
      document: (path, line) => documentFile(path, line, place),
      terms,
      nextTermId: () => `${module.header.id}-terme-${++uses}`,
      fact: (id) => shared.facts.get(id),
      competency: (id) => shared.competencies.find((one) => one.id === id),
      useFacts(ids, line) {
        for (const id of ids) {
          if (!shared.facts.has(id)) report({ file, line, ...unknownFact(id, shared.facts) });
          factUses.push({ id, file, line });
        }
      },
      including: { sources, included },
      within: (fragment, line) => contextOf(page, fragment, [...included, { file, line }]),
    };
  };
  const pages = module.pages.map((page) => {
    const { file, front } = page;
    const context = contextOf(page, file, []);
    context.useFacts(front.faits, 1);
    for (const code of front.competences)
      if (!shared.competencies.some(({ id }) => id === code)) unknownCompetency(code, 1, { file, report });
    const segments = readPage(page.body, page.bodyLine, context);
    for (const { draft } of segments.filter((segment) => 'draft' in segment)) {
      const first = drafts.get(draft.id);
      if (first) report(takenId(draft, first));
      else drafts.set(draft.id, draft);
      blocks.set(`${module.header.id}#${draft.id}`, page.id);
    }
    return { ...page, segments };
  });
  const { folder, file, header } = module;
  return { id: header.id, folder, file, header, pages, media, issues, factUses, pending, blocks };
}

function unknownFact(id: string, facts: SharedReading['facts']) {
  const close = nearest(id, facts.keys());
  return {
    code: 'fait/inconnu',
    message: `le fait ${quoted(id)} n’existe pas`,
    hint: close
      ? `Vouliez-vous dire ${quoted(close)}\u202f?`
      : 'Ajoutez-le dans un fichier de modules/facts/, cité par course.yaml.',
  };
}

/** Two blocks of a module have one identifier, or it is one block whose shared text is included twice. */
function takenId({ id, node, included }: Draft, first: Draft): Issue {
  if (node.file === first.node.file && node.line === first.node.line) {
    const again = included.find(({ file, line }, rank) => {
      const before = first.included[rank];
      return before?.file !== file || before.line !== line;
    });
    const { file, line } = again ?? node;
    return {
      file,
      line,
      code: 'inclure/deux-fois',
      message: `ce texte partagé, déjà dans ce module (${trailOf(first.included)}), contient des blocs à identifiant`,
      hint: 'Un bloc n’est qu’une fois dans un module\u00a0: retirez cette ligne, et menez à l’autre page par un lien.',
    };
  }
  const from = first.included.length > 0 ? `, inclus par ${trailOf(first.included)}` : '';
  return {
    file: node.file,
    line: node.line,
    code: 'bloc/id-double',
    message: `l’identifiant ${quoted(id)} est déjà pris (${first.node.file}:${first.node.line}${from})`,
    hint: `Chaque bloc d’un module a le sien\u00a0: changez celui-ci.${includedBy(included)}`,
  };
}

/** Numbers a module and draws its pages. */
export function compileModule(
  reading: ModuleReading,
  previous: ModuleLock | undefined,
  number: number,
  competencies: readonly Competency[],
): {
  outline: ModuleOutline;
  content: ModuleContent;
  lock: ModuleLock;
  key: KeyEntry[];
  written: WrittenBlock[];
  lessons: WrittenLesson[];
} {
  const report = (issue: Issue) => void reading.issues.push(issue);
  const drafts = reading.pages.flatMap(({ segments }) =>
    segments.flatMap((segment) => ('draft' in segment ? [segment.draft] : [])),
  );
  const unique = [...new Map(drafts.map((draft) => [draft.id, draft])).values()];
  const lock = lockModule(
    previous,
    number,
    reading.pages.map(({ id }) => id),
    unique.map(({ id, directive, type, items }) => ({ id, type: directive, letter: type.letter, items })),
    new Set(reading.header.retired),
  );
  sayVanished(reading, previous, unique, report);
  const numberOf = (code: string) => competencies.find(({ id }) => id === code)?.number ?? 0;

  const built = new Map<Draft, Block>();
  const tasks: Task[] = [];
  const recalls: RecallOutline[] = [];
  const written: WrittenBlock[] = [];
  const key: KeyEntry[] = [];
  const pages: Record<number, PageContent> = {};
  for (const page of reading.pages) {
    const pageNumber = lock.pages[page.id]!.number;
    const blocks: Block[] = [];
    const html = page.segments.map((segment) => {
      if ('html' in segment) return segment.html;
      if ('close' in segment) return `${segment.close.type.closing?.(built.get(segment.close)!) ?? ''}</div>\n`;
      const { draft } = segment;
      const block = buildBlock(draft, lock, built);
      const worn = sayWornOut(draft, lock, report);
      built.set(draft, block);
      blocks.push(block);
      written.push({
        module: lock.number,
        page: pageNumber,
        step: page.front.etape,
        block,
        directive: draft.directive,
        facts: draft.facts,
        file: draft.node.file,
        line: draft.node.line,
      });
      const task = draft.quiz ? undefined : draft.type.task?.(block);
      if (task) tasks.push({ block: block.number, page: pageNumber, ...task });
      const when = draft.type.recall?.(block);
      if (when) recalls.push({ block: block.number, page: pageNumber, when });
      const entry = worn ? undefined : draft.type.key?.(block);
      if (entry) key.push(entry);
      // which of them a try asks is known only once the record is read
      const hidden = draft.quiz && built.get(draft.quiz)?.draw !== undefined ? ' hidden' : '';
      const element = `<${draft.type.tag} id="b${block.number}" data-block="${block.number}"${hidden}>${draft.type.placeholder(block)}</${draft.type.tag}>\n`;
      return draft.type.container ? `<div class="group" data-group="${escapeHtml(block.id)}">${element}` : element;
    });
    pages[pageNumber] = { html: html.join(''), blocks };
  }
  const lessons = reading.pages.flatMap(({ front, file }): WrittenLesson[] =>
    front.etape === 'comprendre'
      ? [{ module: lock.number, title: front.titre, competencies: front.competences, file }]
      : [],
  );
  const quizzes = unique.filter(({ type }) => type.container);
  const finalQuiz = quizzes.at(-1) && built.get(quizzes.at(-1)!)?.number;
  const outline: ModuleOutline = {
    id: reading.id,
    number: lock.number,
    title: typeset(reading.header.title),
    summary: typeset(reading.header.summary),
    minutes: reading.header.minutes,
    masteryScore: reading.header.masteryScore,
    competencies: reading.header.competencies.map(numberOf).filter(Boolean),
    pages: reading.pages.map(({ id, front }) => ({
      id,
      number: lock.pages[id]!.number,
      step: front.etape,
      title: front.titre,
      minutes: front.minutes,
    })),
    tasks,
    ...(finalQuiz !== undefined && { finalQuiz }),
    ...(recalls.length > 0 && { recalls }),
  };
  key.push({
    scormId: bilanId(outline),
    question: `Bilan du module\u00a0: date de fin et meilleur résultat au quiz final`,
    options: [],
  });
  return { outline, content: { module: lock.number, pages }, lock, key, written, lessons };
}

function buildBlock(draft: Draft, lock: ModuleLock, built: ReadonlyMap<Draft, Block>): Block {
  const locked = lock.blocks[draft.id]!;
  const quiz = draft.quiz && built.get(draft.quiz)?.number;
  return {
    id: draft.id,
    number: locked.number,
    scormId: locked.scormId,
    competencies: draft.competencies,
    ...(draft.type.letter === GRADED && { graded: true }),
    ...(quiz !== undefined && { quiz }),
    ...draft.type.fields(draft.data, locked.order, draft.node, draft.tools),
  } as Block;
}

/** Numbers are never given twice: a question edited for years may come to have no letter left for an item. True, and said, when so. */
function sayWornOut({ id, type, node }: Draft, lock: ModuleLock, report: (issue: Issue) => void): boolean {
  if (Math.max(0, ...lock.blocks[id]!.order) <= (type.mostItems ?? MOST_ITEMS)) return false;
  report({
    file: node.file,
    line: node.line,
    code: 'bloc/numeros-epuises',
    message: `le bloc ${quoted(id)} a changé trop souvent\u00a0: il ne reste plus de lettre pour ses nouvelles lignes`,
    hint: `Donnez-lui un autre identifiant, et ajoutez ${quoted(id)} à retired dans module.yaml.`,
  });
  return true;
}

function sayVanished(
  reading: ModuleReading,
  previous: ModuleLock | undefined,
  drafts: readonly Draft[],
  report: (issue: Issue) => void,
): void {
  const present = new Set(drafts.map(({ id }) => id));
  const retired = new Set(reading.header.retired);
  for (const [id, block] of Object.entries(previous?.blocks ?? {})) {
    if (block.published === undefined || present.has(id) || retired.has(id)) continue;
    report({
      file: reading.file,
      line: 1,
      code: 'verrou/bloc-disparu',
      message: `le bloc ${quoted(id)}, déjà publié, a disparu\u00a0: des réponses de personnes inscrites en dépendent`,
      hint: `Remettez-le (un identifiant ne se renomme pas), ou ajoutez ${quoted(id)} à retired dans ce fichier.`,
    });
  }
  const pages = new Set(reading.pages.map((page) => page.id));
  for (const [id, page] of Object.entries(previous?.pages ?? {})) {
    if (page.published === undefined || pages.has(id) || retired.has(id)) continue;
    report({
      file: reading.file,
      line: 1,
      code: 'verrou/page-disparue',
      message: `la page ${quoted(id)}, déjà publiée, a disparu`,
      hint: `Remettez-la sous ce nom, ou ajoutez ${quoted(id)} à retired dans ce fichier.`,
    });
  }
  for (const { id, node } of drafts.filter(({ id }) => retired.has(id))) {
    report({
      file: node.file,
      line: node.line,
      code: 'bloc/retire',
      message: `le bloc ${quoted(id)} est déclaré retiré dans module.yaml`,
      hint: 'Enlevez-le de retired, ou donnez un autre identifiant à ce nouveau bloc.',
    });
  }
}
