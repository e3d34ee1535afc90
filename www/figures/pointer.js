/**
 * Pointing at the figures of data and cost, and taking hold of what is in them: by mouse, by
 * finger, by wheel and by key. What is where, and what comes of it, the package knows.
 *
 * @import { Page } from '../core/page.js'
 */
import { alarm } from '../core/alert.js';
import { find, mark, sentenceOf } from '../core/dom.js';

/** How near to a thing one has to press to take hold of it, in CSS pixels. */
const REACH = { mouse: 12, touch: 26 };
/** A press that stays within so many CSS pixels is a tap. */
const STILL = 4;
/** How far one press of an arrow key turns, as if dragged by so many CSS pixels. */
const TURN = 12;
/** How much closer one press of a key, or one notch of a wheel, comes. */
const CLOSER = 1.25;
const NOTCH = 100;

/** @type {Record<string, [number, number]>} right and up */
const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** @typedef {{ x: number, y: number }} Place */
/** @typedef {{ place: Place, last: Place, grabbed: string, moved: boolean }} Press */

/**
 * @param {Page} page
 * @param {() => boolean} editing whether points can be changed
 */
export function connectHands(page, editing) {
  const hand = { page, editing };
  const data = find('data-figure', HTMLElement);
  const cost = find('cost-figure', HTMLElement);
  connectPointer(hand, 'data', data);
  connectPointer(hand, 'cost', cost);
  connectWheel(hand, cost);
  data.addEventListener('keydown', (event) => dataKey(hand, event));
  cost.addEventListener('keydown', (event) => costKey(hand, event));
  page.onSetup((setup) => cost.toggleAttribute('data-turnable', setup.costView === 'surface'));
}

/** @typedef {{ page: Page, editing: () => boolean }} Hand */

/**
 * @param {Hand} hand
 * @param {'data' | 'cost'} name
 * @param {HTMLElement} element
 */
function connectPointer(hand, name, element) {
  const { page } = hand;
  /** @type {Press | undefined} */
  let press;
  /** All that touch the figure. @type {Map<number, Place>} */
  const touching = new Map();

  /** @param {MouseEvent} event */
  const placeOf = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.x, y: event.clientY - box.y };
  };
  const turnable = () => element.hasAttribute('data-turnable');

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const place = placeOf(event);
    touching.set(event.pointerId, place);
    element.setPointerCapture(event.pointerId);
    if (!event.isPrimary) {
      letGo();
      return;
    }
    const grabbed = page.figures.grab(name, place.x, place.y, reachOf(event), page.session, hand.editing());
    press = { place, last: place, grabbed, moved: false };
    mark(element, 'data-holding', 'true');
  });

  element.addEventListener('pointermove', (event) => {
    const place = placeOf(event);
    const before = touching.get(event.pointerId);
    if (before && touching.size > 1) {
      if (turnable()) pinch(event.pointerId, before, place);
      touching.set(event.pointerId, place);
    } else if (press && event.isPrimary) {
      touching.set(event.pointerId, place);
      drag(press, place, event.pointerType);
    } else if (!before) {
      hover(place, event);
    }
  });

  /** @param {Place} place @param {PointerEvent} event */
  const hover = (place, event) => {
    const what = page.figures.point(name, place.x, place.y, reachOf(event), page.session);
    mark(element, 'data-over', what);
    page.refresh('now');
  };

  /** @param {Press} held @param {Place} place @param {string} pointerType */
  const drag = (held, place, pointerType) => {
    if (!held.moved && Math.hypot(place.x - held.place.x, place.y - held.place.y) < STILL) return;
    held.moved = true;
    if (!held.grabbed && name === 'cost' && !turnable() && pointerType === 'mouse') {
      page.figures.grabBall();
      held.grabbed = 'ball';
    }
    if (held.grabbed) {
      attempt(hand, () => page.figures.drag(place.x, place.y, page.session));
    } else if (name === 'cost' && turnable()) {
      page.session.turn(place.x - held.last.x, place.y - held.last.y);
      page.quietly(() => page.settle());
    }
    held.last = place;
  };

  /** @param {number} id @param {Place} before @param {Place} place */
  const pinch = (id, before, place) => {
    const other = [...touching].find(([pointer]) => pointer !== id)?.[1];
    if (!other) return;
    const apart = (/** @type {Place} */ p) => Math.max(1, Math.hypot(p.x - other.x, p.y - other.y));
    const factor = apart(place) / apart(before);
    page.figures.zoom(factor, (place.x + other.x) / 2, (place.y + other.y) / 2, page.session);
    page.quietly(() => page.settle());
  };

  const letGo = () => {
    const held = press;
    press = undefined;
    element.removeAttribute('data-holding');
    if (!held?.grabbed) return;
    page.figures.release(page.session);
    if (held.moved) page.settle();
    else page.refresh('now');
  };

  element.addEventListener('pointerup', (event) => {
    const held = press;
    if (!held || !event.isPrimary) return;
    const { x, y } = held.place;
    letGo();
    if (held.moved) return;
    if (name === 'data') tapData(x, y, reachOf(event), held.grabbed);
    else if (held.grabbed !== 'ball') attempt(hand, () => page.figures.tap('cost', x, y, page.session), true);
  });

  /** @param {number} x @param {number} y @param {number} reach @param {string} grabbed */
  const tapData = (x, y, reach, grabbed) => {
    if (grabbed === 'line') return;
    const what = grabbed || page.figures.point('data', x, y, reach, page.session);
    if (what === 'place' && hand.editing()) {
      attempt(hand, () => page.figures.tap('data', x, y, page.session), true);
    } else if (grabbed !== 'point') {
      page.figures.select();
    }
    page.refresh('setup');
  };

  element.addEventListener('lostpointercapture', (event) => {
    touching.delete(event.pointerId);
    if (event.isPrimary) letGo();
  });
  element.addEventListener('pointerleave', (event) => {
    // A finger that is lifted leaves what it pointed at in sight.
    if (press || event.pointerType === 'touch') return;
    page.figures.leave();
    mark(element, 'data-over', '');
    page.refresh('now');
  });
  // The page does not scroll under a finger that holds something.
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
 * Does something to the session by hand, with the descent at rest; without a word unless it is
 * done for good, or cannot be done.
 * @param {Hand} hand
 * @param {() => unknown} action
 * @param {boolean} [aloud]
 */
