import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { OrganisationFile } from '../schemas.ts';
import type { CourseSources } from '../sources.ts';
import { documentPath } from './path.ts';
import type { DocumentOptions } from './word.ts';

const CACHE = join(import.meta.dirname, '..', '..', '..', '.cache', 'documents');
const MARKDOWN = /\/media\/.*\.md$/i;

/**
 * The same sources, with a Word document beside each Markdown file of a media folder. One that was made before is not
 * made again. Whatever it cannot hold is said by the block that gives it (`documentFile`), at its line.
 */
export async function withDocuments(sources: CourseSources): Promise<CourseSources> {
  const written = [...sources.media].filter(([path]) => MARKDOWN.test(path));
  if (written.length === 0) return sources;
  const options = { author: authorOf(sources), language: languageOf(sources) };
  const form = readFileSync(join(import.meta.dirname, 'word.ts')); // how it looks is part of what it is
  const documents = await Promise.all(
    written.map(
      async ([path, disk]) => [documentPath(path), await made(readFileSync(disk, 'utf8'), form, options)] as const,
    ),
  );
  return { ...sources, media: new Map([...documents, ...sources.media]) };
}

/** Path on disk of the document that these words make. */
async function made(markdown: string, form: Uint8Array, options: DocumentOptions): Promise<string> {
  const name = createHash('sha256')
    .update(form)
    .update(JSON.stringify(options))
    .update(markdown)
    .digest('hex')
    .slice(0, 32);
  const path = join(CACHE, `${name}.docx`);
  if (existsSync(path)) return path;
  const { wordDocument } = await import('./word.ts');
  mkdirSync(CACHE, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, await wordDocument(markdown.replace(/\r\n?/g, '\n'), options));
  renameSync(draft, path); // whole, whoever else is making it
  return path;
}

function languageOf({ texts, at }: CourseSources): string {
  const language = /^language:\s*["']?([a-z]{2}(?:-[A-Z]{2})?)/m.exec(texts.get(`${at.course}/course.yaml`) ?? '')?.[1];
  return language ?? 'fr';
}

/** '' when nothing says who delivers the training: the compiler says so. */
function authorOf({ texts, at }: CourseSources): string {
  try {
    const { success, output } = v.safeParse(OrganisationFile, parse(texts.get(at.organisation) ?? ''));
    return success ? output.name : '';
  } catch {
    return '';
  }
}
