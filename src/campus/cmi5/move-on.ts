import type { MoveOn, Structure } from './structure.ts';

/** What a learner has done with a unit in a registration, whatever the session. */
export interface Done {
  completed: boolean;
  passed: boolean;
}

/** Whether a unit lets its learner move on (cmi5 10.2.4). */
export function letsMoveOn(moveOn: MoveOn, { completed, passed }: Done): boolean {
  switch (moveOn) {
    case 'Passed':
      return passed;
    case 'Completed':
      return completed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
    case 'NotApplicable':
      return true;
  }
}

/** Publisher identifiers of the blocks whose units all let the learner move on, then of the course when all do. */
export function satisfiedIn({ id, units, blocks }: Structure, done: (unit: string) => Done): string[] {
  const owing = units.filter((unit) => !letsMoveOn(unit.moveOn, done(unit.id)));
  const satisfied = blocks.filter((block) => owing.every((unit) => !unit.blocks.includes(block.id)));
  return [...satisfied.map((block) => block.id), ...(owing.length === 0 ? [id] : [])];
}
