/**
 * The page as a hand-out: the figures as they stand, the line and its cost, what the data are, and where it all is.
 *
 * @import { Page } from '../core/page.js'
 */
import { find } from '../core/dom.js';
import { texts } from '../text/en/print.js';
import { hasRoom, makeAddress } from './code.js';
import { makeElement, makeFigure, makeSheet } from './elements.js';
import { drawForPaper } from './pictures.js';

/** @param {Page} page */
export function makeHandout(page) {
  const { dataset, costView } = page.setup;
  const pictures = drawForPaper(page);
  const figures = makeElement('div', 'paper-figures', [
    makeFigure('data', pictures.data, texts.data),
    makeFigure('cost', pictures.cost, texts.cost(costView)),
    makeFigure('history', pictures.history, texts.history),
  ]);
  const about = makeElement('ul', 'paper-about', dataset.about.map((sentence) => makeElement('li', '', [sentence])));
  const status = makeElement('p', 'paper-status', [find('status', HTMLElement).textContent ?? '']);
  const line = texts.columns(dataset.yLabel, dataset.xLabel, dataset.rowsText);
  return makeSheet(dataset.name, line, [numbers(page), status, figures, about, moment(page)]);
}

/** The numbers of the moment, with the best line where the page shows it. @param {Page} page */
function numbers(page) {
  const { best, learningRate, extras, answer } = page.setup;
  const now = page.session.now();
  /** @type {[string, string][]} */
  const rows = [
    [texts.line, texts.equation(now.texts.slope, now.texts.intercept)],
    [texts.costNow, now.texts.cost],
    [texts.epoch, now.texts.epoch],
    [texts.rate, learningRate.text],
  ];
  if (extras) rows.push([texts.choices, extras]);
  if (answer && best.slope !== null) {
    rows.push([texts.bestLine, texts.equation(best.texts.slope, best.texts.intercept)], [texts.leastCost, best.texts.cost]);
  }
  const list = rows.map(([name, value]) =>
    makeElement('div', '', [makeElement('dt', '', [name]), makeElement('dd', '', [value])]),
  );
  return makeElement('dl', 'paper-numbers', list);
}

/** The address of this moment; the code is of its settings alone where all of it is too long for one. @param {Page} page */
function moment(page) {
  const base = location.href.split(/[?#]/)[0];
  const { fragment, note } = page.session.link(false, base.length);
  const address = `${base}#${fragment}`;
  if (hasRoom(address)) return makeAddress(address, note ? [note] : []);
  const settings = `${base}#${page.session.link(true, base.length).fragment}`;
  return makeAddress(address, [note, texts.settingsOnly], hasRoom(settings) ? settings : base);
}
