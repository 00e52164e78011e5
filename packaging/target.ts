import type { CourseOutline, ModuleOutline } from '../src/model/course.ts';

export interface PackageFile {
  /** From the root of the zip, `/`-separated. */
  path: string;
  /** A string is written as UTF-8. */
  data: Uint8Array | string;
}

export interface PackageContent {
  course: CourseOutline;
  /** Present for a single-module package. */
  module?: ModuleOutline;
  /** Every file that will be in the zip, what `manifest` adds aside, `/`-separated. */
  files: readonly string[];
}

/** How one kind of LMS, or none, wants its zip. */
export interface Target {
  name: string;
  /** What the player opens: value of `<meta name="tracker">`. */
  tracker: 'scorm12' | 'cmi5' | 'xapi' | 'local';
  /** Its tracker speaks to a record store that the launch names. */
  toStore?: boolean;
  /** Each module has its own first page, `m1.html`, and the course none. */
  pageByModule?: boolean;
  /** Added to the zip. Pure: no disk, no clock. Throws when the package could not be opened. */
  manifest(content: PackageContent): PackageFile[];
}
