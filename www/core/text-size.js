/** Large text: where the reader's text is much larger than the layout was made for, another style sheet arranges it. */
import { loadStyleSheet } from '../platform/assets.js';

/** The size of the text, in CSS pixels, from which it is large; 16 is what browsers begin with. */
const LARGE = 22;

/** Follows the size of the text, which the browser's settings, its text zoom and extensions change. */
export function followTextSize() {
  const ruler = document.createElement('div');
  ruler.className = 'text-ruler';
  document.body.append(ruler);
  new ResizeObserver(async () => {
    const isLarge = ruler.offsetHeight >= LARGE;
    if (isLarge) await loadStyleSheet('app/large-text.css');
    document.documentElement.toggleAttribute('data-large-text', isLarge);
  }).observe(ruler);
}
