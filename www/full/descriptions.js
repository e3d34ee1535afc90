/**
 * Descriptions of the figures for people who cannot see them: what the points look like, where every run is, how the cost
 * went. They stand beside the figures, and come when the browser has nothing else to do; names, which are short, are there
 * from the start.
 *
 * @import { Now, Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { copyOfSession, fullSession } from './package.js';

const NAMES = ['data', 'cost', 'history'];
/** Milliseconds without a change after which the figures are described. */
const REST = 250;
/** The same while the page has the small package: another one is loaded then, and a copy of the session made. */
const REST_OF_CORE = 3000;

/** @param {Page} page */
export function connectDescriptions(page) {
  const places = new Map(NAMES.map((name) => [name, addDescription(name)]));
  /** State that the descriptions were made of. */
  let described = '';
  /** State that they are to be made of next. */
  let awaited = '';
  let timer = 0;
  /** @param {Pick<Session, 'description'>} session */
  const show = (session) => {
    for (const [name, place] of places) setText(place, session.description(name));
  };
  const describe = async () => {
    const session = fullSession(page);
    if (session) return show(session);
    // What describes points is in the full package, which needs not be the one that the page uses.
    const copy = await copyOfSession(page);
    if (copy) show(copy);
    copy?.free();
  };
  page.onNow((now, running) => {
    const key = running ? described : keyOf(page, now);
    if (key === awaited) return;
    awaited = key;
    clearTimeout(timer);
    if (key === described) return;
    const describeIt = () => {
      described = key;
      describe().catch(console.info);
    };
    // Who presses Step again and again has the last place described alone.
    timer = setTimeout(() => whenIdle(describeIt), fullSession(page) ? REST : REST_OF_CORE);
  });
  page.refresh('now');
}

/** State that descriptions depend on. @param {Page} page @param {Now} now */
function keyOf(page, { epoch, clock, slope, intercept, cost }) {
  const { dataset, best, residuals, answer, extras, learningRate } = page.setup;
  const { id, name, rows, xLabel, yLabel } = dataset;
  const data = [id, name, rows, xLabel, yLabel, best.slope, best.intercept, best.cost, residuals, answer];
  return [...data, extras, learningRate.value, epoch, clock, slope, intercept, cost].join();
}

/**
 * An element for the description of a figure, after what belongs to it.
 * @param {string} name
 */
function addDescription(name) {
  const figure = find(`${name}-figure`, HTMLElement);
  const place = document.createElement('p');
  setAttribute(place, 'id', `${name}-description`);
  setAttribute(place, 'class', 'visually-hidden');
  const keys = figure.getAttribute('aria-describedby');
  setAttribute(figure, 'aria-describedby', [place.id, ...(keys ? [keys] : [])].join(' '));
  (figure.parentElement?.matches('.figure-body') ? figure.parentElement : figure).after(place);
  return place;
}

/** @param {() => void} callback */
function whenIdle(callback) {
  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in window) requestIdleCallback(callback);
  else setTimeout(callback);
}
