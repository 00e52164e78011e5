import { FILE_KINDS, jsonSchema } from './json-schemas.ts';
import { snippets } from './snippets.ts';

/** A file as it should be; its path is relative to the folder that an author opens. */
export interface EditorFile {
  path: string;
  text: string;
}

/** What a folder of courses needs for completion and help in VS Code: settings, snippets, and the schemas themselves. */
export const editorFiles = (): EditorFile[] => filesAround('.vscode/schemas');

/** The same for this repository, where the schemas are documents. */
export const repositoryEditorFiles = (): EditorFile[] => filesAround('docs/schemas');

function filesAround(schemas: string): EditorFile[] {
  const file = (path: string, value: unknown) => ({ path, text: `${JSON.stringify(value, null, 2)}\n` });
  const schemaPath = (name: string) => `${schemas}/${name}.schema.json`;
  return [
    file('.vscode/settings.json', settings(schemaPath)),
    file('.vscode/extensions.json', { recommendations: EXTENSIONS }),
    file('.vscode/parcours.code-snippets', snippets()),
    ...FILE_KINDS.map((kind) => file(schemaPath(kind.name), jsonSchema(kind))),
  ];
}

/** YAML with the schemas, French spelling, the editor itself in French. */
const EXTENSIONS = [
  'redhat.vscode-yaml',
  'streetsidesoftware.code-spell-checker',
  'streetsidesoftware.code-spell-checker-french',
  'MS-CEINTL.vscode-language-pack-fr',
];

const settings = (schemaPath: (name: string) => string) => ({
  'files.encoding': 'utf8',
  'files.eol': '\n',
  'files.insertFinalNewline': true,
  'yaml.schemas': Object.fromEntries(
    FILE_KINDS.flatMap(({ name, glob }) => (glob ? [[`./${schemaPath(name)}`, glob]] : [])),
  ),
  'yaml.format.enable': false,
  'cSpell.language': 'fr,en',
  '[yaml]': { 'editor.insertSpaces': true, 'editor.tabSize': 2, 'files.trimTrailingWhitespace': true },
  '[markdown]': {
    'editor.wordWrap': 'on',
    'editor.insertSpaces': true,
    'editor.tabSize': 2,
    'editor.formatOnSave': false,
    'editor.formatOnPaste': false,
    // two spaces at the end of a line break it
    'files.trimTrailingWhitespace': false,
    // Markdown proposes nothing unless asked; with this, a snippet comes with the first letters of its name
    'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
    'editor.wordBasedSuggestions': 'off',
    'editor.snippetSuggestions': 'top',
    // ’ and no-break spaces are French, not mistakes
    'editor.unicodeHighlight.ambiguousCharacters': false,
    'editor.unicodeHighlight.invisibleCharacters': false,
  },
});
