/**
 * Paper: what is printed stands in an element of its own, which only paper shows, and everything else is left out.
 *
 * @import { Page } from '../core/page.js'
 */
import { makeHandout } from './handout.js';

/** The sheet that a press has asked for; without one, the page as it stands is printed. @type {HTMLElement | undefined} */
let asked;

/** Has the page print what is made for paper, however printing begins. @param {Page} page */
export function connectPaper(page) {
  addEventListener('beforeprint', () => {
    removeSheets();
    document.documentElement.toggleAttribute('data-printing', true);
    document.body.append(asked ?? makeHandout(page));
  });
  addEventListener('afterprint', () => {
    removeSheets();
    document.documentElement.removeAttribute('data-printing');
    asked = undefined;
  });
}

function removeSheets() {
  for (const sheet of document.querySelectorAll('.paper')) sheet.remove();
}

/**
 * Prints a sheet, or the page as it stands.
 * @param {HTMLElement} [sheet]
 */
export function print(sheet) {
  asked = sheet;
  window.print();
}
