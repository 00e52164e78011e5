import type { BehaviourName } from './behaviours.ts';

export interface Cohort {
  name: string;
  /** Days before today when its first members began. */
  since: number;
  people: readonly (readonly [name: string, behaviour: BehaviourName])[];
}

/** Invented, as is Vernoselle. */
export const COHORTS: readonly Cohort[] = [
  {
    name: 'Promotion octobre 2026',
    since: 42,
    people: [
      ['Aurore Tisserand', 'assiduous'],
      ['Yacine Belkhodja', 'returning'],
      ['Gaëlle Prigent', 'sharing'],
      ['Moussa Traorel', 'expert'],
      ['Lise-Marie Payet', 'assiduous'],
      ['Hélène Courtaboz', 'stuck'],
      ['Dragan Milovic', 'late'],
      ['Sabine Wagnères', 'leaving'],
      ['Tuan Anh Vercors', 'sharing'],
      ['Océane Labrunie', 'guessing'],
      ['Paulo Teixeiras', 'returning'],
    ],
  },
  {
    name: 'Promotion janvier 2027',
    since: 10,
    people: [
      ['Inès Haddadi', 'late'],
      ['Corentin Le Squer', 'leaving'],
      ['Rosa Almeirim', 'expert'],
      ['Léonie Dussaux', 'leaving'],
      ['Ibrahima Sowane', 'assiduous'],
      ['Marguerite Clapier', 'stuck'],
      ['Noé Ferracci', 'guessing'],
      ['Zélie Montbazin', 'sharing'],
    ],
  },
  {
    name: 'Équipe de Vernoselle',
    since: 25,
    people: [
      ['Amandine Roquevert', 'expert'],
      ['Khadija Ouazzari', 'assiduous'],
      ['Thibault Cazenave', 'late'],
      ['Mireille Sangnier', 'returning'],
      ['Enzo Bellandi', 'guessing'],
      ['Fanny Olivreau', 'sharing'],
      ['Désiré Kouamélan', 'stuck'],
      ['Justine Abgrall', 'assiduous'],
      ['Viviane Ettori', 'leaving'],
    ],
  },
];
