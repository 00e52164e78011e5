import type { ModuleContent, ModuleOutline } from '../model/course.ts';

/** A module's pages, from beside the player; rejects when they cannot be had. */
export async function loadContent({ id }: ModuleOutline): Promise<ModuleContent> {
  const answer = await fetch(`content/${id}.json`);
  if (!answer.ok) throw new Error(`content/${id}.json: HTTP ${answer.status}`);
  return answer.json();
}
