import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edgesOf, forbidden, sourcesUnder } from './imports.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const sources = sourcesUnder(ROOT, ['src', 'packaging']);
const edges = edgesOf(sources);

test('sees the files and the imports of the project, whatever their shape', () => {
  expect(sources.size).toBeGreaterThan(80);
  expect(edges.length).toBeGreaterThan(200);
  const lost = edges.filter(({ to }) => !existsSync(join(ROOT, to)));
  expect(lost).toEqual([]);
  const written = [...sources.values()].reduce(
    (sum, text) => sum + (text.match(/(?:from|import\(?)\s*['"]\.{1,2}\//g)?.length ?? 0),
    0,
  );
  expect(edges.length).toBe(written);
});

test('no folder imports what stands right of it', () => {
  expect(forbidden(edges)).toEqual([]);
});

test.each([
  ['src/model/course.ts', '../runtime/record.ts'],
  ['src/content/compile.ts', '../blocks/authoring.ts'],
  ['src/runtime/attempt.ts', '../trackers/scorm12.ts'],
  ['src/trackers/scorm12.ts', '../runtime/resume.ts'],
  ['src/blocks/choice/activity.ts', '../../ui/messages.ts'],
  ['src/blocks/choice/element.ts', '../journal/activity.ts'],
  ['src/preview/server.ts', '../player/main.ts'],
  ['src/campus/start.ts', '../runtime/attempt.ts'],
  ['src/campus/server.ts', '../player/main.ts'],
  ['src/player/main.ts', '../../packaging/page.ts'],
  ['packaging/cli.ts', '../src/player/main.ts'],
])('a bad import planted in %s is seen', (file, target) => {
  for (const statement of [
    `import { x } from '${target}';`,
    `import type {\n  x,\n} from '${target}';`,
    `const x = await import('${target}');`,
    `export * from '${target}';`,
    `import '${target}';`,
  ]) {
    expect(forbidden(edgesOf(new Map([[file, `${statement}\n`]])))).toHaveLength(1);
  }
});

test('every block folder is listed for the author and for the learner', async () => {
  const { vocabulary } = await import('../../src/blocks/authoring.ts');
  const runtime = sources.get('src/blocks/runtime.ts')!;
  const authoring = sources.get('src/blocks/authoring.ts')!;
  const folders = readdirSync(join(ROOT, 'src/blocks'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    expect(authoring, `blocks/authoring.ts does not list ${name}`).toContain(`./${name}/authoring.ts`);
    if (existsSync(join(ROOT, 'src/blocks', name, 'element.ts'))) {
      expect(runtime, `blocks/runtime.ts does not list ${name}`).toContain(`./${name}/element.ts`);
    }
  }
  expect(vocabulary.blocks.length + vocabulary.statics.length).toBe(folders.length);
});
