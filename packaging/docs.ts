import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scorm12Sent } from '../src/trackers/scorm12-sent.ts';
import { EVENTS, type SentEvent } from '../src/trackers/sent.ts';
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

## Ce qui n’est jamais envoyé

- Le texte d’une réponse ouverte ne devient une réponse que si l’auteur du module l’a demandé (\`transmise\`) : le bloc le dit alors à côté du champ, avant qu’on y écrive. Sans cela, seule part la comparaison que la personne fait de son texte avec la réponse possible.
- Aucun texte de journal ne devient une réponse (\`cmi.interactions\`), tant que la personne ne le partage pas : ni le texte, ni son nombre de mots, ni sa date. Il ne se trouve que dans \`cmi.suspend_data\`, avec la progression. Les formateurs et l’administration de la plateforme peuvent techniquement l’y retrouver, et le journal le dit à l’endroit où l’on écrit. Un code personnel, que personne ne peut retrouver, l’y rend illisible.
- Une entrée partagée l’est telle que la personne l’a laissée, noms remplacés compris ; le partage retiré, la réponse dit seulement qu’il l’a été. Ce que la plateforme a déjà recopié ailleurs ne peut pas être repris d’ici.
- Une preuve (lien, texte, empreinte d’un fichier) n’est que dans l’état de la personne. Le fichier lui-même n’est jamais lu par un serveur ni gardé.
- \`cmi.comments\` n’est jamais écrit.
- Rien n’est envoyé à une autre adresse que celle de la plateforme : le paquet ne contient ni adresse extérieure, ni clé, et sa politique de sécurité l’interdit.
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
