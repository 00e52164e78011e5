import * as v from 'valibot';
import { type Issue, type Position, splitCure } from './issue.ts';

export type Checked<T> = { value: T; issues: [] } | { value?: undefined; issues: Issue[] };

const hasLine = (input: unknown): input is { line: number } =>
  typeof input === 'object' && input !== null && typeof (input as { line?: unknown }).line === 'number';

/**
 * Checks what a block's reader made of a directive. Each issue stands at the deepest line of its path; the schema's
 * message may end with ` → ` and the cure.
 */
export function check<S extends v.GenericSchema>(
  schema: S,
  data: unknown,
  at: Position,
  kind: string,
): Checked<v.InferOutput<S>> {
  const { success, output, issues } = v.safeParse(schema, data);
  if (success) return { value: output, issues: [] };
  return {
    issues: issues.map(({ path, message }): Issue => {
      const inputs = (path ?? []).flatMap(({ input, value }) => [input, value]);
      return {
        file: at.file,
        line: inputs.findLast(hasLine)?.line ?? at.line,
        code: `${kind}/${[...(path ?? [])].reverse().find(({ key }) => typeof key === 'string')?.key ?? 'forme'}`,
        ...splitCure(message),
      };
    }),
  };
}
