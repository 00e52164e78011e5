import { expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { courseWith, question } from './course-files.ts';

test('checks 1,000 blocks in under two seconds', () => {
  const page = Array.from({ length: 1000 }, (_, rank) =>
    question(`q${rank}`, `Question ${rank} ?`, `Juste ${rank}`, `Fausse ${rank}`, `Autre ${rank}`),
  ).join('');
  const started = performance.now();
  const { modules } = compileCourse(courseWith(page), vocabulary);
  expect(modules[0]?.pages[1]?.blocks).toHaveLength(1000);
  expect(performance.now() - started).toBeLessThan(2000);
});
