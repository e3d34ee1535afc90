/**
 * The sweep: the cost after so many epochs at every learning rate. A click takes a rate.
 *
 * @import { Session, SweepFigure } from './pkg/more.js'
 * @import { Page } from './page.js'
 */
import { find, mark, sentenceOf, write } from './dom.js';

/**
 * @param {Page} page
 * @param {(page: Page) => Session} sessionOf
 * @param {typeof SweepFigure} kind
 */
export function connectSweep(page, sessionOf, kind) {
  const element = find('sweep-figure', HTMLElement);
  const epochs = find('sweep-epochs', HTMLInputElement);
  const refusal = find('sweep-epochs-error', HTMLElement);
  const figure = new kind(find('sweep-base', HTMLCanvasElement), find('sweep-overlay', HTMLCanvasElement));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const draw = () => {
    const { width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    try {
      const size = new Float64Array([width, height, devicePixelRatio]);
      mark(element, 'aria-label', figure.draw(sessionOf(page), epochs.value, size, dark.matches));
      epochs.removeAttribute('aria-invalid');
      write(refusal, '');
    } catch (error) {
      mark(epochs, 'aria-invalid', 'true');
      write(refusal, sentenceOf(error));
    }
  };
  new ResizeObserver(draw).observe(element);
  dark.addEventListener('change', draw);
  epochs.addEventListener('change', draw);
  page.onSetup(draw);
  element.addEventListener('click', (event) => {
    const box = element.getBoundingClientRect();
    const rate = figure.rateAt(event.clientX - box.x, event.clientY - box.y);
    if (rate) page.act((session) => session.setLearningRate(rate));
  });
}
