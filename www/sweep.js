/**
 * The sweep: the cost after so many epochs at every learning rate. A click takes a rate.
 *
 * @import { Session, SweepFigure } from './pkg/more.js'
 * @import { Page } from './page.js'
 */
import { find, mark } from './dom.js';
import { connectField } from './field.js';

/**
 * @param {Page} page
 * @param {() => Session} session
 * @param {typeof SweepFigure} kind
 * @returns {() => void} draws it
 */
export function connectSweep(page, session, kind) {
  const element = find('sweep-figure', HTMLElement);
  const figure = new kind(find('sweep-base', HTMLCanvasElement), find('sweep-overlay', HTMLCanvasElement));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let epochs = find('sweep-epochs', HTMLInputElement).value;
  /** @param {string} after */
  const show = (after) => {
    const { width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const size = new Float64Array([width, height, devicePixelRatio]);
    mark(element, 'aria-label', figure.draw(session(), after, size, dark.matches));
  };
  const draw = () => show(epochs);
  connectField('sweep-epochs', (text) => {
    show(text);
    epochs = text;
  });
  new ResizeObserver(draw).observe(element);
  dark.addEventListener('change', draw);
  element.addEventListener('click', (event) => {
    const box = element.getBoundingClientRect();
    const rate = figure.rateAt(event.clientX - box.x, event.clientY - box.y);
    if (rate) page.act((session) => session.setLearningRate(rate));
  });
  return draw;
}
