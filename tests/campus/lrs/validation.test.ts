import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/campus/lrs/refusal.ts';
import { checkStatement } from '../../../src/campus/lrs/validate/statement.ts';
import { activity, person, statement, uuid, verb } from './open-lrs.ts';

/** What is said against it; undefined when it is let through. */
function said(value: unknown): string | undefined {
  try {
    checkStatement(value, 'statement');
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return error.message;
    throw error;
  }
}

const result = (members: object) => ({ ...statement(), result: members });
const score = (members: object) => result({ score: members });
const definition = (members: object) => ({ ...statement(), object: { id: activity('q'), definition: members } });
const context = (members: object) => ({ ...statement(), context: members });
const inside = (members: object) => ({
  ...statement(),
  object: { objectType: 'SubStatement', ...statement(), ...members },
});
const attachment = (members: object) => ({
  ...statement(),
  attachments: [
    {
      usageType: 'http://example.org/proof',
      display: { fr: 'Preuve' },
      contentType: 'application/pdf',
      length: 3,
      sha2: 'a'.repeat(64),
      fileUrl: 'https://example.org/a.pdf',
      ...members,
    },
  ],
});

describe('a statement is let through', () => {
  test.each<[what: string, value: unknown]>([
    ['with the three it needs', statement()],
    ['by an anonymous group', { ...statement(), actor: { objectType: 'Group', member: [person('a')] } }],
    ['by an identified group, without members', { ...statement(), actor: { objectType: 'Group', ...person('team') } }],
    ['with null in an extension', context({ extensions: { 'http://example.org/e': null } })],
    ['with any offset', { ...statement(), timestamp: '2026-11-22T10:00:00.123456+05:30' }],
    ['with weeks', result({ duration: 'P4W' })],
    ['with all parts of a duration', result({ duration: 'P3Y1M29DT4H35M59.14S' })],
    ['with a score on its bounds', score({ scaled: -1, raw: 0, min: 0, max: 20 })],
    ['about someone', { ...statement(), object: { objectType: 'Agent', ...person('b') } }],
    ['about another', { ...statement(), object: { objectType: 'StatementRef', id: uuid(1) } }],
    ['with another inside', inside({})],
    ['with a long language tag', { ...statement(), verb: { id: verb('v'), display: { 'zh-Hant-TW-x-prive': '答' } } }],
    ['with its authority', { ...statement(), authority: person('lrs') }],
    ['of a later 1.0', { ...statement(), version: '1.0.9' }],
    ['with an attachment elsewhere', attachment({})],
    [
      'with choices',
      definition({ interactionType: 'choice', choices: [{ id: 'a', description: { fr: 'A' } }, { id: 'b' }] }),
    ],
    ['in a team', context({ team: { objectType: 'Group', ...person('team') }, revision: '2', platform: 'Moodle' })],
  ])('%s', (_what, value) => {
    expect(said(value)).toBeUndefined();
  });
});

