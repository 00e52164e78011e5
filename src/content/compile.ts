import type { Competency, CourseOutline, ModuleContent, ModuleOutline, Organisation } from '../model/course.ts';
import type { KeyEntry, WrittenBlock, WrittenLesson } from './block-type.ts';
import { withoutEchoes } from './echoes.ts';
import { type Fact, Facts } from './facts.ts';
import { type Issue, nearest, quoted, sortIssues } from './issue.ts';
import { CourseLock, emptyLock, type ModuleLock, nextNumber } from './lock.ts';
import { type CourseMemory, noMemory } from './memory.ts';
import { compileModule } from './module.ts';
import type { SharedReading } from './module-headers.ts';
import { type ModuleReading, readModules } from './module-pages.ts';
import type { Vocabulary } from './page.ts';
import { CompetenciesFile, CourseFile, OrganisationFile } from './schemas.ts';
import type { CourseSources } from './sources.ts';
import { typeset } from './typography.ts';
import { ALREADY_SAID, type ReadYaml, yamlReader } from './yaml-file.ts';

/** A course ready to be packaged, and all that its authors should know. */
export interface Compiled {
  /** Absent when something is so wrong that no course can be drawn. */
  outline?: CourseOutline;
  modules: readonly ModuleContent[];
  /** Path in the package → path on disk. */
  media: ReadonlyMap<string, string>;
  /** For the trainer: what each id of the LMS report means. */
  key: readonly { module: ModuleOutline; entries: readonly KeyEntry[] }[];
  /** Pages of the step « Comprendre ». */
  lessons: readonly WrittenLesson[];
  /** Every block, in reading order. */
  written: readonly WrittenBlock[];
  /** Files and lines that use each fact. */
  factUses: ReadonlyMap<string, readonly { file: string; line: number }[]>;
  facts: ReadonlyMap<string, Fact>;
  /** The lock as it should be: `npm run lock` writes it, `check` compares. */
  lock: CourseLock;
  lockFile: string;
  issues: readonly Issue[];
}

export const DISCLAIMER =
  'Contenu indépendant, sans lien avec les certificateurs et employeurs cités\u00a0: il prépare, il ne délivre aucune certification.';

/**
 * Reads, checks and numbers a whole course. Never throws on an author's mistake. `memory`: one for each course, for who
 * compiles it again and again.
 */
export function compileCourse(
  sources: CourseSources,
  vocabulary: Vocabulary,
  memory: CourseMemory = noMemory,
): Compiled {
  const issues: Issue[] = [...sources.issues];
  const report = (issue: Issue) => issues.push(issue);
  const at = (name: string) => `${sources.at.course}/${name}`;
  const lockFile = at('course.lock.json');
  const yaml = yamlReader(memory);
  const known = readLock(sources, lockFile, yaml, report);

  const organisation = readOrganisation(sources, yaml, report);
  const { value: course, lineOf } = readCourseFile(sources, yaml, report);
  const competencies = readCompetencies(sources, known, yaml, report);
  const facts = readFacts(sources, course, yaml, report);
  const readings = course
    ? readListedModules(sources, course, lineOf, { vocabulary, competencies, facts, report, memory })
    : [];
  const lock: CourseLock = {
    format: 1,
    release: known.release,
    competencies: Object.fromEntries(competencies.map(({ id, number }) => [id, number])),
    modules: {},
  };
  const compiled = readings.map((reading) => {
    const previous = known.modules[reading.id];
    const number =
      previous?.number ??
      nextNumber([...Object.values(known.modules), ...Object.values(lock.modules)].map((one) => one.number));
    const done = memory.keep(`module ${reading.id}`, [reading, number], () =>
      compileModule(reading, previous, number, competencies),
    );
    lock.modules[reading.id] = done.lock;
    return done;
  });
  for (const reading of readings) issues.push(...reading.issues);
  const factUses = new Map<string, { file: string; line: number }[]>();
  for (const { id, file, line } of readings.flatMap((reading) => reading.factUses))
    if (!factUses.get(id)?.some((use) => use.file === file && use.line === line))
      factUses.set(id, [...(factUses.get(id) ?? []), { file, line }]);
  keepVanished(known, lock, course, lockFile, report);
  if (issues.length === 0) compareLocks(known, lock, sources, lockFile, report);

  const outline: CourseOutline | undefined = course &&
    organisation && {
      slug: sources.slug,
      iri: course.iri ?? `tag:parcours-coordo,2026:${sources.slug}`,
      title: typeset(course.title),
      summary: typeset(course.summary),
      language: course.language,
      release: known.release,
      status: course.status,
      disclaimer: DISCLAIMER,
      organisation,
      competencies,
      modules: compiled.map(({ outline }) => outline),
    };
  return {
    ...(outline && { outline }),
    modules: compiled.map(({ content }) => content),
    media: new Map(readings.flatMap(({ media }) => [...media])),
    key: compiled.map(({ outline, key }) => ({ module: outline, entries: key })),
    lessons: compiled.flatMap(({ lessons }) => lessons),
    written: compiled.flatMap(({ written }) => written),
    facts,
    factUses,
    lock,
    lockFile,
    issues: sortIssues(
      withoutEchoes(onceEach(issues), { facts: facts.size, competencies: competencies.length }, sources.at),
    ),
  };
}

