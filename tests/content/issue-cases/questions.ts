import { type IssueCase, onPage, withMedia } from './issue-case.ts';

const CHOICE: IssueCase[] = [
  onPage(':::choix-unique{id=q}\nQui ?\n:::', '6 choix-unique/options', '6 choix-unique/options'),
  onPage(':::choix-unique{id=q}\n- [x] Oui\n  > Oui.\n- [ ] Non\n  > Non.\n:::', '6 choix-unique/stem'),
  onPage(
    ':::choix-unique{id=q}\nQui ?\n\n- [x]\n  > Oui.\n- [ ] Non\n- Peut-être\n  > Non.\n:::',
    '9 choix-unique/html',
    '11 choix-unique/feedback',
    '12 choix/case',
  ),
  onPage(':::choix-unique{id=q}\nQui ?\n\n- [x] A\n  > A.\n- [x] B\n  > B.\n:::', '6 choix-unique/multiple'),
  onPage(':::choix-multiple{id=q}\nQui ?\n\n- [x] A\n  > A.\n- [ ] B\n  > B.\n:::', '6 choix-multiple/multiple'),
  onPage(
    ':::choix-unique{id=q}\nQui ?\n\n- [x] A\n  > A.\n- [ ] A\n  > A.\n:::',
    '11 choix/double',
    '11 choix/explication-double',
  ),
  onPage(
    `:::choix-unique{id=q}\nQui ?\n\n${Array.from({ length: 37 }, (_, rank) => `- [${rank ? ' ' : 'x'}] Option ${rank}\n  > Explication ${rank}.`).join('\n')}\n:::`,
    '6 choix-unique/options',
  ),
  onPage(':::choix-unique{id=q faits="FA-2"}\nQui ?\n\n- [x] A\n  > A.\n- [ ] B\n  > B.\n:::', '6 fait/av'),
];

const TRUE_FALSE: IssueCase[] = [
  onPage(':::vrai-faux{id=q}\nVrai ou faux ?\n:::', '6 vrai-faux/statements'),
  onPage(
    ':::vrai-faux{id=q}\n- [x] A\n- [ ]\n  > Non.\n- B\n  > Oui.\n- [ ] A\n  > Oui.\n:::',
    '7 vrai-faux/feedback',
    '8 vrai-faux/html',
    '10 vrai-faux/case',
    '12 vrai-faux/double',
    '12 vrai-faux/explication-double',
  ),
  onPage(':::vrai-faux{id=q}\n- [x] A\n  > A.\n- [x] B\n  > B.\n- [x] C\n  > C.\n:::', '6 vrai-faux/devinable'),
  onPage(
    `:::vrai-faux{id=q}\n${Array.from({ length: 37 }, (_, rank) => `- [${rank % 2 ? ' ' : 'x'}] Phrase ${rank}\n  > Explication ${rank}.`).join('\n')}\n:::`,
    '6 vrai-faux/statements',
  ),
];

