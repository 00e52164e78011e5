import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** One import statement between two of our files, '/'-separated, from the root. */
export interface Edge {
  from: string;
  to: string;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import written in these sources that leads to another of our files. */
export function edgesOf(files: ReadonlyMap<string, string>): Edge[] {
  return [...files].flatMap(([from, text]) =>
    [...text.matchAll(IMPORT)]
      .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
      .filter((path) => path.startsWith('.'))
      .map((path) => ({
        from,
        to: normalize(join(dirname(from), path.replace(/\?.*$/, '')))
          .split(sep)
          .join('/'),
      })),
  );
}

/** What each folder may import; `*` stands for one name. First match wins, and a folder may always import itself. */
const RULES: readonly [from: string, may: readonly string[]][] = [
  ['src/model/', []],
  ['src/content/', ['src/model/']],
  ['src/xapi/', ['src/model/']],
  ['src/storage/', ['src/model/']],
  ['src/trackers/', ['src/model/', 'src/xapi/', 'src/storage/']],
  ['src/runtime/', ['src/model/', 'src/storage/', 'src/trackers/tracker.ts']],
  ['src/anonymise/', ['src/model/']],
  ['src/ui/', ['src/model/', 'src/runtime/', 'src/anonymise/']],
  ['src/blocks/*/authoring.ts', ['src/model/', 'src/content/']],
  ['src/blocks/*/activity.ts', ['src/model/', 'src/runtime/activity-type.ts']],
  ['src/blocks/*/messages.ts', ['src/ui/messages.ts']],
  ['src/blocks/*/element.ts', ['src/model/', 'src/runtime/', 'src/ui/', 'src/anonymise/']],
  ['src/blocks/authoring.ts', ['src/content/block-type.ts', 'src/blocks/*/authoring.ts']],
  ['src/blocks/activities.ts', ['src/runtime/activity-type.ts', 'src/blocks/*/activity.ts']],
  ['src/blocks/runtime.ts', ['src/runtime/', 'src/blocks/*/element.ts']],
  [
    'src/player/',
    [
      'src/model/',
      'src/storage/',
      'src/trackers/',
      'src/runtime/',
      'src/ui/',
      'src/anonymise/',
      'src/blocks/runtime.ts',
      'src/blocks/*/activity.ts',
      'src/blocks/styles.css',
    ],
  ],
  ['src/preview/', ['src/model/', 'src/xapi/', 'src/trackers/tracker.ts']],
  // the demonstration drives the real runtime, so that nothing it shows was written by hand
  [
    'src/campus/demo/',
    [
      'src/campus/',
      'src/model/',
      'src/runtime/',
      'src/trackers/',
      'src/storage/',
      'src/blocks/activities.ts',
      'src/blocks/*/activity.ts',
      'src/player/sample-answers.ts',
    ],
  ],
  [
    'src/campus/',
    [
      'src/campus/',
      'src/model/',
      'src/xapi/',
      'src/trackers/tracker.ts',
      'src/preview/client-bundle.ts',
      'src/preview/manifest.ts',
      'src/preview/mime.ts',
      'src/preview/open-browser.ts',
      'src/preview/own-requests.ts',
      'src/preview/package-file.ts',
      'src/preview/server.ts',
    ],
  ],
  // the author's preview is the stand-in LMS around a course that is not yet a zip
  ['packaging/author.ts', ['packaging/', 'src/content/', 'src/preview/']],
  ['packaging/author/', ['packaging/', 'src/model/', 'src/content/', 'src/blocks/authoring.ts', 'src/preview/']],
  // the profile of what is sent is made from the vocabulary alone
  ['packaging/profile.ts', ['src/xapi/']],
  [
    'packaging/',
    [
      'src/model/',
      'src/content/',
      'src/runtime/resume.ts',
      'src/runtime/deflate.ts',
      'src/runtime/record.ts',
      'src/xapi/vocabulary.ts',
      'src/trackers/',
      'src/blocks/authoring.ts',
      'src/blocks/*/authoring.ts',
      'src/blocks/*/activity.ts',
    ],
  ],
];

const matches = (path: string, pattern: string) => {
  const source = pattern.replace(/[.]/g, '\\.').replace('*', '[^/]+');
  return new RegExp(`^${source}${pattern.endsWith('/') ? '' : '$'}`).test(path);
};
const folderOf = (pattern: string, path: string) =>
  pattern.startsWith('src/blocks/*/')
    ? `${path.split('/').slice(0, 3).join('/')}/`
    : pattern.endsWith('/')
      ? pattern
      : `${dirname(pattern)}/#`;

/** The edges that go against the direction of the folders. */
export function forbidden(edges: readonly Edge[]): Edge[] {
  return edges.filter(({ from, to }) => {
    const rule = RULES.find(([pattern]) => matches(from, pattern));
    if (!rule) return true;
    return !to.startsWith(folderOf(rule[0], from)) && !rule[1].some((pattern) => matches(to, pattern));
  });
}

/** Our sources, tests aside. */
export function sourcesUnder(root: string, folders: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) walk(join(path, name));
    else if (path.endsWith('.ts') && !path.endsWith('.test.ts'))
      files.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  };
  for (const folder of folders) walk(join(root, folder));
  return files;
}
