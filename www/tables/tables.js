/**
 * The tables beside the figures: points, epochs and costs. Each is a panel that its button opens.
 *
 * @import { Page } from '../core/page.js'
 * @import { Content } from './panel.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { requireSession, upgrade } from '../full/package.js';
import { loadStyleSheet } from '../platform/assets.js';
import { TablePanel } from './panel.js';
import { pointsContent } from './points.js';

/** The panels that there are, by the names of their buttons. @type {Map<string, TablePanel>} */
const panels = new Map();

const prepare = once(async (/** @type {Page} */ page) => {
  await Promise.all([upgrade(page), loadStyleSheet('tables/tables.css')]);
  // Points and costs stand below the figures that they are about, side by side where there is room.
  const place = Object.assign(document.createElement('div'), { className: 'tables' });
  find('work', HTMLElement).after(place);
  page.onNow(() => {
    for (const panel of panels.values()) panel.refresh();
  });
  return place;
});

/**
 * Opens the table of a button, or closes it.
 * @param {Page} page
 * @param {Element} button
 */
export async function toggleTable(page, button) {
  const place = await prepare(page);
  const kind = button.getAttribute('data-table') ?? '';
  const panel = panels.get(kind) ?? makePanel(page, kind, place, button);
  panel.toggle();
}

/** @param {Page} page @param {string} kind @param {HTMLElement} place @param {Element} button */
function makePanel(page, kind, place, button) {
  const panel =
    kind === 'points'
      ? new TablePanel('points', button, (show) => pointsContent(page, show))
      : kind === 'epochs'
        ? new TablePanel('epochs', button, () => contentOf(page, 'epochsTable', 'copiedEpochs'))
        : new TablePanel('costs', button, () => contentOf(page, 'costsTable', 'copiedCosts'));
  panels.set(kind, panel);
  if (kind === 'epochs') find('history-figure', HTMLElement).after(panel.element);
  else if (kind === 'points') place.prepend(panel.element);
  else place.append(panel.element);
  setAttribute(button, 'aria-controls', panel.element.id);
  return panel;
}

/**
 * @param {Page} page
 * @param {'epochsTable' | 'costsTable'} table
 * @param {'copiedEpochs' | 'copiedCosts'} copied
 * @returns {Content}
 */
function contentOf(page, table, copied) {
  return {
    table: () => requireSession(page)[table](),
    copied: () => requireSession(page)[copied](),
    tools: [],
  };
}
