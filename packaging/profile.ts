import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { profile } from '../src/xapi/profile.ts';

/** `npm run profile`: our xAPI profile as a JSON-LD file, for whoever reads what a course sends. */
const FILE = join(import.meta.dirname, '..', 'docs', 'profile', 'parcours-coordo.jsonld');

mkdirSync(dirname(FILE), { recursive: true });
writeFileSync(FILE, `${JSON.stringify(profile, null, 2)}\n`);
console.log(
  `Profil écrit\u00a0: ${profile.templates.length} modèles d’énoncés, ${profile.concepts.length} extension(s), ${profile.patterns.length} motifs, dans ${FILE}`,
);