const ARRANGE: IssueCase[] = [
  onPage(':::association{id=q}\n- A => Un\n- B => Deux\n:::', '6 association/stem'),
  onPage(
    ':::association{id=q}\nReliez.\n\n- A => Un\n- B\n- A => Deux\n:::',
    '10 association/target',
    '11 association/double',
  ),
  onPage(':::association{id=q}\nReliez.\n\n- A => Un\n:::', '6 association/lines'),
  onPage(':::association{id=q}\nReliez.\n\n- A => Un\n- B => Un\n:::', '6 association/lines'),
  onPage(
    `:::association{id=q}\nReliez.\n\n${Array.from({ length: 37 }, (_, rank) => `- A${rank} => B${rank}`).join('\n')}\n:::`,
    '6 association/lines',
  ),
  onPage(
    ':::classement{id=q}\n- A\n  - Un\n    - Encore\n  - Un\n    > Pourquoi.\n- B\n  > Explication.\n\n  - Deux\n  -\n-\n  - Trois\n:::',
    '6 classement/stem',
    '8 classement/niveaux',
    '10 classement/double',
    '12 classement/explication',
    '16 classement/html',
    '17 classement/text',
  ),
  onPage(':::classement{id=q}\nClassez.\n\n- A\n  - Un\n  - Deux\n  - Trois\n:::', '6 classement/categories'),
  onPage(':::classement{id=q}\nClassez.\n\n- A\n  - Un\n  - Deux\n  - Trois\n- B\n:::', '13 classement/items'),
  onPage(':::classement{id=q}\nClassez.\n\n- A\n  - Un\n- B\n  - Deux\n:::', '6 classement/categories'),
  onPage(
    `:::classement{id=q}\nClassez.\n\n${'ABCDEFG'.replace(/./g, (name) => `- ${name}\n  - x${name}\n`)}:::`,
    '6 classement/categories',
  ),
  onPage(
    `:::classement{id=q}\nClassez.\n\n- A\n${Array.from({ length: 35 }, (_, rank) => `  - x${rank}\n`).join('')}- B\n  - y\n:::`,
    '6 classement/categories',
  ),
  onPage(':::ordre{id=q}\n1. Un\n2. Deux\n3. Trois\n:::', '6 ordre/stem'),
  onPage(':::ordre{id=q}\nRangez.\n\n- Un\n- Deux\n- Trois\n:::', '9 ordre/numeros'),
  onPage(':::ordre{id=q}\nRangez.\n\n1. Un\n2. Un\n3.\n:::', '10 ordre/double', '11 ordre/html'),
  onPage(':::ordre{id=q}\nRangez.\n\n1. Un\n2. Deux\n:::', '6 ordre/items'),
  onPage(
    `:::ordre{id=q}\nRangez.\n\n${Array.from({ length: 10 }, (_, rank) => `${rank + 1}. Chose ${rank}\n`).join('')}:::`,
    '6 ordre/items',
  ),
  onPage(
    ':::ordre{id=q}\nRangez.\n\n1. Un\n   > Même.\n2. Deux\n   > Même.\n3. Trois\n:::',
    '11 ordre/explication-double',
  ),
];

