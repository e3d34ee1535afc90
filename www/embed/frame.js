/**
 * The page as a frame of another one, `?embed`: the figures fill it, with the controls that the address names and
 * nothing else.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { frameParts, viewNames } from '../figures/frame-parts.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/embed.js';

/** The keys for the whole page, each with the part without which it does nothing. @type {Record<string, string>} */
const KEYS = { ' ': 'run', ArrowRight: 'step', ArrowLeft: 'step-back' };

/**
 * Makes the page a frame, and shows it. If that fails, the whole page is shown.
 * @param {Page} page
 */
export async function connectFrame(page) {
  try {
    await Promise.all(['embed/frame.css', 'embed/controls.css'].map(loadStyleSheet));
    const parts = partsOf(new URLSearchParams(location.search));
    hideOthers(parts);
    arrange(parts);
    keepView(page, viewNames().filter((view) => parts.has(view)));
    disableKeys(parts);
    if (!parts.has('dataset')) refuseData();
  } catch (error) {
    console.info(error);
  }
  document.documentElement.hidden = false;
}

/**
 * The parts that an address asks for, in `embed` or `show`; `cost` stands for all views of the cost. Unknown names are
 * ignored.
 * @param {URLSearchParams} search
 */
function partsOf(search) {
  const names = [...search.getAll('embed'), ...search.getAll('show')].join().toLowerCase().split(/[\s,]+/);
  const all = frameParts();
  const known = names
    .flatMap((name) => (name === 'cost' ? viewNames() : name))
    .filter((name) => Object.hasOwn(all, name));
  const defaults = Object.keys(all).filter((name) => all[name].isDefault);
  const parts = new Set(known.length > 0 ? known : defaults);
  const hasFigure = [...parts].some((name) => all[name].isFigure);
  if (!hasFigure) for (const name of defaults.filter((name) => all[name].isFigure)) parts.add(name);
  return parts;
}

/**
 * Hides all other parts. The status is still announced to people who cannot see the figures.
 * @param {Set<string>} parts
 */
function hideOthers(parts) {
  for (const [name, { selector }] of Object.entries(frameParts())) {
    if (parts.has(name)) continue;
    for (const element of document.querySelectorAll(selector)) {
      if (name === 'status') element.classList.add('visually-hidden');
      else setAttribute(element, 'hidden', '');
    }
  }
  const cost = find('cost-panel', HTMLElement).closest('.figure');
  if (cost && !viewNames().some((view) => parts.has(view))) setAttribute(cost, 'hidden', '');
  // These buttons appear by themselves; they lead to a panel that a frame has not, or change what it is to show.
  for (const id of ['why', 'advice', 'rate-advice']) {
    const wrapper = document.createElement('div');
    wrapper.hidden = true;
    const button = find(id, HTMLButtonElement);
    button.replaceWith(wrapper);
    wrapper.append(button);
  }
}

/**
 * Arranges the figures above, the controls below, and a link to the whole page.
 * @param {Set<string>} parts
 */
function arrange(parts) {
  const dock = find('dock', HTMLElement);
  const history = document.querySelector('.history');
  if (history && parts.has('history')) dock.querySelector('.figures')?.append(history);
  const controls = document.createElement('div');
  controls.className = 'embed-controls';
  const link = Object.assign(document.createElement('a'), {
    className: 'embed-open',
    textContent: texts.open,
    target: '_blank',
    rel: 'noopener',
  });
  const update = () => setAttribute(link, 'href', location.href.replace(/\?[^#]*/, ''));
  addEventListener('hashchange', update);
  update();
  controls.append(...dock.querySelectorAll('.transport, .readouts-and-rate'), link);
  dock.append(controls);
}

/**
 * Keeps to the views that were asked for, whatever a link says.
 * @param {Page} page
 * @param {string[]} views
 */
function keepView(page, views) {
  const [first] = views;
  if (!first) return;
  page.session.setCostView(views.includes(page.setup.costView) ? page.setup.costView : first);
  page.onSetup(({ costView }) => {
    if (views.includes(costView)) return;
    // Not while the page shows what changed.
    setTimeout(() => page.silently(() => page.change((session) => session.setCostView(first))));
  });
}

/**
 * Disables the keys whose controls are hidden.
 * @param {Set<string>} parts
 */
function disableKeys(parts) {
  const disable = (/** @type {KeyboardEvent} */ event) => {
    const part = KEYS[event.key];
    if (part && !parts.has(part) && document.activeElement === document.body) event.stopImmediatePropagation();
  };
  addEventListener('keydown', disable, true);
}

/** Refuses other data, where none can be chosen: pasted text and dropped files. */
function refuseData() {
  addEventListener('paste', (event) => event.stopImmediatePropagation(), true);
  const refuse = (/** @type {DragEvent} */ event) => {
    event.stopImmediatePropagation();
    // Otherwise the browser would show the file in place of the page.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  for (const kind of /** @type {const} */ (['dragenter', 'dragover', 'drop'])) addEventListener(kind, refuse, true);
}
