import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findPersons } from '../../src/anonymise/find-persons.ts';
import { entryMetaText } from '../../src/model/entry.ts';
import { StandIn } from '../../src/preview/lms/stand-in.ts';
import { moduleOf } from '../../src/runtime/record.ts';
import { personalCode } from '../../src/ui/personal-code.ts';
import { entries } from '../fixtures/journal-fictif.ts';
import { MemoryDevice, open } from './learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00') }));
afterEach(() => void vi.useRealTimers());
const wait = () => vi.advanceTimersByTimeAsync(12_000);

/** What a learner leaves in the copy that is shared, every suggestion taken. */
function anonymised(text: string): string {
  return [...findPersons(text)]
    .reverse()
    .reduce((copy, { start, end, suggestion }) => copy.slice(0, start) + suggestion + copy.slice(end), text);
}

const code = await personalCode('K7M-R9X-QPF-TDA');

test.each(entries)(
  '« %s » is written, shared, hidden, kept through an update, and read whole in another browser',
  async (title, text) => {
    const lms = new StandIn({ profile: 'moodle', learner: { id: title, name: 'Camille' } });
    const named = `${text} J’en ai parlé à Mme Kerbrat.`;
    const first = await open(lms);
    const { number } = first.block('ma-reunion');
    first.write('ma-reunion', 0, named);
    await wait();
    expect(lms.stored.interactions).toEqual([]);

    const copy = anonymised(named);
    expect(copy).not.toContain('Kerbrat');
    expect(copy.startsWith(text)).toBe(true);
    first.attempt.share(1, number, { 1: copy });
    await wait();
    expect(lms.stored.interactions[0]?.response).toBe(`Ce qui s’est passé\u00a0: ${copy}`);

    const sealed = Object.fromEntries(
      Object.entries(moduleOf(first.attempt.record, 1).texts[number]!.parts).map(([part, own]) => [
        part,
        Number(part) === 0 ? entryMetaText({ shared: true, dossier: false, salt: code.salt }) : code.seal(own),
      ]),
    );
    first.attempt.seal(1, number, sealed);
    await wait();
    first.attempt.leave();

    // another browser, and the course corrected meanwhile
    const next = lms.relaunch();
    const second = await open(next, new MemoryDevice(), () => true, { release: 2 });
    const { texts, versions } = moduleOf(second.attempt.record, 1);
    expect(JSON.stringify(texts)).not.toContain(text.slice(0, 30));
    expect(code.open(texts[number]!.parts[1]!)).toBe(named);
    expect(versions[number]?.map(({ parts }) => parts[1])).toEqual([copy]);
    const wrong = await personalCode('AAA-AAA-AAA-AAA', code.salt);
    expect(wrong.open(texts[number]!.parts[1]!)).toBeUndefined();
  },
);
