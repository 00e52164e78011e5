import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../../src/content/issue.ts';
import { shownPath } from '../courses.ts';
import { editorFiles } from '../editor-files.ts';
import { initialsOf, isName, wrongName } from './name.ts';
import { fromTemplate, type NewFile, type Plan, type Refusal, yamlText } from './plan.ts';

/** A course with one module that passes `check` and can be packaged at once, and what stands beside it. */
export function newCourse(modulesDir: string, name: string, title: string): Plan | Refusal {
  if (!isName(name)) return wrongName(name, 'npm run new -- course ');
  if (name === 'facts')
    return {
      refused: 'Un parcours ne peut pas s’appeler «\u00a0facts\u00a0»\u00a0: c’est le dossier des faits.',
      hint: 'Choisissez un autre nom.',
    };
  const folder = join(modulesDir, name);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return {
      refused: `${quoted(shownPath(folder))} existe déjà\u00a0: rien n’a été écrit.`,
      hint: `Choisissez un autre nom, ou ajoutez-y un module\u00a0: npm run new -- module ${name} 02-equipe`,
    };
  const initials = initialsOf(name);
  const values = { course: name, title: yamlText(title), competency: `${initials}-M1.a`, fact: `${initials}-1` };
  return {
    created: [
      ...beside(modulesDir),
      ...fromTemplate('facts.yaml', join(modulesDir, 'facts', `${name}.yaml`), values),
      ...fromTemplate('course', folder, values),
    ],
  };
}

/** What a folder of courses begins with: who delivers them, and what helps to write them in an editor. */
function beside(modulesDir: string): NewFile[] {
  const organisation = join(modulesDir, 'organisation.yaml');
  if (existsSync(organisation)) return [];
  return [
    ...fromTemplate('organisation.yaml', organisation, {}),
    ...editorFiles()
      .map(({ path, text }) => ({ path: join(modulesDir, path), data: text }))
      .filter(({ path }) => !existsSync(path)),
  ];
}
