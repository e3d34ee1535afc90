/** Elements that are loaded, or made by a script. */
import { loadText } from '../platform/assets.js';

/**
 * The elements of an HTML file of the page.
 * @param {string} path from `www/` on
 */
export async function loadElements(path) {
  const { body } = new DOMParser().parseFromString(await loadText(path), 'text/html');
  return [...body.children];
}

/**
 * A button with this text.
 * @param {string} text
 * @param {() => unknown} press
 */
export function makeButton(text, press) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  button.addEventListener('click', press);
  return button;
}
