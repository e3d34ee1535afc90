/**
 * Keys on the figures of data and cost, while one of them has the focus.
 *
 * @import { Page } from '../core/page.js'
 */
import { find } from '../core/dom.js';
import { edit } from './editing.js';

/** How far one press of an arrow key turns the surface, as a drag over so many CSS pixels. */
const TURN = 12;
/** How much one press of a key zooms in. */
const ZOOM_STEP = 1.25;

/** @type {Record<string, [number, number]>} right and up */
const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * @param {Page} page
 * @param {() => boolean} isEditing whether points are being edited
 */
export function connectFigureKeys(page, isEditing) {
  const cost = find('cost-figure', HTMLElement);
  connect(find('data-figure', HTMLElement), (event) => pressOnData(page, isEditing(), event));
  connect(cost, (event) => pressOnCost(page, cost, event));
}

/**
 * @param {HTMLElement} element
 * @param {(event: KeyboardEvent) => boolean} press whether the key did something
 */
function connect(element, press) {
  element.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey || event.altKey) && press(event)) event.preventDefault();
  });
}

/**
 * @param {Page} page
 * @param {boolean} editing
 * @param {KeyboardEvent} event
 */
function pressOnData(page, editing, { key, shiftKey }) {
  const { figures, session } = page;
  const arrow = ARROWS[key];
  if (arrow && shiftKey) {
    if (!editing) return false;
    edit(page, () => figures.movePoint(...arrow, session));
  } else if (arrow) {
    figures.nextPoint(session, arrow[0] + arrow[1] < 0);
    page.refresh('setup');
  } else if (key === 'Escape') {
    figures.leave();
    figures.select();
    page.refresh('setup');
  } else if (key === 'Enter' && editing) {
    edit(page, () => figures.addPoint(session));
  } else if ((key === 'Delete' || key === 'Backspace') && editing) {
    edit(page, () => figures.deletePoint(session));
  } else {
    return false;
  }
  return true;
}

/**
 * @param {Page} page
 * @param {HTMLElement} element
 * @param {KeyboardEvent} event
 */
function pressOnCost(page, element, { key }) {
  const { figures, session } = page;
  const turnable = element.hasAttribute('data-turnable');
  const arrow = ARROWS[key];
  if (arrow && turnable) {
    turnSurface(page, arrow[0] * TURN, -arrow[1] * TURN);
  } else if (arrow) {
    edit(page, () => figures.nudge(...arrow, session));
  } else if (turnable && (key === '+' || key === '=' || key === '-')) {
    zoomSurface(page, element, key === '-' ? 1 / ZOOM_STEP : ZOOM_STEP);
  } else {
    return false;
  }
  return true;
}

/**
 * Turns the surface as a drag over so many CSS pixels does.
 * @param {Page} page
 * @param {number} right
 * @param {number} down
 */
export function turnSurface(page, right, down) {
  page.session.turn(right, down);
  page.silently(() => page.announceStatus());
}

/**
 * Zooms in on the middle of the figure, or out.
 * @param {Page} page
 * @param {HTMLElement} element
 * @param {number} factor
 */
export function zoomSurface(page, element, factor) {
  const { width, height } = element.getBoundingClientRect();
  page.figures.zoom(factor, width / 2, height / 2, page.session);
  page.silently(() => page.announceStatus());
}
