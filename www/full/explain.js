/**
 * The button `Explain steps`: while it is pressed, the status says what the last step went by.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { requireSession } from './package.js';

/** @param {Page} page */
export function connectExplain(page) {
  const button = find('explain-steps', HTMLButtonElement);
  let explains = false;
  button.addEventListener('click', () => {
    explains = !explains;
    setAttribute(button, 'aria-pressed', String(explains));
    page.change(() => requireSession(page).explainSteps(explains));
  });
  page.onSetup(() => {
    // Another session was opened.
    const session = requireSession(page);
    if (session.explainsSteps !== explains) session.explainSteps(explains);
  });
}