/** A shared text that is included several times is wrong once; the first hint says by which page. */
function onceEach(issues: readonly Issue[]): Issue[] {
  const said = new Set<string>();
  return issues.filter(({ file, line, code, message }) => {
    const words = `${file}:${line} ${code} ${message}`;
    return !said.has(words) && said.add(words);
  });
}

type Report = (issue: Issue) => void;
type YamlReader = ReturnType<typeof yamlReader>;

function readLock(sources: CourseSources, file: string, yaml: YamlReader, report: Report): CourseLock {
  const text = sources.texts.get(file);
  if (text === undefined) return emptyLock;
  const { value, issues } = yaml(text, CourseLock, { file, kind: 'verrou' });
  if (value) return value;
  report({
    file,
    line: issues[0]?.line ?? 1,
    code: 'verrou/illisible',
    message: 'le fichier des numéros est abîmé (fusion inachevée\u202f?)',
    hint: 'Reprenez la version précédente de ce fichier, puis lancez «\u00a0npm run lock\u00a0». Ne le corrigez pas à la main.',
  });
  return emptyLock;
}

function missing(file: string, hint: string): Issue {
  return { file, line: 1, code: 'fichier/absent', message: 'ce fichier manque', hint };
}

const ORGANISATION = {
  name: '?',
  activityNumber: '?',
  helpContact: '?',
  disabilityReferent: '?',
  dpo: '?',
  signatory: '?',
};

function readOrganisation(sources: CourseSources, yaml: YamlReader, report: Report): Organisation | undefined {
  const file = sources.at.organisation;
  const text = sources.texts.get(file);
  if (text === undefined) {
    report(
      missing(file, 'Créez-le\u00a0: il dit qui délivre la formation (voir le guide, «\u00a0Les fichiers\u00a0»).'),
    );
    return undefined;
  }
  const { value, issues } = yaml(text, OrganisationFile, { file, kind: 'organisation', fallback: ORGANISATION });
  issues.forEach(report);
  return value;
}

function readCourseFile(
  sources: CourseSources,
  yaml: YamlReader,
  report: Report,
): Pick<ReadYaml<CourseFile>, 'value' | 'lineOf'> {
  const file = `${sources.at.course}/course.yaml`;
  const text = sources.texts.get(file);
  if (text === undefined) {
    report(missing(file, 'Créez-le\u00a0: titre, résumé et liste des modules.'));
    return { lineOf: () => 1 };
  }
  const read = yaml(text, CourseFile, {
    file,
    kind: 'course',
    fallback: { title: ALREADY_SAID, summary: ALREADY_SAID, modules: [ALREADY_SAID] },
    prose: ['title', 'summary'],
  });
  read.issues.forEach(report);
  return read;
}

function readCompetencies(sources: CourseSources, lock: CourseLock, yaml: YamlReader, report: Report): Competency[] {
  const file = `${sources.at.course}/competencies.yaml`;
  const text = sources.texts.get(file);
  if (text === undefined) {
    report(missing(file, 'Créez-le\u00a0: une liste de compétences, chacune avec id et title.'));
    return [];
  }
  const { value, issues, lineOf } = yaml(text, CompetenciesFile, {
    file,
    kind: 'competence',
    prose: ['title', 'indicators'],
  });
  issues.forEach(report);
  const given = new Map(Object.entries(lock.competencies));
  const seen = new Set<string>();
  return (value ?? []).flatMap(({ id, title, indicators }, rank) => {
    if (seen.has(id)) {
      report({
        file,
        line: lineOf([rank, 'id']),
        code: 'competence/double',
        message: `la compétence ${quoted(id)} est écrite deux fois`,
        hint: 'Gardez une seule des deux.',
      });
      return [];
    }
    seen.add(id);
    const number = given.get(id) ?? nextNumber(given.values());
    given.set(id, number);
    return [{ id, number, title: typeset(title), indicators: indicators.map(typeset) }];
  });
}

function readFacts(
  sources: CourseSources,
  course: CourseFile | undefined,
  yaml: YamlReader,
  report: Report,
): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  (course?.facts ?? []).forEach((name) => {
    const file = `${sources.at.facts}/${name}.yaml`;
    const text = sources.texts.get(file);
    if (text === undefined) {
      report(missing(file, 'course.yaml le cite sous «\u00a0facts\u00a0»\u00a0: créez-le ou retirez son nom.'));
      return;
    }
    const { value, issues, lineOf } = yaml(text, Facts, { file, kind: 'fait', prose: ['statement', 'source'] });
    issues.forEach(report);
    value?.forEach((fact, rank) => {
      if (facts.has(fact.id))
        report({
          file,
          line: lineOf([rank, 'id']),
          code: 'fait/double',
          message: `le fait ${quoted(fact.id)} est écrit deux fois`,
          hint: 'Gardez une seule des deux versions.',
        });
      facts.set(fact.id, fact);
    });
  });
  return facts;
}

