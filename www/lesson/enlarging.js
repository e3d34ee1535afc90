/**
 * Enlarges a figure that is docked above the text on a narrow screen: by its button, or by a tap on the figure while it is
 * too small to be worked with.
 *
 * @import { Page } from '../core/page.js'
 */
import { isDocked } from '../core/dock.js';
import { find, setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/lesson.js';

/** Where docked figures are small; dock.css says the same. */
const NARROW = matchMedia('(max-width: 599.98px)');
const FIGURES = /** @type {const} */ (['data', 'cost']);

/** @param {Page} page */
export function connectEnlarging(page) {
  const dock = find('dock', HTMLElement);
  /** @type {[name: string, button: HTMLButtonElement][]} */
  const buttons = [];
  const show = (/** @type {string} */ enlarged) => {
    if (enlarged) setAttribute(dock, 'data-enlarged', enlarged);
    else dock.removeAttribute('data-enlarged');
    for (const [name, button] of buttons) {
      setAttribute(button, 'aria-pressed', String(name === enlarged));
    }
    page.refresh('figures');
  };
  for (const name of FIGURES) {
    const button = makeButton('', () => show(dock.dataset.enlarged === name ? '' : name));
    setAttribute(button, 'class', 'link enlarge');
    setAttribute(button, 'aria-label', texts.enlargeFigure[name]);
    find(`${name}-title`, HTMLElement).parentElement?.append(button);
    buttons.push([name, button]);
    connectTap(find(`${name}-figure`, HTMLElement), () => show(name));
  }
  show('');
}

/**
 * Enlarges a figure by a tap while it is small. Until then a finger has nothing to do on it, so nothing else hears of it.
 * @param {HTMLElement} figure
 * @param {() => void} enlarge
 */
function connectTap(figure, enlarge) {
  const isSmall = () => NARROW.matches && isDocked() && !find('dock', HTMLElement).dataset.enlarged;
  for (const type of ['pointerdown', 'pointerup', 'pointermove']) {
    figure.addEventListener(type, (event) => isSmall() && event.stopImmediatePropagation(), { capture: true });
  }
  figure.addEventListener('click', () => isSmall() && enlarge());
}
