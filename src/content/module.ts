import type {
  Block,
  Competency,
  ModuleContent,
  ModuleOutline,
  PageContent,
  RecallOutline,
  Task,
} from '../model/course.ts';
import { bilanId } from '../model/course.ts';
import { MOST_ITEMS } from '../model/interaction.ts';
import type { KeyEntry, WrittenBlock, WrittenLesson } from './block-type.ts';
import { escapeHtml } from './escape.ts';
import { type Issue, quoted } from './issue.ts';
import { lockModule, type ModuleLock } from './lock.ts';
import type { ModuleReading } from './module-pages.ts';
import { type Draft, GRADED } from './page.ts';
import { typeset } from './typography.ts';

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
    ...(reading.header.moveOn && { moveOn: reading.header.moveOn }),
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
