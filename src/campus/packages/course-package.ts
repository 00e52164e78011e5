import type { Block, CourseOutline, ModuleContent } from '../../model/course.ts';
import { itemToken } from '../../model/interaction.ts';
import type { PackageFile, PackageInfo, Packages } from '../../preview/package-file.ts';
import type { Wording, Wordings } from '../../xapi/cmi-activities.ts';
import { plainWords } from '../../xapi/plain-words.ts';
import type { Standard } from '../scorm/launch-values.ts';

/** Undefined when there is no such zip, or when it cannot be read as one. */
export function openPackage(packages: Packages, name: string): PackageFile | undefined {
  try {
    return packages.open(name);
  } catch (error) {
    console.warn(`${name}.zip:`, error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** Of every package that can be read, by name. */
export const packageInfos = (packages: Packages): PackageInfo[] =>
  [...packages.names()].sort().flatMap((name) => openPackage(packages, name)?.info ?? []);

/** What the campus may launch; undefined for a package that no LMS opens, or of a standard it does not speak. */
export function standardOf({ info }: PackageFile): Standard | undefined {
  if (!info.forLms) return undefined;
  const version = info.version ?? '';
  return /2004|CAM 1\.3/.test(version) ? 'scorm2004' : version === '1.2' || version === '' ? 'scorm12' : undefined;
}

const outlines = new WeakMap<PackageFile, CourseOutline | undefined>();

/** What the course says of itself in its first page; undefined for a package made with other tools. */
export function outlineOf(file: PackageFile): CourseOutline | undefined {
  if (!outlines.has(file))
    outlines.set(file, outlineIn(textOf(file.files.get(file.info.launch.replace(/[?#].*$/, '')))));
  return outlines.get(file);
}

function outlineIn(page: string): CourseOutline | undefined {
  const json = /<script type="application\/json" id="course">([\s\S]*?)<\/script>/.exec(page)?.[1];
  try {
    return json === undefined ? undefined : (JSON.parse(json) as CourseOutline);
  } catch {
    return undefined;
  }
}

const read = new WeakMap<PackageFile, Wordings>();

/** What the package calls its questions, pages and modules; empty for one made with other tools. */
export function wordingsOf(file: PackageFile): Wordings {
  const known = read.get(file);
  if (known) return known;
  const modules = outlineOf(file)?.modules ?? [];
  const places = modules.flatMap(({ id, title, pages }): [string, Wording][] => [
    [id, { question: title }],
    ...pages.map((page): [string, Wording] => [`${id}/${page.id}`, { question: page.title }]),
  ]);
  const blocks = contentsOf(file).flatMap(blocksOf);
  const wordings = new Map([...places, ...blocks.map((block): [string, Wording] => [block.scormId, wordingOf(block)])]);
  read.set(file, wordings);
  return wordings;
}

/** The pages of every module of the package. */
export function contentsOf(file: PackageFile): ModuleContent[] {
  return (outlineOf(file)?.modules ?? []).flatMap(({ id }) => {
    const content = file.files.get(`content/${id}.json`);
    return content ? [JSON.parse(textOf(content)) as ModuleContent] : [];
  });
}

const blocksOf = ({ pages }: ModuleContent): Block[] => Object.values(pages).flatMap(({ blocks }) => blocks);

interface Item {
  number: number;
  html?: string;
  text?: string;
}

/** What blocks of several kinds hold, each its own part of it. */
type Asking = Block & {
  stem?: string;
  title?: string;
  /** What is chosen, ticked or put in order. */
  options?: readonly Item[];
  points?: readonly Item[];
  items?: readonly Item[];
};

function wordingOf(block: Block): Wording {
  const { stem, title, options, points, items, id } = block as Asking;
  const offered = options ?? points ?? items ?? [];
  return {
    question: plainWords(stem || title || '') || id,
    options: new Map(
      offered.flatMap(({ number, html, text }) => {
        const words = plainWords(html ?? text ?? '');
        return words === '' ? [] : [[itemToken(number), words]];
      }),
    ),
  };
}

const decoder = new TextDecoder();
const textOf = (bytes: Uint8Array | undefined) => decoder.decode(bytes);
