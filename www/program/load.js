/**
 * Loads the bench, where the reader writes a program. The single file, which has no interpreter, has
 * www/single/program/load.js in place of this module.
 *
 * @import { Page } from '../core/page.js'
 */
import { find } from '../core/dom.js';
import { lazy } from '../core/lazy.js';
import { texts } from '../text/en/page.js';

const withBench = lazy(() => import('./bench.js'), texts.partNotLoaded);

/** @param {Page} page */
export function connectProgram(page) {
  find('write', HTMLButtonElement).addEventListener('click', () => openProgram(page));
}

/**
 * Opens the bench.
 * @param {Page} page
 * @param {boolean} [withLinked] with the program of the link that was opened
 * @param {string} [task] with this task, unless it is done
 */
export function openProgram(page, withLinked, task) {
  return withBench(({ openBench }) => openBench(page, withLinked, task));
}
