/**
 * The sweep: the cost after so many epochs at every learning rate. A click takes a rate.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { SweepFigure } from '../pkg/more.js';
import { requireSession } from './package.js';

/**
 * @param {Page} page
 * @returns {() => void} draws it
 */
export function connectSweep(page) {
  const element = find('sweep-figure', HTMLElement);
  const text = find('sweep-text', HTMLElement);
  const figure = new SweepFigure(find('sweep-base', HTMLCanvasElement), find('sweep-overlay', HTMLCanvasElement));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const draw = () => {
    const { width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const size = new Float64Array([width, height, devicePixelRatio]);
    const description = figure.draw(requireSession(page), size, dark.matches);
    setAttribute(element, 'aria-label', description);
    setText(text, description);
  };
  new ResizeObserver(draw).observe(element);
  dark.addEventListener('change', draw);
  /** @param {string | undefined} rate */
  const setRate = (rate) => {
    if (rate) page.change((session) => session.setLearningRate(rate));
  };
  element.addEventListener('click', (event) => {
    const box = element.getBoundingClientRect();
    setRate(figure.rateAt(event.clientX - box.x, event.clientY - box.y));
  });
  find('use-best-rate', HTMLButtonElement).addEventListener('click', () => setRate(figure.bestRate()));
  return draw;
}
