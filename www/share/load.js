/**
 * Loads what makes links.
 *
 * @import { Page } from '../core/page.js'
 */
import { find } from '../core/dom.js';
import { lazy } from '../core/lazy.js';
import { texts } from '../text/en/page.js';

const withLink = lazy(() => import('./link.js'), texts.partNotLoaded);

/** @param {Page} page */
export function connectShare(page) {
  find('copy-link', HTMLButtonElement).addEventListener('click', () => withLink(({ copyLink }) => copyLink(page)));
}
