/**
 * The dock: the figures stay in sight beside what is read or written, or above it on a small screen. Parts of the page
 * ask for it, each for its own reason; dock.css says how it looks.
 */
import { find } from './dom.js';

/** Whether there is room for figures and text at once; dock.css says the same. */
const ROOM = matchMedia('(min-height: 560px)');

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

function update() {
  const docked = ROOM.matches && reasons.size > 0;
  if (docked === isDocked()) return;
  // The figures' own place keeps its size, so that the text does not move.
  const place = find('work', HTMLElement);
  place.style.blockSize = docked ? `${place.getBoundingClientRect().height}px` : '';
  document.documentElement.toggleAttribute('data-docked', docked);
}

ROOM.addEventListener('change', update);
addEventListener('resize', () => {
  if (!isDocked()) return;
  // The place has another size now.
  document.documentElement.removeAttribute('data-docked');
  find('work', HTMLElement).style.blockSize = '';
  update();
});