export function attempt({ page }, action, aloud = false) {
  try {
    if (aloud) page.halt(action);
    else page.quietly(() => page.halt(action));
  } catch (error) {
    alarm(sentenceOf(error));
  }
}

/**
 * @param {Hand} hand
 * @param {HTMLElement} element
 */
function connectWheel({ page }, element) {
  element.addEventListener(
    'wheel',
    (event) => {
      if (!element.hasAttribute('data-turnable') || !event.deltaY) return;
      const { zoom } = page.session;
      // From where all is seen the wheel goes on to scroll the page.
      if (event.deltaY > 0 && zoom <= 1) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = CLOSER ** (-event.deltaY / NOTCH);
      page.figures.zoom(factor, event.clientX - box.x, event.clientY - box.y, page.session);
      page.quietly(() => page.settle());
    },
    { passive: false },
  );
}

/** @param {KeyboardEvent} event */
function isPlain(event) {
  return !(event.ctrlKey || event.metaKey || event.altKey);
}

/**
 * @param {Hand} hand
 * @param {KeyboardEvent} event
 */
function dataKey(hand, event) {
  const { page } = hand;
  if (!isPlain(event)) return;
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey) {
    if (!hand.editing()) return;
    attempt(hand, () => page.figures.movePoint(...arrow, page.session), true);
  } else if (arrow) {
    page.figures.nextPoint(page.session, arrow[0] + arrow[1] < 0);
    page.refresh('setup');
  } else if (event.key === 'Escape') {
    page.figures.leave();
    page.figures.select();
    page.refresh('setup');
  } else if (event.key === 'Enter' && hand.editing()) {
    attempt(hand, () => page.figures.addPoint(page.session), true);
  } else if ((event.key === 'Delete' || event.key === 'Backspace') && hand.editing()) {
    attempt(hand, () => page.figures.deletePoint(page.session), true);
  } else {
    return;
  }
  event.preventDefault();
}

/**
 * @param {Hand} hand
 * @param {KeyboardEvent} event
 */
function costKey(hand, event) {
  const { page } = hand;
  if (!isPlain(event)) return;
  const surface = find('cost-figure', HTMLElement).hasAttribute('data-turnable');
  const arrow = ARROWS[event.key];
  const { width, height } = find('cost-figure', HTMLElement).getBoundingClientRect();
  if (arrow && surface) {
    page.session.turn(arrow[0] * TURN, -arrow[1] * TURN);
    page.quietly(() => page.settle());
  } else if (arrow) {
    attempt(hand, () => page.figures.nudge(...arrow, page.session), true);
  } else if (surface && (event.key === '+' || event.key === '=' || event.key === '-')) {
    const factor = event.key === '-' ? 1 / CLOSER : CLOSER;
    page.figures.zoom(factor, width / 2, height / 2, page.session);
    page.quietly(() => page.settle());
  } else {
    return;
  }
  event.preventDefault();
}