const WRITE: IssueCase[] = [
  onPage(':::texte-a-trous{id=q}\nComplétez.\n:::', '6 texte-a-trous/gaps'),
  onPage(
    ':::texte-a-trous{id=q}\nLa [[ ]] et la [[(PMI)]].\n:::',
    '7 texte-a-trous/entries',
    '7 texte-a-trous/entries',
  ),
  onPage(':::texte-a-trous{id=q}\nLa [[(PMI) | (Caf) | ville]].\n:::', '7 texte-a-trous/rights'),
  onPage(`:::texte-a-trous{id=q}\nLa [[${'x'.repeat(101)}]].\n:::`, '7 texte-a-trous/entries'),
  onPage(`:::texte-a-trous{id=q}\n${'La [[PMI]]. '.repeat(13)}\n:::`, '6 texte-a-trous/gaps'),
  onPage(':::texte-a-trous{id=q}\nLa [[PMI | pmi]].\n:::', '7 texte-a-trous/double'),
  onPage(':::texte-a-trous{id=q}\n## La [[PMI]]\n:::', '7 texte-a-trous/place'),
  onPage(':::texte-a-trous{id=q}\nLa [[PMI]].\n\n1. Un.\n2. Deux.\n:::', '9 texte-a-trous/explications'),
  onPage(':::texte-a-trous{id=q tolerance=casses}\nLa [[PMI]].\n:::', '6 texte-a-trous/tolerance'),
  onPage(':::reponse-courte{id=q tolerance=""}\n- [x] PMI\n:::', '6 reponse-courte/stem', '6 reponse-courte/tolerance'),
  onPage(':::reponse-courte{id=q tolerance="aucune casse"}\nQui ?\n\n- [x] PMI\n:::', '6 reponse-courte/tolerance'),
  onPage(
    ':::reponse-courte{id=q}\nQui ?\n\n- [x] PMI\n- [x] pmi\n- [ ] Pmi\n  > Non.\n- [ ] Caf\n- Ville\n  > Non.\n- [x] ,\n- [x]\n:::',
    '10 reponse-courte/double',
    '11 reponse-courte/contradiction',
    '13 reponse-courte/feedback',
    '14 reponse-courte/case',
    '16 reponse-courte/text',
    '17 reponse-courte/text',
  ),
  onPage(':::reponse-courte{id=q}\nQui ?\n\n- [ ] Caf\n  > Non.\n:::', '6 reponse-courte/answers'),
  onPage(`:::reponse-courte{id=q}\nQui ?\n\n- [x] ${'x'.repeat(201)}\n:::`, '9 reponse-courte/text'),
  onPage(':::reponse-numerique{id=q}\n- [x] 12\n:::', '6 reponse-numerique/stem'),
  onPage(
    ':::reponse-numerique{id=q tolerance=2}\nCombien ?\n\n- [x] 12\n- [ ] 13\n  > Non.\n- [ ] 12\n  > Non.\n- [ ] 20\n- 30\n  > Non.\n- [ ] douze\n  > Non.\n:::',
    '10 reponse-numerique/dans-tolerance',
    '12 reponse-numerique/double',
    '14 reponse-numerique/feedback',
    '15 reponse-numerique/case',
    '17 reponse-numerique/value',
  ),
  onPage(':::reponse-numerique{id=q}\nCombien ?\n\n- [ ] 12\n  > Non.\n:::', '6 reponse-numerique/values'),
  onPage(':::reponse-numerique{id=q}\nCombien ?\n\n- [x] 12\n- [x] 13\n:::', '6 reponse-numerique/values'),
  onPage(':::reponse-numerique{id=q}\nCombien ?\n\n- [x]\n:::', '9 reponse-numerique/value'),
  onPage(':::reponse-numerique{id=q tolerance=peu}\nCombien ?\n\n- [x] 12\n:::', '6 reponse-numerique/tolerance'),
  onPage(':::reponse-numerique{id=q tolerance=-1}\nCombien ?\n\n- [x] 12\n:::', '6 reponse-numerique/tolerance'),
  onPage(':::reponse-ouverte{id=q}\n> Une réponse.\n:::', '6 reponse-ouverte/stem'),
  onPage(
    ':::reponse-ouverte{id=q mots=beaucoup}\nPourquoi ?\n:::',
    '6 reponse-ouverte/mark',
    '6 reponse-ouverte/model',
  ),
  onPage(':::reponse-ouverte{id=q}\nPourquoi ?\n\n> Parce que.\n\n- Un point\n:::', '6 reponse-ouverte/points'),
  onPage(
    ':::reponse-ouverte{id=q}\nPourquoi ?\n\n> Parce que.\n\n- Un\n- Un\n-\n:::',
    '12 reponse-ouverte/double',
    '13 reponse-ouverte/html',
  ),
  onPage(
    `:::reponse-ouverte{id=q}\nPourquoi ?\n\n> Parce que.\n\n${'123456789'.replace(/./g, '- Point $&\n')}:::`,
    '6 reponse-ouverte/points',
  ),
];

const PLAN = { 'plan.svg': 'src/blocks/hotspot/plan-accueil.svg' };
const IMAGE = '![Plan d’une crèche\u00a0: le hall au centre, le bureau à gauche, le dortoir au fond.](media/plan.svg)';

