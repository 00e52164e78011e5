import { foldName } from '../model/fold-name.ts';
import { MONTHS } from '../model/words.ts';
import { NAMES, NAMES_AND_PLACES, NAMES_AND_WORDS } from './first-names.ts';

export type FindingKind = 'email' | 'phone' | 'date' | 'civility' | 'place' | 'first-name' | 'self';

/** Something that may let a reader recognise a person. Offsets in UTF-16 units, `end` excluded. */
export interface Finding {
  kind: FindingKind;
  start: number;
  end: number;
  text: string;
  /** What to write instead: « [prénom] ». */
  suggestion: string;
}

/**
 * What in a French text may name a person, in the order of the text, not overlapping. It helps to read again and proves
 * nothing: a nickname or a detail of a scene is not seen. `learner` is the name an LMS gives: « Dupont, Camille ».
 */
export function findPersons(text: string, { learner = '' }: { learner?: string } = {}): readonly Finding[] {
  const found: Finding[] = [];
  const silent = spans(text, NOT_PERSONS);
  const free = (start: number, end: number) => !found.some((one) => start < one.end && end > one.start);
  // what comes first is the surest: it takes its letters
  for (const look of [emails, phones, dates, civilities, places])
    for (const one of look(text)) if (free(one.start, one.end)) found.push(one);
  for (const one of selves(text, learner, free)) found.push(one);
  const unnamed = (start: number, end: number) =>
    free(start, end) && !silent.some(([from, to]) => start < to && end > from);
  for (const one of firstNames(text, unnamed)) found.push(one);
  return found.sort((a, b) => a.start - b.start);
}

type Free = (start: number, end: number) => boolean;

const SPACE = '[ \\u00a0\\u202f]';
const LETTER = '[\\p{L}\\p{M}]';
/** A word with a capital, joined ones included: « Jean-Pierre », « O’Brien », « D’Almeida ». */
const WORD = `\\p{Lu}${LETTER}*(?:[-\\u2011]${LETTER}+|[’']\\p{Lu}${LETTER}+)*`;
/** The same, of two letters or more: « Mme D. » hides the name already. */
const SURNAME = `(?:(?:[Dd]e[ ]la|[Dd]e|[Dd]u|[Dd]es|Le|La|Ben|El|Al|Van)${SPACE})?(?:[Dd][’'])?(?=\\p{Lu}${LETTER})${WORD}`;
const BEFORE = `(?<![\\p{L}\\p{M}\\d])`;
const AFTER = `(?![\\p{L}\\p{M}\\d])`;

function* matches(text: string, pattern: RegExp, kind: FindingKind, suggest: (match: RegExpExecArray) => string) {
  for (const match of text.matchAll(pattern)) {
    const suggestion = suggest(match as RegExpExecArray);
    if (suggestion) yield { kind, start: match.index, end: match.index + match[0].length, text: match[0], suggestion };
  }
}
const spans = (text: string, pattern: RegExp): [number, number][] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);

// ---- e-mail, telephone

