/**
 * Highlights in the figures what a symbol in the text stands for, while it is pointed at.
 *
 * @import { Page } from '../core/page.js'
 *
 * @typedef {object} Symbol
 * @property {Element} element
 * @property {string} name that the figures give it
 */
import { fullFigures } from '../full/package.js';

/** The figures' names for symbols, by their text. @type {Record<string, string>} */
const NAMES = {
  a: 'slope',
  b: 'intercept',
  'y^': 'line',
  ŷ: 'line',
  e: 'errors',
  ei: 'errors',
  x: 'x',
  xi: 'x',
  y: 'y',
  yi: 'y',
  J: 'cost',
  L: 'step',
  '∂J∂a': 'slope-gradient',
  '∂J∂b': 'intercept-gradient',
};

/** The elements that can be a symbol, the widest first. */
export const SELECTORS = ['mfrac', 'msub', 'mover', 'mi', 'var'];

/**
 * @param {Page} page
 * @param {HTMLElement} text
 * @returns {(element?: Element) => void} highlights the symbol that an element is in or around, or none
 */
export function connectSymbolHighlight(page, text) {
  /** @type {Element | undefined} */
  let highlighted;
  /** @param {Element} [element] */
  const highlight = (element) => {
    const figures = fullFigures(page);
    const symbol = element && symbolAt(element);
    if (symbol?.element === highlighted || !figures) return;
    highlighted?.removeAttribute('data-highlighted');
    highlighted = symbol?.element;
    highlighted?.setAttribute('data-highlighted', '');
    figures.highlightSymbol(symbol?.name ?? '');
    page.refresh('figures');
  };
  const elementOf = (/** @type {Event} */ { target }) => (target instanceof Element ? target : undefined);
  text.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') highlight(elementOf(event));
  });
  text.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') highlight();
  });
  // A finger cannot point without pressing: what it taps stays highlighted until it taps elsewhere.
  text.addEventListener('click', (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const element = elementOf(event);
    highlight(element);
    if (element && symbolAt(element)) event.preventDefault();
  });
  return highlight;
}

/**
 * The symbol that an element is, or is part of, with the figures' name for it.
 * @param {Element} part
 * @returns {Symbol | undefined}
 */
export function symbolAt(part) {
  for (const selector of SELECTORS) {
    const element = part.closest(selector);
    const name = NAMES[element?.textContent?.replace(/\s/g, '') ?? ''];
    if (element && name) return { element, name };
  }
  return undefined;
}
