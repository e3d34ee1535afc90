/**
 * The announcer, which speaks beside the status. While a run goes on, that is one sentence every few seconds; at once
 * it says what has become of the points and which one is selected, answers, and goals that are reached.
 *
 * @import { Setup } from '../pkg/core.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { texts } from '../text/en/speech.js';

/** During a run, so many milliseconds lie between two sentences. */
const INTERVAL = 5000;
/** A sentence that was said stays for so many milliseconds, for those who come a little later. */
const LIFETIME = 15000;
/** The id of data whose points the reader has changed. */
const EDITED = 'edited';

/** @type {HTMLElement | undefined} */
let region;

/**
 * Has a sentence spoken, once. What was said just before is not cut off: each sentence is an element of its own.
 * @param {string} sentence
 */
export function say(sentence) {
  if (!sentence) return;
  const line = Object.assign(document.createElement('p'), { textContent: sentence });
  liveRegion().append(line);
  setTimeout(() => line.remove(), LIFETIME);
}

/** The live region. It has to be there before anything is said in it. */
function liveRegion() {
  if (!region) {
    region = document.createElement('div');
    setAttribute(region, 'id', 'announcements');
    setAttribute(region, 'class', 'visually-hidden');
    setAttribute(region, 'aria-live', 'polite');
    // Beside the status, which embedding pages keep, too.
    find('status', HTMLElement).closest('section')?.append(region);
  }
  return region;
}

/** @param {Page} page */
export function connectAnnouncer(page) {
  liveRegion();
  narrateRuns(page);
  tellOfPoints(page);
}

/** Says where a run is, while it goes on. @param {Page} page */
function narrateRuns(page) {
  /** When something was said of the run last; undefined while none goes on. @type {number | undefined} */
  let last;
  page.onNow((_now, running) => {
    const time = performance.now();
    // That it has begun, and why it has stopped, the status says.
    if (!running) last = undefined;
    else if (last === undefined) last = time;
    else if (time - last >= INTERVAL) {
      last = time;
      say(page.session.onTheWay());
    }
  });
}

/** Says which point is selected, and what becomes of the points. @param {Page} page */
function tellOfPoints(page) {
  const figure = find('data-figure', HTMLElement);
  let { session } = page;
  let shown = pointsOf(page.setup);
  /** Sentence about the press that undoes or redoes, until its effect is shown. @type {((count: number) => string) | undefined} */
  let past;
  figure.addEventListener('keydown', ({ key, shiftKey, defaultPrevented }) => {
    if (defaultPrevented && !shiftKey && key.startsWith('Arrow')) sayPoint(page);
  });
  find('undo', HTMLButtonElement).addEventListener('click', () => (past = texts.undone));
  find('redo', HTMLButtonElement).addEventListener('click', () => (past = texts.redone));
  document.addEventListener('keydown', ({ key, shiftKey, ctrlKey, metaKey, defaultPrevented }) => {
    if (!defaultPrevented || !(ctrlKey || metaKey) || !/^[zy]$/i.test(key)) return;
    past = /z/i.test(key) && !shiftKey ? texts.undone : texts.redone;
  });
  // Who chooses data again that were edited has changed nothing.
  find('dataset', HTMLSelectElement).addEventListener('change', () => (shown = { ...shown, state: '' }));
  page.onSetup((setup) => {
    // On the way of a drag nothing is said.
    if (figure.hasAttribute('data-holding')) return;
    const before = shown;
    const undo = past;
    const wasHere = session === page.session && before.state !== '';
    past = undefined;
    session = page.session;
    shown = pointsOf(setup);
    const { count, columns } = shown;
    const isSame = wasHere && before.columns === columns;
    if (!isSame || shown.state === before.state || setup.dataset.id !== EDITED) return;
    if (undo) say(undo(count));
    else if (count < before.count) say(texts.deleted(count));
    else sayPoint(page, count > before.count ? texts.added : texts.moved);
  });
}

/** How many points there are, and what changes when one of them does. @param {Setup} setup */
function pointsOf({ dataset, best }) {
  const columns = `${dataset.xLabel}\n${dataset.yLabel}`;
  return { columns, count: dataset.rows, state: [dataset.rows, best.slope, best.intercept, best.cost].join() };
}

/**
 * Says which point is selected.
 * @param {Page} page
 * @param {string} [event] what has become of it
 */
export function sayPoint(page, event = '') {
  const tip = page.figures.tip(page.session);
  if (tip?.point) say(`${event} ${texts.point(tip.point, tip.lines)}`.trim());
}
