import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fr, fr_BE, fr_CH, fr_SN } from '@faker-js/faker';
import { foldName } from '../src/model/fold-name.ts';

/**
 * Run by hand: `npx tsx packaging/first-names.ts` writes src/anonymise/first-names.ts, which is committed. First names
 * given in French-speaking countries come from @faker-js/faker; what French also uses as a word is set apart.
 */
const OUT = join(import.meta.dirname, '..', 'src', 'anonymise', 'first-names.ts');
const FAKER = '@faker-js/faker 10.6.0 (MIT, Copyright (c) 2022-2025 Faker), locales fr, fr_BE, fr_CH and fr_SN';
const LINE = 112;

/** Often met in French services, and absent from these lists. */
const MORE =
  'abdelkrim boualem corinna djamila farid fatiha fatimazahra ghislaine ginette hanane hayat houria ikram jocelyne jose josette josiane karima khalid kheira lucette magalie micheline mourad nassima noureddine nordine ouarda rachida redouane roselyne sabah siham slimane souad tarek toufik wafa yasmina zahia zohra';

/** Never looked for: pronouns, English words, months, an emergency service. */
const DROPPED = 'alone april avril can christ fabian jesus june lui mai may samu wm';

/** Places, feasts and beliefs as much as persons. */
const PROPER =
  'ascension asia assomption austin bahia castille dallas france francia geneva georgia isis islam israel lorraine medina nancy noel savannah toscane toussaint virginia';

/** French words too; `Jean` for the cloth, `Lise` for the verb, `Manuel` for the book. */
const WORDS =
  'abondance aimable aime aimee alize alpha alto amande amant amante ambre amen amethyste ami amie amour anemone ange angelique anis archange aria atlas aube aurore azalee baba barbe ben bill blanche blessing bob bon boniface brune camelia candide capucine celeste cerise chad cherif claire clay clementine colin colombe come conception constance constant cora crystal dado dahlia dame dean desire desiree divine don douce dune eglantine emir faith felicite fidele fleur flora flore fortune fortunee francisque garance gaud gene germain germaine ginger gloria grace grant gui hermine homer honore hope innocent iris jacinthe jasmin jean job jourdain joy junior juste king lamine lance laurier lean lilas line lion lise lois lorrain loup mac malin mama mamie manuel marguerite marin marine martial max melba melodie mercedes merle mine mode myrtille narcisse neo normand nova olive ondine opal parfait paterne pat patience pepin perle pie pierre prince prosper prudence prune reine rex rim rio robinson roman romaine rose ruby samba sauveur soda star sue swan till toni troy urbain van victoire vigile viola violet violette vital will zephyr';

const split = (names: string) => names.split(' ');
const apart = new Set(split(PROPER));
const dropped = new Set(split(DROPPED));
const words = new Set([
  ...split(WORDS),
  // what faker itself lists as a French word
  ...Object.values(fr.word ?? {}).flatMap((list) => (Array.isArray(list) ? list.map(foldName) : [])),
]);

const given = [fr, fr_BE, fr_CH, fr_SN].flatMap(({ person }) => Object.values(person?.first_name ?? {}).flat());
const names = [...new Set([...given.map((name) => foldName(String(name))), ...split(MORE)])]
  // two names joined are found by their parts
  .filter((name) => /^[a-z]{3,}$/.test(name) && !dropped.has(name))
  .sort();

function wrapped(list: readonly string[]): string {
  const lines = [''];
  for (const name of list) {
    const line = `${lines.at(-1)} ${name}`.trim();
    if (line.length <= LINE) lines[lines.length - 1] = line;
    else lines.push(name);
  }
  return lines.join('\n');
}
const constant = (name: string, doc: string, list: readonly string[]) =>
  `/** ${doc} */\nexport const ${name} = \`\n${wrapped(list)}\n\`;\n`;

writeFileSync(
  OUT,
  [
    `/**\n * Written by packaging/first-names.ts from ${FAKER}.\n * Lower case, without accents, separated by white space.\n */`,
    constant(
      'NAMES',
      'Nothing but first names.',
      names.filter((name) => !words.has(name) && !apart.has(name)),
    ),
    constant(
      'NAMES_AND_WORDS',
      'French words too.',
      names.filter((name) => words.has(name)),
    ),
    constant(
      'NAMES_AND_PLACES',
      'Places or feasts too.',
      names.filter((name) => apart.has(name)),
    ),
  ].join('\n'),
);
console.log(`Écrit\u00a0: ${OUT} (${names.length} prénoms)`);
