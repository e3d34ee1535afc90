/**
 * The page as a frame of another one, `?embed`: the figures fill it, with the controls that its address names
 * and nothing else. Loaded then only.
 *
 * @import { Page } from '../core/page.js'
 */
import { texts } from '../text/en/embed.js';
import { find, mark } from '../core/dom.js';
import { readStyle } from '../platform/assets.js';

/** The views of the cost. */
const VIEWS = ['bowl', 'map', 'surface'];

/** What an address may name, and what of the page it stands for. @type {Record<string, string>} */
const PARTS = {
  data: '.figure[aria-labelledby="data-title"]',
  bowl: '#tab-bowl',
  map: '#tab-map',
  surface: '#tab-surface',
  history: '.history',
  run: '#run',
  step: '#step',
  'step-back': '#step-back',
  reset: '#reset',
  epoch: '.scrub',
  speed: '.speed',
  rate: '.rate',
  numbers: '.readouts',
  status: '#status',
  tools: '.tools, .history .check',
  dataset: '.data-bar',
};

/** What a name stands for that is not a part itself. @type {Record<string, string[]>} */
const SEVERAL = { cost: VIEWS };

/** What there is where an address names nothing, and the figures where it names none. */
const FIGURES = ['data', ...VIEWS];
const CONTROLS = ['run', 'step', 'step-back', 'reset', 'rate', 'numbers'];

/** Keys for the whole page, and the part without which they do nothing. @type {Record<string, string>} */
const KEYS = { ' ': 'run', ArrowRight: 'step', ArrowLeft: 'step-back' };

/**
 * Makes the page a frame, and shows it. Where that cannot be, the whole page is shown.
 * @param {Page} page
 */
export async function connectEmbed(page) {
  try {
    await readStyle('embed/frame.css');
    const parts = partsOf(new URLSearchParams(location.search));
    leaveOut(parts);
    arrange(parts);
    keepView(page, VIEWS.filter((view) => parts.has(view)));
    refuseKeys(parts);
    if (!parts.has('dataset')) refuseData();
  } catch (error) {
    console.info(error);
  }
  document.documentElement.hidden = false;
}

/**
 * The parts that an address asks for, in `embed` or `show`; what is not known is left out.
 * @param {URLSearchParams} asked
 */
function partsOf(asked) {
  const names = [...asked.getAll('embed'), ...asked.getAll('show')].join().toLowerCase().split(/[\s,]+/);
  const known = names.flatMap((name) => SEVERAL[name] ?? name).filter((name) => Object.hasOwn(PARTS, name));
  const parts = new Set(known.length > 0 ? known : [...FIGURES, ...CONTROLS]);
  const figures = [...FIGURES, 'history'];
  if (!figures.some((name) => parts.has(name))) for (const name of FIGURES) parts.add(name);
  return parts;
}

/**
 * Hides what was not asked for; what just happened is still said to those who cannot see the figures.
 * @param {Set<string>} parts
 */
function leaveOut(parts) {
  for (const [name, selector] of Object.entries(PARTS)) {
    if (parts.has(name)) continue;
    for (const element of document.querySelectorAll(selector)) {
      if (name === 'status') element.classList.add('visually-hidden');
      else mark(element, 'hidden', '');
    }
  }
  const cost = find('cost-panel', HTMLElement).closest('.figure');
  if (cost && !VIEWS.some((view) => parts.has(view))) mark(cost, 'hidden', '');
  // It comes back by itself whenever a run blows up, and leads to what is not here.
  const aside = document.createElement('div');
  aside.hidden = true;
  const why = find('why', HTMLButtonElement);
  why.replaceWith(aside);
  aside.append(why);
}

/**
 * Figures above, controls below, and a way to the whole page.
 * @param {Set<string>} parts
 */
function arrange(parts) {
  const dock = find('dock', HTMLElement);
  const history = document.querySelector('.history');
  if (history && parts.has('history')) dock.querySelector('.figures')?.append(history);
  const controls = document.createElement('div');
  controls.className = 'embed-controls';
  const link = Object.assign(document.createElement('a'), { textContent: texts.open, target: '_blank', rel: 'noopener' });
  link.className = 'embed-open';
  const follow = () => mark(link, 'href', location.href.replace(/\?[^#]*/, ''));
  addEventListener('hashchange', follow);
  follow();
  controls.append(...dock.querySelectorAll('.transport, .live'), link);
  dock.append(controls);
}

/**
 * Shows a view that was asked for, whatever the link says.
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
    setTimeout(() => page.quietly(() => page.act((session) => session.setCostView(first))));
  });
}

/**
 * A key does nothing where its control is not there.
 * @param {Set<string>} parts
 */
function refuseKeys(parts) {
  const refuse = (/** @type {KeyboardEvent} */ event) => {
    const part = KEYS[event.key];
    if (part && !parts.has(part) && document.activeElement === document.body) event.stopImmediatePropagation();
  };
  addEventListener('keydown', refuse, true);
}

/** No other data where none can be chosen: neither by a paste nor by a file that is dropped. */
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
