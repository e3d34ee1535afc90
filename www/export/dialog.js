/**
 * The dialog `Export`: the session as pictures, on paper, as programs and numbers, or as a frame for another page. Each section is an
 * HTML file and a module of its own.
 *
 * @import { Page } from '../core/page.js'
 *
 * @typedef {object} Section
 * @property {string} markup the address of its HTML, one `<section>`
 * @property {(page: Page) => void} connect called once its HTML is in the document
 * @property {(page: Page) => unknown} show called whenever the dialog opens
 */
import { find } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import * as code from './code.js';
import * as frame from './frame.js';
import * as pictures from './pictures.js';
import * as print from './print.js';

/** In the order in which they appear. @type {Section[]} */
const SECTIONS = [pictures, print, code, frame];

const STYLE_SHEETS = ['export/dialog.css', 'export/pictures.css', 'export/print.css', 'export/code.css', 'export/frame.css'];

const loadDialog = once(buildDialog);

/** @param {Page} page */
export async function openDialog(page) {
  const dialog = await loadDialog(page);
  dialog.showModal();
  await Promise.all(SECTIONS.map((section) => section.show(page)));
}

/** @param {Page} page */
async function buildDialog(page) {
  const markup = ['export/dialog.html', ...SECTIONS.map(({ markup }) => markup)];
  const [frame, ...sections] = await Promise.all(markup.map(loadElements));
  await Promise.all(STYLE_SHEETS.map(loadStyleSheet));
  document.body.append(...frame);
  find('export-sections', HTMLElement).append(...sections.flat());
  const dialog = find('export-dialog', HTMLDialogElement);
  find('close-export', HTMLButtonElement).addEventListener('click', () => dialog.close());
  // A press on the backdrop closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  for (const { connect } of SECTIONS) connect(page);
  return dialog;
}
