import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const MEGABYTE = 1024 * 1024;
type Elements = Record<string, string>;

/** The attempts an LMS would keep in its database: here, for as long as the preview runs. */
export function attempts() {
  const kept = new Map<string, Elements>();
  const limit = bodyLimit({ maxSize: MEGABYTE, onError: (c) => c.text('Tentative trop lourde : 1 Mo au plus.', 413) });
  const refuse = 'Un objet de textes est attendu, par exemple {"cmi.suspend_data": "…"}.';
  return new Hono()
    .get('/:key', (c) => c.json(kept.get(c.req.param('key')) ?? {})) // a first launch is no error
    .put('/:key', limit, async (c) => {
      const elements = await readElements(c.req.raw);
      if (!elements) return c.text(refuse, 400);
      kept.set(c.req.param('key'), elements);
      return c.body(null, 204);
    })
    .post('/:key', limit, async (c) => {
      const changed = await readElements(c.req.raw); // a beacon, from a page that goes away: 64 KiB at most leave with it
      if (!changed) return c.text(refuse, 400);
      kept.set(c.req.param('key'), { ...kept.get(c.req.param('key')), ...changed });
      return c.body(null, 204);
    })
    .delete('/:key', (c) => {
      kept.delete(c.req.param('key'));
      return c.body(null, 204);
    });
}

async function readElements(request: Request): Promise<Elements | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const entries = Object.entries(body);
  return entries.every(([, value]) => typeof value === 'string') ? Object.fromEntries(entries) : undefined;
}
