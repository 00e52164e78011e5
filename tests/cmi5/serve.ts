import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { StrictLms } from './lms.ts';

/**
 * A strict LMS on a free port of this machine, for a page in a browser. `build` is told the origin it will answer at;
 * `pages` answers what is not the LMS's own (the unit itself).
 */
export async function serveLms(
  build: (origin: string) => StrictLms,
  pages: (request: Request) => Promise<Response>,
): Promise<{ lms: StrictLms; close(): void }> {
  let lms: StrictLms | undefined;
  const answer = async (request: Request) => {
    const response = await lms!.handle(request.clone());
    response.headers.set('access-control-allow-origin', '*'); // a unit is served from elsewhere
    return response.status === 404 && !new URL(request.url).pathname.startsWith('/lrs/') ? pages(request) : response;
  };
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, () => resolve(starting));
  });
  lms = build(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { lms, close: () => void server.close() };
}
