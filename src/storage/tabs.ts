/** What this page needs of a BroadcastChannel. */
export interface TabChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

/** `hello` asks; `here` answers the one named `to`. Whoever asked first goes first: `at` in milliseconds, then `id`. */
type Message = { type: 'hello'; id: number; at: number } | { type: 'here'; to: number };

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
  const mine = { id: Math.random(), at: Date.now() };
  let second = false;
  let claimed = false;
  await new Promise<void>((resolve) => {
    const yieldTo = () => {
      if (second) return;
      second = true;
      if (claimed) onSecond();
      resolve();
    };
    here.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type === 'here') {
        if (data.to === mine.id) yieldTo();
        return;
      }
      // a page that only reads lets the next one ask for itself
      if (second) return;
      if (mine.at < data.at || (mine.at === data.at && mine.id < data.id)) {
        here.postMessage({ type: 'here', to: data.id } satisfies Message);
      } else yieldTo();
    };
    here.postMessage({ type: 'hello', ...mine } satisfies Message);
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
