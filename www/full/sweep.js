/**
 * The sweep: the cost after so many epochs at every learning rate. A click takes a rate.
 *
 * @import { Session, SweepFigure } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, mark, write } from '../core/dom.js';

/**
 * @param {Page} page
 * @param {() => Session} session
 * @param {typeof SweepFigure} kind
 * @returns {() => void} draws it
 */
export function connectSweep(page, session, kind) {
  const element = find('sweep-figure', HTMLElement);
  const text = find('sweep-text', HTMLElement);
  const figure = new kind(find('sweep-base', HTMLCanvasElement), find('sweep-overlay', HTMLCanvasElement));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const draw = () => {
    const { width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const said = figure.draw(session(), new Float64Array([width, height, devicePixelRatio]), dark.matches);
    mark(element, 'aria-label', said);
    write(text, said);
  };
  new ResizeObserver(draw).observe(element);
  dark.addEventListener('change', draw);
  /** @param {string | undefined} rate */
  const take = (rate) => {
    if (rate) page.act((session) => session.setLearningRate(rate));
  };
  element.addEventListener('click', (event) => {
    const box = element.getBoundingClientRect();
    take(figure.rateAt(event.clientX - box.x, event.clientY - box.y));
  });
  find('take-best', HTMLButtonElement).addEventListener('click', () => take(figure.bestRate()));
  return draw;
}
