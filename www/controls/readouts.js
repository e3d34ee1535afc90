/**
 * The numbers: the line as it is now, its cost, and the least-squares answer behind its button.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, mark, write, writeNumber } from '../core/dom.js';

/** How many characters of numbers fit beside each other in large type. */
const ROOMY = 28;

/** @param {Page} page */
export function connectReadouts(page) {
  const epoch = find('epoch', HTMLElement);
  const slope = find('slope', HTMLElement);
  const intercept = find('intercept', HTMLElement);
  const cost = find('cost', HTMLElement);
  const plus = find('plus', HTMLElement);
  const all = find('readouts', HTMLElement);
  page.onNow((now) => {
    writeNumber(epoch, now.epoch, now.texts.epoch);
    writeNumber(slope, now.slope, now.texts.slope);
    const [, sign, size] = /^([-−]?)(.*)$/.exec(now.texts.intercept) ?? [];
    write(plus, sign ? '−' : '+');
    writeNumber(intercept, now.intercept, size ?? '');
    writeNumber(cost, now.cost, now.texts.cost);
    all.toggleAttribute('data-long', Object.values(now.texts).join('').length > ROOMY);
  });
  connectAnswer(page);
}

/** @param {Page} page */
function connectAnswer(page) {
  const button = find('show-answer', HTMLButtonElement);
  const answer = find('answer', HTMLElement);
  button.addEventListener('click', () =>
    page.quietly(() => page.act((session) => session.setAnswer(Boolean(answer.hidden)))),
  );
  const slope = find('best-slope', HTMLElement);
  const intercept = find('best-intercept', HTMLElement);
  const cost = find('best-cost', HTMLElement);
  const rSquared = find('r-squared', HTMLElement);
  page.onSetup(({ best, answer: shown }) => {
    answer.hidden = !shown;
    write(find('best-note', HTMLElement), shown ? best.note : '');
    mark(button, 'aria-expanded', String(shown));
    writeNumber(slope, best.slope, best.texts.slope);
    writeNumber(intercept, best.intercept, best.texts.intercept);
    writeNumber(cost, best.cost, best.texts.cost);
    write(rSquared, best.texts.rSquared);
  });
}
