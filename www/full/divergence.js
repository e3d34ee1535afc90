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
    const divergence = now.status === 'diverged' ? requireSession(page).divergence() : null;
    box.hidden = !divergence;
    if (!divergence) return;
    setItems(reasons, divergence.sentences);
    if (remedies.textContent === divergence.remedies.join('')) return;
    remedies.replaceChildren(
      ...divergence.remedies.map((name, index) =>
        makeButton(name, () => {
          page.pauseAndChange(() => requireSession(page).applyRemedy(index));
          find('run', HTMLButtonElement).focus();
        }),
      ),
    );
  });
}
