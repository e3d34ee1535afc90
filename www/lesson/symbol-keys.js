/**
 * The symbols of a chapter in a row, where keys light them in the figures: one stop of the Tab key, and arrow keys within.
 *
 * @import { Symbol } from './symbol-highlight.js'
 */
import { setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/lesson.js';
import { symbolAt, SELECTORS } from './symbol-highlight.js';

/** Where keys lead in the row. @type {Record<string, (index: number, count: number) => number>} */
const KEYS = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/**
 * The row of a chapter's symbols; undefined where it has none.
 * @param {HTMLElement} chapter
 * @param {(element?: Element) => void} highlight
 */
export function symbolRow(chapter, highlight) {
  const symbols = symbolsOf(chapter);
  if (symbols.length === 0) return undefined;
  const row = document.createElement('div');
  setAttribute(row, 'class', 'symbol-row');
  setAttribute(row, 'role', 'toolbar');
  setAttribute(row, 'aria-label', texts.symbols);
  const buttons = symbols.map(({ name, element }) => {
    const copy = copyOf(element);
    const button = makeButton('', () => highlight(copy));
    setAttribute(button, 'aria-label', texts.symbolNames[name] ?? name);
    button.append(copy);
    button.tabIndex = -1;
    button.addEventListener('focus', () => {
      for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
      highlight(copy);
    });
    button.addEventListener('blur', () => highlight());
    return button;
  });
  buttons[0].tabIndex = 0;
  row.addEventListener('keydown', (event) => {
    const index = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === 'Escape') highlight();
    const to = KEYS[event.key]?.(index, buttons.length);
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    buttons[to].focus();
  });
  const hint = Object.assign(document.createElement('span'), { textContent: texts.symbolsHint });
  row.append(hint, ...buttons);
  return row;
}

/** The symbols of a chapter, each where it stands first. @param {HTMLElement} chapter @returns {Symbol[]} */
function symbolsOf(chapter) {
  /** @type {Map<string, Symbol>} */
  const symbols = new Map();
  for (const part of chapter.querySelectorAll(SELECTORS.join())) {
    const symbol = symbolAt(part);
    if (symbol && !symbols.has(symbol.name)) symbols.set(symbol.name, symbol);
  }
  return [...symbols.values()];
}

/** @param {Element} symbol */
function copyOf(symbol) {
  const copy = /** @type {Element} */ (symbol.cloneNode(true));
  for (const one of [copy, ...copy.querySelectorAll('[id]')]) one.removeAttribute('id');
  if (!(symbol instanceof MathMLElement)) return copy;
  const formula = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'math');
  formula.append(copy);
  return formula;
}
