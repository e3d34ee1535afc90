/**
 * Loads the full package and the panel `More`, and connects their buttons.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { lazy } from '../core/lazy.js';
import { texts } from '../text/en/page.js';

/** Does something with the full package. */
export const withPackage = lazy(() => import('./package.js'), texts.partNotLoaded);

/** Does something with the panel. */
export const withPanel = lazy(() => import('./panel.js'), texts.partNotLoaded);

/** Does something with the converter of learning rates. */
const withCourse = lazy(() => import('./course.js'), texts.partNotLoaded);

/** @param {Page} page */
export function connectMore(page) {
  const button = find('more', HTMLButtonElement);
  const why = find('why', HTMLButtonElement);
  const panel = find('more-panel', HTMLElement);
  const extras = find('more-extras', HTMLElement);
  button.addEventListener('click', async () => {
    if (panel.hidden) await withPanel(({ openPanel }) => openPanel(page));
    else panel.hidden = true;
    setAttribute(button, 'aria-expanded', String(!panel.hidden));
  });
  why.addEventListener('click', () => withPanel(({ explainDivergence }) => explainDivergence(page)));
  page.onNow((now) => {
    why.hidden = now.status !== 'diverged';
  });
  page.onSetup((setup) => setText(extras, setup.extras));
  find('course', HTMLButtonElement).addEventListener('click', () => withCourse(({ toggleCourse }) => toggleCourse(page)));
  connectAdvice(page);
}

/**
 * Connects the buttons of the next thing to do: beside the status, and beside the learning rate where it is about that.
 * @param {Page} page
 */
function connectAdvice(page) {
  const buttons = ['advice', 'rate-advice'].map((id) => find(id, HTMLButtonElement));
  for (const button of buttons) {
    button.addEventListener('click', () => withPackage(({ followAdvice }) => followAdvice(page)));
  }
  page.onSetup(({ advice, advisesRate }) => {
    for (const button of buttons) setText(button, advice);
    buttons[0].hidden = !advice;
    buttons[1].hidden = !advisesRate;
  });
}
