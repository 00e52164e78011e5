import { readFileSync } from 'node:fs';
import { imageSize as measure } from 'image-size';

/** In CSS pixels, so that the page keeps its place while the image loads; nothing when the format is unknown. */
export function imageSize(path: string): { width?: number; height?: number } {
  try {
    const { width, height } = measure(readFileSync(path));
    return { width, height };
  } catch {
    return {};
  }
}
