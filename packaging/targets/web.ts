import type { PackageContent, Target } from '../target.ts';

/** Notepad and a server that names no charset both read the accents right. */
const BYTE_ORDER_MARK = '\uFEFF';

const readme = ({ course, module }: PackageContent) => `${BYTE_ORDER_MARK}${course.title}
${module ? `${module.title}\n` : ''}
METTRE EN LIGNE
1. Décompressez le fichier zip.
2. Copiez tout son contenu, sans rien renommer, dans un dossier de n’importe quel
   serveur web. Il ne faut ni base de données, ni PHP, ni accès à internet.
3. Ouvrez l’adresse de ce dossier : https://(votre serveur)/(ce dossier)/index.html
Ouvrir index.html par un double-clic ne suffit pas : le navigateur bloque alors
une partie du cours. En http comme en https, le cours fonctionne ; préférez https.
Pour une mise à jour, remplacez tout le dossier en gardant la même adresse :
la progression des apprenants y est attachée.

CE QUE DEVIENNENT LES RÉPONSES
Les réponses, les textes et la progression restent sur l’appareil de l’apprenant,
dans son navigateur. Le cours n’envoie rien : vous ne recevrez ni résultat ni texte,
et cette version ne prouve pas un suivi. Pour un suivi, utilisez le paquet SCORM
dans un LMS.
Prévenez les apprenants :
- sur un autre appareil ou dans un autre navigateur, le cours repart de zéro ;
- effacer les données du site efface tout ; une fenêtre privée oublie tout en se
  fermant ; certains navigateurs effacent d’eux-mêmes après une période sans visite ;
- sur un poste partagé, la personne suivante peut lire ce qui a été écrit.

${course.disclaimer}

${course.organisation.name}
Aide : ${course.organisation.helpContact}
`;

/** A folder for any web server: no manifest, no LMS, only the words an administrator needs. */
export const web: Target = {
  name: 'web',
  tracker: 'local',
  manifest: (content) => [{ path: 'LISEZMOI.txt', data: readme(content) }],
};
