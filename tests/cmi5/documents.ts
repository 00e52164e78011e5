import { createHash } from 'node:crypto';
import { preconditionOf } from '../../src/campus/lrs/concurrency.ts';
import { Refusal } from '../../src/campus/lrs/refusal.ts';

interface Kept {
  type: string;
  text: string;
  etag: string;
}

/** Documents of the State and profile resources, in memory: one per place, a place being all its parameters. */
export class Documents {
  readonly #kept = new Map<string, Kept>();

  /** What stands there; undefined when nothing does. */
  text(shelf: string, id: string): string | undefined {
    return this.#kept.get(placeOf(shelf, id))?.text;
  }

  set(shelf: string, id: string, text: string, type = 'application/json'): void {
    const etag = `"${createHash('sha1').update(text).digest('hex')}"`;
    this.#kept.set(placeOf(shelf, id), { type, text, etag });
  }

  /** Every text kept, whatever the place. */
  get all(): string[] {
    return [...this.#kept.values()].map(({ text }) => text);
  }

  /** One request on a shelf; without `id`, the list of what stands on it. Throws a Refusal. */
  async answer(request: Request, shelf: string, id: string | null, required: boolean): Promise<Response> {
    if (id === null) return this.#list(request, shelf);
    const known = this.#kept.get(placeOf(shelf, id));
    const condition = preconditionOf(
      {
        ifMatch: request.headers.get('if-match') ?? undefined,
        ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
      },
      required && request.method === 'PUT',
    );
    if (request.method === 'GET') return read(known);
    condition(known && { ...known, updated: 0, content: new TextEncoder().encode(known.text) });
    if (request.method === 'DELETE') this.#kept.delete(placeOf(shelf, id));
    else this.#write(shelf, id, request, known, await request.text());
    return new Response(null, { status: 204 });
  }

  #write(shelf: string, id: string, { method, headers }: Request, known: Kept | undefined, text: string): void {
    const type = headers.get('content-type') ?? 'application/octet-stream';
    if (method === 'PUT' || !known) {
      this.set(shelf, id, text, type);
      return;
    }
    if (!isJson(type) || !isJson(known.type)) throw new Refusal(400, 'Only two JSON documents can be merged.');
    this.set(shelf, id, JSON.stringify({ ...JSON.parse(known.text), ...JSON.parse(text) }), known.type);
  }

  #list({ method }: Request, shelf: string): Response {
    if (method !== 'GET') throw new Refusal(400, 'Which document?');
    const start = placeOf(shelf, '');
    return Response.json(
      [...this.#kept.keys()].filter((place) => place.startsWith(start)).map((place) => place.slice(start.length)),
    );
  }
}

const placeOf = (shelf: string, id: string) => `${shelf}\n${id}`;
const isJson = (type: string) => type.startsWith('application/json');

function read(known: Kept | undefined): Response {
  if (!known) throw new Refusal(404, 'There is no such document.');
  return new Response(known.text, { headers: { 'content-type': known.type, etag: known.etag } });
}
