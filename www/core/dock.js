/**
 * The dock: the figures stay in sight beside what is read or written, or above it on a small screen. Parts of the page
 * ask for it, each for its own reason; dock.css says how it looks.
 */
import { find, setAttribute } from './dom.js';

/** Whether there is room for figures and text at once. */
const ROOM = matchMedia('(min-height: 560px)');
/** Whether the figures have room beside a program, or beside text alone; elsewhere they are above it. */
const BESIDE_PROGRAM = matchMedia('(min-width: 1160px)');
const BESIDE_TEXT = matchMedia('(min-width: 960px)');

/** Why the figures are to be docked. @type {Set<string>} */
const reasons = new Set();

/** Whether the figures are docked. */
export function isDocked() {
  return document.documentElement.hasAttribute('data-docked');
}

/**
 * Docks the figures for a reason, or no longer for it.
 * @param {string} reason
 * @param {boolean} wanted
 */
export function dock(reason, wanted) {
  if (wanted) reasons.add(reason);
  else reasons.delete(reason);
  update();
}

/**
 * Measures the figures' own place anew, after what they bring with them has changed. The text stays where it is.
 * @param {Element} text
 */
export function measurePlace(text) {
  if (!isDocked()) return;
  const top = text.getBoundingClientRect().top;
  undock();
  update();
  scrollBy({ top: text.getBoundingClientRect().top - top, behavior: 'instant' });
}

function update() {
  const docked = ROOM.matches && reasons.size > 0;
  if (!docked) return undock();
  const root = document.documentElement;
  // The figures' own place keeps its size, so that the text does not move.
  const place = find('work', HTMLElement);
  if (!isDocked()) place.style.blockSize = `${place.getBoundingClientRect().height}px`;
  const isBeside = (reasons.has('program') ? BESIDE_PROGRAM : BESIDE_TEXT).matches;
  setAttribute(root, 'data-dock', isBeside ? 'beside' : 'above');
  setAttribute(root, 'data-docked', '');
}

function undock() {
  if (!isDocked()) return;
  find('work', HTMLElement).style.blockSize = '';
  for (const name of ['data-dock', 'data-docked']) document.documentElement.removeAttribute(name);
}

ROOM.addEventListener('change', update);
addEventListener('resize', () => {
  if (!isDocked()) return;
  // The place has another size now.
  undock();
  update();
});
