/**
 * Stands in for www/program/load.js: the single file has no interpreter, and says where there is one.
 *
 * @import { Page } from '../../core/page.js'
 */
import { showAlert } from '../../core/alert.js';
import { find } from '../../core/dom.js';
import { texts } from '../../text/en/program.js';

/** @param {Page} page */
export function connectProgram(page) {
  find('write', HTMLButtonElement).addEventListener('click', () => openProgram(page));
}

/** @param {Page} _page */
export async function openProgram(_page) {
  showAlert(texts.onlyOnSite);
}
