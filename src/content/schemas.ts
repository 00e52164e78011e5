import * as v from 'valibot';
import { STEPS, type StepId } from '../model/course.ts';

/** What an editor shows over a key: its name in French, and what to write. Messages may end with ` → ` and the cure. */
export const help = <TInput>(title: string, description: string) =>
  v.metadata<TInput, { title: string; description: string }>({ title, description });

const TEXT_CURE = 'Écrivez des mots après les deux-points, entre guillemets si ce sont des chiffres.';
const words = (what: string) =>
  v.pipe(
    v.string(`un texte est attendu pour ${what} → ${TEXT_CURE}`),
    v.trim(),
    v.nonEmpty(`${what} est vide → ${TEXT_CURE}`),
  );
/** SCORM 1.2 and its metadata: 200 characters. */
const title = v.pipe(
  words('le titre'),
  v.maxLength(200, '200 caractères au plus, les plateformes n’en gardent pas davantage → Raccourcissez-le.'),
);
const MINUTES_CURE = 'Écrivez un nombre entier sans unité, par exemple 20.';
const minutes = v.pipe(
  v.number(`un nombre de minutes est attendu → ${MINUTES_CURE}`),
  v.integer(`un nombre entier de minutes est attendu → ${MINUTES_CURE}`),
  v.minValue(1, `au moins une minute est attendue → ${MINUTES_CURE}`),
  v.maxValue(600, 'plus de 600\u00a0minutes → Partagez en plusieurs pages ou modules.'),
);
const id = v.pipe(
  v.string('un identifiant est attendu → Écrivez un nom court, par exemple m1.'),
  v.regex(
    /^[a-z][a-z0-9-]*$/,
    'cet identifiant n’est pas utilisable → Écrivez-le en minuscules, chiffres et tirets, sans accent, une lettre d’abord.',
  ),
);
/** `[a, b]`, or one per line after a dash. */
const listOf = <S extends v.GenericSchema>(item: S, what: string, example: string) =>
  v.array(item, `${what} est attendue → Écrivez-la entre crochets, avec des virgules\u00a0: ${example}.`);
const retired = v.optional(
  v.pipe(
    listOf(id, 'une liste d’identifiants', '[ancien-quiz]'),
    help('Retirés', 'Identifiants déjà publiés que vous avez retirés exprès. Leurs numéros ne serviront plus.'),
  ),
  [],
);
/** Said where a list or a bare sentence stands instead of keys. */
const notKeys = (example: string) =>
  `des lignes «\u00a0clé: valeur\u00a0» sont attendues → Écrivez une clé par ligne, deux-points, une espace, puis la valeur\u00a0: ${example}.`;
const notList = (example: string) =>
  `une liste est attendue → Commencez chaque élément par un tiret\u00a0: - id: ${example}.`;

export const OrganisationFile = v.pipe(
  v.strictObject(
    {
      name: v.pipe(words('le nom de l’organisme'), help('Nom', 'Le nom de l’organisme qui délivre la formation.')),
      activityNumber: v.pipe(
        words('le numéro de déclaration d’activité'),
        help('Numéro de déclaration d’activité', 'Celui de l’organisme de formation, entre guillemets.'),
      ),
      helpContact: v.pipe(
        words('le contact d’assistance'),
        help('Assistance', 'À qui écrire ou téléphoner en cas de difficulté, et quand.'),
      ),
      disabilityReferent: v.pipe(
        words('le référent handicap'),
        help('Référent handicap', 'Son nom et une façon de le joindre.'),
      ),
      dpo: v.pipe(
        words('le délégué à la protection des données'),
        help('Délégué à la protection des données', 'Une façon de le joindre.'),
      ),
      signatory: v.pipe(words('le signataire'), help('Signataire', 'Nom et qualité de qui signe les attestations.')),
    },
    notKeys('name: Nom de l’organisme'),
  ),
  help('organisation.yaml', 'Qui délivre la formation\u00a0: montré dans l’aide, les exports et les attestations.'),
);

export const EXAMPLE_DOMAIN =
  /(?:^|[/.@,])(?:[\w-]+\.)*example(?:\.(?:com|org|net|edu))?(?=[/:,]|$)|\.(?:example|invalid|test|localhost)(?=[/:,]|$)|exemple\.(?:fr|com|org)/i;

