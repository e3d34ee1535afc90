/** Stands for www/platform/assets.js: texts and style sheets come out of the file itself. */
import { textOf } from '../parts.js';

/** Style sheets that are in use. */
const used = new Set();

/** @param {string} address */
export async function readText(address) {
  return textOf(address);
}

/** @param {string} address */
export async function readStyle(address) {
  if (used.has(address)) return;
  used.add(address);
  // The page's policy knows no others: those that are made here need no permission.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(textOf(address));
  document.adoptedStyleSheets.push(sheet);
}
