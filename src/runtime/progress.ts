import type { CourseOutline, ModuleOutline, Task } from '../model/course.ts';
import type { ModuleReached } from '../trackers/tracker.ts';
import { type CourseStatus, furthest, type LearnerRecord, type ModuleRecord, moduleOf } from './record.ts';

export interface ModuleProgress {
  /** Pages opened. */
  seen: readonly number[];
  remaining: readonly Task[];
  unseen: readonly number[];
  complete: boolean;
  /** Best result of the final quiz, 0 to 100; absent before the first finished try. */
  best?: number;
  mastered: boolean;
}

export interface CourseProgress {
  modules: ReadonlyMap<number, ModuleProgress>;
  status: CourseStatus;
  /** Mean over all modules of the best final quiz, unopened = 0; whole, 0 to 100, only rises. Absent without any quiz. */
  score?: number;
}

/** Whether a task was done; an update of the course may add tasks to a module once complete. */
export function isDone(task: Task, module: ModuleRecord): boolean {
  if (task.kind === 'quiz') return (module.quizzes[task.block]?.tries ?? 0) > 0;
  if (task.kind === 'answer') {
    const answer = module.answers[task.block];
    return answer !== undefined && (answer.attempts > 0 || answer.passed);
  }
  const written = module.texts[task.block]?.parts ?? {};
  return (task.parts ?? [1]).every((part) => (written[part] ?? '').trim() !== '');
}

export function moduleProgress(outline: ModuleOutline, record: ModuleRecord): ModuleProgress {
  const unseen = outline.pages.map(({ number }) => number).filter((number) => !record.seen.includes(number));
  const remaining = outline.tasks.filter((task) => !isDone(task, record));
  const quiz = outline.finalQuiz === undefined ? undefined : record.quizzes[outline.finalQuiz];
  const best = quiz && quiz.tries > 0 ? quiz.best : undefined;
  return {
    seen: record.seen,
    remaining,
    unseen,
    complete: record.finishedOn !== undefined || (unseen.length === 0 && remaining.length === 0),
    ...(best !== undefined && { best }),
    mastered: outline.finalQuiz === undefined || (best ?? -1) >= Math.round(outline.masteryScore * 100),
  };
}

export function progressOf(course: CourseOutline, record: LearnerRecord): CourseProgress {
  const modules = new Map(
    course.modules.map((module) => [module.number, moduleProgress(module, moduleOf(record, module.number))]),
  );
  const all = [...modules.values()];
  const complete = all.every((module) => module.complete);
  const mastered = all.every((module) => module.mastered);
  const reached: CourseStatus = !complete
    ? 'incomplete'
    : course.status === 'completed-passed' && mastered
      ? 'passed'
      : 'completed';
  const quizzes = course.modules.filter(({ finalQuiz }) => finalQuiz !== undefined);
  const mean =
    quizzes.reduce((sum, { number }) => sum + (modules.get(number)?.best ?? 0), 0) / Math.max(1, quizzes.length);
  const score = quizzes.length === 0 ? record.score : Math.max(record.score ?? 0, Math.round(mean));
  return { modules, status: furthest(record.status, reached), ...(score !== undefined && { score }) };
}

/** Modules that were opened, as a platform is told of them. */
export function modulesReached(course: CourseOutline, record: LearnerRecord): ModuleReached[] {
  return course.modules.flatMap((module) => {
    const held = record.modules[module.number];
    if (!held) return [];
    const { best, complete, remaining, unseen } = moduleProgress(module, held);
    const all = module.pages.length + module.tasks.length;
    const left = remaining.length + unseen.length;
    const quiz = module.finalQuiz === undefined ? undefined : held.quizzes[module.finalQuiz];
    return [
      {
        id: module.id,
        // what is left is never rounded away
        percent: complete ? 100 : Math.floor(((all - left) / Math.max(1, all)) * 100),
        complete,
        ...(best !== undefined && { best }),
        tries: quiz?.tries ?? 0,
        masteryScore: module.masteryScore,
        seconds: held.seconds,
      },
    ];
  });
}
