/**
 * Pointing at a symbol lights what it stands for in the figures.
 *
 * @import { Page } from '../core/page.js'
 */
import { Figures } from '../pkg/more.js';

/** What symbols are called in the figures, by how they are written. @type {Record<string, string>} */
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

/** Elements that can be a symbol, the widest first. */
const WIDEST_FIRST = ['mfrac', 'msub', 'mover', 'mi', 'var'];

/**
 * @param {Page} page
 * @param {HTMLElement} text
 */
export function connectLight(page, text) {
  /** @type {Element | undefined} */
  let lit;
  /** @param {Element} [element] */
  const light = (element) => {
    const { figures } = page;
    const found = element && symbol(element);
    if (found?.element === lit || !(figures instanceof Figures)) return;
    lit?.removeAttribute('data-lights');
    lit = found?.element;
    lit?.setAttribute('data-lights', '');
    figures.light(found?.name ?? '');
    page.refresh('figures');
  };
  const elementOf = (/** @type {Event} */ { target }) => (target instanceof Element ? target : undefined);
  text.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') light(elementOf(event));
  });
  text.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') light();
  });
  // A finger cannot point without pressing: what it taps stays lit until it taps elsewhere.
  text.addEventListener('click', (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const element = elementOf(event);
    light(element);
    if (element && symbol(element)) event.preventDefault();
  });
}

/**
 * The symbol that an element is, or is part of, with its name.
 * @param {Element} part
 */
function symbol(part) {
  for (const kind of WIDEST_FIRST) {
    const element = part.closest(kind);
    const name = NAMES[element?.textContent?.replace(/\s/g, '') ?? ''];
    if (element && name) return { element, name };
  }
  return undefined;
}
