import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';

const UI = new URL('../../ui/', import.meta.url);
const FONT = new URL(
  '../../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  import.meta.url,
);
const STYLES = [
  new URL('tokens.css', UI),
  new URL('base.css', UI),
  new URL('page.css', import.meta.url),
  new URL('pages.css', import.meta.url),
  new URL('../releve/releve.css', import.meta.url),
];
/** Modules a page may ask for, by their name in the address. */
const SCRIPTS: ReadonlyMap<string, URL> = new Map([['releve', new URL('../releve/show-json.ts', import.meta.url)]]);

/** What the pages of the campus need beside them, under `/campus/`. */
export function pageFiles(): Hono {
  return new Hono()
    .get('/campus/page.css', async (c) => {
      const texts = await Promise.all(STYLES.map((url) => readFile(url, 'utf8')));
      return file(c, texts.join('\n'), 'text/css; charset=utf-8');
    })
    .get('/campus/font.woff2', async (c) => file(c, new Uint8Array(await readFile(FONT)), 'font/woff2'))
    .get('/campus/:name{[a-z-]+\\.js}', async (c) => {
      const url = SCRIPTS.get(c.req.param('name').slice(0, -'.js'.length));
      return url ? file(c, await withoutTypes(url), 'text/javascript; charset=utf-8') : c.notFound();
    });
}

const file = (c: Context, content: string | Uint8Array<ArrayBuffer>, type: string) =>
  c.body(content, 200, { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });

/** The module as a browser reads it. It may import nothing. */
async function withoutTypes(url: URL): Promise<string> {
  const { transformWithOxc } = await import('vite'); // once a page asks for it: a start need not wait for Vite
  return (await transformWithOxc(await readFile(url, 'utf8'), url.pathname)).code;
}
