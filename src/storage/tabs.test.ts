import { expect, test } from 'vitest';
import { claimTab, type TabChannel } from './tabs.ts';

/** Channels of one browser: what one says, all the others hear, a moment later. */
function browser(delay = 1) {
  const channels = new Set<TabChannel>();
  return (): TabChannel => {
    const channel: TabChannel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of channels)
          if (other !== channel) setTimeout(() => other.onmessage?.({ data } as MessageEvent), delay);
      },
      close: () => void channels.delete(channel),
    };
    channels.add(channel);
    return channel;
  };
}

test('the first tab writes, the second reads', async () => {
  const open = browser();
  const first = await claimTab(open, undefined, 20);
  const second = await claimTab(open, undefined, 20);
  expect([first.second, second.second]).toEqual([false, true]);
});

test('once the first is closed, the next one writes', async () => {
  const open = browser();
  (await claimTab(open, undefined, 20)).release();
  expect((await claimTab(open, undefined, 20)).second).toBe(false);
});

test('two tabs opened at the same moment: exactly one writes', async () => {
  const open = browser();
  const tabs = await Promise.all([claimTab(open, undefined, 30), claimTab(open, undefined, 30)]);
  expect(tabs.filter(({ second }) => second)).toHaveLength(1);
});

test('an answer that comes late still stops the second', async () => {
  const open = browser(40);
  await claimTab(open, undefined, 100);
  let told = 0;
  const second = await claimTab(
    open,
    () => {
      told += 1;
    },
    10,
  );
  expect(second.second).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect({ second: second.second, told }).toEqual({ second: true, told: 1 });
});

test('a browser without channels, or that refuses them, has one tab at a time', async () => {
  expect((await claimTab(() => undefined)).second).toBe(false);
  expect(
    (
      await claimTab(() => {
        throw new DOMException('refused', 'SecurityError');
      })
    ).second,
  ).toBe(false);
});
