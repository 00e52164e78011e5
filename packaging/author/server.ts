import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveState } from '../../src/preview/author-state.ts';
import type { ClientFiles } from '../../src/preview/client-bundle.ts';
import { isOurs } from '../../src/preview/own-requests.ts';
import type { PackageFile, PackageInfo } from '../../src/preview/package-file.ts';
import { previewApp } from '../../src/preview/server.ts';
import type { LiveChange, LiveCourse } from './live-course.ts';

export interface AuthorOptions {
  course: LiveCourse;
  /** The preview's own page, built. */
  client: ClientFiles;
  /** Opens a file as issues name it, at a 1-based line; false when it is not of this course. */
  openEditor(file: string, line: number): boolean;
  /** Writes course.lock.json; words of what prevents it, when something does. */
  writeLock(): string | undefined;
}

/** What the author's page is told. */
export type Told = { event: 'state'; state: LiveState } | { event: 'change'; change: LiveChange };

/** The preview of one course that is being written: `changed()` is called when its files did. */
export function authorApp({ course, client, openEditor, writeLock }: AuthorOptions) {
  const name = `${course.slug}-scorm12`;
  const listeners = new Set<(change: LiveChange) => void>();
  const info = (): PackageInfo => ({
    name,
    title: course.state.title,
    target: 'scorm12',
    size: 0,
    launch: 'index.html',
    forLms: true,
    live: true,
  });
  const packages = {
    names: () => [name],
    open: (asked: string): PackageFile | undefined =>
      asked === name ? { info: info(), files: { get: (path) => course.file(path) } } : undefined,
  };
  const app = new Hono()
    // another site may not make it open an editor
    .use(async (c, next) => (isOurs(c) ? next() : c.text('Adresse refusée.', 403)))
    .get('/', (c) => c.redirect(`/preview/?zip=${encodeURIComponent(name)}&lms=strict`))
    .get('/author/events', (c) =>
      streamSSE(c, async (stream) => {
        const tell = (event: string, data: LiveState) => stream.writeSSE({ event, data: JSON.stringify(data) });
        const listener = (change: LiveChange) => void tell('change', change);
        listeners.add(listener); // first: what changes meanwhile is told too
        await tell('state', course.state);
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        listeners.delete(listener);
      }),
    )
    .post('/author/open', async (c) => {
      const { file, line } = await c.req.json<{ file: string; line: number }>();
      return openEditor(String(file), Number(line) || 1) ? c.body(null, 204) : c.text('Fichier inconnu.', 404);
    })
    .post('/author/lock', (c) => {
      const refused = writeLock();
      return refused ? c.text(refused, 409) : c.body(null, 204);
    })
    .route('/', previewApp({ packages, client }));
  return {
    app,
    async changed() {
      const change = await course.look();
      for (const listener of listeners) listener(change);
      return change;
    },
  };
}
