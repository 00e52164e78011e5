import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { boundaryOf, readParts } from '../../../src/campus/lrs/multipart.ts';
import type { Attachment, Statement } from '../../../src/campus/lrs/statement.ts';
import { certificateOf } from './certificate.ts';
import { openLrs, statement, uuid } from './open-lrs.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const attachment = (content: Uint8Array, more: object = {}) =>
  ({
    usageType: 'http://id.tincanapi.com/attachment/supporting_media',
    display: { fr: 'Preuve' },
    contentType: 'image/png',
    length: content.length,
    sha2: sha256(content),
    ...more,
  }) as Attachment;

/** A request as a client makes it, written by hand. */
function multipart(value: unknown, contents: readonly Uint8Array[], { transfer = 'binary', boundary = 'fin' } = {}) {
  const line = (text: string) => Buffer.from(`${text}\r\n`);
  return {
    headers: { 'content-type': `multipart/mixed; boundary="${boundary}"` },
    body: Buffer.concat([
      line(`--${boundary}`),
      line('Content-Type: application/json\r\n'),
      line(JSON.stringify(value)),
      ...contents.flatMap((content) => [
        line(`--${boundary}`),
        line(`Content-Type: image/png\r\nContent-Transfer-Encoding: ${transfer}`),
        line(`X-Experience-API-Hash: ${sha256(content)}\r\n`),
        content,
        line(''),
      ]),
      line(`--${boundary}--`),
    ]),
  };
}

// bytes that a reader by lines, or of text, would change
const CONTENT = Uint8Array.from([137, 80, 13, 10, 13, 10, 45, 45, 0, 255, 10]);
const OTHER = Uint8Array.from([1, 2, 3]);

describe('an attachment', () => {
  test('comes back byte for byte with the statements that ask for it', async () => {
    const { call } = openLrs();
    const sent = statement({ id: uuid(1), attachments: [attachment(CONTENT)] });
    expect((await call('POST', '/statements', multipart(sent, [CONTENT]))).status).toBe(200);
    const response = await call('GET', '/statements?attachments=true');
    const type = response.headers.get('content-type')!;
    const [json, part, ...others] = readParts(new Uint8Array(await response.arrayBuffer()), boundaryOf(type));
    expect(JSON.parse(Buffer.from(json!.content).toString()).statements).toHaveLength(1);
    expect(new Uint8Array(part!.content)).toEqual(CONTENT);
    expect(Object.fromEntries(part!.headers)).toEqual({
      'content-type': 'image/png',
      'content-transfer-encoding': 'binary',
      'x-experience-api-hash': sha256(CONTENT),
    });
    expect(others).toEqual([]);
    const plain = await call('GET', `/statements?statementId=${uuid(1)}`);
    expect(plain.headers.get('content-type')).toBe('application/json');
  });

  test('makes pages shorter, and « more » leads to the rest', async () => {
    const { call, post } = openLrs();
    await post(...Array.from({ length: 25 }, () => statement()));
    const type = (response: Response) => boundaryOf(response.headers.get('content-type')!);
    const page = async (path: string) => {
      const response = await call('GET', path);
      const [json] = readParts(new Uint8Array(await response.arrayBuffer()), type(response));
      return JSON.parse(Buffer.from(json!.content).toString()) as { statements: unknown[]; more: string };
    };
    const first = await page('/statements?attachments=true&limit=100');
    expect(first.statements).toHaveLength(20);
    expect((await page(first.more)).statements).toHaveLength(5);
  });

  test.each<[sentence: RegExp, request: () => { body: unknown; headers?: Record<string, string> }]>([
    [/neither "fileUrl" nor its part/, () => ({ body: statement({ attachments: [attachment(CONTENT)] }) })],
    [
      /neither "fileUrl" nor its part/,
      () => multipart(statement({ attachments: [attachment(CONTENT), attachment(OTHER)] }), [OTHER]),
    ],
    [/that no attachment names/, () => multipart(statement({ attachments: [attachment(CONTENT)] }), [CONTENT, OTHER])],
    [
      /Content-Transfer-Encoding/,
      () => multipart(statement({ attachments: [attachment(CONTENT)] }), [CONTENT], { transfer: 'base64' }),
    ],
    [
      /must say its boundary/,
      () => ({ ...multipart(statement(), []), headers: { 'content-type': 'multipart/mixed;' } }),
    ],
    [
      /not made of parts/,
      () => ({ ...multipart(statement(), []), headers: { 'content-type': 'multipart/mixed; boundary=autre' } }),
    ],
    [
      /not made of parts/,
      () => ({ body: multipart(statement(), []).body.subarray(0, 60), headers: multipart(statement(), []).headers }),
    ],
    [
      /not what its hash says/,
      () => {
        const { body, headers } = multipart(statement({ attachments: [attachment(CONTENT)] }), [CONTENT]);
        return { body: Buffer.from(body.toString('latin1').replace('P\r\n', 'Q\r\n'), 'latin1'), headers };
      },
    ],
  ])('is refused: %s', async (sentence, request) => {
    const { call, find } = openLrs();
    const response = await call('POST', '/statements', request());
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(sentence);
    expect(await find({})).toEqual([]);
  });
});

describe('a signed statement', () => {
  const mine = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const someoneElses = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  function signed(said: Statement, payload: unknown, { alg = 'RS256', ...header }: Record<string, unknown> = {}) {
    const text = `${base64({ alg, ...header })}.${base64(payload)}`;
    const hash = `RSA-SHA${String(alg).slice(2)}`;
    const signature = alg === 'none' ? '' : sign(hash, Buffer.from(text), mine.privateKey).toString('base64url');
    const jws = Buffer.from(`${text}.${signature}`);
    const usageType = 'http://adlnet.gov/expapi/attachments/signature';
    const seal = attachment(jws, { usageType, contentType: 'application/octet-stream' });
    return multipart({ ...said, attachments: [seal] }, [jws]);
  }

  test.each(['RS256', 'RS384', 'RS512'])('is taken with %s', async (alg) => {
    const { call } = openLrs();
    const said = statement({ id: uuid(1) });
    expect((await call('POST', '/statements', signed(said, said, { alg }))).status).toBe(200);
  });

  test.each<[sentence: RegExp, request: () => ReturnType<typeof signed>]>([
    [/is another statement/, () => signed(statement({ id: uuid(1) }), statement({ id: uuid(2) }))],
    [/compact JWS/, () => signed(statement(), statement(), { alg: 'none' })],
    [/payload of the signature is not a JSON object/, () => signed(statement(), 'words')],
    [/must begin with an X\.509 certificate/, () => signed(statement(), statement(), { x5c: ['AAAA'] })],
    [/does not fit the certificate/, () => signed(statement(), statement(), { x5c: [certificateOf(someoneElses)] })],
  ])('is refused: %s', async (sentence, request) => {
    const { call, find } = openLrs();
    const response = await call('POST', '/statements', request());
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(sentence);
    expect(await find({})).toEqual([]);
  });

  test('is taken when its certificate verifies it', async () => {
    const { call } = openLrs();
    const said = statement({ id: uuid(1) });
    const request = signed(said, said, { x5c: [certificateOf(mine)] });
    expect((await call('POST', '/statements', request)).status).toBe(200);
  });
});
