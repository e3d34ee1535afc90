/**
 * The pointer on the figures of data and cost: pointing, dragging, tapping, turning and zooming, by mouse and touch.
 * What is at a place, and what comes of an action, the WebAssembly package knows.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { edit } from './editing.js';

/** How near to a thing a press has to be to grab it, in CSS pixels. */
const REACH = { mouse: 12, touch: 26 };
/** A press that moves less than so many CSS pixels is a tap. */
const DRAG_THRESHOLD = 4;
/** The same for a press on a handle of the line, where there is nothing to tap at: small drags count. */
const HELD_THRESHOLD = 1;
/** How much one notch of the wheel zooms in, and how far it scrolls. */
const ZOOM_STEP = 1.25;
const NOTCH = 100;

/** @typedef {{ x: number, y: number }} Point in CSS pixels, from the figure's corner */
/** @typedef {{ start: Point, last: Point, grabbed: string, moved: boolean }} Press */

/**
 * @param {Page} page
 * @param {() => boolean} isEditing whether points are being edited
 */
export function connectPointer(page, isEditing) {
  const cost = find('cost-figure', HTMLElement);
  connectFigure(page, isEditing, 'data', find('data-figure', HTMLElement));
  connectFigure(page, isEditing, 'cost', cost);
  connectWheel(page, cost);
  page.onSetup((setup) => cost.toggleAttribute('data-turnable', setup.turnable));
}

/**
 * @param {Page} page
 * @param {() => boolean} isEditing
 * @param {'data' | 'cost'} name
 * @param {HTMLElement} element
 */
function connectFigure(page, isEditing, name, element) {
  /** The press of the primary pointer. @type {Press | undefined} */
  let press;
  /** Every pointer that is down. @type {Map<number, Point>} */
  const pointers = new Map();

  /** @param {MouseEvent} event */
  const pointOf = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.x, y: event.clientY - box.y };
  };
  const isTurnable = () => element.hasAttribute('data-turnable');

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    element.setPointerCapture(event.pointerId);
    if (!event.isPrimary) {
      release();
      return;
    }
    const grabbed = page.figures.grab(name, point.x, point.y, reachOf(event), page.session, isEditing());
    press = { start: point, last: point, grabbed, moved: false };
    setAttribute(element, 'data-holding', 'true');
  });

  element.addEventListener('pointermove', (event) => {
    const point = pointOf(event);
    const before = pointers.get(event.pointerId);
    if (before && pointers.size > 1) {
      if (isTurnable()) pinch(event.pointerId, before, point);
      pointers.set(event.pointerId, point);
    } else if (press && event.isPrimary) {
      pointers.set(event.pointerId, point);
      drag(press, point, event.pointerType);
    } else if (!before) {
      hover(point, event);
    }
  });

  /** @param {Point} point @param {PointerEvent} event */
  const hover = (point, event) => {
    const target = page.figures.point(name, point.x, point.y, reachOf(event), page.session);
    setAttribute(element, 'data-over', target);
    page.refresh('now');
  };

  /** @param {Press} press @param {Point} point @param {string} pointerType */
  const drag = (press, point, pointerType) => {
    const { start, last } = press;
    const threshold = press.grabbed === 'line' ? HELD_THRESHOLD : DRAG_THRESHOLD;
    if (!press.moved && Math.hypot(point.x - start.x, point.y - start.y) < threshold) return;
    press.moved = true;
    if (!press.grabbed && name === 'cost' && !isTurnable() && pointerType === 'mouse') {
      page.figures.grabBall();
      press.grabbed = 'ball';
    }
    if (press.grabbed) {
      page.silently(() => edit(page, () => page.figures.drag(point.x, point.y, page.session)));
    } else if (name === 'cost' && isTurnable()) {
      page.session.turn(point.x - last.x, point.y - last.y);
      page.silently(() => page.announceStatus());
    }
    press.last = point;
  };

  /** @param {number} id of the pointer that moved @param {Point} before @param {Point} point */
  const pinch = (id, before, point) => {
    const other = [...pointers].find(([pointer]) => pointer !== id)?.[1];
    if (!other) return;
    const distance = (/** @type {Point} */ { x, y }) => Math.max(1, Math.hypot(x - other.x, y - other.y));
    const factor = distance(point) / distance(before);
    page.figures.zoom(factor, (point.x + other.x) / 2, (point.y + other.y) / 2, page.session);
    page.silently(() => page.announceStatus());
  };

  const release = () => {
    const released = press;
    press = undefined;
    element.removeAttribute('data-holding');
    if (!released?.grabbed) return;
    page.figures.release(page.session);
    if (released.moved) page.announceStatus();
    else page.refresh('now');
  };

  element.addEventListener('pointerup', (event) => {
    const released = press;
    if (!released || !event.isPrimary) return;
    release();
    if (released.moved) return;
    if (name === 'data') tapData(released, reachOf(event));
    else if (released.grabbed !== 'ball') {
      edit(page, () => page.figures.tap('cost', released.start.x, released.start.y, page.session));
    }
  });

  /** @param {Press} press @param {number} reach */
  const tapData = ({ start: { x, y }, grabbed }, reach) => {
    if (grabbed === 'line') return;
    const target = grabbed || page.figures.point('data', x, y, reach, page.session);
    if (target === 'place' && isEditing()) edit(page, () => page.figures.tap('data', x, y, page.session));
    else if (grabbed !== 'point') page.figures.select();
    page.refresh('setup');
  };

  element.addEventListener('lostpointercapture', (event) => {
    pointers.delete(event.pointerId);
    if (event.isPrimary) release();
  });
  element.addEventListener('pointerleave', (event) => {
    // What a finger pointed at stays in sight after the finger is lifted.
    if (press || event.pointerType === 'touch') return;
    page.figures.leave();
    setAttribute(element, 'data-over', '');
    page.refresh('now');
  });
  // The page does not scroll under a finger that has grabbed something.
  element.addEventListener(
    'touchstart',
    (event) => {
      if (press?.grabbed) event.preventDefault();
    },
    { passive: false },
  );
}

/** @param {PointerEvent} event */
function reachOf(event) {
  return event.pointerType === 'touch' ? REACH.touch : REACH.mouse;
}

/**
 * @param {Page} page
 * @param {HTMLElement} element
 */
function connectWheel(page, element) {
  element.addEventListener(
    'wheel',
    (event) => {
      if (!element.hasAttribute('data-turnable') || !event.deltaY) return;
      const { zoom } = page.session;
      // Where the view is all zoomed out, the wheel scrolls the page.
      if (event.deltaY > 0 && zoom <= 1) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = ZOOM_STEP ** (-event.deltaY / NOTCH);
      page.figures.zoom(factor, event.clientX - box.x, event.clientY - box.y, page.session);
      page.silently(() => page.announceStatus());
    },
    { passive: false },
  );
}
