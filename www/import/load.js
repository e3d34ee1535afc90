/**
 * Loads the import with the first data of the visitor's own.
 *
 * @import { Page } from '../core/page.js'
 * @import { ImportController } from './controller.js'
 */
import { lazy } from '../core/lazy.js';
import { texts } from '../text/en/page.js';

const loadController = lazy(() => import('./controller.js'), texts.importNotLoaded);
const loadTextInput = lazy(() => import('./text-input.js'), texts.importNotLoaded);

/**
 * @param {Page} page
 * @param {(controller: ImportController) => unknown} action
 */
export function withImport(page, action) {
  return loadController(({ importController }) => action(importController(page)));
}

/**
 * Shows or hides the panel for typed tables and databases.
 * @param {Page} page
 */
export function toggleTextInput(page) {
  return loadTextInput((textInput) => textInput.toggleTextInput(page));
}
