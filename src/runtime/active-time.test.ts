import { expect, test } from 'vitest';
import { ActiveTime, IDLE_AFTER } from './active-time.ts';

function timed() {
  let now = 0;
  const time = new ActiveTime(() => now);
  return {
    time,
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

test('counts while the learner acts', () => {
  const { time, wait } = timed();
  wait(60);
  time.action();
  wait(60);
  expect(time.seconds).toBe(120);
});

test('stops two minutes after the last gesture, and starts again at the next', () => {
  const { time, wait } = timed();
  wait(3600);
  expect(time.seconds).toBe(IDLE_AFTER / 1000);
  time.action();
  wait(10);
  expect(time.seconds).toBe(IDLE_AFTER / 1000 + 10);
});

test('does not count a hidden page', () => {
  const { time, wait } = timed();
  wait(5);
  time.visible(false);
  wait(600);
  time.visible(true);
  wait(5);
  expect(time.seconds).toBe(10);
});
