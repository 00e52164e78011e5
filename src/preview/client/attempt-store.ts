import type { StoredAttempt } from '../lms/attempt.ts';

/** The attempt as the preview's server keeps it: not in this browser, whose storage belongs to the course. */
export function attemptStore(key: string) {
  const address = `/attempts/${key}`;
  return {
    async load(): Promise<Pick<StoredAttempt, 'elements'>> {
      const response = await fetch(address, { cache: 'no-store' });
      return { elements: await response.json() };
    },
    /** Before the SCO hears that its commit was stored, as Moodle does. Throws when the server is gone. */
    save({ elements }: StoredAttempt): void {
      const request = new XMLHttpRequest();
      request.open('PUT', address, false);
      request.setRequestHeader('content-type', 'application/json');
      request.send(JSON.stringify(elements));
      if (request.status >= 300) throw new Error(`PUT ${address}: ${request.status} ${request.responseText}`);
    },
    /** From a page that goes away, which may not wait for an answer. False when it is too long to leave that way. */
    saveLeaving: (changed: Readonly<Record<string, string>>) => navigator.sendBeacon(address, JSON.stringify(changed)),
    erase: async () => void (await fetch(address, { method: 'DELETE' })),
  };
}
