import { malformed, Refusal } from '../refusal.ts';

/** A request once read, whichever of the two syntaxes it came in. */
export interface LrsRequest {
  method: string;
  /** Path of the resource on this host, without its parameters. */
  path: string;
  parameters: ReadonlyMap<string, string>;
  /** By name in small letters; undefined when it was not sent. */
  header(name: string): string | undefined;
  body: Uint8Array;
}

/** Throws a Refusal 413 when the body is longer than `bodyBytes`, 400 when the request cannot be read. */
export async function readRequest(request: Request, bodyBytes: number): Promise<LrsRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const parameters = mapOf(searchParams);
  const body = await readBody(request, bodyBytes);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const plain: LrsRequest = {
    method,
    path: pathname,
    parameters,
    header: (name) => request.headers.get(name) ?? undefined,
    body,
  };
  return method === 'POST' && parameters.has('method') ? alternate(plain) : plain;
}

async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const tooLong = () => new Refusal(413, `The body is longer than the ${most} bytes that this record store takes.`);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLong();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Throws a Refusal 400 when a parameter comes twice. */
function mapOf(parameters: URLSearchParams): Map<string, string> {
  const map = new Map(parameters);
  if (map.size !== [...parameters].length) throw malformed('A parameter is given twice', 'xAPI Communication 3.2');
  return map;
}

const FORM_HEADERS = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
];

/** `POST ?method=PUT` and a form that holds the parameters, the headers and the body (xAPI Communication 1.3). */
function alternate(request: LrsRequest): LrsRequest {
  const clause = 'xAPI Communication 1.3';
  const method = request.parameters.get('method') ?? '';
  if (request.parameters.size > 1)
    throw malformed('With "method" in the address, the other parameters go in the form', clause);
  if (!['GET', 'PUT', 'POST', 'DELETE'].includes(method))
    throw malformed('"method" must be GET, PUT, POST or DELETE', clause);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.header('content-type') ?? ''))
    throw malformed('With "method" in the address, the body must be a form', clause);
  const form = mapOf(new URLSearchParams(Buffer.from(request.body).toString('utf8')));
  const headers = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of form) {
    if (FORM_HEADERS.includes(name.toLowerCase())) headers.set(name.toLowerCase(), value);
    else if (name !== 'content') parameters.set(name, value);
  }
  const content = form.get('content');
  if (content === undefined && (method === 'PUT' || method === 'POST'))
    throw malformed('The form has no "content"', clause);
  if (content !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return {
    method,
    path: request.path,
    parameters,
    header: (name) => headers.get(name) ?? (name === 'content-type' ? undefined : request.header(name)),
    body: Buffer.from(content ?? ''),
  };
}
