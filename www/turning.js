/**
 * Turning the surface, by dragging and by arrow keys.
 *
 * @import { Page } from './page.js'
 */
import { find } from './dom.js';

/** How far one press of an arrow key turns, as if dragged by so many CSS pixels. */
const PRESS = 12;

/** @type {Record<string, [number, number]>} */
const ARROWS = {
  ArrowLeft: [-PRESS, 0],
  ArrowRight: [PRESS, 0],
  ArrowUp: [0, -PRESS],
  ArrowDown: [0, PRESS],
};

/** @param {Page} page */
export function connectTurning(page) {
  const figure = find('cost-figure', HTMLElement);
  const hint = find('turn-hint', HTMLElement);
  let turnable = false;

  /** @param {number} dx @param {number} dy */
  const turn = (dx, dy) => {
    page.session.turn(dx, dy);
    page.refresh('now');
  };

  figure.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (!turnable || !arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turn(...arrow);
  });

  /** Where the finger or the mouse was last. @type {{ x: number, y: number } | undefined} */
  let held;
  figure.addEventListener('pointerdown', (event) => {
    if (!turnable || !event.isPrimary || event.button !== 0) return;
    figure.setPointerCapture(event.pointerId);
    held = { x: event.clientX, y: event.clientY };
  });
  figure.addEventListener('pointermove', (event) => {
    if (!held || !event.isPrimary) return;
    turn(event.clientX - held.x, event.clientY - held.y);
    held = { x: event.clientX, y: event.clientY };
  });
  figure.addEventListener('lostpointercapture', () => {
    held = undefined;
  });

  page.onSetup((setup) => {
    turnable = setup.costView === 'surface';
    figure.toggleAttribute('data-turnable', turnable);
    if (turnable) figure.tabIndex = 0;
    else figure.removeAttribute('tabindex');
    hint.hidden = !turnable;
  });
}
