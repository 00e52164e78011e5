import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDocuments } from '../../src/content/document/documents.ts';
import type { CourseSources } from '../../src/content/sources.ts';
import { examples, mediaOf } from '../fixtures/examples.ts';
import { courseWith } from './course-files.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** The examples of the author's guide, a page each, in one module held in memory; with no lock. */
export function guideCourse(): Promise<CourseSources> {
  const files: Record<string, string> = {
    'c/course.yaml': 'title: Guide\nsummary: Résumé.\nmodules: [01-m]\nfacts: [communs, petite-enfance]\n',
    'c/competencies.yaml': read('modules', 'petite-enfance', 'competencies.yaml'),
    'c/01-m/module.yaml': 'id: m1\ntitle: M\nsummary: S.\nminutes: 60\ncompetencies: [PE-M1.a, PE-M1.b, PE-M1.c]\n',
    'facts/communs.yaml': read('modules', 'facts', 'communs.yaml'),
    'facts/petite-enfance.yaml': read('modules', 'facts', 'petite-enfance.yaml'),
  };
  const media = new Map<string, string>();
  for (const { kind, title, markdown } of examples()) {
    files[`c/01-m/02-${kind}.md`] = `---\ntitre: ${title}\netape: comprendre\nminutes: 2\n---\n${markdown}`;
    const folder = join(ROOT, 'src', 'blocks', kind);
    for (const name of mediaOf(folder)) media.set(`c/01-m/media/${name}`, join(folder, name));
  }
  return withDocuments({ ...courseWith('', files), media });
}
