/**
 * The panel `More`: diagnosis and sweep of the learning rate, costs, rules, batches, schedules and scalings, the race,
 * and whether a line suits the data.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { connectChoices } from './choices.js';
import { connectDivergence } from './divergence.js';
import { connectExplain } from './explain.js';
import { requireSession, upgrade } from './package.js';
import { connectRace } from './race.js';
import { connectSuitability } from './suitability.js';
import { connectSweep } from './sweep.js';

const build = once(buildPanel);

/**
 * Opens the panel.
 * @param {Page} page
 */
export async function openPanel(page) {
  await build(page);
  find('more-panel', HTMLElement).hidden = false;
  setAttribute(find('more', HTMLButtonElement), 'aria-expanded', 'true');
  page.refresh('setup');
}

/**
 * Opens the panel where it says why the run diverged.
 * @param {Page} page
 */
export async function explainDivergence(page) {
  await openPanel(page);
  page.commit();
  const explanation = find('divergence', HTMLElement);
  explanation.focus();
  explanation.scrollIntoView({ block: 'center' });
}

/** @param {Page} page */
async function buildPanel(page) {
  await upgrade(page);
  const panel = find('more-panel', HTMLElement);
  const [elements] = await Promise.all([loadElements('full/panel.html'), loadStyleSheet('full/panel.css')]);
  panel.append(...elements);
  const showChoices = connectChoices(page, panel);
  const showRace = connectRace(page);
  const showSweep = connectSweep(page);
  const showSuitability = connectSuitability(
    page,
    find('suitable-headline', HTMLElement),
    find('suitable-notes', HTMLElement),
  );
  connectDivergence(page);
  connectExplain(page);
  page.onSetup(() => {
    if (panel.hidden) return;
    showChoices(requireSession(page).method());
    showRace();
    showSweep();
    showSuitability();
  });
  page.onNow(() => {
    if (!panel.hidden) showRace();
  });
}
