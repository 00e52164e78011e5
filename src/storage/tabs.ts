/** What this page needs of a BroadcastChannel. */
export interface TabChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

type Message = { type: 'hello' | 'here'; id: number };

/** Long enough for a page of the same browser to answer, short enough not to be seen. Milliseconds. */
const PATIENCE = 120;

export interface Tab {
  /** True when another page of this browser has the course open: it alone writes. */
  readonly second: boolean;
  release(): void;
}

/**
 * Asks whether the course is already open in this browser. `onSecond`: an answer came late, or two pages opened at the
 * same moment and the other one goes first. Without channels (an old browser) every page is the only one.
 */
export async function claimTab(
  open: () => TabChannel | undefined,
  onSecond: () => void = () => undefined,
  patience = PATIENCE,
): Promise<Tab> {
  let channel: TabChannel | undefined;
  try {
    channel = open();
  } catch {
    // refused: nobody can be asked
  }
  if (!channel) return { second: false, release: () => undefined };
  const here = channel;
  const id = Math.random();
  let second = false;
  let claimed = false;
  const say = (type: Message['type']) => here.postMessage({ type, id } satisfies Message);
  await new Promise<void>((resolve) => {
    here.onmessage = ({ data }: MessageEvent<Message>) => {
      // a page that only reads lets the next one ask for itself
      if (data.type === 'hello' && !second && (claimed || id < data.id)) say('here');
      if (data.type !== 'here' || second) return;
      if (claimed && id < data.id) return;
      second = true;
      if (claimed) onSecond();
      resolve();
    };
    say('hello');
    setTimeout(resolve, patience);
  });
  claimed = true;
  return {
    get second() {
      return second;
    },
    release: () => here.close(),
  };
}
