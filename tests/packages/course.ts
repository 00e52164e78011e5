import type { CourseOutline, ModuleOutline } from '../../src/model/course.ts';

/** Words that break a careless writer of XML: &, « », ’, accents, <, a line break, an emoji. */
const territory: ModuleOutline = {
  id: 'm2',
  number: 2,
  title: 'Lire un territoire : l’offre & les besoins',
  summary: 'Où en est l’accueil des moins de 3 ans ?\nChiffres < opinions.',
  minutes: 60,
  masteryScore: 0.8,
  competencies: [1],
  pages: [{ id: 'se-situer', number: 1, step: 'se-situer', title: 'Se situer', minutes: 5 }],
  tasks: [],
};

export const course: CourseOutline = {
  slug: 'petite-enfance',
  iri: 'tag:parcours-coordo,2026:petite-enfance',
  title: 'Coordonner la « petite enfance » : élus & équipes, l’essentiel',
  summary: 'Pour celles et ceux qui coordonnent l’accueil du jeune enfant. 👶',
  language: 'fr',
  release: 3,
  status: 'completed',
  disclaimer:
    'Contenu indépendant, sans lien avec les certificateurs et employeurs cités ; préparation, non délivrance.',
  organisation: {
    name: 'Organisme d’essai & Cie',
    activityNumber: '00 00 00000 00',
    helpContact: 'aide@essai.invalid',
    disabilityReferent: 'Camille Exemple',
    dpo: 'dpo@essai.invalid',
    signatory: 'Camille Exemple',
  },
  competencies: [{ id: 'PE-M1.a', number: 1, title: 'Situer sa fonction', indicators: [] }],
  modules: [{ ...territory, id: 'm1', number: 1, title: 'La fonction de coordonnateur' }, territory],
};

export const files = ['index.html', 'assets/player-1a2b.js', 'media/Relais d’été n°1 & co.webp', 'media/100 %.svg'];
