import { type IssueCase, onPage, withMedia } from './issue-case.ts';

const OUTIL = 'c/01-m/media/outil.md';

const TEXT: IssueCase[] = [
  onPage('Un <b>mot</b>.', '6 texte/html', '6 texte/html'),
  onPage('# Titre', '6 texte/titre-1'),
  onPage('[suite](ailleurs.md)', '6 lien/mort'),
  onPage('[suite](#nulle-part)', '6 lien/mort'),
  onPage('![](media/plan.svg)', '6 image/absente', '6 image/alternative'),
  onPage('[caf](glossaire:caf)', '6 glossaire/inconnu'),
  onPage(':::', '6 bloc/fermeture'),
  onPage(':::retenir{titre', '6 bloc/ouverture'),
  onPage(':::retnir\nUn texte.\n:::', '6 bloc/inconnu'),
  onPage(':::retenir\nUn texte.', '6 bloc/non-ferme'),
  onPage(':::retenir{=x}\nUn texte.\n:::', '6 bloc/attribut-illisible'),
  onPage(':::retenir{couleur=bleu}\nUn texte.\n:::', '6 bloc/attribut-inconnu'),
  onPage('::::retenir\nUn texte.\n\n:::journal{id=j}\n### Titre\n:::\n::::', '9 bloc/imbrication'),
  onPage(':::journal\n### Titre\n\nConsigne.\n:::', '6 bloc/id'),
  onPage(':::journal{id=Été}\n### Titre\n\nConsigne.\n:::', '6 bloc/id-forme'),
  onPage(':::radar{id=a}\n:::\n\n:::radar{id=a}\n:::', '9 bloc/id-double'),
  onPage(':::radar{competences="C-1 C-2 C-3"}\n:::', '6 bloc/competences'),
  onPage(':::radar{competences="C-9"}\n:::', '6 competence/inconnue'),
  onPage(':::radar{faits="FA-9"}\n:::', '6 fait/inconnu'),
];

const FRAMES: IssueCase[] = [
  onPage(':::attention\n:::', '6 encadre/vide'),
  onPage(':::cadre-legal\nLa loi le dit.\n:::', '6 cadre-legal/faits'),
  onPage(':::objectifs\n- savoir\n- savoir (C-9)\n:::', '7 objectifs/competence', '8 competence/inconnue'),
  onPage(':::objectifs\nRien.\n:::', '6 objectifs/vide'),
  onPage(':::glossaire\n:::', '6 glossaire/vide'),
  onPage(
    ':::glossaire\nVoici les mots.\n\n- Caf\n- **Caf** : une caisse.\n- **PMI** : un service.\n\n  Un autre.\n- **caf** : encore.\n:::',
    '7 glossaire/texte',
    '9 glossaire/terme',
    '11 glossaire/long',
    '14 glossaire/double',
  ),
  onPage(
    ':::glossaire\n- **Caf** : une caisse.\n:::\n\n:::choix-unique{id=q}\nQui ?\n\n- [x] La [Caf](glossaire:caf)\n  > Oui.\n- [ ] Non\n  > Non.\n:::',
    '13 glossaire/place',
  ),
];

const PLAN = { 'plan.svg': 'src/blocks/figure/paliers-communes.svg' };
const VIDEO = { 'film.webm': 'src/blocks/video/paliers.webm', 'film.vtt': 'src/blocks/video/paliers.vtt' };

