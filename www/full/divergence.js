/**
 * Why a run diverged, and buttons that remedy it.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setItems } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { requireSession } from './package.js';

/** @param {Page} page */
export function connectDivergence(page) {
  const box = find('divergence', HTMLElement);
  const reasons = find('divergence-reasons', HTMLElement);
  const remedies = find('remedies', HTMLElement);
  page.onNow((now) => {
    const explosion = now.status === 'diverged' ? requireSession(page).explosion() : null;
    box.hidden = !explosion;
    if (!explosion) return;
    setItems(reasons, explosion.sentences);
    if (remedies.textContent === explosion.mends.join('')) return;
    remedies.replaceChildren(
      ...explosion.mends.map((name, index) =>
        makeButton(name, () => {
          page.pauseAndChange(() => requireSession(page).mend(index));
          find('run', HTMLButtonElement).focus();
        }),
      ),
    );
  });
}
