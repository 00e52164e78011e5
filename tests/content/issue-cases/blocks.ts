import { type IssueCase, onPage } from './issue-case.ts';

const CASE_HEAD = ':::cas{id=k}\n### Un cas\n\n';
const DEBRIEF = '\n#### debriefing\nBilan.\n:::';
/** A case of three nodes, sound but for what is written instead of one of them. */
const story = (start: string, rest = '#### b {fin}\nFin.\n\n#### c {fin}\nAutre fin.\n') =>
  `${CASE_HEAD}${start}\n${rest}${DEBRIEF}`;

const STORIES: IssueCase[] = [
  onPage(':::cas{id=k}\n:::', '6 cas/debriefing', '6 cas/nodes', '6 cas/title'),
  onPage(story('#### a\n- Oui => b\n  > Oui.\n- Non => c\n  > Non.\n'), '9 cas/html'),
  onPage(
    story(
      '#### a\nQue faire ?\n\n- Oui => b\n  > Même.\n- Non => d\n  > Même.\n- Oui => b\n- Rien => debriefing\n  > Non.\n- Sans flèche\n',
    ),
    '14 cas/cible',
    '14 cas/consequence-double',
    '16 cas/consequence',
    '16 cas/double',
    '17 cas/cible-debriefing',
    '19 cas/consequence',
    '19 cas/target',
  ),
  onPage(
    story(
      `#### a\nQue faire ?\n\n${'1234567'.replace(/./g, '- Choix $& => b\n  > Suite $&.\n')}- Autre {conseil} => c\n  > Suite.\n  - Une liste\n`,
    ),
    '9 cas/choices',
    '26 cas/marque',
    '28 cas/liste',
  ),
  onPage(
    story('#### Été\nQue faire ?\n\n- Oui => b\n  > Oui.\n- Non => c\n  > Non.\n\nPuis ?\n\n### Suite\n'),
    '9 cas/noeud',
    '17 cas/apres-choix',
    '19 cas/sous-titre',
  ),
  onPage(
    story('#### a {fini}\nQue faire ?\n\n- Oui => b\n  > Oui.\n- Non => c\n  > Non.\n\n#### a\nEncore.\n'),
    '9 cas/marque',
    '17 cas/noeud-double',
  ),
  onPage(
    `:::cas{id=k depart=z}\n### Un cas\n\n#### a\nA.\n\n- Oui => b\n\n#### b {fin}\nB.\n\n- Oui => a\n\n#### c\nC.\n${DEBRIEF}`,
    '6 cas/cible',
    '14 cas/fin-choix',
    '19 cas/impasse',
    '19 cas/inaccessible',
  ),
  onPage(
    `${CASE_HEAD}#### a\nA.\n\n- Oui => b\n\n#### b\nB.\n\n- Oui => a\n\n#### c {fin}\nC.\n\n#### debriefing\nBilan.\n\n- Oui => a\n:::`,
    '9 cas/boucle',
    '14 cas/boucle',
    '19 cas/inaccessible',
    '25 cas/debriefing-choix',
  ),
  onPage(
    `${CASE_HEAD}#### a\nA.\n\n- Oui => b\n\n#### b\nB.\n\n- Oui => c\n\n#### c\nC.\n\n- Oui => a\n${DEBRIEF}`,
    '6 cas/fin',
  ),
  onPage(
    `${CASE_HEAD}#### n0\nA.\n\n${Array.from({ length: 37 }, (_, rank) => `- Oui => n${rank + 1}\n\n#### n${rank + 1}${rank === 36 ? ' {fin}' : ''}\nA.\n`).join('\n')}${DEBRIEF}`,
    '6 cas/nodes',
  ),
  onPage(story('#### a\nQue faire ?\n\n- Oui => b\n  > Oui.\n- => c\n  > Non.\n'), '14 cas/words'),
];

const CARDS: IssueCase[] = [
  onPage(':::cartes{id=f}\n:::', '6 cartes/cards', '6 cartes/title'),
  onPage(
    ':::cartes{id=f}\n### Titre\n\n- Un\n- Deux\n  > Verso.\n- Deux\n  > Verso.\n-\n  > Verso.\n:::',
    '9 cartes/back',
    '12 cartes/double',
    '14 cartes/front',
  ),
  onPage(
    `:::cartes{id=f}\n### Titre\n\n${Array.from({ length: 21 }, (_, rank) => `- Carte ${rank}\n  > Verso.\n`).join('')}:::`,
    '6 cartes/cards',
  ),
];

const PERSONAL: IssueCase[] = [
  onPage(
    ':::journal{id=j mots=beaucoup modele=autre relire=demain}\n-\n:::',
    '6 journal/mark',
    '6 journal/model',
    '6 journal/prompt',
    '6 journal/reread',
    '6 journal/title',
    '7 journal/label',
  ),
  onPage(':::journal{id=j}\n### Titre\n\nConsigne.\n\n#### Exemple\n:::', '11 journal/html'),
  onPage(':::preuve{id=e}\n:::', '6 preuve/criteria', '6 preuve/prompt', '6 preuve/title'),
  onPage(':::preuve{id=e}\n### Titre\n\nConsigne.\n\n- Un\n- Un\n-\n:::', '12 preuve/double', '13 preuve/html'),
  onPage(
    `:::preuve{id=e}\n### Titre\n\nConsigne.\n\n${'123456789'.replace(/./g, '- Critère $&\n')}:::`,
    '6 preuve/criteria',
  ),
  onPage(':::positionnement{id=p}\n:::', '6 positionnement/items', '6 positionnement/title'),
  onPage(':::positionnement{id=p}\n### Titre\n\n- C-1\n- C-9\n:::', '10 competence/inconnue'),
];

const SINGLE = ':::choix-unique{id=q}\nQui ?\n\n- [x] A\n  > A.\n- [ ] B\n  > B.\n:::';

const SETS: IssueCase[] = [
  onPage('::::quiz{id=z}\n::::', '6 quiz/vide'),
  onPage(`::::quiz{id=z tirage=deux}\n${SINGLE}\n::::`, '6 quiz/draw'),
  onPage(`::::quiz{id=z tirage=3}\n${SINGLE}\n::::`, '6 quiz/tirage'),
  onPage(`::::quiz{id=z}\n${SINGLE}\n\n:::radar\n:::\n::::`, '16 quiz/contenu'),
  onPage(':::rappel{id=r nombre=six quand=hier}\n:::', '6 rappel/count', '6 rappel/when'),
  onPage(':::rappel{id=r nombre=21}\n:::', '6 rappel/count'),
];

/** What is wrong in a story, in cards, in what a person writes for herself, in a set of questions. */
export const BLOCK_CASES: readonly IssueCase[] = [...STORIES, ...CARDS, ...PERSONAL, ...SETS];
