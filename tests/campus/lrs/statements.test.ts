import { describe, expect, test } from 'vitest';
import type { StoredStatement } from '../../../src/campus/lrs/statement.ts';
import { activity, openLrs, person, query, statement, uuid, verb } from './open-lrs.ts';

const ids = (statements: readonly StoredStatement[]) => statements.map(({ id }) => Number(id.slice(-12)));
const refersTo = (number: number) => ({ objectType: 'StatementRef' as const, id: uuid(number) });

describe('a filter finds', () => {
  test.each<[parameters: Record<string, unknown>, found: number[]]>([
    [{}, [6, 5, 4, 3, 2, 1]],
    [{ ascending: true }, [1, 2, 3, 4, 5, 6]],
    [{ limit: 2 }, [6, 5]],
    [{ agent: person('aicha') }, [6, 5, 1]],
    [{ agent: { ...person('aicha'), name: 'Another name' } }, [6, 5, 1]],
    [{ agent: person('aicha'), related_agents: true }, [6, 5, 4, 3, 1]],
    [{ agent: person('nobody') }, []],
    [{ verb: verb('passed') }, [2]],
    [{ activity: activity('question-1') }, [6, 5, 1]],
    [{ activity: activity('module-1') }, []],
    [{ activity: activity('module-1'), related_activities: true }, [3, 2]],
    [{ registration: uuid(99) }, [2]],
    [{ agent: person('bruno'), verb: verb('passed'), activity: activity('module-1'), related_activities: true }, [2]],
    [{ agent: person('aicha'), verb: verb('passed') }, []],
  ])('%j', async (parameters, found) => {
    const { post, find } = openLrs();
    const parent = { contextActivities: { parent: [{ id: activity('module-1') }] } };
    await post(
      statement({ id: uuid(1) }),
      statement({
        id: uuid(2),
        actor: person('bruno'),
        verb: { id: verb('passed') },
        object: { id: activity('question-2') },
        context: { registration: uuid(99), ...parent },
      }),
      statement({
        id: uuid(3),
        actor: person('bruno'),
        object: {
          objectType: 'SubStatement',
          ...statement({ object: { id: activity('question-3') }, context: parent }),
        },
      }),
      statement({
        id: uuid(4),
        actor: person('bruno'),
        object: { id: activity('question-4') },
        context: { instructor: person('aicha') },
      }),
      statement({ id: uuid(5), actor: { objectType: 'Group', member: [person('aicha'), person('chloe')] } }),
      // a comment on the first statement: it is found where that one is
      statement({ id: uuid(6), actor: person('trainer'), verb: { id: verb('commented') }, object: refersTo(1) }),
    );
    expect(ids(await find(parameters))).toEqual(found);
  });

  test('what points to a match, through another and even when it came before', async () => {
    const { post, find } = openLrs();
    const comment = (number: number, target: number) =>
      statement({
        id: uuid(number),
        actor: person('trainer'),
        verb: { id: verb('commented') },
        object: refersTo(target),
      });
    await post(comment(3, 2));
    await post(comment(2, 1));
    await post(statement({ id: uuid(1) }));
    expect(ids(await find({ agent: person('aicha') }))).toEqual([1, 2, 3]);
    expect(ids(await find({ agent: person('aicha'), limit: 2 }))).toEqual([1, 2]);
    // all conditions on one statement: the trainer never answered
    expect(ids(await find({ agent: person('trainer'), verb: verb('answered') }))).toEqual([]);
  });

  test('what was stored after « since », itself aside, up to « until », itself included', async () => {
    const { post, find } = openLrs();
    for (const number of [1, 2, 3, 4]) await post(statement({ id: uuid(number) }));
    const stored = new Map((await find({})).map(({ id, stored }) => [Number(id.slice(-12)), stored]));
    expect(ids(await find({ since: stored.get(2) }))).toEqual([4, 3]);
    expect(ids(await find({ until: stored.get(2) }))).toEqual([2, 1]);
    expect(ids(await find({ since: stored.get(1), until: stored.get(3), ascending: true }))).toEqual([2, 3]);
  });
});

test('no two statements have the same stored time, and it only grows', async () => {
  const { post, find } = openLrs();
  await post(...Array.from({ length: 300 }, () => statement()));
  const stored = (await find({ ascending: true, limit: 0 })).map((one) => one.stored);
  expect(stored).toHaveLength(300);
  expect(stored).toEqual([...new Set(stored)].sort());
});

