import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * One address of this machine in front of two servers: what begins with `/player` is the player's, the rest the test
 * suite's. A page and the record store it writes to then share an origin, since the suite answers to no other.
 */
export async function oneOrigin(
  player: number,
  suite: number,
): Promise<{ origin: string; port: number; close(): void }> {
  const server = createServer((asked, answer) => {
    const port = asked.url?.startsWith('/player') ? player : suite;
    const onward = request(
      { host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers },
      (received) => {
        answer.writeHead(received.statusCode ?? 502, received.headers);
        received.pipe(answer);
      },
    );
    onward.on('error', (error) => answer.writeHead(502).end(String(error)));
    asked.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
