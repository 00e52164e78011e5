import { posix } from 'node:path';
import type { Competency } from '../model/course.ts';
import { STEPS } from '../model/course.ts';
import type { Fact } from './facts.ts';
import { type Issue, quoted } from './issue.ts';
import type { CourseMemory } from './memory.ts';
import type { Vocabulary } from './page.ts';
import { unknownCompetency } from './page.ts';
import { FrontMatter, ModuleFile } from './schemas.ts';
import type { CourseSources } from './sources.ts';
import { typeset } from './typography.ts';
import { ALREADY_SAID, yamlReader } from './yaml-file.ts';

/** What every module of a course is read with. */
export interface SharedReading {
  vocabulary: Vocabulary;
  competencies: readonly Competency[];
  facts: ReadonlyMap<string, Fact>;
  report(issue: Issue): void;
  memory: CourseMemory;
}

/** A page, its header read, its text not yet. */
export interface PageHeader {
  id: string;
  file: string;
  front: FrontMatter;
  body: string;
  bodyLine: number;
}

/** A module whose pages are known by their headers. */
export type ModuleHeaders = { folder: string; file: string; header: ModuleFile; pages: PageHeader[] };

/** Reads module.yaml and the header of each of its pages; absent (and said) without a readable module.yaml. */
export function readHeaders(
  folder: string,
  sources: CourseSources,
  { competencies, report, memory }: SharedReading,
): ModuleHeaders | undefined {
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
  const yaml = yamlReader(memory);
  const {
    value: header,
    issues,
    lineOf,
  } = yaml(text, ModuleFile, {
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
  const pages = paths.flatMap((path) => readHeader(path, sources.texts.get(path)!, yaml, report) ?? []);
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

function readHeader(
  file: string,
  text: string,
  yaml: ReturnType<typeof yamlReader>,
  report: (issue: Issue) => void,
): PageHeader | undefined {
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
  const { value: front, issues } = yaml(match[1] ?? '', FrontMatter, {
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
