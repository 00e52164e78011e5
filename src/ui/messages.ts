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
  'answer.save': 'Enregistrer ma réponse',
  'answer.change': 'Modifier ma réponse',
  'answer.noted': 'C’est noté',
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
  'answer.partlyOne': 'Vous avez 1 élément sur {total}',
  'answer.yours': 'Votre réponse',
  'answer.expected': 'Réponse attendue',
  'answer.missed': 'Réponse attendue, non choisie',
  'answer.review': 'Revoir «\u00a0{title}\u00a0»',
  'answer.source': 'Source\u00a0: {source}',
  'answer.others': 'Pourquoi pas les autres',
  'answer.rights': 'Ce qui était juste',
  'answer.fill': 'Complétez les {count} champs vides pour vérifier.',
  'answer.fillOne': 'Complétez le champ vide pour vérifier.',
  'answer.expectedIs': 'Réponse attendue\u00a0: {text}',
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
  'certainty.comesBack':
    'Une erreur dont on était certain mérite un second passage\u00a0: cette question reviendra au module {rank}.',
  'certainty.wrongHigh':
    'Une erreur dont on était certain mérite un second passage\u00a0: revenez sur cette question avant la prochaine journée.',
  journal: 'Journal réflexif',
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
  'theme.light': 'Affichage clair',
  'theme.system': 'Affichage du système',
  'start.failed':
    'Ce parcours n’a pas pu s’ouvrir en entier. Rien n’a été changé dans ce que vous aviez fait\u00a0: vérifiez votre connexion, puis rechargez cette page.',
  'screen.failed': 'Cet écran n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',
} as const;

export type MessageKey = keyof typeof MESSAGES;

export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(MESSAGES[key], values);
}

/** The same for the strings of one block or screen, which come with it. */
export const speaker =
  <Key extends string>(messages: Readonly<Record<Key, string>>) =>
  (key: Key, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(messages[key], values);

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
