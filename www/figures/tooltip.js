/**
 * What is pointed at, in words, beside the pointer.
 *
 * @import { Tip } from '../pkg/downhill.js'
 * @import { Page } from '../core/page.js'
 */
import { find, write } from '../core/dom.js';

/** Between a tip and what it is about, in CSS pixels. */
const GAP = 14;

/** @param {Page} page */
export function connectTips(page) {
  const tips = { data: find('data-tip', HTMLElement), cost: find('cost-tip', HTMLElement) };
  page.onNow(() => {
    const tip = page.figures.tip(page.session);
    for (const [figure, element] of Object.entries(tips)) {
      element.hidden = tip?.figure !== figure;
      if (tip && !element.hidden) show(element, tip);
    }
  });
}

/**
 * @param {HTMLElement} element
 * @param {Tip} tip
 */
function show(element, { lines, table, place }) {
  write(find(`${element.id}-lines`, HTMLElement), lines.join('\n'));
  const rows = element.querySelectorAll('tr');
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of [...row.cells].entries()) write(cell, table[index]?.[column] ?? '');
  }
  const figure = element.parentElement;
  if (!place || !figure) return;
  const [x, y] = place;
  const left = x > figure.clientWidth / 2 ? x - GAP - element.offsetWidth : x + GAP;
  const top = y > figure.clientHeight / 2 ? y - GAP - element.offsetHeight : y + GAP;
  const within = (/** @type {number} */ at, /** @type {number} */ room) => Math.max(2, Math.min(at, room - 2));
  element.style.left = `${within(left, figure.clientWidth - element.offsetWidth)}px`;
  element.style.top = `${within(top, figure.clientHeight - element.offsetHeight)}px`;
}
