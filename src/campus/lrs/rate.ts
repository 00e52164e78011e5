/** Whether one more request of this caller is within its share: a minute's worth at once, then as many a minute. */
export type RateLimit = (caller: string, now: number) => boolean;

/** `now` is in milliseconds. Callers are keys that exist, and one name for all others: there are few. */
export function rateLimit(requestsPerMinute: number): RateLimit {
  const shares = new Map<string, { left: number; at: number }>();
  return (caller, now) => {
    const { left, at } = shares.get(caller) ?? { left: requestsPerMinute, at: now };
    const grown = Math.min(requestsPerMinute, left + (Math.max(0, now - at) / 60_000) * requestsPerMinute);
    shares.set(caller, { left: grown >= 1 ? grown - 1 : grown, at: now });
    return grown >= 1;
  };
}
