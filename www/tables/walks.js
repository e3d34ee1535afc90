/**
 * Walks by key: through the points by size of error and by influence, through tenths of x where there are many, and
 * through the events of the run. They need the full package, which the first press loads.
 *
 * @import { PointWalk, Session, WalkStop } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setText } from '../core/dom.js';
import { withPackage } from '../full/load.js';
import { texts } from '../text/en/walks.js';

/** @type {Record<string, 'next' | 'previous' | 'first' | 'last'>} */
const WAYS = {
  ArrowRight: 'next',
  ArrowUp: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'previous',
  Home: 'first',
  End: 'last',
};

/** @type {Record<string, 'error' | 'influence'>} */
const ORDERS = { e: 'error', i: 'influence' };

/** @typedef {typeof import('../full/package.js')} Full */

/** @param {Page} page */
export function connectWalks(page) {
  connectPoints(page, find('data-figure', HTMLElement));
  connectEvents(page, find('history-figure', HTMLElement));
}

/**
 * Does something when one of the keys is pressed, before others hear of it.
 * @param {Page} page
 * @param {HTMLElement} figure
 * @param {(event: KeyboardEvent) => ((full: Full) => void) | undefined} press
 */
function onKey(page, figure, press) {
  figure.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const action = press(event);
      if (!action) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      withPackage(async (full) => {
        await full.upgrade(page);
        action(full);
      });
    },
    { capture: true },
  );
}

/** @param {Page} page @param {HTMLElement} figure */
function connectPoints(page, figure) {
  const keys = find('data-keys', HTMLElement);
  setText(keys, `${keys.textContent} ${texts.dataKeys}`);
  /** @type {PointWalk | undefined} */
  let walk;
  /** Where the walk is. @type {{ order: string, point: number | null }} */
  let at = { order: '', point: null };
  /** Whether it is inside a tenth. */
  let isInside = false;

  /** @param {Full} full @param {(walk: PointWalk, session: Session, selected: number | undefined) => WalkStop | null} go @param {string} order */
  const show = (full, go, order) => {
    walk ??= full.makePointWalk();
    const figures = full.requireFigures(page);
    const stop = go(walk, full.requireSession(page), figures.selectedPoint);
    if (!stop) return false;
    at = { order, point: stop.point };
    figures.leave();
    if (stop.point === null) figures.select();
    else figures.selectPoint(stop.point);
    page.refresh('setup');
    page.announce(stop.text);
    return true;
  };

  onKey(page, figure, ({ key, shiftKey }) => {
    const order = ORDERS[key.toLowerCase()];
    if (order) {
      return (full) =>
        show(
          full,
          (walk, session, selected) => {
            const goesOn = at.order === order && at.point !== null && at.point === selected;
            const ways = goesOn ? ['next', 'previous'] : ['first', 'last'];
            return walk.go(session, goesOn ? selected : undefined, order, ways[Number(shiftKey)]);
          },
          order,
        );
    }
    const areMany = page.setup.dataset.inTenths;
    const way = WAYS[key];
    if (way && !shiftKey && (areMany || key === 'Home' || key === 'End')) {
      return (full) => show(full, (walk, session, selected) => walk.go(session, selected, 'x', way), 'x');
    }
    if (key === 'Enter' && areMany && walk) {
      return (full) => {
        isInside = show(full, (walk, session) => walk.enter(session), 'x') || isInside;
      };
    }
    if (key === 'Escape' && areMany && isInside) {
      isInside = false;
      return (full) => show(full, (walk, session) => walk.leave(session), 'x');
    }
    return undefined;
  });
}

/** @param {Page} page @param {HTMLElement} figure */
function connectEvents(page, figure) {
  const help = Object.assign(document.createElement('p'), {
    id: 'history-keys',
    className: 'visually-hidden',
    textContent: texts.historyKeys,
  });
  const note = Object.assign(document.createElement('p'), { className: 'note' });
  const below = Object.assign(document.createElement('div'), { className: 'tools' });
  below.append(note);
  figure.after(help);
  figure.tabIndex = 0;
  figure.setAttribute('aria-describedby', help.id);
  /** The epoch of the event that the walk is at. @type {number | undefined} */
  let at;
  onKey(page, figure, ({ key, shiftKey }) => {
    const way = WAYS[key];
    if (way && !shiftKey) {
      return (full) => {
        const { epoch, text } = full.requireSession(page).walkEvents(at, way);
        at = epoch ?? undefined;
        setText(note, text);
        help.after(below);
        page.announce(text);
      };
    }
    const epoch = at;
    if (key === 'Enter' && epoch !== undefined) {
      return () => page.pauseAndChange((session) => session.seek(epoch));
    }
    return undefined;
  });
  figure.addEventListener('blur', () => below.remove());
}
