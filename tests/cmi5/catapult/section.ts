import { today, writeSection } from '../../judges-page.ts';
import type { Verdict } from './judges-agree.ts';
import type { Played } from './play.ts';
import type { UnitResult } from './suite.ts';

/** What the suite said of one package. */
export interface PackageResult {
  zip: string;
  units: readonly UnitResult[];
  played: readonly Played[];
}

const RESULTS: Readonly<Record<UnitResult['result'], string>> = {
  conformant: 'conforme',
  'non-conformant': 'non conforme',
  pending: 'en cours',
  'not-started': 'non commencé',
};
const number = (value: number) => value.toLocaleString('fr-FR');
const broken = (played: readonly Played[]) => played.flatMap(({ clauses }) => clauses);

/** Writes the « cmi5 » section of docs/juges-publics.md; says whether every unit is conformant and no clause was broken. */
export function report(commit: string, packages: readonly PackageResult[], verdicts: readonly Verdict[]): boolean {
  const rows = packages.map(({ zip, units, played }) => {
    const said = played.flatMap(({ verbs }) => verbs).length;
    const conformant = units.filter(({ result }) => result === 'conformant').length;
    return `| ${zip} | ${units.length} | ${played.length} | ${number(said)} | ${broken(played).length || 'aucune'} | ${conformant} sur ${units.length} |`;
  });
  const failures = packages.flatMap(({ zip, units, played }) => [
    ...played.flatMap(({ unit, what, clauses }) =>
      clauses.map((clause) => `- ${zip}, ${unit}, « ${what} »\u00a0: clause ${clause}`),
    ),
    ...units
      .filter(({ result }) => result !== 'conformant')
      .map(({ title: [title], result }) => `- ${zip}, « ${title?.text} »\u00a0: ${RESULTS[result]}`),
  ]);
  const [first] = packages;
  const lines = [
    'Les paquets cmi5 importés puis joués au clavier, dans un vrai navigateur, devant la suite publique d’ADL (`adlnet/CATAPULT`, lecteur et suite d’essais), avec le LRS du campus derrière elle.',
    '',
    `${today()}, révision ${commit}.`,
    '',
    '| Paquet | Unités | Lancements | Énoncés enregistrés | Clauses enfreintes | Unités conformes |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    ...(failures.length > 0 ? ['Chaque échec\u00a0:', '', ...failures, ''] : []),
    ...(first
      ? [
          `Chaque lancement (${first.zip})\u00a0:`,
          '',
          '| Unité | Lancement | Énoncés que la suite a enregistrés |',
          '|---|---|---|',
          ...first.played.map(({ unit, what, verbs }) => `| ${unit} | ${what} | ${counted(verbs)} |`),
          '',
        ]
      : []),
    ...agreement(verdicts),
    'Pour refaire l’essai\u00a0: voir `tests/cmi5/catapult/README.md`, puis `npm run cmi5:catapult -- DOSSIER PAQUET.zip…`.',
  ];
  writeSection('cmi5', lines);
  console.log(lines.join('\n'));
  return failures.length === 0;
}

/** `initialized, answered × 5, terminated`. */
function counted(verbs: readonly string[]): string {
  const runs: { verb: string; count: number }[] = [];
  for (const verb of verbs) {
    const last = runs.at(-1);
    if (last?.verb === verb) last.count += 1;
    else runs.push({ verb, count: 1 });
  }
  return runs.map(({ verb, count }) => (count > 1 ? `${verb}\u00a0×\u00a0${count}` : verb)).join(', ');
}

/** How far the judge of our own tests is as strict as the public one. */
function agreement(verdicts: readonly Verdict[]): string[] {
  const seen = verdicts.filter(({ clauses, refused }) => clauses.length > 0 || refused);
  const unseen = verdicts.filter((one) => !seen.includes(one));
  const clauses = [...new Set(unseen.map(({ planted }) => planted.clause))].join(', ');
  return [
    `Le juge de nos propres essais (\`tests/cmi5\`) est mesuré à la même suite\u00a0: des ${verdicts.length} fautes plantées qu’il refuse toutes, elle en refuse ${seen.length}. Elle laisse passer celles des clauses ${clauses}.`,
    '',
  ];
}