test.each([true, false])('« more » leads through every statement once, ascending: %s', async (ascending) => {
  const { post, call } = openLrs();
  await post(...Array.from({ length: 25 }, (_, rank) => statement({ id: uuid(rank + 1) })));
  await post(...Array.from({ length: 5 }, () => statement({ verb: { id: verb('passed') } })));
  const seen: number[] = [];
  let more = `/statements?${query({ verb: verb('answered'), limit: 10, ascending })}`;
  for (let pages = 0; more !== ''; pages++) {
    expect(pages).toBeLessThan(4);
    const page = (await (await call('GET', more)).json()) as { statements: StoredStatement[]; more: string };
    seen.push(...ids(page.statements));
    more = page.more;
  }
  const all = Array.from({ length: 25 }, (_, rank) => rank + 1);
  expect(seen).toEqual(ascending ? all : all.reverse());
});

test('a statement that arrives between two pages is in neither', async () => {
  const { post, call } = openLrs();
  await post(...[1, 2, 3].map((number) => statement({ id: uuid(number) })));
  const first = (await (await call('GET', '/statements?limit=2')).json()) as { more: string };
  await post(statement({ id: uuid(4) }));
  const second = (await (await call('GET', first.more)).json()) as { statements: StoredStatement[] };
  expect(ids(second.statements)).toEqual([1]);
});

test('a statement sent again, word for word, is stored once; other words under its id are refused', async () => {
  const { post, call, find } = openLrs();
  const one = statement({ id: uuid(1), timestamp: '2026-11-22T10:00:00Z' });
  await post(one);
  await post(one, statement({ id: uuid(2) }));
  const refused = await call('POST', '/statements', {
    body: [statement({ id: uuid(3) }), { ...one, result: { success: true } }],
  });
  expect(refused.status).toBe(409);
  expect(ids(await find({}))).toEqual([2, 1]);
});

test('a batch with one wrong statement stores none of it, and says which', async () => {
  const { call, find } = openLrs();
  const response = await call('POST', '/statements', { body: [statement(), { ...statement(), verb: { id: 'no' } }] });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: '"statements[1].verb.id" must be an absolute IRI, not "no" (xAPI Data 2.4.3).',
  });
  expect(await find({})).toEqual([]);
});

describe('a voided statement', () => {
  const voiding = (number: number, target: number) =>
    statement({ id: uuid(number), actor: person('trainer'), verb: { id: verb('voided') }, object: refersTo(target) });

  test.each([
    ['after', [statement({ id: uuid(1) }), voiding(2, 1)]],
    ['before', [voiding(2, 1), statement({ id: uuid(1) })]],
  ])('is only found as such, when its voiding comes %s it', async (_when, statements) => {
    const { post, call, find } = openLrs();
    for (const one of statements) await post(one);
    expect((await call('GET', `/statements?statementId=${uuid(1)}`)).status).toBe(404);
    expect((await call('GET', `/statements?voidedStatementId=${uuid(1)}`)).status).toBe(200);
    expect(ids(await find({}))).toEqual([2]);
    expect(ids(await find({ agent: person('aicha') }))).toEqual([2]);
  });

  test('is not brought back by voiding its voiding', async () => {
    const { post, call } = openLrs();
    await post(statement({ id: uuid(1) }), voiding(2, 1));
    expect((await call('POST', '/statements', { body: voiding(3, 2) })).status).toBe(400);
    expect((await call('GET', `/statements?statementId=${uuid(2)}`)).status).toBe(200);
  });
});

test('formats: identifiers alone, or all that is known in the reader’s language', async () => {
  const { post, call } = openLrs();
  const named = (name: object, display: object) =>
    statement({
      actor: { ...person('aicha'), name: 'Aïcha' },
      verb: { id: verb('answered'), display: display as Record<string, string> },
      object: { id: activity('question-1'), definition: { name } as never },
    });
  await post(
    named({ fr: 'Question' }, { fr: 'a répondu', en: 'answered' }),
    named({ en: 'Question one' }, { en: 'answered' }),
  );
  const drawn = async (format: string, language: string) => {
    const response = await call('GET', `/statements?format=${format}&ascending=true`, {
      headers: { 'accept-language': language },
    });
    return ((await response.json()) as { statements: StoredStatement[] }).statements[0]!;
  };
  expect(await drawn('ids', 'fr')).toMatchObject({
    actor: person('aicha'),
    verb: { id: verb('answered') },
    object: { id: activity('question-1') },
  });
  expect((await drawn('ids', 'fr')).verb).not.toHaveProperty('display');
  expect((await drawn('canonical', 'en-GB,fr;q=0.5')).object).toMatchObject({
    definition: { name: { en: 'Question one' } },
  });
  expect((await drawn('canonical', 'fr-FR')).verb.display).toEqual({ fr: 'a répondu' });
  expect((await drawn('exact', 'en')).object).toMatchObject({ definition: { name: { fr: 'Question' } } });
});
