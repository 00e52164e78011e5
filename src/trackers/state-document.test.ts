import { expect, test } from 'vitest';
import { type Expected, LrsError } from '../xapi/client.ts';
import { LearnerState, nothingKept } from './learner-state.ts';
import { StateDocument } from './state-document.ts';

/** A store that holds documents by activity, and may be told to fail. */
function store({ etags = true, refuses = '' } = {}) {
  const held = new Map<string, { text: string; etag: string }>();
  let failure: { status: number; stored: boolean } | undefined;
  let version = 0;
  const put = (activity: string, text: string) => {
    version += 1;
    held.set(activity, { text, etag: `"${version}"` });
  };
  const document = (activityId: string) =>
    new StateDocument(
      {
        async readState() {
          if (activityId === refuses) throw new LrsError(403, '');
          const found = held.get(activityId);
          return found && { text: found.text, ...(etags && { etag: found.etag }) };
        },
        async writeState(_, text, expected: Expected) {
          const known = held.get(activityId);
          if (activityId === refuses) throw new LrsError(403, '');
          const fits = expected === 'new' ? !known : typeof expected === 'object' && expected.etag === known?.etag;
          if (!fits) throw new LrsError(412, '');
          if (!failure || failure.stored) put(activityId, text);
          const failed = failure;
          failure = undefined;
          if (failed) throw new LrsError(failed.status, '');
          return held.get(activityId)!.etag;
        },
      },
      { agent: {}, activityId, stateId: 's', registration: 'r' },
    );
  return {
    document,
    put,
    text: (activity: string) => held.get(activity)?.text,
    fail: (status: number, stored: boolean) => {
      failure = { status, stored };
    },
  };
}

test('a first document, then its next version', async () => {
  const lrs = store();
  const document = lrs.document('c');
  expect(await document.read()).toBeUndefined();
  expect([await document.write('a'), await document.write('b')]).toEqual([{ kept: true }, { kept: true }]);
  expect(lrs.text('c')).toBe('b');
});

test('what another page wrote is never covered: it is given back, then may be written over', async () => {
  const lrs = store();
  const document = lrs.document('c');
  await document.write('mine');
  lrs.put('c', 'theirs');
  expect(await document.write('mine too')).toEqual({ kept: false, elsewhere: 'theirs' });
  expect(lrs.text('c')).toBe('theirs');
  expect(await document.write('both')).toEqual({ kept: true });
});

test('a server that stored and said 500 is met again as ourselves, not as another page', async () => {
  const lrs = store();
  const document = lrs.document('c');
  await document.write('a');
  lrs.fail(500, true);
  await expect(document.write('b')).rejects.toMatchObject({ status: 500 });
  expect(await document.write('c')).toEqual({ kept: true });
  expect(lrs.text('c')).toBe('c');
});

test('where a unit is kept to its own activity, its state goes there, and is found there', async () => {
  const lrs = store({ refuses: 'course' });
  const state = () => new LearnerState(lrs.document('course'), lrs.document('unit'));
  const first = state();
  expect(await first.read()).toEqual(nothingKept);
  await first.write({ ...nothingKept, data: '1.abc' });
  expect(lrs.text('unit')).toContain('1.abc');
  expect((await state().read()).data).toBe('1.abc');
});

test('a document that is not ours is handed on as it is: whoever reads resume strings says what it is', async () => {
  const lrs = store();
  lrs.put('course', 'not ours');
  expect((await new LearnerState(lrs.document('course'), lrs.document('unit')).read()).data).toBe('not ours');
});
