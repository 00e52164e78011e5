const VOWELS = 'aàâäeéèêëiîïoôöuùûüyœæ';
const GROUP = new RegExp(`[${VOWELS}]+`, 'g');
/** Where another vowel stands before it: `porte`, `portes`, `langue`, `patrie`. */
const MUTE_ENDING = new RegExp(`(?<=[${VOWELS}].*[qg])ues?$|(?<=[${VOWELS}].*[^${VOWELS}]|[iïuéèaoy])es?$`);
/** Two vowels said apart, although they touch: `cré-ation`, `po-ète`, `co-ordonner`, `na-ïf`, `pa-yer`, `ou-vri-er`. */
const HIATUS = new RegExp(
  `é(?=[aàâoôuûi])|o(?=[éèa])|a(?=[éè])|co(?=o)|[${VOWELS}](?=[ëïü])|(?<=[bcdfgptv][lr])i(?=[aeéèo])|(?<=[${VOWELS}])y(?=[${VOWELS}])`,
  'g',
);
/** Words in -ent that are no verb in the plural; those in -ment are none either, with few exceptions. */
const SOUNDED = new Set(
  'absent accident adhérent adolescent agent antécédent apparent argent cent client cohérent compétent content continent décent dent différent divergent équivalent évident excellent fréquent impatient incident intelligent lent occident parent patient permanent pertinent précédent présent président prudent récent référent régent résident sergent souvent talent transparent urgent vent violent'.split(
    ' ',
  ),
);

/**
 * Syllables of a French word as it is said in prose: one per group of vowels, mute endings aside. Capitals are spelled
 * (`PMI` is three), a digit counts for one. At least 1. Right to within a few words in a hundred: enough for a mean.
 */
export function syllables(word: string): number {
  const parts = word.split(/['’-]/).map(ofPart);
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

function ofPart(part: string): number {
  if (/^\p{Lu}{2,6}$/u.test(part)) return part.length;
  const digits = part.match(/\d/g)?.length ?? 0;
  const spoken = voiced(part.toLowerCase())
    .replace(/qu$/, 'q') // elided: « qu’il »
    .replace(HIATUS, (vowel) => (vowel === 'y' ? '-' : `${vowel}-`));
  return digits + (spoken.match(GROUP)?.length ?? 0);
}

/** A word without its mute ending. */
function voiced(word: string): string {
  if (word.endsWith('ent') && !word.endsWith('ment') && !SOUNDED.has(word)) {
    const stem = word.slice(0, -3).replace(/[qg]u$/, 'q');
    if (stem.match(GROUP)) return stem;
  }
  return word.replace(MUTE_ENDING, '');
}
