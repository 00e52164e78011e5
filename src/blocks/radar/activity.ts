import type { Block } from '../../model/course.ts';

/** All the positionings of the course, first and latest. Draws what the record knows; nothing is answered here. */
export interface RadarBlock extends Block {
  type: 'radar';
  title: string;
  /** Static HTML; '' when the author wrote none. */
  intro: string;
}
