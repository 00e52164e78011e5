import { statSync } from 'node:fs';
import { includedBy, trailOf } from './include.ts';
import { type Issue, nearest, type Position, quoted } from './issue.ts';
import { deadLink, type LinkTargets, type PendingLink, resolveLink } from './links.ts';
import { documentFile, mediaFile } from './media.ts';
import { type ModuleHeaders, type PageHeader, readHeaders, type SharedReading } from './module-headers.ts';
import { type Draft, type PageContext, readPage, type Segment, unknownCompetency } from './page.ts';
import type { ModuleFile } from './schemas.ts';
import type { CourseSources } from './sources.ts';
import { readTerms } from './terms.ts';

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
function madeOfCommon(headers: readonly ModuleHeaders[], sources: CourseSources): unknown[] {
  const roots = headers.map(({ folder }) => `${sources.at.course}/${folder}/`);
  const outside = (path: string) => !roots.some((root) => path.startsWith(root));
  return [
    ...[...sources.texts].filter(([path]) => outside(path)).flat(),
    ...filesOf(sources, outside),
    ...headers.flatMap(({ header, pages }) => [header.id, ...pages.flatMap(({ file, front }) => [file, front.titre])]),
  ];
}

const madeOf = ({ folder, header, pages }: ModuleHeaders, sources: CourseSources): unknown[] => [
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

function readPages(
  module: ModuleHeaders,
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
