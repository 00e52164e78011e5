/**
 * Where an attempt is kept on a device: who it belongs to does not show in it. A name, not a secret (what it names is
 * sealed): 128 bits of FNV-1a, since a plain-http LMS has no `crypto.subtle` and a library would weigh on every start.
 */
export function attemptKey(lms: string, learner: string, course: string): string {
  const text = JSON.stringify([lms, learner, course]);
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((seed) => fnv1a(text, seed)).join('');
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) ^ (hash >>> 15);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
