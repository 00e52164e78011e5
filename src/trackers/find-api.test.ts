import { expect, test } from 'vitest';
import { findApi } from './find-api.ts';

const api = { name: 'API' };
const top = (fields: object = {}) => {
  const window = { ...fields } as Record<string, unknown>;
  window.parent ??= window;
  window.top ??= window;
  return window as unknown as Window;
};

test('finds the API of a far parent', () => {
  const course = top({ parent: top({ parent: top({ API: api }) }) });
  expect(findApi('API', course)).toBe(api);
});

test('finds the API of the window that opened the player', () => {
  expect(findApi('API', top({ opener: top({ parent: top({ API: api }) }) }))).toBe(api);
});

test('a parent of another origin does not stop the search', () => {
  const foreign = top({ parent: top({ API: api }) });
  Object.defineProperty(foreign, 'API', {
    get: () => {
      throw new DOMException('cross-origin', 'SecurityError');
    },
  });
  expect(findApi('API', top({ parent: foreign }))).toBe(api);
});

test('nothing anywhere is undefined, also when windows go in circles', () => {
  const one = top() as unknown as { parent: Window };
  const two = top({ parent: one }) as unknown as Window;
  one.parent = two;
  expect(findApi('API', two)).toBeUndefined();
});
