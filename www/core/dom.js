/** Reading and writing the document. What is equal already is not written: an unchanged frame costs no layout. */

/**
 * The element with this id, of this class. A missing one is a mistake in the page's HTML.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} elementClass
 * @returns {T}
 */
export function find(id, elementClass) {
  const element = document.getElementById(id);
  if (!(element instanceof elementClass)) throw new Error(`no ${elementClass.name} has the id ${id}`);
  return element;
}

/**
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Shows a number: rounded for people in the text, at full precision in `data-value`.
 * @param {Element} element
 * @param {number | null} value
 * @param {string} text
 */
export function setNumber(element, value, text) {
  setAttribute(element, 'data-value', value === null ? '' : String(value));
  setText(element, text);
}

/**
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {string} value
 */
export function setValue(control, value) {
  if (control.value !== value) control.value = value;
}

/**
 * Makes a list's items these sentences.
 * @param {Element} list
 * @param {string[]} sentences
 */
export function setItems(list, sentences) {
  const { children } = list;
  if (children.length === sentences.length && sentences.every((text, i) => children[i].textContent === text)) return;
  list.replaceChildren(
    ...sentences.map((textContent) => Object.assign(document.createElement('li'), { textContent })),
  );
}

/**
 * The message for people that an error carries.
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
