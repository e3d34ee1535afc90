/**
 * The buttons that turn the surface and bring it closer: what a drag, a pinch and keys do, by single presses.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/camera.js';
import { turnSurface, zoomSurface } from './keys.js';

/** How far a press turns the surface, as a drag over so many CSS pixels. */
const TURN = 36;
/** How much a press brings it closer. At either end of the zoom a press does nothing. */
const ZOOM_STEP = 1.5;

/** @param {Page} page */
export async function connectCamera(page) {
  await loadStyleSheet('figures/camera.css');
  const figure = find('cost-figure', HTMLElement);
  const group = document.createElement('div');
  setAttribute(group, 'class', 'tool-group camera');
  setAttribute(group, 'role', 'group');
  setAttribute(group, 'aria-label', texts.surface);
  /** @param {string} name @param {string} sign @param {() => unknown} press */
  const add = (name, sign, press) => {
    const button = makeButton('', press);
    const glyph = Object.assign(document.createElement('span'), { textContent: sign });
    setAttribute(glyph, 'aria-hidden', 'true');
    setAttribute(button, 'aria-label', name);
    button.title = name;
    button.append(glyph);
    group.append(button);
  };
  add(texts.turnLeft, '←', () => turnSurface(page, -TURN, 0));
  add(texts.turnRight, '→', () => turnSurface(page, TURN, 0));
  add(texts.tiltUp, '↑', () => turnSurface(page, 0, -TURN));
  add(texts.tiltDown, '↓', () => turnSurface(page, 0, TURN));
  add(texts.closer, '+', () => zoomSurface(page, figure, ZOOM_STEP));
  add(texts.farther, '−', () => zoomSurface(page, figure, 1 / ZOOM_STEP));
  const resetView = find('reset-view', HTMLElement);
  // A frame of another page may have no tools.
  if (resetView.closest('.tools')?.hasAttribute('hidden')) find('cost-panel', HTMLElement).append(group);
  else resetView.before(group);
  const show = () => {
    group.hidden = !page.setup.turnable;
  };
  page.onSetup(show);
  show();
}
