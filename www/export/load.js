/**
 * Loads the dialog `Export`.
 *
 * @import { Page } from '../core/page.js'
 */
import { find } from '../core/dom.js';
import { lazy } from '../core/lazy.js';
import { texts } from '../text/en/page.js';

const withDialog = lazy(() => import('./dialog.js'), texts.partNotLoaded);

/** @param {Page} page */
export function connectExport(page) {
  find('export', HTMLButtonElement).addEventListener('click', () => withDialog(({ openDialog }) => openDialog(page)));
}
