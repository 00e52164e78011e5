import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { Facts } from '../src/content/facts.ts';
import { splitCure } from '../src/content/issue.ts';
import { CompetenciesFile, CourseFile, FrontMatter, ModuleFile, OrganisationFile } from '../src/content/schemas.ts';

/** A kind of file that authors write, and what it may hold. */
export interface FileKind {
  /** `course` gives course.schema.json. */
  name: string;
  schema: GenericSchema;
  /** Where an editor finds such files; absent for the header of a page, which is inside another file. */
  glob?: string;
}

export const FILE_KINDS: readonly FileKind[] = [
  { name: 'organisation', schema: OrganisationFile, glob: '**/organisation.yaml' },
  { name: 'course', schema: CourseFile, glob: '**/course.yaml' },
  { name: 'competencies', schema: CompetenciesFile, glob: '**/competencies.yaml' },
  { name: 'module', schema: ModuleFile, glob: '**/module.yaml' },
  { name: 'facts', schema: Facts, glob: '**/facts/*.yaml' },
  { name: 'page', schema: FrontMatter },
];

/**
 * What an editor knows of such a file: keys, hover help, and the sentences of `check` where an editor may say its own
 * (`errorMessage`, `patternErrorMessage`: VS Code's). What JSON Schema cannot say is left to `check`.
 */
export function jsonSchema({ schema }: FileKind): JsonSchema {
  const { $schema, ...said } = toJsonSchema(schema, {
    errorMode: 'ignore',
    // of a map, VS Code would say it of each missing or unknown key, without naming the key
    overrideSchema: ({ jsonSchema, valibotSchema }) =>
      valibotSchema.type === 'strict_object' ? undefined : worded(jsonSchema, 'errorMessage', valibotSchema),
    overrideAction: ({ jsonSchema, valibotAction }) =>
      valibotAction.type === 'regex' ? worded(jsonSchema, 'patternErrorMessage', valibotAction) : undefined,
  });
  return { $schema: $schema!, ...said };
}

/** With the author's sentence under `key`; absent when the check has none. */
function worded(schema: JsonSchema, key: string, check: object): JsonSchema | undefined {
  if (!('message' in check) || typeof check.message !== 'string') return undefined;
  const { message, hint } = splitCure(check.message);
  const sentence = `${message[0]?.toUpperCase()}${message.slice(1)}.`;
  return { ...schema, [key]: hint ? `${sentence} ${hint}` : sentence };
}