const IRI_CURE = 'Écrivez une adresse https:// ou la forme tag:organisme,2026:parcours, ou retirez la ligne.';

export const CourseFile = v.pipe(
  v.strictObject(
    {
      title: v.pipe(title, help('Titre', 'Le titre du parcours, tel que la plateforme l’affiche.')),
      summary: v.pipe(
        words('le résumé'),
        help('Résumé', 'Une phrase ou deux\u00a0: à qui s’adresse le parcours, ce qu’il permet de faire.'),
      ),
      iri: v.optional(
        v.pipe(
          v.string(`un identifiant d’éditeur est attendu → ${IRI_CURE}`),
          v.regex(
            /^(?:https?:\/\/[^\s/]+(?:\/\S*)?|tag:[^\s,]+,\d{4}(?:-\d{2}){0,2}:\S+|urn:[a-z0-9-]+:\S+)$/,
            `ce n’est pas un identifiant d’éditeur → ${IRI_CURE}`,
          ),
          v.check(
            (iri) => !EXAMPLE_DOMAIN.test(iri),
            'un domaine d’exemple n’appartient à personne → Mettez le vôtre, ou retirez la ligne.',
          ),
          help(
            'Identifiant d’éditeur',
            'Une adresse qui vous appartient (https://…) ou tag:organisme,2026:parcours. Facultatif, jamais changé.',
          ),
        ),
      ),
      language: v.optional(
        v.pipe(
          v.string('un code de langue est attendu → Écrivez fr, ou retirez la ligne.'),
          v.regex(/^[a-z]{2}(?:-[A-Z]{2})?$/, 'ce n’est pas un code de langue → Écrivez fr, ou retirez la ligne.'),
          help('Langue', 'Code de la langue du parcours. Sans cette ligne\u00a0: fr.'),
        ),
        'fr',
      ),
      status: v.optional(
        v.pipe(
          v.picklist(
            ['completed', 'completed-passed'],
            'ce statut n’existe pas → Écrivez completed ou completed-passed.',
          ),
          help(
            'Statut final',
            'completed\u00a0: le parcours est terminé quand tout est fait. completed-passed\u00a0: il est de plus réussi quand chaque quiz final atteint son seuil.',
          ),
        ),
        'completed',
      ),
      facts: v.optional(
        v.pipe(
          listOf(
            v.string('un nom de fichier est attendu → Écrivez-le sans .yaml, par exemple petite-enfance.'),
            'une liste de fichiers de faits',
            '[petite-enfance]',
          ),
          help('Faits', 'Les fichiers du dossier facts que les pages citent, sans .yaml.'),
        ),
        [],
      ),
      modules: v.pipe(
        listOf(
          v.string('un nom de dossier est attendu → Écrivez celui du module, par exemple 01-fonction.'),
          'une liste de modules',
          '[01-fonction]',
        ),
        v.minLength(1, 'ce parcours n’a aucun module → Écrivez au moins un dossier, par exemple [01-fonction].'),
        help('Modules', 'Les dossiers des modules, dans l’ordre du parcours.'),
      ),
      retired,
    },
    notKeys('title: Mon parcours'),
  ),
  help('course.yaml', 'Un parcours\u00a0: son titre, ses modules dans l’ordre, les faits qu’il cite.'),
);
export type CourseFile = v.InferOutput<typeof CourseFile>;

export const CompetenciesFile = v.pipe(
  v.array(
    v.strictObject(
      {
        id: v.pipe(
          v.string('un code est attendu → Écrivez celui du référentiel, par exemple PE-M1.a.'),
          v.regex(
            /^[\x21-\x7e]{2,40}$/,
            'ce code n’est pas utilisable → Écrivez-le sans espace ni accent, de 2 à 40 signes, par exemple PE-M1.a.',
          ),
          help('Code', 'Le code du référentiel, sans espace ni accent\u00a0: PE-M1.a. Jamais changé.'),
        ),
        title: v.pipe(words('l’intitulé'), help('Intitulé', 'Ce que la personne sait faire, un verbe d’abord.')),
        indicators: v.optional(
          v.pipe(
            v.array(
              words('l’indicateur'),
              'une liste d’indicateurs est attendue → Écrivez-en un par ligne, après un tiret.',
            ),
            help('Indicateurs', 'Facultatif\u00a0: à quoi on reconnaît la compétence, une phrase par ligne.'),
          ),
          [],
        ),
      },
      notKeys('- id: PE-M1.a'),
    ),
    notList('PE-M1.a'),
  ),
  help('competencies.yaml', 'Les compétences que vise le parcours.'),
);

