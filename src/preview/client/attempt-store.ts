import type { StoredAttempt } from '../lms/attempt.ts';

/** The attempt as the preview's server keeps it: not in this browser, whose storage belongs to the course. */
export function attemptStore(key: string) {
  const address = `/attempts/${key}`;
  return {
    async load(): Promise<Pick<StoredAttempt, 'elements'>> {
      const response = await fetch(address, { cache: 'no-store' });
      return { elements: await response.json() };
    },
    /**
     * Before the SCO hears that its commit was stored, as Moodle does. A page that goes away may not wait for an answer:
     * what changed then leaves in a request that outlives it. Throws when the server is gone.
     */
    save({ elements }: StoredAttempt, changed: Readonly<Record<string, string>>): void {
      const request = new XMLHttpRequest();
      request.open('PUT', address, false);
      request.setRequestHeader('content-type', 'application/json');
      try {
        request.send(JSON.stringify(elements));
      } catch {
        void fetch(address, { method: 'PATCH', keepalive: true, body: JSON.stringify(changed) }).catch(() => {});
        return;
      }
      if (request.status >= 300) throw new Error(`PUT ${address}: ${request.status} ${request.responseText}`);
    },
    erase: async () => void (await fetch(address, { method: 'DELETE' })),
  };
}
