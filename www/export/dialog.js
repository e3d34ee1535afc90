/**
 * The dialog `Export`: what leaves the page as something else than a link. Loaded when it is opened; each
 * section is a text and a module of its own.
 *
 * @import { Page } from '../core/page.js'
 *
 * @typedef {object} Section
 * @property {string} text the address of its HTML: one `<section>`
 * @property {(page: Page) => void} connect called once its HTML is in the document
 * @property {(page: Page) => unknown} show called whenever the dialog opens
 */
import { find } from '../core/dom.js';
import { readStyle, readText } from '../platform/assets.js';
import * as code from './code.js';
import * as embed from './frame.js';
import * as pictures from './pictures.js';

/** In the order in which they stand. @type {Section[]} */
const SECTIONS = [pictures, code, embed];

const STYLES = ['export/dialog.css', 'export/sections.css', 'export/code.css'];

/** @type {Promise<void> | undefined} */
let building;

/** @param {Page} page */
export async function openTake(page) {
  building ??= build(page);
  building.catch(() => (building = undefined));
  await building;
  find('take-dialog', HTMLDialogElement).showModal();
  await Promise.all(SECTIONS.map((section) => section.show(page)));
}

/** @param {Page} page */
async function build(page) {
  const texts = ['export/dialog.html', ...SECTIONS.map(({ text }) => text)];
  const [frame, ...sections] = await Promise.all(texts.map(readText));
  await Promise.all(STYLES.map(readStyle));
  document.body.append(...parsed(frame));
  find('take-sections', HTMLElement).append(...sections.flatMap(parsed));
  const dialog = find('take-dialog', HTMLDialogElement);
  find('take-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  // A press beside the dialog leaves it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  for (const { connect } of SECTIONS) connect(page);
}

/** @param {string} text */
function parsed(text) {
  return [...new DOMParser().parseFromString(text, 'text/html').body.children];
}