const EMAIL = /(?<![\w.+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu;
/** A number of France or of its overseas territories; not 119, 3919 nor a SIRET. */
const PHONE =
  /(?<![\d+])(?:(?:\+|00)(?:33|262|508|590|594|596|687|689)[ \u00a0\u202f.-]?(?:\(0\)[ \u00a0\u202f.-]?)?[1-9]|0[1-9])(?:[ \u00a0\u202f.-]?\d{2}){4}(?!\d)/gu;

const emails = (text: string) => matches(text, EMAIL, 'email', () => '[courriel]');
const phones = (text: string) => matches(text, PHONE, 'phone', () => '[téléphone]');

// ---- dates

const MONTH = `(?:${MONTHS.join('|')}|f[ée]vr?\\.|janv\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|d[ée]c\\.|fevrier|aout|decembre)`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const DATE = new RegExp(
  [
    `(?<![\\d/])${DAY}(?:er)?${SPACE}${MONTH}${SPACE}\\d{4}(?!\\d)`,
    // a birth needs no year
    `(?<=${BEFORE}née?s?${SPACE}le${SPACE})${DAY}(?:er)?${SPACE}${MONTH}${AFTER}`,
    `(?<![\\d/.-])${DAY}([/.-])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d{2}(?![/.-]?\\d)`,
    `(?<![\\d/.-])${DAY}/(?:0?[1-9]|1[0-2])/\\d{2}(?![/.-]?\\d)`,
    `(?<![\\d/.-])(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?![/.-]?\\d)`,
  ].join('|'),
  'giu',
);
/** « la loi n° 2023-1196 du 18 décembre 2023 » names nobody. */
const LEGAL =
  /(?:loi|ordonnance|décret|arrêté|circulaire|instruction|délibération)s?(?:[ \u00a0][^.;!?\n]{0,40})? ?$/iu;

function* dates(text: string) {
  for (const one of matches(text, DATE, 'date', () => '[date]'))
    if (!LEGAL.test(text.slice(Math.max(0, one.start - 60), one.start).replace(/(?:du|de|le)[ \u00a0]$/u, '')))
      yield one as Finding;
}

// ---- civility and name

const CIVILITY =
  '(?:MM\\.|M\\.|Mr\\.?|M|Mmes?|Mlles?|Drs?\\.?|Pr\\.?|[Dd]octeure?s?|[Pp]rofesseure?s?|[Mm]onsieur|[Mm]essieurs|[Mm]adame|[Mm]esdames|[Mm]ademoiselle|famille)';
const CIVIL = new RegExp(`${BEFORE}(${CIVILITY})${SPACE}(${SURNAME}(?:${SPACE}${SURNAME})*)`, 'gu');
/** A function with a capital: « Madame Présidente ». */
const OFFICE =
  /^(?:Maires?|Président|Directeur|Directrice|Adjoint|Préfet|Préfète|Ministre|Conseill|Élu|Coordinat|Coordonnat|Secrétaire|Rural)/u;

const civilities = (text: string) =>
  matches(text, CIVIL, 'civility', ([, civility, name]) => (OFFICE.test(name!) ? '' : `${civility} [nom]`));

// ---- establishment and its name

/** Whatever the capitals: « École Maternelle », « RPE ». */
const anyCase = (words: string) => words.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toLocaleUpperCase('fr')}]`);
const ESTABLISHMENT = anyCase(
  "micro-?crèches?|crèches?|multi-?accueils?|halte-?garderies?|garderies?|jardins? d[’']enfants|jardins? d[’']éveil|écoles?|maternelle|collèges?|lycées?|centres?|relais|rpe|laep|alsh|mjc|mam|ime|ehpad|eaje|accueils? de loisirs|associations?|hôpital|clinique|maisons? de quartier|maisons? d[’']assistantes maternelles",
);
/** What may stand between the kind of establishment and its name. */
const PLAIN = anyCase(
  "(?:parental|municipal|communal|intercommunal|familial|social|national|départemental|régional|local|maternel|culturel|socio-?culturel|médico-?social|hospitalier|primaire|élémentaire|publi(?:c|que)|privé|aéré|collecti(?:f|v)|associati(?:f|v))(?:le|ue|e)?s?|sociaux|de loisirs|de l[’']enfance|de la petite enfance|petite enfance|d[’']accueil|d[’']enfants|d[’']entreprise|d[’']animation|assistante?s maternel(?:le)?s",
);
const ARTICLE = `(?:(?:Les|Le|La|Aux|Au|À|Mes|Nos|Ma|Mon)${SPACE}|L[’'])`;
const JOINED = `(?:${SPACE}(?:(?:de la|de|du|des|sur|sous|aux|au)${SPACE}|[dl][’'])?${WORD})*`;
const PLACE = new RegExp(
  `${BEFORE}(?:${ESTABLISHMENT})(?:${SPACE}(?:${PLAIN}))*${SPACE}(?:${[
    `[«“"]${SPACE}?(\\p{Lu}[^»”"\\n]{1,60}?)${SPACE}?[»”"]`,
    `(?:(?:de la|des|du|de)${SPACE}|d[’'])?(${ARTICLE}?${WORD}${JOINED})`,
  ].join('|')})`,
  'gu',
);
/** « Les petits loups », without capitals nor quotation marks. */
const LOWER_NAME = new RegExp(
  `^${SPACE}(?:(?:petite?s?|grande?s?|jeunes?|joyeu(?:x|ses?)|premiers?|doux)${SPACE})?\\p{Ll}${LETTER}+`,
  'u',
);
/** Institutions, methods and words of official titles: they name no place. */
const COMMON = new RegExp(
  `^(?:l[’']|les? |la )?(?:${'caf|cnaf|msa|pmi|etat|republique|ville|communes?|mairies?|maires|departements?|regions?|metropole|agglomeration|intercommunalite|pays|france|europe|education|enfance|petite enfance|parents|loisirs|montessori|steiner|freinet|pikler|snoezelen|communal|social|sociaux|municipal|national|departemental|regional|culturel|croix-rouge|jeunesse|familles?|assistants?|accueil|action|administration|ressources?|je|il|elle|nous|on|vous|ils|elles|un|une|ce|cette'})(?![\\p{L}-])`,
  'u',
);

function* places(text: string): Generator<Finding> {
  for (const match of text.matchAll(PLACE)) {
    const [whole, quoted, bare] = match;
    const name = quoted ?? bare!;
    const after = text.slice(match.index + whole.length);
    const lower = /^(?:Les?|La|Aux?|À|Mes|Nos|Ma|Mon)$/u.test(name) ? (LOWER_NAME.exec(after)?.[0] ?? '') : '';
    const acronym = quoted === undefined && /^\p{Lu}{1,5}$/u.test(name);
    if ((acronym && !lower) || COMMON.test(foldName(name + lower))) continue;
    const end = match.index + whole.length + lower.length;
    const found = text.slice(match.index, end);
    const at = found.lastIndexOf(name);
    const before = found.slice(0, at).replace(/(?:de la|des|du|de|d[’'])[ \u00a0\u202f]?$/u, '');
    yield {
      kind: 'place',
      start: match.index,
      end,
      text: found,
      suggestion: `${before}[établissement]${found.slice(at + name.length + lower.length)}`,
    };
  }
}

// ---- the learner's own name

const PARTICLES = new Set([
  'de',
  'la',
  'le',
  'les',
  'du',
  'des',
  'd',
  'l',
  'van',
  'von',
  'ben',
  'el',
  'al',
  'di',
  'da',
]);
/** Surnames that begin many a sentence. */
const PLAIN_SURNAMES = new Set(
  'petit grand blanc noir roux brun maire boulanger berger marchand chevalier fontaine riviere bois moulin renard poirier barbier clerc comte duc roi page sage bon beau joly fort gros legrand second dernier premier jeune rey prevost hiver lundi meunier moreau'.split(
    ' ',
  ),
);

/** By folded part of the name → « [prénom] » or « [nom] ». « Dupont, Camille », « Camille Dupont », « DUPONT Camille ». */
function namesOf(learner: string): Map<string, string> {
  const [first = '', second] = learner.split(',').map((half) => half.trim());
  const split = (half: string) => half.split(/[ \u00a0\u202f]+/u).filter(Boolean);
  const words = split(first);
  const capitals = words.filter((word) => word.length > 1 && word === word.toLocaleUpperCase('fr'));
  const surnames =
    second !== undefined
      ? words
      : capitals.length > 0 && capitals.length < words.length
        ? capitals
        : words.length > 1
          ? words.slice(1)
          : [];
  const given = [...words.filter((word) => !surnames.includes(word)), ...split(second ?? '')];
  const entries = (list: readonly string[], label: string) =>
    list
      .flatMap((word) => [word, ...word.split(/[-’']/u)])
      .map(foldName)
      .filter((part) => part.length > 1 && !PARTICLES.has(part))
      .map((part) => [part, label] as const);
  return new Map([...entries(surnames, '[nom]'), ...entries(given, '[prénom]')]);
}

function selves(text: string, learner: string, free: Free): Finding[] {
  const own = namesOf(learner);
  const found: Finding[] = [];
  if (own.size === 0) return found;
  for (const match of text.matchAll(new RegExp(`${BEFORE}${WORD}`, 'gu'))) {
    const [word] = match;
    const [start, end] = [match.index, match.index + word.length];
    const folded = foldName(word);
    const label = own.get(folded) ?? word.split(/[-\u2011]/u).map((part) => own.get(foldName(part)))[0];
    if (!label || !free(start, end)) continue;
    const plain = PLAIN_SURNAMES.has(folded) || ambiguous.has(folded);
    if (plain && begins(text, start) && !acts(text, end)) continue;
    const before = found.at(-1);
    if (before && /^[ \u00a0\u202f]$/u.test(text.slice(before.end, start)))
      found[found.length - 1] = {
        ...before,
        end,
        text: text.slice(before.start, end),
        suggestion: before.suggestion.includes(label) ? before.suggestion : `${before.suggestion} ${label}`,
      };
    else found.push({ kind: 'self', start, end, text: word, suggestion: label });
  }
  return found;
}

// ---- first names

const setOf = (names: string) => new Set(names.trim().split(/\s+/));
const sure = setOf(NAMES);
const ambiguous = setOf(NAMES_AND_WORDS);
const proper = setOf(NAMES_AND_PLACES);

/** Streets, saints, laws, rooms: a name that stands there designates nobody here. « Le groupe de Lina » is hers. */
const NOT_PERSONS = new RegExp(
  `${BEFORE}(?:${[
    `(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Qq]uai|[Ss]quare|[Aa]llées?|[Ii]mpasse)${SPACE}(?:(?:de la|du|des|de)${SPACE}|d[’'])?`,
    `(?:[Ss]alle|[Ss]ection|[Gg]roupe|[Ll]oi|[Pp]lan|[Rr]apport|[Mm]éthode|[Pp]édagogie|[Tt]héorie|[Pp]rix)${SPACE}`,
    '(?:Saint|Sainte|St|Ste)[- ]',
  ].join('|')})${WORD}(?:${SPACE}(?:et${SPACE}|de${SPACE})?${WORD})*`,
  'gu',
);
const NAME = new RegExp(`${BEFORE}(?<!@)${WORD}`, 'gu');
const FOLLOWING = new RegExp(`^${SPACE}(${SURNAME})`, 'u');
/** Before a word, not before a person: « la rose », « l’aurore ». */
const DETERMINER =
  /(?:(?:^|[^\p{L}\p{M}])(?:les?|la|une?|des|du|aux?|cet|cette|ces|ce|en|son|sa|ses|notre|votre|leurs?)[ \u00a0]|[lL][’'])$/iu;
const CLUE =
  /(?:avec|chez|petite?|collègue|nommée?|prénommée?|appelle|maman|papa|amie?|tutrice|tuteur|directrice|directeur|stagiaire|apprentie?)[ \u00a0]$/u;
const AGENCY = /^[ \u00a0](?:travail|services|compétences|\p{Lu})/u;
/** Right after a sentence's first word, what only a person's name lets follow. */
const ACTION = /^[ \u00a0](?:(?:a|avait|aura|ne|se|nous|lui|me)[ \u00a0]|(?:n|s|m)[’'])/u;

const acts = (text: string, end: number) => ACTION.test(text.slice(end, end + 12));

function* firstNames(text: string, free: Free): Generator<Finding> {
  let from = 0;
  for (const match of text.matchAll(NAME)) {
    const start = match.index;
    const name = start >= from ? nameIn(match[0], text, start) : undefined;
    if (!name || !free(start, start + name.length)) continue;
    const end = start + name.length;
    const more = FOLLOWING.exec(text.slice(end));
    const surname = more && !/^\p{Lu}{1,3}$/u.test(more[1]!) && !CIVIL_ALONE.test(more[1]!) ? more[0] : '';
    const whole = surname !== '' && free(end, end + surname.length);
    from = whole ? end + surname.length : end;
    yield {
      kind: 'first-name',
      start,
      end: from,
      text: text.slice(start, from),
      suggestion: whole ? '[prénom] [nom]' : '[prénom]',
    };
  }
}
const CIVIL_ALONE = new RegExp(`^${CIVILITY}$`, 'u');

/** The first name that a word is, or begins with: « Lina », « Jean-Pierre », « Marie-Lys ». */
function nameIn(word: string, text: string, start: number): string | undefined {
  const parts = word.split(/[-\u2011]/u);
  const known = (part: string) => sure.has(foldName(part)) || ambiguous.has(foldName(part));
  const capitals = word.length > 1 && word === word.toLocaleUpperCase('fr');
  const [first = ''] = parts;
  if (parts.length > 1) {
    if (parts.every(known)) return word;
    if (!sure.has(foldName(first))) return undefined;
    return /^\p{Lu}/u.test(parts[1]!) ? word : first;
  }
  const folded = foldName(first);
  // an acronym is short, or a word of its own
  if (sure.has(folded)) return !capitals || word.length > 3 ? word : undefined;
  if (capitals) return undefined;
  const [before, end] = [text.slice(Math.max(0, start - 24), start), start + word.length];
  if (proper.has(folded)) return CLUE.test(before) && !AGENCY.test(text.slice(end, end + 14)) ? word : undefined;
  if (!ambiguous.has(folded) || DETERMINER.test(before)) return undefined;
  return begins(text, start) && !acts(text, end) ? undefined : word;
}

/** Whether a sentence, a line or a quotation begins here: the capital then says nothing. */
function begins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).replace(/[ \u00a0\u202f«“"‘([*#>_]+$/u, '');
  return before === '' || /[.!?…:\n\r•–—-]$/u.test(before) || /[«“"(]/u.test(text.slice(Math.max(0, at - 2), at));
}
