import { type Campus, campusIri } from './campus.ts';

export interface Learner {
  /** Opaque: what the platform and the statements know. */
  id: string;
  /** « Prénom Nom »; known of the campus alone. */
  name: string;
  /** `''` for none. */
  cohort: string;
}

/** Invented, as is Vernoselle where they work. */
export const INVENTED_NAMES: readonly string[] = [
  'Nadia Ferrand',
  'Malo Kerdraon',
  'Aïcha Benslimane',
  'Claire Vasseur',
  'Thi Mai Lacombe',
  'Jean-Baptiste Oulié',
  'Fatou Diarrassouba',
  'Solène Guérigny',
  'Rui Pedrosa',
  'Maëlys Hoareau',
  'Ioana Petrescu',
  'Bertrand Saulnier',
];

/** Longest name, in characters. */
export const NAME_LENGTH = 80;

/** By name. */
export function learners({ data }: Pick<Campus, 'data'>): Learner[] {
  const byName = new Intl.Collator('fr').compare;
  return data
    .all('SELECT id, name, cohort FROM learners')
    .map(({ id, name, cohort }) => ({ id: String(id), name: String(name), cohort: String(cohort) }))
    .sort((a, b) => byName(a.name, b.name));
}

/** Undefined when there is none of that identifier. */
export const learnerOf = (campus: Pick<Campus, 'data'>, id: string): Learner | undefined => {
  const row = campus.data.one('SELECT id, name, cohort FROM learners WHERE id = ?', [id]);
  return row && { id: String(row.id), name: String(row.name), cohort: String(row.cohort) };
};

/** `name`: one line of 1 to 80 characters, spaces put right. Undefined when it is not one. */
export function addLearner(campus: Campus, name: string, cohort = ''): Learner | undefined {
  const words = name.replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > NAME_LENGTH) return undefined;
  const id = campus.randomBytes(8).toString('hex');
  campus.data.run('INSERT INTO learners (id, name, cohort, added) VALUES (?, ?, ?, ?)', [
    id,
    words,
    cohort,
    campus.now().getTime(),
  ]);
  return { id, name: words, cohort };
}

/** At the very first start, so that there is someone to follow a course as. */
export function inventLearners(campus: Campus): void {
  if (campus.data.one('SELECT id FROM learners LIMIT 1')) return;
  campus.data.transaction(() => {
    for (const name of INVENTED_NAMES) addLearner(campus, name);
  });
}

/** How statements name a learner: an account of this campus, never the person's name. */
export const agentOf = (campus: Pick<Campus, 'data'>, learner: Pick<Learner, 'id'>) => ({
  objectType: 'Agent' as const,
  account: { homePage: campusIri(campus), name: learner.id },
});
