import { attemptOf } from '../attempts/attempts.ts';
import type { Campus } from '../campus.ts';
import { letsMoveOn } from '../cmi5/move-on.ts';
import { type Structure, structureOf } from '../cmi5/structure.ts';
import { openPackage } from '../packages/course-package.ts';
import type { Status } from '../scorm/cmi.ts';
import { activitiesOf } from '../tincan/activities.ts';
import { modulesIn } from './modules.ts';
import { type Standing, standingsOf } from './standings.ts';

/** Puts in the attempt what its modules amount to. In the transaction of whoever calls. */
export function refreshAttempt(campus: Campus, id: string): void {
  const attempt = attemptOf(campus, id);
  const file = attempt && openPackage(campus.packages, attempt.package);
  if (!attempt || !file) return;
  const standings = standingsOf(campus, id);
  const structure = structureOf(file);
  const modules = modulesIn(file).map((module) => standings.get(module.id) ?? {});
  const whole = activitiesOf(file).length === 1 ? standings.get(activitiesOf(file)[0]!.id) : undefined;
  const status = structure ? statusOfUnits(structure, standings) : statusOfWhole(whole, modules);
  campus.data.run('UPDATE attempts SET status = ?, score = ?, modules = ?, last = ? WHERE id = ?', [
    status ?? (attempt.status === 'not attempted' && standings.size === 0 ? 'not attempted' : 'incomplete'),
    whole?.score ?? mean(modules.flatMap(({ score }) => score ?? [])) ?? null,
    modules.filter(isFinished).length,
    campus.now().getTime(),
    id,
  ]);
}

/** Its course said so, one way or the other. */
export const isFinished = ({ completed, passed }: Standing): boolean => (completed ?? passed) !== undefined;

/** Undefined while the course goes on: once every unit lets its learner move on, it is finished; passed if one asked for it. */
function statusOfUnits({ units }: Structure, standings: ReadonlyMap<string, Standing>): Status | undefined {
  const of = (unit: string) => standings.get(unit) ?? {};
  const has = (unit: string, verb: 'completed' | 'passed' | 'failed') => of(unit)[verb] !== undefined;
  if (!units.some(({ id }) => standings.has(id))) return undefined;
  const done = units.every(({ id, moveOn }) =>
    letsMoveOn(moveOn, { completed: has(id, 'completed'), passed: has(id, 'passed') }),
  );
  if (!done) return units.every(({ id }) => has(id, 'failed') && !has(id, 'passed')) ? 'failed' : undefined;
  return units.some(({ moveOn }) => moveOn === 'Passed' || moveOn === 'CompletedAndPassed') ? 'passed' : 'completed';
}

/** What was said of the launched activity; without a word on it, of all its modules. */
function statusOfWhole(whole: Standing | undefined, modules: readonly Standing[]): Status | undefined {
  if (whole?.passed !== undefined) return 'passed';
  if (whole?.completed !== undefined) return 'completed';
  if (whole?.failed !== undefined) return 'failed';
  return modules.length > 0 && modules.every(isFinished) ? 'completed' : undefined;
}

const mean = (scores: readonly number[]) =>
  scores.length === 0
    ? undefined
    : Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100;
