import { type KeyObject, sign } from 'node:crypto';

/** One element of DER: its tag, its length, its content. */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const long = content.length < 128 ? [] : content.length < 256 ? [0x81] : [0x82, content.length >> 8];
  return Buffer.concat([Buffer.from([tag, ...long, content.length & 0xff]), content]);
}

const SEQUENCE = 0x30;
const time = (text: string) => der(0x17, Buffer.from(text));
/** sha256WithRSAEncryption. */
const ALGORITHM = der(SEQUENCE, der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
/** CN=essai. */
const NAME = der(
  SEQUENCE,
  der(0x31, der(SEQUENCE, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('essai')))),
);

/** A certificate that an RSA key gives itself, in base64 as `x5c` wants it. */
export function certificateOf({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): string {
  const signed = der(
    SEQUENCE,
    der(0x02, Buffer.from([1])),
    ALGORITHM,
    NAME,
    der(SEQUENCE, time('260101000000Z'), time('490101000000Z')),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('RSA-SHA256', signed, privateKey);
  return der(SEQUENCE, signed, ALGORITHM, der(0x03, Buffer.from([0]), signature)).toString('base64');
}
