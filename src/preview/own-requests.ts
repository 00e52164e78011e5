import type { Context } from 'hono';

/** Asked under a name of this machine: another site may not read this server under a name of its own. */
export const isOurHost = (c: Context): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(c.req.header('host') ?? '');

/** Asked under a name of this machine and, when it changes anything, by one of its own pages or by no page at all. */
export function isOurs(c: Context): boolean {
  if (!isOurHost(c)) return false;
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true;
  const origin = c.req.header('origin');
  return origin === undefined || origin === `http://${c.req.header('host')}`;
}
