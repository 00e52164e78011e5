import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lrsSent } from '../src/trackers/lrs-sent.ts';
import { scorm12Sent } from '../src/trackers/scorm12-sent.ts';
import { EVENTS, type SentEvent } from '../src/trackers/sent.ts';
import { VERBS } from '../src/xapi/vocabulary.ts';
import { ROOT } from './courses.ts';
import { type EditorFile, repositoryEditorFiles } from './editor-files.ts';

/** `npm run docs`: the page for whoever answers for the protection of data, made from the code. */
export function sentPage(): string {
  const events = Object.entries(EVENTS) as [SentEvent, string][];
  const elements = [...new Set(events.flatMap(([event]) => scorm12Sent[event].map(({ element }) => element)))];
  const rows = events.map(
    ([event, words]) =>
      `| ${words} | ${scorm12Sent[event].map(({ element }) => `\`${element}\``).join('<br>')} | rien ne quitte l’appareil |`,
  );
  const meanings = elements.map((element) => {
    const said = [
      ...new Set(
        events.flatMap(([event]) =>
          scorm12Sent[event].filter((item) => item.element === element).map(({ meaning }) => meaning),
        ),
      ),
    ];
    return `| \`${element}\` | ${said.join(' ; ')} |`;
  });
  const statements = lrsSent.map(
    ({ verb, when, says, targets }) =>
      `| ${when} | \`${verb}\` (${VERBS[verb].fr}) | ${says} | ${targets.map((name) => (name === 'xapi' ? 'xAPI' : name)).join(', ')} |`,
  );
  return `# Ce qui est envoyé à la plateforme

Page écrite par \`npm run docs\` à partir du code, et tenue vraie par un essai : elle s’adresse à l’organisme et à son délégué à la protection des données.

## Événement par événement

| Ce que fait la personne | SCORM 1.2 | Web, sans plateforme |
|---|---|---|
${rows.join('\n')}

Un même enregistrement regroupe ce qui s’est passé depuis le précédent ; une valeur inchangée n’est pas renvoyée.

## Ce que veut dire chaque élément

| Élément | Contenu |
|---|---|
${meanings.join('\n')}

## Les paquets cmi5 et xAPI

Ces paquets parlent à un serveur de suivi (LRS), dont la plateforme donne l’adresse et la clé au moment où elle ouvre le module. Le paquet n’en contient aucune ; il n’écrit à personne d’autre. En cmi5, la clé ne vaut que pour la séance : la page la garde dans l’onglet, le temps de l’onglet. Chaque énoncé dit qui (la personne, telle que la plateforme la nomme dans l’adresse d’ouverture : préférez un identifiant opaque), quand (heure universelle du fait), dans quelle inscription et quelle séance, avec le contexte que la plateforme impose.

| Quand | Énoncé | Ce qu’il dit de plus | Paquets |
|---|---|---|---|
${statements.join('\n')}

À côté des énoncés, le serveur de suivi garde des documents d’état, au nom de la personne :

| Document | Contenu | Rangé sous |
|---|---|---|
| \`parcours-coordo\` | l’état de la personne, compressé : pages ouvertes, réponses, textes du journal ; le pourcentage et le résultat déjà dits ; les identifiants d’énoncés en attente et de partages | le parcours et l’inscription ; le module seul si le serveur refuse |
| \`parcours-coordo.once\` | la date de fin et de réussite déjà dites | l’activité ouverte et l’inscription |

Ils sont lus : \`LMS.LaunchData\` et \`cmi5LearnerPreferences\` (langue, son), que le paquet n’écrit jamais.

Ce qui n’est pas encore parti attend sur l’appareil, dans une file qui contient ces énoncés tels quels, non chiffrés : elle se vide dès qu’ils arrivent, au plus tard à l’ouverture suivante sur cet appareil.

**En aperçu ou en relecture** (cmi5 \`Browse\`, \`Review\`), seuls \`initialized\` et \`terminated\` sont envoyés ; en relecture, l’état aussi, si la personne change son journal.

**Effacer.** Un énoncé ne se modifie pas : \`voided\` le signale comme à ne plus lire, il reste dans le serveur. L’effacement se demande à qui tient le serveur de suivi, pour un compte (\`actor\`) : énoncés et documents d’état. Si le compte est opaque, détruire la table qui le relie à la personne rend le reste anonyme. Attention : en cmi5, la clé d’une séance laisse souvent lire les énoncés des autres personnes du même serveur ; c’est pourquoi aucun texte privé n’y est, et pourquoi chaque organisme devrait avoir le sien.

## Ce qui n’est jamais envoyé

- Une entrée privée ne produit aucun énoncé : ni texte, ni longueur, ni date. Elle n’est que dans l’état de la personne.
- Le texte d’une réponse ouverte ne devient une réponse que si l’auteur du module l’a demandé (\`transmise\`) : le bloc le dit alors à côté du champ, avant qu’on y écrive. Sans cela, seule part la comparaison que la personne fait de son texte avec la réponse possible.
- Aucun texte de journal ne devient une réponse (\`cmi.interactions\`), tant que la personne ne le partage pas : ni le texte, ni son nombre de mots, ni sa date. Il ne se trouve que dans \`cmi.suspend_data\`, avec la progression. Les formateurs et l’administration de la plateforme peuvent techniquement l’y retrouver, et le journal le dit à l’endroit où l’on écrit. Un code personnel, que personne ne peut retrouver, l’y rend illisible.
- Une entrée partagée l’est telle que la personne l’a laissée, noms remplacés compris ; le partage retiré, la réponse dit seulement qu’il l’a été. Ce que la plateforme a déjà recopié ailleurs ne peut pas être repris d’ici.
- Une preuve (lien, texte, empreinte d’un fichier) n’est que dans l’état de la personne. Le fichier lui-même n’est jamais lu par un serveur ni gardé.
- \`cmi.comments\` n’est jamais écrit.
- Rien n’est envoyé à une autre adresse que celle de la plateforme : le paquet ne contient ni adresse extérieure, ni clé. Sa politique de sécurité l’interdit, sauf dans les paquets cmi5 et xAPI, où elle laisse joindre le serveur de suivi que la plateforme désigne.
- En relecture (\`review\`), seul \`cmi.suspend_data\` est écrit, et seulement si la personne change son journal. En aperçu (\`browse\`), rien n’est écrit.

## Ce qui reste sur l’appareil

Une copie de l’état (progression et textes) est gardée par le navigateur, sous un nom calculé à partir de l’adresse de la plateforme, de l’identifiant de la personne et du parcours. Elle sert quand la plateforme n’a pas enregistré. Elle est en clair à la première ouverture, puis chiffrée dès que la plateforme a rendu sa clé à une ouverture suivante ; elle est supprimée quand une ouverture montre que la plateforme détient tout. La personne peut la voir, l’exporter et l’effacer par « Mes données ».

Deux onglets du même navigateur échangent un message interne pour qu’un seul enregistre. Après chaque enregistrement, une requête vide vérifie que le serveur de la plateforme répond : sans cela la page pourrait dire « Enregistré » à tort.
`;
}

/** Every file of the repository that is made from the code, by its path from the root. */
export const writtenByCode = (): EditorFile[] => [
  { path: 'docs/ce-qui-est-envoye.md', text: sentPage() },
  ...repositoryEditorFiles(),
];

if (process.argv[1]?.endsWith('docs.ts')) {
  for (const { path, text } of writtenByCode()) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`Écrit\u00a0: ${path}`);
  }
}
