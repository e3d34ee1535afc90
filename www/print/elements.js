/** Elements of what is printed. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {(Node | string)[]} content
 */
export function makeElement(name, className, content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/**
 * A figure of a sheet: its picture, with the title and the legend that it has in the page.
 * @param {'data' | 'cost' | 'history'} name
 * @param {HTMLCanvasElement} picture
 * @param {string} title
 */
export function makeFigure(name, picture, title) {
  const legend = document.getElementById(`${name}-figure`)?.closest('.figure')?.querySelector('.legend');
  const copy = legend ? [/** @type {Element} */ (legend.cloneNode(true))] : [];
  for (const item of copy.flatMap((list) => [...list.querySelectorAll('[id]')])) item.removeAttribute('id');
  const head = makeElement('figcaption', '', [makeElement('b', '', [title]), ...copy]);
  return makeElement('figure', `paper-${name}`, [head, picture]);
}

/** A sheet with a title, a line below it, and what stands on it. @param {string} title @param {string} line @param {(Node | undefined)[]} content */
export function makeSheet(title, line, content) {
  const head = makeElement('header', '', [makeElement('h1', '', [title]), makeElement('p', '', [line])]);
  return makeElement('section', 'paper', [head, ...content.filter((node) => node !== undefined)]);
}
