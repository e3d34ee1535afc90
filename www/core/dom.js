/** The few things that every part of the page does to the document. */

/**
 * The element with this id, of this kind. A page without it is a mistake in index.html.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`index.html has no ${kind.name} with the id ${id}`);
  return element;
}

/**
 * Writes a text only where it differs, so that an unchanged frame costs no layout.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Writes an attribute only where it differs.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function mark(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * A number for people in the text, and for everyone else at full precision in `data-value`.
 * @param {Element} element
 * @param {number | null} value
 * @param {string} text
 */
export function writeNumber(element, value, text) {
  mark(element, 'data-value', value === null ? '' : String(value));
  write(element, text);
}

/**
 * Sets what an input or a select holds, only where it differs.
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {string} value
 */
export function hold(control, value) {
  if (control.value !== value) control.value = value;
}

/**
 * The sentence that an error carries for people.
 * @param {unknown} error
 */
export function sentenceOf(error) {
  return error instanceof Error ? error.message : String(error);
}
