import type { Target } from '../target.ts';
import { scorm12 } from './scorm12.ts';
import { web } from './web.ts';

/** One line per kind of package: `npm run package -- --target <name>`. */
export const targets: readonly Target[] = [scorm12, web];
