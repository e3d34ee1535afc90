/**
 * The readouts: the line, its cost and the epoch, and the least-squares answer behind its button.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setNumber, setText } from '../core/dom.js';

/** How many characters of numbers fit beside each other in large type. */
const LARGE_TYPE_LENGTH = 28;

/** @param {Page} page */
export function connectReadouts(page) {
  const epoch = find('epoch', HTMLElement);
  const slope = find('slope', HTMLElement);
  const intercept = find('intercept', HTMLElement);
  const cost = find('cost', HTMLElement);
  const operator = find('intercept-sign', HTMLElement);
  const all = find('readouts', HTMLElement);
  page.onNow((now) => {
    const { texts } = now;
    setNumber(epoch, now.epoch, texts.epoch);
    setNumber(slope, now.slope, texts.slope);
    const [, sign, size] = /^([-−]?)(.*)$/.exec(texts.intercept) ?? [];
    setText(operator, sign ? '−' : '+');
    setNumber(intercept, now.intercept, size ?? '');
    setNumber(cost, now.cost, texts.cost);
    all.toggleAttribute('data-long', Object.values(texts).join('').length > LARGE_TYPE_LENGTH);
  });
  connectAnswer(page);
}

/** @param {Page} page */
function connectAnswer(page) {
  const button = find('show-answer', HTMLButtonElement);
  const box = find('answer', HTMLElement);
  const slope = find('best-slope', HTMLElement);
  const intercept = find('best-intercept', HTMLElement);
  const cost = find('best-cost', HTMLElement);
  const rSquared = find('r-squared', HTMLElement);
  const note = find('best-note', HTMLElement);
  button.addEventListener('click', () =>
    page.silently(() => page.change((session) => session.setAnswer(Boolean(box.hidden)))),
  );
  page.onSetup(({ best, answer: shown }) => {
    box.hidden = !shown;
    setText(note, shown ? best.note : '');
    setAttribute(button, 'aria-expanded', String(shown));
    setNumber(slope, best.slope, best.texts.slope);
    setNumber(intercept, best.intercept, best.texts.intercept);
    setNumber(cost, best.cost, best.texts.cost);
    setText(rSquared, best.texts.rSquared);
  });
}
