/** Stands in for www/platform/assets.js: texts and style sheets come out of the single file itself. */
import { textOf } from '../parts.js';

/** Addresses of the style sheets in use. */
const inUse = new Set();

/** @param {string} address */
export async function loadText(address) {
  return textOf(address);
}

/** @param {string} address */
export async function loadStyleSheet(address) {
  if (inUse.has(address)) return;
  inUse.add(address);
  // The page's policy allows no style sheets by address. Constructed ones need no permission.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(textOf(address));
  document.adoptedStyleSheets.push(sheet);
}
