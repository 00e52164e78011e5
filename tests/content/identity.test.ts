import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../src/blocks/authoring.ts';
import { type Choice, choice } from '../../src/blocks/choice/activity.ts';
import { compileCourse } from '../../src/content/compile.ts';
import { type CourseLock, publish, writeLock } from '../../src/content/lock.ts';
import { deflate } from '../../src/runtime/deflate.ts';
import { apply, emptyRecord, type LearnerRecord } from '../../src/runtime/record.ts';
import { encodeResume } from '../../src/runtime/resume.ts';
import { decodeResume } from '../../src/runtime/resume-decode.ts';
import { courseWith, question } from './course-files.ts';

const compile = (page: string, lock?: CourseLock, files: Record<string, string> = {}) =>
  compileCourse(courseWith(page, { ...files, ...(lock && { lock: writeLock(lock) }) }), vocabulary);
const codes = (page: string, lock: CourseLock, files?: Record<string, string>) =>
  compile(page, lock, files).issues.map(({ code }) => code);
const blocks = (page: string, lock: CourseLock) => compile(page, lock).modules[0]!.pages[1]!.blocks as Choice[];

const first = question(
  'mission',
  'Par quoi commencez-vous ?',
  'Je fais préciser la commande',
  'Je rédige seule le schéma',
  'J’attends la prochaine réunion',
);
const second = question('relais', 'Qui prévenez-vous ?', 'Le relais petite enfance', 'La trésorerie');
const published = publish(compile(first + second).lock);

/** A learner answered « Je rédige seule » then « La trésorerie », in the first release. */
const answered = (page: string, lock: CourseLock): LearnerRecord =>
  blocks(page, lock).reduce((record, block) => {
    const code = choice.encode([block.options[1]!.number]);
    return apply(record, { type: 'answered', module: 1, block: block.number, code, certainty: 0, correct: false });
  }, emptyRecord);

/** What the next release shows that learner, by the question's author id. */
function shownIn(page: string, lock: CourseLock): Record<string, string[]> {
  const { record } = decodeResume(encodeResume(answered(first + second, published), deflate).data, deflate);
  return Object.fromEntries(
    blocks(page, lock).map((block) => {
      const code = record.modules[1]?.answers[block.number]?.code;
      const chosen = code ? choice.decode(code, block) : [];
      return [block.id, block.options.filter(({ number }) => chosen.includes(number)).map(({ html }) => html)];
    }),
  );
}

describe('a live course that is corrected', () => {
  const changed =
    question('nouvelle', 'Une question ajoutée en tête ?', 'Oui', 'Non') +
    question('relais', 'Qui prévenez-vous en premier ?', 'Le relais petite enfance', 'La PMI', 'La trésorerie') +
    question(
      'mission',
      'Par quoi commencez-vous ?',
      'Je fais préciser la commande',
      'J’attends la prochaine réunion',
      'Je rédige seul le schéma',
    );
  const next = compile(changed, published).lock;

  test('keeps each answer on its option through a typo, an addition and a reordering', () => {
    expect(shownIn(changed, next)).toEqual({
      nouvelle: [],
      relais: ['La trésorerie'],
      mission: ['Je rédige seul le schéma'],
    });
  });

  test('keeps the SCORM ids of what was published, whatever the new ranks', () => {
    const ids = (lock: CourseLock) =>
      Object.fromEntries(Object.entries(lock.modules.m1!.blocks).map(([id, { scormId }]) => [id, scormId]));
    expect(ids(published)).toEqual({ mission: 'M1_Q01_mission_1', relais: 'M1_Q02_relais_2' });
    expect(ids(next)).toEqual({ ...ids(published), nouvelle: 'M1_Q01_nouvelle_3' });
  });

  test('asks nothing for a corrected word', () => {
    const corrected =
      first.replace('la prochaine réunion', 'la réunion de rentrée') + second.replace('prévenez', 'préviendrez');
    expect(codes(corrected, published)).toEqual([]);
    expect(blocks(corrected, published)[0]!.options.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('is an error until the lock knows', () => {
    expect(codes(changed, published)).toEqual(['verrou/perime']);
    expect(codes(changed, next)).toEqual([]);
  });

  test('never gives a published number again, of a block or of an option', () => {
    const shorter = compile(
      question('mission', 'Par quoi ?', 'Je fais préciser la commande', 'J’attends la prochaine réunion'),
      published,
      {
        'c/01-m/module.yaml': 'id: m1\ntitle: M\nsummary: S.\nminutes: 10\ncompetencies: [C-1]\nretired: [relais]\n',
      },
    );
    expect(shorter.issues.map(({ code }) => code)).toEqual(['verrou/perime']);
    const later = compile(
      question('mission', 'Par quoi ?', 'Je fais préciser la commande', 'Tout autre chose, sans rapport') +
        question('autre', 'Q ?', 'A', 'B'),
      shorter.lock,
      {
        'c/01-m/module.yaml': 'id: m1\ntitle: M\nsummary: S.\nminutes: 10\ncompetencies: [C-1]\nretired: [relais]\n',
      },
    ).lock.modules.m1!.blocks;
    expect(later.autre!.number).toBe(3);
    expect(later.mission!.order).toEqual([1, 4]);
    expect(later.relais).toMatchObject({ number: 2, retired: true });
  });
});

test('a published block that vanished without being retired is an error', () => {
  expect(codes(first, published)).toEqual(['verrou/bloc-disparu']);
});

test('a published page that was renamed is an error', () => {
  const sources = courseWith('', { lock: writeLock(published) });
  const texts = new Map(sources.texts);
  texts.set('c/01-m/01-autre-nom.md', texts.get('c/01-m/01-page.md')! + first + second);
  texts.delete('c/01-m/01-page.md');
  expect(compileCourse({ ...sources, texts }, vocabulary).issues.map(({ code }) => code)).toContain(
    'verrou/page-disparue',
  );
});

test('a damaged lock is said, and is not taken for an empty one', () => {
  const { issues } = compileCourse(courseWith(first, { lock: '{ "format": 1, <<<<<<< HEAD' }), vocabulary);
  expect(issues.map(({ code }) => code)).toContain('verrou/illisible');
});
