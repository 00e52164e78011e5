import { MONTHS } from '../model/words.ts';

/** Every interface string a learner reads, in French, with its no-break spaces. `{name}` takes a value. */
const MESSAGES = {
  'home.modules': 'Les modules',
  'module.rank': 'Module {rank} sur {total}',
  'module.one': 'Module {rank}',
  'module.todo': 'À venir',
  'module.going': 'En cours',
  'module.done': 'Terminé',
  'module.quiz': 'quiz {best}\u00a0%',
  'module.failed':
    'Ce module n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez\u202f; ce que vous avez écrit est gardé.',
  'step.rank': 'Étape {rank} sur {total}',
  'step.all': 'Voir les {total} étapes du module',
  'step.done': ' – terminé',
  'step.started': ' – en cours',
  'step.left': 'reste ≈ {time}',
  'page.nav': 'Page suivante, page précédente',
  'page.previous': 'Page précédente',
  'page.nextTitle': 'Continuer\u00a0: {title}',
  'resume.here': 'Vous reprenez où vous en étiez\u00a0: {title}.',
  'answer.submit': 'Vérifier ma réponse',
  'answer.retry': 'Réessayer',
  'answer.pass': 'Passer',
  'answer.passed': 'Question passée. Vous pouvez y répondre quand vous voulez.',
  'answer.one': 'Une seule réponse.',
  'answer.several': 'Plusieurs réponses possibles.',
  'answer.missing': 'Choisissez une réponse pour vérifier.',
  'answer.missingSeveral': 'Choisissez au moins une réponse pour vérifier.',
  'answer.right': 'C’est exact',
  'answer.wrong': 'Pas tout à fait',
  'answer.partly': 'Vous avez {right} éléments sur {total}',
  'answer.yours': 'Votre réponse',
  'answer.expected': 'Réponse attendue',
  'answer.missed': 'Réponse attendue, non choisie',
  'answer.review': 'Revoir «\u00a0{title}\u00a0»',
  'answer.source': 'Source\u00a0: {source}',
  'answer.others': 'Pourquoi pas les autres',
  question: 'Question',
  'question.rank': 'Question {rank} sur {total}',
  certainty: 'Votre degré de certitude',
  'certainty.1': 'Faible',
  'certainty.2': 'Moyen',
  'certainty.3': 'Élevé',
  'certainty.said.1': 'faible',
  'certainty.said.2': 'moyenne',
  'certainty.said.3': 'élevée',
  'certainty.missing': 'Indiquez votre degré de certitude pour vérifier.',
  'certainty.said': 'Votre certitude\u00a0: {level}.',
  'certainty.rightLow': 'Relisez le point clé pour savoir pourquoi c’est juste.',
  'certainty.wrongHigh':
    'Une erreur dont on était certain mérite un second passage\u00a0: revenez sur cette question avant la prochaine journée.',
  'quiz.intro':
    '{count} questions. Le module est réussi à partir de {threshold}\u00a0%\u202f; vous pouvez refaire le quiz autant de fois que vous voulez, le meilleur résultat compte.',
  'quiz.answered': '{done} questions répondues sur {total}.',
  'quiz.best': 'Meilleur résultat\u00a0: {best}\u00a0%. Premier essai\u00a0: {first}\u00a0%.',
  'quiz.mastered': 'Le seuil de {threshold}\u00a0% est atteint.',
  'quiz.below': 'Le seuil est à {threshold}\u00a0%. Relisez les explications, puis refaites le quiz.',
  'quiz.again': 'Refaire le quiz',
  'quiz.restarted': 'Nouvel essai\u00a0: les réponses sont effacées, vos résultats sont gardés.',
  'quiz.title': 'Quiz final',
  journal: 'Journal réflexif',
  'journal.unshared': 'Non partagé',
  'journal.todo': 'À compléter',
  'journal.words': '{count} mots',
  'journal.word': '{count} mot',
  'journal.mark': ' · repère\u00a0: {from} à {to}',
  'journal.who': 'Qui peut lire cette entrée\u202f?',
  'journal.lms':
    'Enregistrée avec votre progression\u00a0: les formateurs et l’administration de la plateforme peuvent techniquement la retrouver.',
  'journal.lrs':
    'Enregistrée avec votre progression\u00a0: l’administration du serveur de suivi peut techniquement la retrouver.',
  'journal.device': 'Gardée sur cet appareil seulement.',
  'positioning.submit': 'Enregistrer mon positionnement',
  'positioning.missing': 'Choisissez un niveau pour chaque compétence\u00a0: il en manque {count}.',
  'positioning.done': 'Positionnement enregistré. Vous pourrez le refaire en fin de module.',
  'positioning.change': 'Modifier',
  'positioning.none': 'Il n’y a pas de bonne ou de mauvaise réponse.',
  'positioning.title': 'Positionnement',
  'summary.title': 'Bilan du module',
  'summary.done': 'Module terminé',
  'summary.worked': 'Vous avez travaillé\u00a0:',
  'summary.on': 'Terminé le {date}.',
  'summary.left': 'Pour terminer ce module, il reste\u00a0:',
  'summary.unseen': 'à ouvrir',
  'summary.question': '{count} question',
  'summary.questions': '{count} questions',
  'summary.journal': '{count} entrée de journal',
  'summary.journals': '{count} entrées de journal',
  'summary.rating': 'positionnement',
  'summary.quiz': 'quiz final',
  'summary.best': 'Quiz final\u00a0: {best}\u00a0% (seuil\u00a0: {threshold}\u00a0%).',
  'summary.noQuiz': 'Quiz final\u00a0: pas encore fait.',
  'summary.finish': 'Terminer le module',
  'summary.finished': 'C’est noté. Vous pouvez fermer cette page ou revenir à n’importe quelle étape.',
  'saving.editing': 'Modifications en cours…',
  'saving.saving': 'Enregistrement…',
  'saving.saved': 'Enregistré',
  'saving.device': 'Enregistré sur cet appareil',
  'saving.unsaved': 'Non enregistré',
  'saving.browse': 'Aperçu\u00a0: rien n’est enregistré',
  'trouble.offline': 'Connexion interrompue.',
  'trouble.offlineMore':
    'Continuez\u00a0: votre texte est gardé sur cet appareil et sera envoyé dès le retour du réseau.',
  'trouble.offlineNoDevice': 'Gardez cette page ouverte\u00a0: cet appareil ne peut rien garder.',
  'trouble.refused': 'La plateforme n’a pas confirmé l’enregistrement.',
  'trouble.refusedMore': 'Gardez cette page ouverte. Votre texte est gardé sur cet appareil.',
  'trouble.refusedNoDevice': 'Gardez cette page ouverte\u00a0: cet appareil ne peut rien garder non plus.',
  'trouble.noLms': 'Ce module n’est pas relié à une plateforme\u00a0: votre progression reste sur cet appareil.',
  'trouble.nothing':
    'Rien ne peut être enregistré ici\u00a0: ni par une plateforme, ni par ce navigateur. Copiez ou téléchargez votre texte avant de fermer la page.',
  'trouble.noDevice': 'Ce navigateur ne garde pas de copie sur l’appareil\u00a0: seule la plateforme enregistre.',
  'trouble.leftOut':
    'La plateforme ne peut pas tout garder\u00a0: {texts} sont gardés sur cet appareil seulement. Téléchargez-en une copie.',
  'trouble.leftOutOne':
    'La plateforme ne peut pas tout garder\u00a0: {texts} est gardé sur cet appareil seulement. Téléchargez-en une copie.',
  'trouble.recovered':
    'Votre texte a été retrouvé sur cet appareil\u00a0: la plateforme ne l’avait pas enregistré. Il lui est envoyé de nouveau.',
  'trouble.unreadable':
    'Ce que la plateforme a gardé n’a pas pu être lu. Ce que cet appareil avait gardé est repris\u202f; prévenez votre contact d’assistance.',
  'trouble.review': 'Relecture\u00a0: votre résultat ne change plus\u202f; vous pouvez compléter votre journal.',
  'trouble.browse': 'Aperçu\u00a0: vos réponses ne sont pas enregistrées.',
  'trouble.restored': 'Connexion rétablie. {count} modifications envoyées.',
  'trouble.restoredOne': 'Connexion rétablie. 1 modification envoyée.',
  'trouble.restoredNone': 'Connexion rétablie.',
  'trouble.nearlyFull':
    'Votre journal approche la taille que la plateforme peut garder ({share}\u00a0%). Téléchargez une copie et terminez l’entrée en cours.',
  'trouble.conflicts':
    'Un texte a été modifié ici et ailleurs\u00a0: {texts}. Choisissez la version à garder, à l’endroit où il est écrit.',
  'trouble.otherTab':
    'Ce parcours est déjà ouvert dans un autre onglet, qui seul enregistre. Ici, vous pouvez lire. Fermez l’autre onglet, puis rouvrez cette page pour écrire.',
  'trouble.locked':
    'Une copie chiffrée se trouve sur cet appareil, et la plateforme n’en a pas donné la clé. Elle est gardée telle quelle\u202f; prévenez votre contact d’assistance.',
  'conflict.newer': 'Une version plus récente existe ({date}).',
  'conflict.keepNewest': 'Garder la plus récente',
  'conflict.keepOther': 'Garder celle-ci',
  'conflict.compare': 'Comparer',
  'conflict.other': 'L’autre version, du {date}',
  'conflict.kept': 'C’est noté. L’autre version reste dans «\u00a0Mes données\u00a0».',
  'trouble.retry': 'Réessayer',
  'trouble.download': 'Télécharger une copie',
  'trouble.copy': 'Copier mon texte',
  'trouble.copied': 'Texte copié.',
  'trouble.copyFailed':
    'La copie a été refusée par le navigateur\u00a0: sélectionnez le texte ci-dessous et copiez-le.',
  'theme.light': 'Affichage clair',
  'theme.system': 'Affichage du système',
  'screen.failed': 'Cet écran n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',
} as const;

export type MessageKey = keyof typeof MESSAGES;

export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(MESSAGES[key], values);
}

/** Puts the values at their places in a message. */
export const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** « 14 h 32 ». */
export const clock = (date: Date) => `${date.getHours()}\u00a0h\u00a0${String(date.getMinutes()).padStart(2, '0')}`;

/** « 1 h 25 », « 40 min ». */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** `2026-11-22` as « 22 novembre 2026 ». */
export function longDate(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}

/** « hier, 18 h 10 » stays a date in words: the learner's own clock. */
export function moment(at: number, now = new Date()): string {
  const date = new Date(at);
  const day = (one: Date) => new Date(one.getFullYear(), one.getMonth(), one.getDate()).getTime();
  const days = Math.round((day(now) - day(date)) / 86_400_000);
  if (days === 0) return `aujourd’hui, ${clock(date)}`;
  if (days === 1) return `hier, ${clock(date)}`;
  return `${date.getDate()} ${MONTHS[date.getMonth()]}, ${clock(date)}`;
}
