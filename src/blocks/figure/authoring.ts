import type { AuthoringTools, DirectiveNode, StaticType } from '../../content/block-type.ts';
import { escapeHtml } from '../../content/escape.ts';
import { sourceOf } from '../../content/media.ts';

const FORMATS = ['png', 'jpg', 'jpeg', 'svg', 'webp', 'gif'];
/** Characters: a screen reader says an alternative in one breath, with no way to stop or go back in it. */
const LONGEST = 300;

/** An image with its caption and, folded after it, the description that an alternative has no room for. */
export const figureType: StaticType = {
  directives: ['image'],
  attributes: ['source', 'alt', 'legende', 'decoratif'],
  render(node, tools) {
    const { values } = node.attributes;
    const file = sourceOf(node, tools, FORMATS, 'plan.png');
    const alternative = tools.text(values.get('alt') ?? '', node.line);
    sayAlternative(node, tools, alternative);
    const caption = tools.inline(values.get('legende') ?? '', node.line);
    const description = tools.html(node.body, node.line + 1);
    if (!file) return '';
    const { width, height } = file.size();
    const size = width && height ? ` width="${width}" height="${height}"` : '';
    const image = `<img src="${escapeHtml(file.src)}" alt="${escapeHtml(alternative)}"${size} loading="lazy" decoding="async">`;
    const more =
      description &&
      `<details><summary>Description de l’image</summary><div class="unfolded">${description}</div></details>`;
    return `<figure class="figure">${image}${caption && `<figcaption>${caption}</figcaption>`}${more}</figure>\n`;
  },
};

function sayAlternative({ attributes: { values }, body, line }: DirectiveNode, tools: AuthoringTools, words: string) {
  if (values.has('decoratif')) {
    if (words || values.get('legende') || body.trim())
      tools.issue(
        line,
        'image/decoratif',
        'cette image est dite décorative, et pourtant décrite',
        'Retirez decoratif, ou retirez alt, legende et la description.',
      );
  } else if (!words)
    tools.issue(
      line,
      'image/alternative',
      'cette image n’a pas d’alternative',
      'Écrivez alt="ce que l’image apprend", ou le mot decoratif si elle n’apprend rien.',
    );
  if (words.length > LONGEST)
    tools.issue(
      line,
      'image/alternative-longue',
      `l’alternative fait ${words.length} signes, pour ${LONGEST} au plus`,
      'Gardez-y l’essentiel et écrivez le reste entre ::: et :::, dans la description longue.',
    );
}
