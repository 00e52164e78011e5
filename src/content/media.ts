import { readFileSync, statSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import type { AuthoringTools, DirectiveNode } from './block-type.ts';
import { documentPath } from './document/path.ts';
import { reviewDocument } from './document/review.ts';
import { imageSize } from './image-size.ts';
import { type Issue, nearest, quoted } from './issue.ts';
import { type CourseSources, SAVE_AS_UTF8 } from './sources.ts';

/** A file of the module that goes with it into the package. */
export interface MediaFile {
  /** Its address in the package. */
  src: string;
  /** Name with its ending, `grille.docx`. */
  name: string;
  bytes(): number;
  /** Of an image, in CSS pixels; nothing for the rest. */
  size(): { width?: number; height?: number };
  /** Undefined when it is not UTF-8. */
  text(): string | undefined;
}

/** In lower case, without its dot. */
export const extensionOf = (name: string) => posix.extname(name).slice(1).toLowerCase();

interface Place {
  /** Shown path of the page that asks. */
  file: string;
  module: string;
  sources: Pick<CourseSources, 'media'>;
  /** Path in the package → path on disk: what was asked for is added. */
  taken: Map<string, string>;
  report(issue: Issue): void;
}

/** What is said of a file that is not there: an image of the text has its own code. */
const ABSENT = {
  media: {
    code: 'media/absent',
    message: (path: string) => `le fichier ${quoted(path)} est introuvable`,
    hint: 'Déposez-le dans le dossier media à côté de ce texte, et écrivez media/son-nom.',
  },
  image: {
    code: 'image/absente',
    message: (path: string) => `l’image ${quoted(path)} est introuvable`,
    hint: 'Déposez-la dans le dossier media à côté de ce texte, et écrivez media/nom.png.',
  },
};

/** Looks for a file by the path written in a page; absent (and said) when it is not there. */
export function mediaFile(
  path: string,
  line: number,
  { file, module, sources, taken, report }: Place,
  kind: keyof typeof ABSENT = 'media',
): MediaFile | undefined {
  const folder = posix.dirname(file);
  const source = sourcePath(file, path);
  const disk = sources.media.get(source);
  if (!disk) {
    const { code, message, hint } = ABSENT[kind];
    const around = [...sources.media.keys()].filter((one) => one.startsWith(`${folder}/`));
    const close = nearest(
      posix.relative(folder, source),
      around.map((one) => posix.relative(folder, one)),
    );
    report({
      file,
      line,
      code,
      message: message(path),
      hint: close ? `Le dossier contient ${quoted(close)}.` : hint,
    });
    return undefined;
  }
  const name = posix.basename(source);
  const inPackage = `media/${module}/${name}`;
  const before = taken.get(inPackage);
  if (before !== undefined && before !== disk)
    report({
      file,
      line,
      code: 'media/double',
      message: `deux fichiers du module s’appellent ${quoted(name)}`,
      hint: 'Dans le paquet, ils sont dans le même dossier\u00a0: changez le nom de l’un des deux.',
    });
  taken.set(inPackage, disk);
  return {
    src: inPackage.split('/').map(encodeURIComponent).join('/'),
    name,
    bytes: () => statSync(disk).size,
    size: () => imageSize(disk),
    text: () => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(disk)).replace(/\r\n?/g, '\n');
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * The Word document made of a Markdown file, looked for in the same way. What it could not hold is said at the line of
 * the Markdown file, and there is no document. Throws when the sources have no documents: `withDocuments` makes them.
 */
export function documentFile(path: string, line: number, place: Place): MediaFile | undefined {
  const found = mediaFile(path, line, { ...place, taken: new Map() });
  if (!found) return undefined;
  const source = sourcePath(place.file, path);
  const text = found.text();
  let faults = 0;
  const say = (at: number, code: string, message: string, hint?: string) => {
    faults += 1;
    place.report({ file: source, line: at, code, message, ...(hint && { hint }) });
  };
  if (text === undefined)
    say(1, 'fichier/encodage', 'ce fichier n’est pas en UTF-8\u00a0: des accents seraient perdus', SAVE_AS_UTF8);
  else reviewDocument(text, say);
  const [written, made] = [source, documentPath(source)].map((one) => place.sources.media.get(one));
  if (made !== undefined && dirname(made) === dirname(written!))
    say(
      1,
      'document/double',
      `${quoted(posix.basename(documentPath(source)))} est déjà à côté de ce fichier, qui en ferait un autre`,
      'Retirez l’un des deux, ou changez le nom de l’un.',
    );
  if (faults > 0) return undefined;
  if (made === undefined) throw new Error(`No document was made of "${source}"`);
  return mediaFile(documentPath(path), line, place);
}

/** As shown in issues; `path` is written in `file`. */
const sourcePath = (file: string, path: string) => posix.normalize(posix.join(posix.dirname(file), decoded(path)));

/** An address of the Markdown is encoded, an attribute is not; a stray percent sign stays itself. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * The file that a directive names with `source`; absent (and said) when it names none, when it is not of one of these
 * kinds, or when it is not there.
 */
export function sourceOf(
  node: DirectiveNode,
  tools: AuthoringTools,
  extensions: readonly string[],
  example: string,
): MediaFile | undefined {
  const path = node.attributes.values.get('source');
  if (!path) {
    tools.issue(
      node.line,
      `${node.name}/source`,
      'ce bloc ne dit pas quel fichier montrer',
      `Écrivez source=media/${example}.`,
    );
    return undefined;
  }
  const file = tools.media(path, node.line);
  if (file && extensions.length > 0 && !extensions.includes(extensionOf(path))) {
    tools.issue(
      node.line,
      `${node.name}/format`,
      `le format de ${quoted(path)} n’est pas de ceux que ce bloc montre`,
      `Formats possibles\u00a0: ${extensions.join(', ')}.`,
    );
    return undefined;
  }
  return file;
}
