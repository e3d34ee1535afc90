/**
 * The tooltips of the figures of data and cost: what the pointer is at, in words, beside it.
 *
 * @import { Tip } from '../pkg/core.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setText } from '../core/dom.js';

/** CSS pixels between a tooltip and what it is about. */
const GAP = 14;

/** @param {Page} page */
export function connectTooltips(page) {
  const tooltips = { data: find('data-tip', HTMLElement), cost: find('cost-tip', HTMLElement) };
  page.onNow(() => {
    const tip = page.figures.tip(page.session);
    for (const [figure, tooltip] of Object.entries(tooltips)) {
      tooltip.hidden = tip?.figure !== figure;
      if (tip && !tooltip.hidden) show(tooltip, tip);
    }
  });
}

/**
 * @param {HTMLElement} tooltip
 * @param {Tip} tip
 */
function show(tooltip, { lines, table, place }) {
  setText(find(`${tooltip.id}-lines`, HTMLElement), lines.join('\n'));
  const rows = tooltip.querySelectorAll('tr');
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of [...row.cells].entries()) setText(cell, table[index]?.[column] ?? '');
  }
  const figure = tooltip.parentElement;
  if (!place || !figure) return;
  const [x, y] = place;
  const { offsetWidth, offsetHeight } = tooltip;
  const left = x > figure.clientWidth / 2 ? x - GAP - offsetWidth : x + GAP;
  const top = y > figure.clientHeight / 2 ? y - GAP - offsetHeight : y + GAP;
  const clamp = (/** @type {number} */ at, /** @type {number} */ room) => Math.max(2, Math.min(at, room - 2));
  tooltip.style.left = `${clamp(left, figure.clientWidth - offsetWidth)}px`;
  tooltip.style.top = `${clamp(top, figure.clientHeight - offsetHeight)}px`;
}
