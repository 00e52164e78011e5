import type { AuthoringTools, DirectiveNode, StaticType } from '../../content/block-type.ts';
import { escapeHtml } from '../../content/escape.ts';
import { quoted } from '../../content/issue.ts';
import { drawRecording } from '../../content/recording.ts';
import { captionMistakes } from './captions.ts';

/** A video with its captions and, folded after it, its transcript. */
export const videoType: StaticType = {
  directives: ['video'],
  attributes: ['source', 'sous-titres', 'affiche', 'titre', 'duree'],
  render: (node, tools) =>
    drawRecording(
      node,
      tools,
      {
        kind: 'video',
        label: 'Vidéo',
        icon: 'M4 5h16v14H4zM10 9v6l5-3z',
        formats: { mp4: 'video/mp4', webm: 'video/webm' },
        example: 'entretien.mp4',
      },
      { attributes: poster(node, tools), tracks: captions(node, tools) },
    ),
};

/** With its size, the page keeps its place while the video comes. */
function poster({ attributes: { values }, line }: DirectiveNode, tools: AuthoringTools): string {
  const path = values.get('affiche');
  const file = path ? tools.media(path, line) : undefined;
  if (!file) return '';
  const { width, height } = file.size();
  return ` poster="${escapeHtml(file.src)}"${width && height ? ` width="${width}" height="${height}"` : ''}`;
}

function captions({ attributes: { values }, line }: DirectiveNode, tools: AuthoringTools): string {
  const path = values.get('sous-titres');
  if (!path) {
    tools.issue(
      line,
      'video/sous-titres',
      'cette vidéo n’a pas de sous-titres',
      'Écrivez sous-titres=media/entretien.vtt\u202f; le fichier est au format WebVTT.',
    );
    return '';
  }
  const file = tools.media(path, line);
  if (!file) return '';
  const text = file.text();
  const mistakes = text === undefined ? [{ line: 1, message: 'ce fichier n’est pas en UTF-8' }] : captionMistakes(text);
  for (const mistake of mistakes)
    tools.issue(
      line,
      'video/webvtt',
      `${quoted(path)}, ligne ${mistake.line}\u00a0: ${mistake.message}`,
      'Un fichier WebVTT commence par WEBVTT, puis pour chaque sous-titre une ligne 00:01.500 --> 00:04.000 et son texte.',
    );
  return `<track kind="captions" src="${escapeHtml(file.src)}" srclang="fr" label="Français" default>`;
}
