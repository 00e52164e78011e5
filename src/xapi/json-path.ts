/** One step of a path: a member by its name, or every member. */
type Step = { name: string } | 'every';

/** `.name`, `['name']`, `[0]`, `[*]`, `.*`. */
const STEP = /\.(\*|[A-Za-z_][\w-]*)|\['([^']*)'\]|\[(\d+|\*)\]/y;

/**
 * The values at a JSONPath of this subset: `$`, then members by name, by quoted name, by rank, or all of them. No filter,
 * no descent. Throws on anything else, so that a rule which would never find anything is seen at once.
 */
export function valuesAt(root: unknown, path: string): readonly unknown[] {
  return stepsOf(path).reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => inside(value, step)),
    [root],
  );
}

function stepsOf(path: string): Step[] {
  if (!path.startsWith('$')) throw new Error(`A JSONPath begins with $: "${path}"`);
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const at = STEP.lastIndex;
    const match = STEP.exec(path);
    if (!match) throw new Error(`Not in our JSONPath subset, at character ${at}: "${path}"`);
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    steps.push(name === '*' && match[2] === undefined ? 'every' : { name });
  }
  return steps;
}

function inside(value: unknown, step: Step): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === 'every') return Object.values(value);
  return Object.hasOwn(value, step.name) ? [(value as Readonly<Record<string, unknown>>)[step.name]] : [];
}