/** cmi5 10.2.5. */
const MOVE_ON = ['Completed', 'Passed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'] as const;

const SCORE_CURE = 'Écrivez un nombre de 0 à 1, avec un point\u00a0: 0.8 pour 80\u00a0%.';

export const ModuleFile = v.pipe(
  v.strictObject(
    {
      id: v.pipe(id, help('Identifiant', 'Court, en minuscules, jamais changé une fois le module publié\u00a0: m1.')),
      title: v.pipe(title, help('Titre', 'Le titre du module.')),
      summary: v.pipe(words('le résumé'), help('Résumé', 'Ce que le module permet de faire.')),
      minutes: v.pipe(minutes, help('Durée', 'Durée moyenne annoncée, en minutes.')),
      masteryScore: v.optional(
        v.pipe(
          v.number(`un nombre de 0 à 1 est attendu → ${SCORE_CURE}`),
          v.minValue(0, `le seuil est sous zéro → ${SCORE_CURE}`),
          v.maxValue(1, `le seuil dépasse 1 → ${SCORE_CURE}`),
          help('Seuil', 'Seuil du quiz final, de 0 à 1, avec un point. Sans cette ligne\u00a0: 0.8, soit 80\u00a0%.'),
        ),
        0.8,
      ),
      moveOn: v.optional(
        v.pipe(
          v.picklist(
            MOVE_ON,
            `cette condition n’existe pas → Écrivez l’une de celles de cmi5\u00a0: ${MOVE_ON.join(', ')}.`,
          ),
          help(
            'Condition de passage (cmi5)',
            'Ce qui laisse passer à la suite dans une plateforme cmi5. Sans cette ligne\u00a0: Completed, ou CompletedAndPassed si le parcours se réussit (status\u00a0: completed-passed) et que le module a un quiz final.',
          ),
        ),
      ),
      competencies: v.pipe(
        listOf(
          v.string('un code de compétence est attendu → Reprenez-le de competencies.yaml.'),
          'une liste de compétences',
          '[PE-M1.a]',
        ),
        v.minLength(1, 'ce module ne vise aucune compétence → Écrivez au moins un code, par exemple [PE-M1.a].'),
        help('Compétences', 'Les codes de competencies.yaml que le module travaille.'),
      ),
      retired,
    },
    notKeys('id: m1'),
  ),
  help('module.yaml', 'Un module\u00a0: son titre, sa durée, son seuil, ses compétences.'),
);
export type ModuleFile = v.InferOutput<typeof ModuleFile>;

const list = (name: string, description: string) =>
  v.optional(
    v.pipe(
      v.union(
        [
          v.pipe(
            v.string(),
            v.transform((text) => text.split(/\s+/).filter(Boolean)),
          ),
          v.array(v.string()),
        ],
        'une suite de codes est attendue → Séparez-les par des espaces\u00a0: PE-M1.a PE-M1.c.',
      ),
      help(name, description),
    ),
    '',
  );
const STEP_IDS = STEPS.map((step) => step.id);

export const FrontMatter = v.pipe(
  v.strictObject(
    {
      titre: v.pipe(title, help('Titre', 'Le titre de la page.')),
      etape: v.pipe(
        v.picklist(
          STEP_IDS as [StepId, ...StepId[]],
          `cette étape n’existe pas → Écrivez l’une des sept\u00a0: ${STEP_IDS.join(', ')}.`,
        ),
        help('Étape', `L’une des sept étapes, dans cet ordre\u00a0: ${STEP_IDS.join(', ')}.`),
      ),
      minutes: v.pipe(minutes, help('Durée', 'Durée moyenne de la page, en minutes.')),
      competences: list('Compétences', 'Facultatif\u00a0: les codes que la page travaille, séparés par des espaces.'),
      faits: list('Faits', 'Facultatif\u00a0: les identifiants des faits cités, séparés par des espaces.'),
    },
    notKeys('titre: Se situer'),
  ),
  help('En-tête d’une page', 'Entre deux lignes ---, au début du fichier.'),
);
export type FrontMatter = v.InferOutput<typeof FrontMatter>;