const MEDIA: IssueCase[] = [
  onPage(':::image{source=media/plan.svg alt="Un plan"}\n:::', '6 media/absent'),
  onPage(':::image{alt="Un plan"}\n:::', '6 image/source'),
  withMedia(PLAN, onPage(':::image{source=media/plan.svg}\n:::', '6 image/alternative')),
  withMedia(
    PLAN,
    onPage(`:::image{source=media/plan.svg alt="${'mot '.repeat(80)}"}\n:::`, '6 image/alternative-longue'),
  ),
  withMedia(PLAN, onPage(':::image{source=media/plan.svg decoratif alt="Un plan"}\n:::', '6 image/decoratif')),
  withMedia(VIDEO, onPage(':::image{source=media/film.webm alt="Un plan"}\n:::', '6 image/format')),
  withMedia(
    { 'a/plan.svg': PLAN['plan.svg'], 'b/plan.svg': 'src/blocks/hotspot/plan-accueil.svg' },
    onPage('![Un](media/a/plan.svg)\n\n![Deux](media/b/plan.svg)', '8 media/double'),
  ),
  withMedia(
    VIDEO,
    onPage(':::video{source=media/film.webm}\n:::', '6 video/sous-titres', '6 video/titre', '6 video/transcription'),
  ),
  withMedia(
    PLAN,
    onPage(':::video{sous-titres=media/plan.svg titre=Film}\nRien.\n:::', '6 video/source', '6 video/webvtt'),
  ),
  withMedia(
    { ...VIDEO, 'casse.vtt': 'tests/fixtures/media/casse.vtt' },
    onPage(':::video{source=media/film.webm sous-titres=media/casse.vtt titre=Film}\nRien.\n:::', '6 video/webvtt'),
  ),
  withMedia(
    { ...VIDEO, ...PLAN },
    onPage(':::video{source=media/plan.svg sous-titres=media/film.vtt titre=Film}\nRien.\n:::', '6 video/format'),
  ),
  onPage(':::audio\n:::', '6 audio/source', '6 audio/titre', '6 audio/transcription'),
  withMedia(PLAN, onPage(':::audio{source=media/plan.svg titre=Son}\nRien.\n:::', '6 audio/format')),
  onPage(':::telecharger\n:::', '6 telecharger/source', '6 telecharger/titre'),
  withMedia(
    { 'grille.docx': 'tests/fixtures/media/vide.docx' },
    onPage(':::telecharger{source=media/grille.docx titre=Grille}\n:::', '6 telecharger/vide'),
  ),
  withMedia(
    { 'outil.md': 'tests/fixtures/media/outil.md' },
    {
      ...onPage(':::telecharger{source=media/outil.md titre=Outil}\n:::'),
      said: [
        '1 document/titre',
        '5 document/titre-double',
        '7 document/contenu', // an image, a link to a page, a word of the glossary
        '7 document/contenu',
        '7 document/contenu',
        '7 texte/html',
        '7 texte/html',
        '9 document/contenu',
        '13 document/contenu',
        '15 document/contenu',
        '17 langue/marque',
      ].map((one) => `${OUTIL}:${one}`),
    },
  ),
  withMedia(
    { 'outil.md': 'tests/fixtures/media/titre.md', 'outil.docx': 'tests/fixtures/media/vide.docx' },
    {
      ...onPage(':::telecharger{source=media/outil.md titre=Outil}\n:::'),
      said: [`${OUTIL}:1 document/double`],
    },
  ),
  withMedia(
    { 'outil.md': 'tests/fixtures/broken/casse/01-module/03-latin1.md' },
    {
      ...onPage(':::telecharger{source=media/outil.md titre=Outil}\n:::'),
      said: [`${OUTIL}:1 fichier/encodage`],
    },
  ),
  onPage(':::ressource\n:::', '6 ressource/consulte', '6 ressource/titre', '6 ressource/url'),
  onPage(
    ':::ressource{url=http://www.caf.fr titre=Caf consulte=2026-02-30}\n:::',
    '6 ressource/consulte',
    '6 ressource/url',
  ),
  onPage(':::ressource{url=https://www.caf.fr titre=Caf consulte=2999-01-01}\n:::', '6 ressource/consulte'),
];

/** What is wrong in a page's text, in a link, in a block that only shows. */
export const PAGE_CASES: readonly IssueCase[] = [...TEXT, ...FRAMES, ...MEDIA];
