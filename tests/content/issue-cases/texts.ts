import { HEADER, type IssueCase, inFile, onPage, PAGE } from './issue-case.ts';

const including = (texts: Readonly<Record<string, string>>, ...said: readonly string[]): IssueCase => ({
  files: {
    [PAGE]: `${HEADER}:::inclure{source=un.md}\n:::\n`,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`partages/${name}`, text])),
  },
  said,
});

const SHARED: IssueCase[] = [
  onPage(':::inclure\n:::', '6 inclure/source'),
  onPage(':::inclure{source=../ailleurs.md}\n:::', '6 inclure/hors-dossier'),
  onPage(':::inclure{source=absent.md}\n:::', '6 inclure/absent'),
  including({ 'un.md': 'Un texte.\n\n:::inclure{source=un.md}\n:::\n' }, 'partages/un.md:3 inclure/boucle'),
  including({ 'un.md': '---\ntitre: Un\n---\n\nUn texte.\n' }, 'partages/un.md:1 inclure/en-tete'),
  {
    files: { [PAGE]: `${HEADER}:::inclure{source=un.md}\nDes mots.\n:::\n`, 'partages/un.md': 'Un texte.\n' },
    said: [`${PAGE}:7 inclure/contenu`],
  },
  {
    files: {
      [PAGE]: `${HEADER}::::retenir\nUn texte.\n\n:::inclure{source=un.md}\n:::\n::::\n`,
      'partages/un.md': 'Un texte.\n',
    },
    said: [`${PAGE}:9 inclure/place`],
  },
  {
    files: {
      [PAGE]: `${HEADER}:::inclure{source=un.md}\n:::\n\n:::inclure{source=un.md}\n:::\n`,
      'partages/un.md': ':::radar{id=r}\n:::\n',
    },
    said: [`${PAGE}:9 inclure/deux-fois`],
  },
];

const LANGUAGES: IssueCase[] = [
  onPage('Un [burn-out]{langue=en}.', '6 langue/marque'),
  onPage('Un []{lang=en}.', '6 langue/mots'),
  onPage('Un [burn-out]{lang=}.', '6 langue/vide'),
  onPage('Un [burn-out]{lang=anglais}.', '6 langue/inconnue'),
  onPage('Un [burn-out] {lang=en}.', '6 langue/non-fermee'),
];

const TYPOGRAPHY: IssueCase[] = [
  onPage('Une espace&nbsp;ici.', '6 typographie/entite'),
  onPage('Un\nmot "entre" guillemets.', '7 typographie/guillemets'),
  onPage('Pourquoi?', '6 typographie/espace'),
  onPage('Le coeur du métier.', '6 typographie/ligature'),
  onPage('Ecouter une famille.', '6 typographie/capitale'),
  onPage('La 2ème fois.', '6 typographie/ordinal'),
  onPage('La loi no 12.', '6 typographie/numero'),
  onPage('Des jeux, etc...', '6 typographie/etc'),
  onPage('Deux  espaces.', '6 typographie/espace-double'),
  onPage('Un mot - un autre.', '6 typographie/tiret'),
  onPage('Enfin !!!', '6 typographie/exclamations'),
  inFile(
    'c/01-m/module.yaml',
    'id: m1\ntitle: Le coeur\nsummary: S.\nminutes: 10\ncompetencies: [C-1]',
    '2 typographie/ligature',
  ),
];

/** What is wrong in a shared text, in words of another language, in French typography. */
export const TEXT_CASES: readonly IssueCase[] = [...SHARED, ...LANGUAGES, ...TYPOGRAPHY];
