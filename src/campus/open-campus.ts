import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { builtClient, clientBundle } from '../preview/client-bundle.ts';
import { packagesIn } from '../preview/package-file.ts';
import { type Campus, campusIri } from './campus.ts';
import type { DataFolder } from './data/data-folder.ts';
import { inventLearners } from './learners.ts';
import { deliver } from './outbox.ts';
import { campusApp } from './server.ts';
import { followAll } from './session/follow.ts';

/** The page where a course is followed, built by Vite when its sources have changed. */
export const launchBundle = () =>
  builtClient({
    name: 'campus',
    root: join(import.meta.dirname, 'client'),
    input: 'launch.ts',
    base: '/campus/suivre/',
    also: [],
  });

/** The campus of this data folder and of the packages in `out`. `iri` counts for a new folder only. */
export async function openCampus({
  folder: { data, lrs },
  out,
  iri,
}: {
  folder: Pick<DataFolder, 'data' | 'lrs'>;
  out: string;
  iri?: string;
}): Promise<{ campus: Campus; app: Hono }> {
  const campus: Campus = { data, lrs, packages: packagesIn(out), now: () => new Date(), randomBytes };
  campusIri(campus, iri);
  inventLearners(campus);
  deliver(campus); // what an earlier run could not tell
  followAll(campus); // what it stored, and stopped before it read
  const [preview, launch] = await Promise.all([clientBundle(), launchBundle()]);
  return { campus, app: campusApp({ campus, preview, launch }) };
}