function readListedModules(
  sources: CourseSources,
  course: CourseFile,
  lineOf: ReadYaml<CourseFile>['lineOf'],
  shared: SharedReading,
): ModuleReading[] {
  const file = `${sources.at.course}/course.yaml`;
  const folders = new Set(
    [...sources.texts.keys()].flatMap((path) =>
      path.startsWith(`${sources.at.course}/`)
        ? path
            .slice(sources.at.course.length + 1)
            .split('/')
            .slice(0, -1)
        : [],
    ),
  );
  const ids = new Map<string, string>();
  const headers = course.modules.flatMap((folder, rank) => {
    if (folder === ALREADY_SAID) return [];
    if (!folders.has(folder)) {
      const close = nearest(folder, folders);
      shared.report({
        file,
        line: lineOf(['modules', rank]),
        code: 'course/module-absent',
        message: `le dossier de module ${quoted(folder)} n’existe pas`,
        hint: close ? `Vouliez-vous dire ${quoted(close)}\u202f?` : 'Créez-le, ou retirez-le de la liste.',
      });
      return [];
    }
    return [folder];
  });
  return readModules(headers, sources, shared).filter((reading) => {
    const first = ids.get(reading.id);
    if (first)
      shared.report({
        file: `${sources.at.course}/${reading.folder}/module.yaml`,
        line: 1,
        code: 'module/id-double',
        message: `l’identifiant ${quoted(reading.id)} est déjà celui de ${first}`,
        hint: 'Donnez à chaque module un identifiant à lui.',
      });
    else ids.set(reading.id, reading.folder);
    return !first;
  });
}

/** What was published and is no longer written keeps its numbers; without a word from the author it is an error. */
function keepVanished(
  known: CourseLock,
  lock: CourseLock,
  course: CourseFile | undefined,
  file: string,
  report: Report,
): void {
  for (const [id, module] of Object.entries(known.modules)) {
    if (lock.modules[id] || module.published === undefined) continue;
    lock.modules[id] = module;
    if (course && !course.retired.includes(id))
      report({
        file,
        line: 1,
        code: 'verrou/module-disparu',
        message: `le module ${quoted(id)}, déjà publié, a disparu`,
        hint: `Remettez-le, ou ajoutez ${quoted(id)} à retired dans course.yaml.`,
      });
  }
  for (const [id, number] of Object.entries(known.competencies)) lock.competencies[id] ??= number;
}

function compareLocks(known: CourseLock, lock: CourseLock, sources: CourseSources, file: string, report: Report): void {
  if (identity(known) === identity(lock)) return;
  const changed = Object.keys(lock.modules).find((id) => identity(known.modules[id]) !== identity(lock.modules[id]));
  report({
    file,
    line: lineOfKey(sources.texts.get(file), changed),
    code: 'verrou/perime',
    message: `les numéros ne suivent plus le texte${changed ? ` (${whatChanged(known.modules[changed], lock.modules[changed]!)})` : ''}`,
    hint: 'Lancez «\u00a0npm run lock\u00a0», relisez ce qu’il annonce, et enregistrez le fichier avec vos changements.',
  });
}

const lineOfKey = (text: string | undefined, key: string | undefined) =>
  text && key ? Math.max(1, text.split('\n').findIndex((line) => line.includes(`"${key}":`)) + 1) : 1;

function whatChanged(before: ModuleLock | undefined, after: ModuleLock): string {
  const changes = Object.entries(after.blocks).flatMap(([id, block]) => {
    const old = before?.blocks[id];
    if (!old) return [`bloc nouveau ${quoted(id)}`];
    if (JSON.stringify(old.order) !== JSON.stringify(block.order))
      return [`options déplacées, ajoutées ou retirées dans ${quoted(id)}`];
    if (JSON.stringify(sorted(old)) !== JSON.stringify(sorted(block)))
      return [`texte d’option corrigé dans ${quoted(id)}`];
    return [];
  });
  const gone = Object.keys(before?.blocks ?? {}).filter((id) => !after.blocks[id]);
  return [...changes, ...gone.map((id) => `bloc retiré ${quoted(id)}`)].slice(0, 3).join(', ') || 'pages';
}

/** Numbers and ids alone: a corrected word changes none, and asks nothing of its author. */
const identity = (lock: unknown) =>
  JSON.stringify(sorted(lock), (key, value) => (key === 'items' ? Object.keys(value).sort() : value));

/** Keys in one order, absent values left out, so that two locks compare by what they say. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
