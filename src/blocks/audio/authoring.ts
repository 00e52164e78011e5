import type { StaticType } from '../../content/block-type.ts';
import { drawRecording } from '../../content/recording.ts';

/** A sound with, folded after it, its transcript. */
export const audioType: StaticType = {
  directives: ['audio'],
  attributes: ['source', 'titre', 'duree'],
  render: (node, tools) =>
    drawRecording(node, tools, {
      kind: 'audio',
      label: 'Son',
      icon: 'M4 10v4h4l5 4V6l-5 4zM17 9a4 4 0 0 1 0 6',
      formats: { mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg' },
      example: 'entretien.mp3',
    }),
};
