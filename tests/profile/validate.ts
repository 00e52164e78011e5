import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { today, writeSection } from '../judges-page.ts';

/**
 * `npm run profile:validate -- FOLDER`: ADL's profile validator on the profile of `npm run profile`. The folder holds
 * `profileValidator` (of adlnet/profile-server, under `profile-server/server`) beside its `node_modules/jsonschema`.
 * Writes its section of docs/juges-publics.md; exits with 1 when something is refused, or when the validator lets a
 * planted mistake through.
 */
interface Validator {
  validate(instance: unknown, schema: object): { errors: { property: string; message: string }[] };
}
type Json = Record<string, unknown> & { templates: Record<string, unknown>[]; patterns: Record<string, unknown>[] };

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'profileValidator/validator.js'))) {
  console.error('Indiquez le dossier du validateur\u00a0: npm run profile:validate -- ../profile-validator');
  process.exit(1);
}
const load = createRequire(join(resolve(folder), 'profileValidator/validator.js'));
const validator = load('./validator.js') as Validator;
const schema = load('./schemas/profile.js') as object;
const { version } = load('jsonschema/package.json') as { version: string };
const text = readFileSync(join(import.meta.dirname, '../../docs/profile/parcours-coordo.jsonld'), 'utf8');

const errors = errorsOf(() => undefined);
const planted: [string, (profile: Json) => void][] = [
  ['sans nom', (profile) => void delete profile.prefLabel],
  ['un modèle sans définition', ({ templates: [first] }) => void delete first!.definition],
  ['une règle sans lieu', ({ templates: [first] }) => Object.assign(first!, { rules: [{ presence: 'included' }] })],
  ['un motif vide', ({ patterns: [first] }) => void delete first!.sequence],
  ['un type inconnu', ({ templates: [first] }) => Object.assign(first!, { type: 'Template' })],
];
const missed = planted.filter(([, plant]) => errorsOf(plant).length === 0).map(([name]) => name);

const { templates, concepts, patterns } = JSON.parse(text) as Json & { concepts: unknown[] };
const list = errors.map(({ property, message }) => `- \`${property}\`\u00a0: ${message}`);
const lines = [
  'Le profil écrit par `npm run profile` (`docs/profile/parcours-coordo.jsonld`) devant le validateur public d’ADL (`adlnet/profile-server`).',
  '',
  '| Date | Validateur | Modèles d’énoncés | Extensions | Motifs | Erreurs | Fautes plantées, refusées |',
  '|---|---|---|---|---|---|---|',
  `| ${today()} | jsonschema ${version} | ${templates.length} | ${concepts.length} | ${patterns.length} | ${errors.length || 'aucune'} | ${planted.length - missed.length} sur ${planted.length} |`,
  '',
  ...(list.length > 0 ? ['Chaque erreur\u00a0:', '', ...list, ''] : []),
  'Pour refaire l’essai\u00a0: copier `profile-server/server/profileValidator` dans un dossier à part, y lancer `npm install jsonschema@1.2.6`, puis `npm run profile:validate -- DOSSIER`.',
];
writeSection('Profil xAPI', lines);
console.log(lines.join('\n'));
process.exit(errors.length > 0 || missed.length > 0 ? 1 : 0);

function errorsOf(change: (profile: Json) => void) {
  const profile = JSON.parse(text) as Json;
  change(profile);
  return validator.validate(profile, schema).errors;
}
