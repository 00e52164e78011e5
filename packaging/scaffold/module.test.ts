import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withModule } from './module.ts';

test.each([
  ['a list on its line', 'modules: [01-a, 02-b] # deux\n', 'modules: [01-a, 02-b, 03-c] # deux\n'],
  ['an empty list', 'modules: []\n', 'modules: [03-c]\n'],
  [
    'a list over several lines',
    'modules: [\n  01-a, # un\n  "02-b",\n]\n',
    'modules: [\n  01-a, # un\n  "02-b", 03-c,\n]\n',
  ],
  [
    'dashes, comments and what follows',
    '# à moi\nmodules:\n  - 01-a\n  - 02-b   # le second\n\ntitle:   "T"\n',
    '# à moi\nmodules:\n  - 01-a\n  - 02-b   # le second\n  - 03-c\n\ntitle:   "T"\n',
  ],
  ['dashes at the margin, no last line break', 'modules:\n- 01-a', 'modules:\n- 01-a\n- 03-c\n'],
  ['line ends of Windows', 'modules:\r\n  - 01-a\r\ntitle: T\r\n', 'modules:\r\n  - 01-a\r\n  - 03-c\r\ntitle: T\r\n'],
])('a module is added to %s, and nothing else changes', (_, before, after) => {
  expect(withModule(before, '03-c')).toBe(after);
  expect(parse(after).modules).toEqual([...parse(before).modules, '03-c']);
});

test.each(['title: T\n', 'modules: 01-a\n', 'modules: [01-a\n', 'modules:\n'])('no list is found in %j', (text) => {
  expect(withModule(text, '03-c')).toBeUndefined();
});
