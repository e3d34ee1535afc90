/**
 * What the single file holds.
 *
 * @import { Parts } from './open.js'
 */

// Whoever opened the file hung it on this script.
const script = /** @type {HTMLScriptElement & { parts: Parts }} */ (document.currentScript);
const { texts, module } = script.parts;

export { module };

/** The name of a file of the page, if the address is one of those. @param {string} address */
export function nameOf(address) {
  const path = address.split('#')[0];
  // An address seen from the file ends in the name; the longest such name is meant.
  const names = [...texts.keys()].filter((name) => path === name || path.endsWith(`/${name}`));
  return names.sort((a, b) => b.length - a.length).at(0);
}

/** A file of the page. @param {string} address */
export function textOf(address) {
  const text = texts.get(nameOf(address) ?? '');
  if (text === undefined) throw new Error(`${address} is not in this file`);
  return text;
}
