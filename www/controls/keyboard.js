/**
 * Keys for the whole page, while no control has the focus.
 *
 * @import { Page } from '../core/page.js'
 */
import { step, stepBack } from './transport.js';

/** @param {Page} page */
export function connectKeyboard(page) {
  document.addEventListener('keydown', (event) => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    switch (event.key) {
      case ' ':
        if (!event.repeat) page.toggle();
        break;
      case 'ArrowRight':
        step(page);
        break;
      case 'ArrowLeft':
        stepBack(page);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}
