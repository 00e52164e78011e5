import type { Device } from './device.ts';

/** The device's copy of an attempt, as of one moment. */
export interface Copy {
  /** The resume string, whole, whatever the platform's limit. */
  data: string;
  /** Per text, the dates of the versions read from the platform or sent to it: tells a conflict from a delay. */
  known: Readonly<Record<string, readonly number[]>>;
  /** When it was written, milliseconds since 1970. */
  at: number;
}

/** What stands in storage: plain, or sealed with a key that the platform alone gives. */
type Envelope = { v: 1; at: number } & ({ plain: Omit<Copy, 'at'> } | { sealed: string });

/** Seals and opens with one key; loaded only once there is a key to use. */
export interface Seal {
  close(text: string): string;
  /** Undefined when this key did not close it. */
  open(sealed: string): string | undefined;
}

/** The copy kept on this device, for one learner on one course. Nothing here is ever removed but by `purge`. */
export class Mirror {
  constructor(
    readonly device: Device,
    readonly key: string,
  ) {}

  /** What can be read; `locked` counts the copies that this key, or its absence, cannot open. They stay. */
  async read(seal: Seal | undefined): Promise<{ copies: Copy[]; locked: number }> {
    const copies: Copy[] = [];
    let locked = 0;
    for (const text of await this.device.get(this.key)) {
      const copy = unwrap(text, seal);
      if (copy) copies.push(copy);
      else locked += 1;
    }
    return { copies, locked };
  }

  write(copy: Copy, seal: Seal | undefined): Promise<boolean> {
    return this.device.set(this.key, wrap(copy, seal));
  }

  /** One synchronous turn, while the page goes away. */
  last(copy: Copy, seal: Seal | undefined): void {
    this.device.last(this.key, wrap(copy, seal));
  }

  /** When the platform was seen to hold it all, or when the learner asks. */
  purge(): Promise<void> {
    return this.device.delete(this.key);
  }
}

function wrap({ at, ...plain }: Copy, seal: Seal | undefined): string {
  const envelope: Envelope = seal ? { v: 1, at, sealed: seal.close(JSON.stringify(plain)) } : { v: 1, at, plain };
  return JSON.stringify(envelope);
}

function unwrap(text: string, seal: Seal | undefined): Copy | undefined {
  try {
    const envelope = JSON.parse(text) as Envelope;
    if (envelope.v !== 1) return undefined;
    if ('plain' in envelope) return { ...envelope.plain, at: envelope.at };
    const opened = seal?.open(envelope.sealed);
    return opened === undefined ? undefined : { ...(JSON.parse(opened) as Omit<Copy, 'at'>), at: envelope.at };
  } catch {
    return undefined;
  }
}
