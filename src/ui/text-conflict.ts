import { html, nothing } from 'lit';
import type { BlockElement } from './block-element.ts';

export type TextParts = readonly { number: number; label: string }[];

/** Where the learner chooses between two versions of a text; its code comes only then, for few ever see it. */
export function textConflict(host: BlockElement, parts: TextParts) {
  if (!host.context.conflict(host.block.number)) return nothing;
  import('./conflict-panel.ts').catch((error: unknown) => console.error(error));
  return html`<conflict-panel .host=${host} .parts=${parts} .context=${host.context}></conflict-panel>`;
}
