/**
 * What the single file holds.
 *
 * @import { Parts } from './open.js'
 */

// open.js hangs the parts on the element of this script.
const script = /** @type {HTMLScriptElement & { parts: Parts }} */ (document.currentScript);
const { texts, module } = script.parts;

export { module };

/**
 * The name of the page's file with this address; undefined if the page has none.
 * @param {string} address
 */
export function nameOf(address) {
  const path = address.split('#')[0];
  // An address that was resolved against the single file's own ends with the name; the longest such name is meant.
  const names = [...texts.keys()].filter((name) => path === name || path.endsWith(`/${name}`));
  return names.sort((a, b) => b.length - a.length).at(0);
}

/** The text of the page's file with this address. @param {string} address */
export function textOf(address) {
  const text = texts.get(nameOf(address) ?? '');
  if (text === undefined) throw new Error(`${address} is not in this file`);
  return text;
}
