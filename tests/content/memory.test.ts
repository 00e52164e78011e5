import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { courseMemory } from '../../src/content/memory.ts';
import type { CourseSources } from '../../src/content/sources.ts';
import { courseWith, question } from './course-files.ts';

const page = (words: string) => `Un paragraphe.\n\n${question('q1', words, 'Juste', 'Fausse', 'Autre')}`;
/** What a compilation says, in a form that compares. */
const said = ({ issues, modules, outline, key, written, lock, factUses }: ReturnType<typeof compileCourse>) =>
  JSON.parse(JSON.stringify({ issues, modules, outline, key, written, lock, factUses: [...factUses] }));

/** The same texts, in other strings and another map. */
const again = (sources: CourseSources): CourseSources => ({
  ...sources,
  texts: new Map([...sources.texts].map(([path, text]) => [path, `${text}`])),
  issues: [],
});

test('what was kept and what is read afresh are the same course, through every kind of change', () => {
  const memory = courseMemory();
  const course = courseWith(page('Une question ?'));
  const [pagePath] = [...course.texts.keys()].filter((path) => path.endsWith('.md')).slice(-1);
  const changes: ((texts: Map<string, string>) => void)[] = [
    () => {},
    () => {},
    (texts) => texts.set(pagePath!, texts.get(pagePath!)!.replace('paragraphe', 'autre paragraphe')),
    (texts) => texts.set(pagePath!, `${texts.get(pagePath!)}\n[nulle part](absente.md)\n`),
    (texts) => texts.set(pagePath!, texts.get(pagePath!)!.replace('absente.md', `${pagePath!.split('/').at(-1)}#q2`)),
    (texts) => texts.set(pagePath!, texts.get(pagePath!)!.replace(/\n\[nulle part\].*\n/, '')),
    (texts) => {
      const file = [...texts.keys()].find((path) => path.endsWith('competencies.yaml'))!;
      texts.set(file, texts.get(file)!.replace(/title: .*/, 'title: Un autre intitulé'));
    },
    (texts) => {
      const file = [...texts.keys()].find((path) => path.endsWith('course.yaml'))!;
      texts.set(file, texts.get(file)!.replace(/title: .*/, 'title: Un autre parcours'));
    },
  ];
  let texts = new Map(course.texts);
  for (const change of changes) {
    texts = new Map(texts);
    change(texts);
    const sources = again({ ...course, texts });
    expect(said(compileCourse(sources, vocabulary, memory))).toEqual(said(compileCourse(again(sources), vocabulary)));
  }
});

test('a module that did not change is not read again', () => {
  const memory = courseMemory();
  const course = courseWith(page('Une question ?'));
  const first = compileCourse(course, vocabulary, memory);
  expect(compileCourse(again(course), vocabulary, memory).modules[0]).toBe(first.modules[0]);
});
