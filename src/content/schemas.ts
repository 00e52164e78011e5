import * as v from 'valibot';
import { STEPS, type StepId } from '../model/course.ts';

const words = (what: string) =>
  v.pipe(v.string(`un texte est attendu pour ${what}`), v.trim(), v.nonEmpty(`${what} est vide`));
/** SCORM 1.2 and its metadata: 200 characters. */
const title = v.pipe(
  words('le titre'),
  v.maxLength(200, '200 caractères au plus, les plateformes n’en gardent pas davantage'),
);
const minutes = v.pipe(
  v.number('un nombre de minutes est attendu'),
  v.integer('un nombre entier de minutes est attendu'),
  v.minValue(1, 'au moins une minute est attendue'),
  v.maxValue(600, 'plus de 600 minutes\u00a0: partagez en plusieurs pages ou modules'),
);
const id = v.pipe(
  v.string('un identifiant est attendu'),
  v.regex(/^[a-z][a-z0-9-]*$/, 'en minuscules, chiffres et tirets, sans accent'),
);

export const OrganisationFile = v.strictObject({
  name: words('le nom de l’organisme'),
  activityNumber: words('le numéro de déclaration d’activité'),
  helpContact: words('le contact d’assistance'),
  disabilityReferent: words('le référent handicap'),
  dpo: words('le délégué à la protection des données'),
  signatory: words('le signataire'),
});

export const EXAMPLE_DOMAIN =
  /(?:^|[/.@,])(?:[\w-]+\.)*example(?:\.(?:com|org|net|edu))?(?=[/:,]|$)|\.(?:example|invalid|test|localhost)(?=[/:,]|$)|exemple\.(?:fr|com|org)/i;

export const CourseFile = v.strictObject({
  title,
  summary: words('le résumé'),
  iri: v.optional(
    v.pipe(
      v.string('un identifiant d’éditeur est attendu'),
      v.regex(
        /^(?:https?:\/\/[^\s/]+(?:\/\S*)?|tag:[^\s,]+,\d{4}(?:-\d{2}){0,2}:\S+|urn:[a-z0-9-]+:\S+)$/,
        'une adresse https:// ou une forme tag:organisme,2026:parcours est attendue',
      ),
      v.check(
        (iri) => !EXAMPLE_DOMAIN.test(iri),
        'un domaine d’exemple n’appartient à personne\u00a0: mettez le vôtre, ou retirez la ligne',
      ),
    ),
  ),
  language: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[A-Z]{2})?$/, 'un code de langue est attendu, par exemple fr')),
    'fr',
  ),
  status: v.optional(
    v.picklist(['completed', 'completed-passed'], 'completed ou completed-passed est attendu'),
    'completed',
  ),
  facts: v.optional(v.array(v.string('un nom de fichier est attendu')), []),
  modules: v.pipe(
    v.array(v.string('un nom de dossier est attendu')),
    v.minLength(1, 'un parcours a au moins un module'),
  ),
  retired: v.optional(v.array(id), []),
});
export type CourseFile = v.InferOutput<typeof CourseFile>;

export const CompetenciesFile = v.array(
  v.strictObject({
    id: v.pipe(
      v.string('un code est attendu'),
      v.regex(/^[\x21-\x7e]{2,40}$/, 'sans espace ni accent, par exemple PE-M1.a'),
    ),
    title: words('l’intitulé'),
    indicators: v.optional(v.array(words('l’indicateur')), []),
  }),
);

export const ModuleFile = v.strictObject({
  id,
  title,
  summary: words('le résumé'),
  minutes,
  masteryScore: v.optional(
    v.pipe(
      v.number('un nombre de 0 à 1 est attendu'),
      v.minValue(0, 'de 0 à 1'),
      v.maxValue(1, 'de 0 à 1, par exemple 0.8 pour 80 %'),
    ),
    0.8,
  ),
  competencies: v.pipe(
    v.array(v.string('un code de compétence est attendu')),
    v.minLength(1, 'au moins une compétence est attendue'),
  ),
  retired: v.optional(v.array(id), []),
});
export type ModuleFile = v.InferOutput<typeof ModuleFile>;

const list = v.optional(
  v.union(
    [
      v.pipe(
        v.string(),
        v.transform((text) => text.split(/\s+/).filter(Boolean)),
      ),
      v.array(v.string()),
    ],
    'une suite de codes séparés par des espaces est attendue',
  ),
  '',
);

export const FrontMatter = v.strictObject({
  titre: title,
  etape: v.picklist(
    STEPS.map((step) => step.id) as [StepId, ...StepId[]],
    `l’une des sept étapes est attendue\u00a0: ${STEPS.map((step) => step.id).join(', ')}`,
  ),
  minutes,
  competences: list,
  faits: list,
});
export type FrontMatter = v.InferOutput<typeof FrontMatter>;
