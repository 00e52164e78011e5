import type { CourseSources } from '../../src/content/sources.ts';

const BASE: Record<string, string> = {
  'organisation.yaml': 'name: O\nactivityNumber: "1"\nhelpContact: h\ndisabilityReferent: r\ndpo: d\nsignatory: s\n',
  'c/course.yaml': 'title: Parcours\nsummary: Résumé.\nmodules: [01-m]\n',
  'c/competencies.yaml': '- id: C-1\n  title: Une compétence\n',
  'c/01-m/module.yaml': 'id: m1\ntitle: M\nsummary: S.\nminutes: 10\ncompetencies: [C-1]\n',
};

/** A one-module course held in memory: `page` is the body of its page, `lock` the text of its lock. */
export function courseWith(
  page: string,
  { lock, ...files }: Record<string, string> & { lock?: string } = {},
): CourseSources {
  const texts = new Map(
    Object.entries({
      ...BASE,
      'c/01-m/01-page.md': `---\ntitre: Page\netape: comprendre\nminutes: 10\n---\n${page}`,
      ...files,
    }),
  );
  if (lock !== undefined) texts.set('c/course.lock.json', lock);
  return {
    slug: 'c',
    texts,
    media: new Map(),
    at: { course: 'c', organisation: 'organisation.yaml', facts: 'facts', shared: 'partages' },
    issues: [],
  };
}

/** A single choice, its first option right. */
export const question = (id: string, stem: string, ...options: string[]) =>
  `\n:::choix-unique{id=${id}}\n${stem}\n\n${options.map((text, rank) => `- [${rank === 0 ? 'x' : ' '}] ${text}\n  > Explication de « ${text} ».\n`).join('')}:::\n`;
