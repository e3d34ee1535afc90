/**
 * The tooltips of the figures of data and cost: what the pointer is at, in words, beside it. Escape puts them away, and
 * the pointer can go over to that of a point.
 *
 * @import { Tip } from '../pkg/core.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setText } from '../core/dom.js';

/** CSS pixels between a tooltip and what it is about. */
const GAP = 14;
/** For so many milliseconds a pointer has rested on a point that goes over to its tooltip, and not past it. */
const REST = 300;
/** How far such a pointer moves at once, in CSS pixels. */
const SLOW = 8;
/** How straight its way to the tooltip is: the cosine of the widest angle. */
const STRAIGHT = 0.9;

/** @param {Page} page */
export function connectTooltips(page) {
  const tooltips = { data: find('data-tip', HTMLElement), cost: find('cost-tip', HTMLElement) };
  /** Subject of the tip, and its place; undefined while there is none. @type {Subject | undefined} */
  let subject;
  /** Name of the subject whose tip Escape has put away. */
  let dismissed = '';
  page.onNow(() => {
    const tip = page.figures.tip(page.session);
    const name = tip ? nameOf(tip) : '';
    if (name !== dismissed) dismissed = '';
    if (name !== subject?.name) subject = tip ? { name, since: performance.now() } : undefined;
    if (subject) subject.place = tip?.place ?? undefined;
    for (const [figure, tooltip] of Object.entries(tooltips)) {
      tooltip.hidden = tip?.figure !== figure || dismissed !== '';
      if (tip && !tooltip.hidden) show(tooltip, tip);
    }
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !subject) return;
    dismissed = subject.name;
    page.refresh('now');
  });
  letPointerOver(tooltips.data, () => subject);
}

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {number} since when it came to be pointed at
 * @property {[number, number]} [place] in the figure
 */

/** Name of the subject of a tip: a point, which stays where it is on the axis of x, or any place of the cost. @param {Tip} tip */
function nameOf({ figure, place }) {
  return figure === 'data' ? `${figure} ${place?.[0]}` : figure;
}

/**
 * Lets the pointer go over to a tooltip: on its way there and on it, nothing else is pointed at.
 * @param {HTMLElement} tooltip
 * @param {() => Subject | undefined} subjectOf
 */
function letPointerOver(tooltip, subjectOf) {
  const body = tooltip.parentElement;
  let isOver = false;
  let last = { x: 0, y: 0 };
  body?.addEventListener(
    'pointermove',
    (event) => {
      const corner = body.getBoundingClientRect();
      const at = { x: event.clientX - corner.x, y: event.clientY - corner.y };
      const isSlow = Math.hypot(at.x - last.x, at.y - last.y) <= SLOW;
      last = at;
      const subject = subjectOf();
      const [x, y] = subject?.place ?? [];
      if (!subject || x === undefined || y === undefined || tooltip.hidden || event.buttons) {
        isOver = false;
        return;
      }
      const rested = event.timeStamp - subject.since > REST;
      isOver = (isOver || (isSlow && rested)) && leadsTo(tooltip, { x, y }, at, isOver);
      if (isOver) event.stopPropagation();
    },
    { capture: true },
  );
}

/**
 * Whether a pointer that comes from a place is on a tooltip, or straight on its way there.
 * @param {HTMLElement} tooltip
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} at
 * @param {boolean} isOver whether it was before
 */
function leadsTo({ offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height }, from, at, isOver) {
  /** @param {{ x: number, y: number }} place */
  const nearest = ({ x, y }) => ({ x: Math.max(left, Math.min(x, left + width)), y: Math.max(top, Math.min(y, top + height)) });
  const isIn = (/** @type {{ x: number, y: number }} */ place) => {
    const { x, y } = nearest(place);
    return x === place.x && y === place.y;
  };
  // A tooltip that covers its own point would never let go.
  if (isIn(from)) return false;
  if (isIn(at)) return isOver;
  const edge = nearest(from);
  const way = { x: edge.x - from.x, y: edge.y - from.y };
  const gone = { x: at.x - from.x, y: at.y - from.y };
  const [length, distance] = [Math.hypot(way.x, way.y), Math.hypot(gone.x, gone.y)];
  return distance <= length && way.x * gone.x + way.y * gone.y >= STRAIGHT * length * distance;
}

/**
 * @param {HTMLElement} tooltip
 * @param {Tip} tip
 */
function show(tooltip, { lines, table, place }) {
  setText(find(`${tooltip.id}-lines`, HTMLElement), lines.join('\n'));
  const rows = tooltip.querySelectorAll('tr');
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of [...row.cells].entries()) setText(cell, table[index]?.[column] ?? '');
  }
  const figure = tooltip.parentElement;
  if (!place || !figure) return;
  const [x, y] = place;
  const { offsetWidth, offsetHeight } = tooltip;
  const left = x > figure.clientWidth / 2 ? x - GAP - offsetWidth : x + GAP;
  const top = y > figure.clientHeight / 2 ? y - GAP - offsetHeight : y + GAP;
  const clamp = (/** @type {number} */ at, /** @type {number} */ room) => Math.max(2, Math.min(at, room - 2));
  tooltip.style.left = `${clamp(left, figure.clientWidth - offsetWidth)}px`;
  tooltip.style.top = `${clamp(top, figure.clientHeight - offsetHeight)}px`;
}
