import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { mimeType } from '../../src/preview/mime.ts';

/** A parent page as bare as an LMS can be: an API that remembers its calls, and a frame set by `openCourse`. */
const PARENT = `<!doctype html><meta charset="utf-8"><title>LMS</title><iframe title="Cours" width="1000" height="700"></iframe><script>
const kept = {}; const calls = []; let error = '0';
const say = (name, answer, ...args) => { calls.push([name, ...args]); return answer; };
window.API = {
  LMSInitialize: () => say('LMSInitialize', 'true'), LMSFinish: () => say('LMSFinish', 'true'), LMSCommit: () => say('LMSCommit', 'true'),
  LMSGetValue: (name) => say('LMSGetValue', kept[name] ?? ({ 'cmi.core.lesson_mode': 'normal', 'cmi.core.student_id': 'bench' })[name] ?? '', name),
  LMSSetValue: (name, value) => { kept[name] = value; return say('LMSSetValue', 'true', name, value); },
  LMSGetLastError: () => error,
};
window.calls = calls; window.kept = kept;
window.openCourse = (address) => { window.startedAt = performance.timeOrigin + performance.now(); document.querySelector('iframe').src = address; };
</script>`;

const COMPRESSED = /^(?:text|application\/(?:json|javascript|xml)|image\/svg)/;

/** Serves packages as a web server would: text compressed, nothing cached between runs. Port chosen by the system. */
export async function serve(packages: Readonly<Record<string, ReadonlyMap<string, Uint8Array>>>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    if (pathname === '/lms')
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PARENT);
    const [, name = '', ...rest] = decodeURIComponent(pathname).split('/');
    const data = packages[name]?.get(rest.join('/'));
    if (!data) return void response.writeHead(404).end();
    const type = mimeType(rest.join('/'));
    const small = COMPRESSED.test(type) && data.length > 512;
    const body = small ? gzipSync(data, { level: 6 }) : data;
    response
      .writeHead(200, {
        'content-type': type,
        'content-length': body.length,
        'cache-control': 'max-age=600',
        ...(small && { 'content-encoding': 'gzip' }),
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
