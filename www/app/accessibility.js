/** The accessibility statement, which stands in the footer once nothing else is to be loaded. */
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';

/** Shows the statement in the footer. */
export async function showAccessibilityStatement() {
  const [elements] = await Promise.all([loadElements('app/accessibility.html'), loadStyleSheet('app/accessibility.css')]);
  document.querySelector('footer')?.append(...elements);
}
