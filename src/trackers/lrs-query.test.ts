import { expect, test } from 'vitest';
import { cmi5Query, tinCanQuery } from './lrs-query.ts';

const REGISTRATION = '10b66a61-6950-4f27-9d4d-629e98e69632';
const query = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;
const CMI5 = {
  fetch: 'https://lms.example/fetch?s=1',
  endpoint: 'https://lrs.example/',
  actor: '{"account":{"name":"a7","homePage":"https://lms.example"},"name":"Aïcha"}',
  activityId: 'https://lms.example/a/1',
  registration: REGISTRATION,
};

test('a cmi5 launch is read in any order of its parameters, and its actor stays as it came', () => {
  const read = cmi5Query(query(Object.fromEntries(Object.entries(CMI5).reverse())));
  expect({ ...read, actor: JSON.stringify(read?.actor) }).toEqual(CMI5);
});

test.each(Object.keys(CMI5))('without %s no platform launched the page', (name) => {
  const { [name as keyof typeof CMI5]: _, ...rest } = CMI5;
  expect(cmi5Query(query(rest))).toBeUndefined();
  expect(cmi5Query(query({ ...CMI5, actor: '{"mbox":"mailto:a@b.example"}' }))).toBeUndefined();
});

const TINCAN = {
  endpoint: 'https://lrs.example/',
  auth: 'Basic x',
  activity_id: 'tag:x:c',
  registration: REGISTRATION,
  actor: '{"mbox":"mailto:a@b.example","name":"A"}',
};

test.each([
  ['{"mbox":["mailto:a@b.example"],"name":["A"]}', { objectType: 'Agent', name: 'A', mbox: 'mailto:a@b.example' }],
  [TINCAN.actor, { objectType: 'Agent', name: 'A', mbox: 'mailto:a@b.example' }],
  [
    '{"account":[{"accountServiceHomePage":"https://lms.example","accountName":"a7"}],"objectType":["Person"]}',
    { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'a7' } },
  ],
  [
    '{"account":{"homePage":"https://lms.example","name":"a7"}}',
    { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'a7' } },
  ],
])('a TinCan actor %s is one person in the form of today', (actor, expected) => {
  expect(tinCanQuery(query({ ...TINCAN, actor }))?.actor).toEqual(expected);
});

test('without a registration, or with one that is no UUID, the person always has the same for the activity', () => {
  const { registration: _, ...rest } = TINCAN;
  const once = tinCanQuery(query(rest))?.registration;
  expect(once).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(tinCanQuery(query(rest))?.registration).toBe(once);
  expect(tinCanQuery(query({ ...rest, activity_id: 'tag:x:d' }))?.registration).not.toBe(once);
  expect(tinCanQuery(query({ ...TINCAN, registration: '12' }))?.registration).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['{"mbox":', '[]', 'null', '{}', ''])('an actor %s names nobody', (actor) => {
  expect(tinCanQuery(query({ ...TINCAN, actor }))).toBeUndefined();
});
