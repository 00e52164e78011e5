import { adopt } from './adopt.ts';
import css from './writing.css?inline';

/** Styles of fields to write in, and of what is said beside them: imported for that. */
adopt(css);
