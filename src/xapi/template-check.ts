import { valuesAt } from './json-path.ts';
import { at, textAt } from './loose.ts';
import type { Profile, Rule, StatementTemplate } from './profile-terms.ts';

/**
 * What of a statement is against the profile, one sentence each; empty when it follows a template. Templates are found by
 * the verb and the type of the object, then every rule of theirs must hold. `find`: another statement by its identifier,
 * to know what a reference refers to; one that is not known is taken at its word.
 */
export function against(
  { templates }: Pick<Profile, 'templates'>,
  statement: unknown,
  find: (id: string) => unknown = () => undefined,
): readonly string[] {
  const fitting = templates.filter((template) => fits(templates, template, statement, find));
  if (fitting.length === 0)
    return [
      `no template for ${textAt(statement, 'verb', 'id')} of ${objectWords(statement)} (${textAt(statement, 'id')})`,
    ];
  return fitting.flatMap(({ id, rules }) =>
    rules.flatMap((rule) => broken(rule, statement).map((why) => `${id}: ${rule.location} ${why}`)),
  );
}

const objectWords = (statement: unknown) =>
  textAt(statement, 'object', 'definition', 'type') ??
  textAt(statement, 'object', 'objectType') ??
  'an activity without a type';

/** Its determining properties are those of the statement (profile specification 1.0, « Statement Template Valid »). */
function fits(
  templates: readonly StatementTemplate[],
  { verb, objectActivityType, objectStatementRefTemplate }: StatementTemplate,
  statement: unknown,
  find: (id: string) => unknown,
): boolean {
  if (textAt(statement, 'verb', 'id') !== verb) return false;
  if (objectActivityType !== undefined) return textAt(statement, 'object', 'definition', 'type') === objectActivityType;
  if (!objectStatementRefTemplate) return true;
  if (at(statement, 'object', 'objectType') !== 'StatementRef') return false;
  const referred = find(textAt(statement, 'object', 'id') ?? '');
  if (referred === undefined) return true;
  return templates.some((one) => objectStatementRefTemplate.includes(one.id) && fits(templates, one, referred, find));
}

/** How a rule is broken; nothing when it holds. A recommendation never is. */
function broken({ location, presence, any, all }: Rule, statement: unknown): string[] {
  const values = valuesAt(statement, location);
  const said = values.map((value) => JSON.stringify(value)).join(', ');
  const found: string[] = [];
  if (presence === 'included' && values.length === 0) found.push('is missing');
  if (presence === 'excluded' && values.length > 0) found.push(`must not be there: ${said}`);
  if (values.length === 0) return found;
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (any && !any.some((one) => values.some((value) => same(value, one))))
    found.push(`is none of those expected: ${said}`);
  if (all && !values.every((value) => all.some((one) => same(value, one)))) found.push(`is not as expected: ${said}`);
  return found;
}