const ZONES: IssueCase[] = [
  onPage(
    ':::reponse-zone{id=q}\n- [x] Ici. (zone 1 1 10 10)\n  > Oui.\n- [ ] Là. (zone 20 1 10 10)\n  > Non.\n:::',
    '6 reponse-zone/images',
    '6 reponse-zone/stem',
  ),
  withMedia(
    PLAN,
    onPage(
      `:::reponse-zone{id=q}\nOù ?\n\n![Un plan](media/plan.svg)\n\n${IMAGE}\n\nVoici ${IMAGE}\n\n- [x] Ici. (zone 1 1 10 10)\n  > Oui.\n- [ ] Là. (zone 20 1 10 10)\n  > Non.\n:::`,
      '9 reponse-zone/alternative',
      '11 reponse-zone/images',
      '13 reponse-zone/alone',
      '13 reponse-zone/images',
    ),
  ),
  withMedia(
    PLAN,
    onPage(
      `:::reponse-zone{id=q}\nOù ?\n\n${IMAGE}\n\n- [x] Ici.\n  > Oui.\n- [ ] Là. (zone 95 1 10 10)\n  > Oui.\n- [ ] (zone 1 1 1 1)\n- Là. (zone 20 1 10 10)\n  > Non.\n:::`,
      '11 reponse-zone/zone',
      '13 reponse-zone/zone',
      '15 reponse-zone/feedback',
      '15 reponse-zone/html',
      '16 reponse-zone/case',
    ),
  ),
  withMedia(
    PLAN,
    onPage(
      `:::reponse-zone{id=q}\nOù ?\n\n${IMAGE}\n\n- [ ] Ici. (zone 1 1 10 10)\n  > Oui.\n:::`,
      '6 reponse-zone/options',
      '6 reponse-zone/options',
    ),
  ),
  withMedia(
    PLAN,
    onPage(
      `:::reponse-zone{id=q}\nOù ?\n\n${IMAGE}\n\n- [x] Ici. (zone 1 1 10 10)\n  > Oui.\n- [x] Ici. (zone 20 1 10 10)\n  > Oui.\n:::`,
      '6 reponse-zone/options',
    ),
  ),
  withMedia(
    PLAN,
    onPage(
      `:::reponse-zone{id=q}\nOù ?\n\n${IMAGE}\n\n- [x] Ici. (zone 1 1 10 10)\n  > Oui.\n- [ ] Ici. (zone 20 1 10 10)\n  > Oui.\n:::`,
      '13 reponse-zone/double',
      '13 reponse-zone/explication-double',
    ),
  ),
  withMedia(
    PLAN,
    onPage(
      `:::reponse-zone{id=q}\nOù ?\n\n${IMAGE}\n\n${Array.from({ length: 37 }, (_, rank) => `- [${rank ? ' ' : 'x'}] Lieu ${rank}. (zone 1 1 10 10)\n  > Explication ${rank}.`).join('\n')}\n:::`,
      '6 reponse-zone/options',
    ),
  ),
];

const OPINION: IssueCase[] = [
  onPage(':::echelle{id=q niveaux="Jamais, , "}\nJ’écris.\n:::', '6 echelle/levels', '6 echelle/levels'),
  onPage(':::echelle{id=q niveaux="Jamais, Jamais"}\nJ’écris.\n:::', '6 echelle/levels'),
  onPage(':::echelle{id=q niveaux=Jamais}\nJ’écris.\n:::', '6 echelle/levels'),
  onPage(':::echelle{id=q niveaux="1,2,3,4,5,6,7,8"}\nJ’écris.\n:::', '6 echelle/levels'),
  onPage(':::echelle{id=q}\n:::', '6 echelle/items'),
  onPage(
    ':::echelle{id=q plusieurs}\nCe que je fais.\n\n- [x] J’écris.\n  > Oui.\n- J’écris.\n-\n:::',
    '6 echelle/attribut',
    '9 echelle/case',
    '9 echelle/explication',
    '11 echelle/double',
    '12 echelle/text',
  ),
  onPage(
    `:::echelle{id=q}\nCe que je fais.\n\n${Array.from({ length: 37 }, (_, rank) => `- Chose ${rank}\n`).join('')}:::`,
    '6 echelle/items',
  ),
  onPage(
    ':::sondage{id=q niveaux="Oui, Non"}\n- [x] A\n  > Oui.\n- A\n:::',
    '6 sondage/attribut',
    '6 sondage/stem',
    '7 sondage/case',
    '7 sondage/explication',
    '9 sondage/double',
  ),
  onPage(':::sondage{id=q}\nQue faites-vous ?\n\n- A\n:::', '6 sondage/items'),
];

/** What is wrong in a question. */
export const QUESTION_CASES: readonly IssueCase[] = [
  ...CHOICE,
  ...TRUE_FALSE,
  ...ARRANGE,
  ...WRITE,
  ...ZONES,
  ...OPINION,
];
