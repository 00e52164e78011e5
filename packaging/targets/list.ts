import type { Target } from '../target.ts';
import { cmi5 } from './cmi5.ts';
import { scorm12 } from './scorm12.ts';
import { web } from './web.ts';
import { xapi } from './xapi.ts';

/** One line per kind of package: `npm run package -- --target <name>`. */
export const targets: readonly Target[] = [scorm12, cmi5, xapi, web];
