/**
 * The caption over the views of the cost that says whose cost they show, with the way from the program's to the page's own and
 * back.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { makeButton } from '../core/markup.js';
import { requireFigures, requireSession } from '../full/package.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/program.js';

/** @typedef {{ place: HTMLElement, whose: HTMLElement, rest: HTMLElement, fault: HTMLElement, change: HTMLButtonElement }} Caption */

/** Whether the page's own cost is shown. */
let isOwn = false;
/** @type {Caption | undefined} */
let caption;
const load = once(() => loadStyleSheet('program/cost-caption.css'));

/**
 * Shows whose cost the views show; takes the caption away where there is nothing to say.
 * @param {Page} page
 * @param {string[]} note whose it is, and sentences about it
 * @param {string} fault what is wrong with what the program defines
 */
export function showCostCaption(page, note, fault) {
  const [first = '', ...others] = note;
  const isWanted = first !== '' || fault !== '';
  if (!isWanted && !caption) return;
  load();
  caption ??= makeCaption(page);
  const { place, whose, rest, fault: faultText, change } = caption;
  setText(whose, first);
  setText(rest, others.join(' '));
  setText(faultText, fault);
  change.hidden = first === '';
  place.hidden = !isWanted;
  find('cost-panel', HTMLElement).toggleAttribute('data-captioned', isWanted);
  const isProgram = isWanted && requireFigures(page).showsProgramCost(requireSession(page));
  document.documentElement.toggleAttribute('data-program-cost', isProgram);
  if (first === '') isOwn = false;
  setText(change, isOwn ? texts.showYourCost : texts.showPagesCost);
}

/** @param {Page} page @returns {Caption} */
function makeCaption(page) {
  const [place, whose, rest, fault] = ['div', 'p', 'p', 'p'].map((name) => document.createElement(name));
  setAttribute(place, 'id', 'cost-caption');
  setAttribute(place, 'role', 'status');
  setAttribute(whose, 'class', 'cost-whose');
  setAttribute(rest, 'class', 'cost-rest');
  setAttribute(fault, 'class', 'cost-fault');
  const change = makeButton(texts.showPagesCost, () => {
    isOwn = !isOwn;
    requireFigures(page).showProgramCost(!isOwn);
    page.refresh('now');
  });
  place.append(whose, change, rest, fault);
  find('cost-panel', HTMLElement).prepend(place);
  return { place, whose, rest, fault, change };
}