describe('a statement is refused', () => {
  test.each<[sentence: RegExp, value: unknown]>([
    [/"statement" must be an object \(xAPI Data 2\.4\)/, 'words'],
    [/"statement" must be an object/, null],
    [/"statement\.actor" is missing/, { ...statement(), actor: undefined, ...JSON.parse('{}') }],
    [/a property "note" that the standard does not know/, { ...statement(), note: 1 }],
    [/"statement\.result" is null/, { ...statement(), result: null }],
    [/"statement\.id" must be a UUID/, { ...statement(), id: 'twelve' }],
    [/"statement\.timestamp" must be an ISO 8601/, { ...statement(), timestamp: '22/11/2026' }],
    [/negative offset of zero/, { ...statement(), timestamp: '2026-11-22T10:00:00-00:00' }],
    [/"statement\.timestamp"/, { ...statement(), timestamp: '2026-02-30T10:00:00Z' }],
    [/"statement\.stored"/, { ...statement(), stored: 12 }],
    [/"statement\.version" must be 1\.0/, { ...statement(), version: '2.0.0' }],
    [/"statement\.verb\.id" must be an absolute IRI, not "answered"/, { ...statement(), verb: { id: 'answered' } }],
    [
      /"statement\.verb\.display" has "a12345" for a language/,
      { ...statement(), verb: { id: verb('v'), display: { a12345: 'x' } } },
    ],
    [
      /"statement\.verb\.display\.fr" must be a string/,
      { ...statement(), verb: { id: verb('v'), display: { fr: 3 } } },
    ],
    [/exactly one of mbox/, { ...statement(), actor: { name: 'Aïcha' } }],
    [/exactly one of mbox/, { ...statement(), actor: { ...person('a'), mbox: 'mailto:a@example.org' } }],
    [/"statement\.actor\.mbox" must have the form/, { ...statement(), actor: { mbox: 'a@example.org' } }],
    [/mbox_sha1sum" must be 40/, { ...statement(), actor: { mbox_sha1sum: 'abc' } }],
    [/openid" must be an absolute URI/, { ...statement(), actor: { openid: 'aicha' } }],
    [
      /account\.homePage" must be an absolute IRI/,
      { ...statement(), actor: { account: { homePage: 'example', name: 'a' } } },
    ],
    [/account\.name" must be a string/, { ...statement(), actor: { account: { homePage: 'https://example.org' } } }],
    [/its members in "member"/, { ...statement(), actor: { objectType: 'Group', name: 'Groupe' } }],
    [
      /member\[0\]\.objectType" must be "Agent"|does not know/,
      { ...statement(), actor: { objectType: 'Group', member: [{ objectType: 'Group', ...person('a') }] } },
    ],
    [/"statement\.actor" has a property "member"/, { ...statement(), actor: { ...person('a'), member: [] } }],
    [/exactly two members/, { ...statement(), authority: { objectType: 'Group', member: [person('a')] } }],
    [
      /"statement\.object\.objectType" must be Activity, Agent/,
      { ...statement(), object: { objectType: 'activity', id: activity('q') } },
    ],
    [/"statement\.object\.id" must be an absolute IRI/, { ...statement(), object: { id: 'question 1' } }],
    [/moreInfo" must be an absolute IRI/, definition({ moreInfo: 'page.html' })],
    [/interactionType" must be one of/, definition({ interactionType: 'toString' })],
    [/"statement\.object\.definition\.choices" asks for/, definition({ choices: [{ id: 'a' }] })],
    [/scale" does not go with a "choice"/, definition({ interactionType: 'choice', scale: [{ id: 'a' }] })],
    [
      /choices\[1\]\.id" is already in the list/,
      definition({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
    ],
    [
      /correctResponsesPattern\[0\]" must be a string/,
      definition({ interactionType: 'numeric', correctResponsesPattern: [4] }),
    ],
    [/extensions" has a key "note"/, definition({ extensions: { note: 1 } })],
    [/scaled" must be between -1 and 1/, score({ scaled: 1.01 })],
    [/raw" must be a number/, score({ raw: '12' })],
    [/min" must be less than/, score({ min: 20, max: 20 })],
    [/raw" must not be less than/, score({ raw: -1, min: 0 })],
    [/raw" must not be more than/, score({ raw: 21, max: 20 })],
    [/success" must be true or false/, result({ success: 'true' })],
    [/response" must be a string/, result({ response: 4 })],
    [/duration" must be an ISO 8601 duration/, result({ duration: 'P' })],
    [/duration"/, result({ duration: 'P1DT' })],
    [/duration"/, result({ duration: 'P4W1D' })],
    [/duration"/, result({ duration: 'PT1.5H3M' })],
    [/duration"/, result({ duration: 90 })],
    [/registration" must be a UUID/, context({ registration: '12' })],
    [/team\.objectType" must be "Group"/, context({ team: person('a') })],
    [/contextActivities" has a property "parents"/, context({ contextActivities: { parents: [] } })],
    [/contextActivities\.parent\[0\]\.id"/, context({ contextActivities: { parent: [{ id: 'p' }] } })],
    [/context\.language" must be an RFC 5646/, context({ language: 'français' })],
    [/context\.statement\.objectType" must be "StatementRef"/, context({ statement: { id: uuid(1) } })],
    [
      /revision" only goes with an object that is an activity/,
      { ...statement(), object: { objectType: 'Agent', ...person('b') }, context: { revision: '1' } },
    ],
    [/has a property "id"/, inside({ id: uuid(1) })],
    [/has a property "authority"/, inside({ authority: person('a') })],
    [/must not be another SubStatement/, inside({ object: { objectType: 'SubStatement', ...statement() } })],
    [/"statement\.object\.result\.score\.scaled"/, inside({ result: { score: { scaled: 2 } } })],
    [/must be a StatementRef/, { ...statement(), verb: { id: verb('voided') } }],
    [/attachments" must be a list/, { ...statement(), attachments: {} }],
    [/usageType" must be an absolute IRI/, attachment({ usageType: 'proof' })],
    [/contentType" must be an Internet media type/, attachment({ contentType: 'pdf' })],
    [/contentType" must be an Internet media type/, attachment({ contentType: 'a/b; c="d\r\nX-Header: e"' })],
    [/length" must be a whole number/, attachment({ length: 1.5 })],
    [/sha2" must be the 64/, attachment({ sha2: 'abc' })],
    [/fileUrl" must be an absolute IRI/, attachment({ fileUrl: 'a.pdf' })],
  ])('%s', (sentence, value) => {
    const words = said(JSON.parse(JSON.stringify(value)));
    expect(words).toMatch(sentence);
    expect(words).toMatch(/ \(xAPI Data \d[\d.]*\)\.$/);
  });
});
