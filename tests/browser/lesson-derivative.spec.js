import { builtin } from './builtins.js';
import { button, live, liveTexts, openChapter, openDerivation, showThis } from './chapters.js';
import { read, shows } from './numbers.js';
import { expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

/** Chapter 6 is about these points, and counts to so many digits. */
const { xs, ys } = builtin('anscombe-1');
const n = xs.length;
const DIGITS = 6;

/**
 * One update of plain descent, as a textbook has it: a loop over the rows.
 *
 * @param {{ slope: number, intercept: number }} line
 * @param {number} rate
 */
function update({ slope, intercept }, rate) {
  let [sumE, sumXE, sumEE] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const error = ys[i] - (slope * xs[i] + intercept);
    sumE += error;
    sumXE += xs[i] * error;
    sumEE += error * error;
  }
  const gradient = { slope: (-2 / n) * sumXE, intercept: (-2 / n) * sumE };
  return {
    'sum-e': sumE,
    'sum-xe': sumXE,
    'sum-ee': sumEE,
    cost: sumEE / n,
    'gradient-slope': gradient.slope,
    'gradient-intercept': gradient.intercept,
    'next-slope': slope - rate * gradient.slope,
    'next-intercept': intercept - rate * gradient.intercept,
  };
}

/**
 * What a row is worth in it.
 *
 * @param {{ slope: number, intercept: number }} line
 * @param {number} row from 1
 */
function share({ slope, intercept }, row) {
  const [x, y] = [xs[row - 1], ys[row - 1]];
  const prediction = slope * x + intercept;
  const error = y - prediction;
  return {
    row,
    'row-x': x,
    'row-y': y,
    'row-prediction': prediction,
    'row-error': error,
    'row-share-slope': (-2 * x * error) / n,
    'row-share-intercept': (-2 * error) / n,
  };
}

/**
 * Every number of the chapter is what plain loops say. Gives back those of the row.
 *
 * @param {App} app
 * @param {{ slope: number, intercept: number, epoch: number }} moment
 * @param {number} row from 1
 */
async function expectWorkings(app, moment, row) {
  const rate = Number(await app.field('Learning rate').inputValue());
  /** @type {Record<string, number>} */
  const known = {
    ...update(moment, rate),
    ...share(moment, row),
    slope: moment.slope,
    intercept: moment.intercept,
    epoch: moment.epoch,
    rate,
    rows: n,
    epochs: 1000,
    tolerance: 0,
    'best-cost': 13.76269 / 11, // the residual sum of squares that R gives for the set
  };
  const texts = await liveTexts(app, 6);
  expect(new Set(texts.map(([name]) => name))).toEqual(new Set(Object.keys(known)));
  const wrong = texts.filter(([name, text]) => !shows(text, known[name], DIGITS));
  expect(wrong, `what is wrong at row ${row} in epoch ${moment.epoch}`).toEqual([]);
  return Object.fromEntries(texts);
}

test('every number of the derivation is what plain loops over the rows say, and all shares add up', async ({ page }) => {
  const app = await openChapter(page, 6);
  await showThis(app, 6);
  await openDerivation(app);
  await expect(live(app, 6, 'tolerance'), 'the last of five steps that open one another').toBeVisible();

  for (const epoch of [0, 1]) {
    if (epoch) await app.press('Step');
    const moment = await app.descent();
    expect(moment.epoch).toBe(epoch);
    let [slope, intercept] = [0, 0];
    for (let row = 1; row <= n; row += 1) {
      const texts = await expectWorkings(app, moment, row);
      slope += read(texts['row-share-slope']);
      intercept += read(texts['row-share-intercept']);
      await button(app, 6, 'Next row').press('Enter');
      await expect(live(app, 6, 'row')).toHaveText(String((row % n) + 1));
    }
    const { 'gradient-slope': gradientSlope, 'gradient-intercept': gradientIntercept } = update(moment, 0);
    // Each share is rounded at its sixth digit.
    expect(Math.abs(slope - gradientSlope)).toBeLessThan(n * 5e-5);
    expect(Math.abs(intercept - gradientIntercept)).toBeLessThan(n * 5e-6);
  }
  const { slope, intercept } = await app.descent();
  await app.press('Step back');
  const { 'next-slope': nextSlope, 'next-intercept': nextIntercept } = Object.fromEntries(await liveTexts(app, 6));
  expect(shows(nextSlope, slope, DIGITS) && shows(nextIntercept, intercept, DIGITS)).toBe(true);
});

test('the row that is followed goes round, and is the point that is chosen in the figure', async ({ page }) => {
  const app = await openChapter(page, 6);
  await showThis(app, 6);
  const moment = await app.descent();
  await expectWorkings(app, moment, 1);
  await button(app, 6, 'Previous row').click();
  await expect(live(app, 6, 'row')).toHaveText(String(n));
  await expectWorkings(app, moment, n);
  await button(app, 6, 'Next row').click();
  await expect(live(app, 6, 'row')).toHaveText('1');
  await expect(app.page.locator('#data-tip'), 'the figure shows it').toContainText(`x = ${xs[0]}, y = ${ys[0]}`);

  // The arrow keys go by x: from 10 to 11, and back to 9.
  const figure = app.page.locator('#data-figure');
  for (const [key, x, times] of /** @type {const} */ ([['ArrowRight', 11, 1], ['ArrowLeft', 9, 2]])) {
    await figure.focus();
    for (let press = 0; press < times; press += 1) await app.page.keyboard.press(key);
    const row = xs.indexOf(x) + 1;
    await expect(live(app, 6, 'row')).toHaveText(String(row));
    await expectWorkings(app, moment, row);
  }
});

test('the row that is followed is one of the data in the figure when these change', async ({ page }) => {
  const app = await openChapter(page, 6);
  await button(app, 5, 'Look for it with one ball').click();
  await expect(live(app, 6, 'rows').first()).toHaveText('272');
  await button(app, 6, 'Previous row').click();
  await expect(live(app, 6, 'row')).toHaveText('272');
  await showThis(app, 6);
  await expectWorkings(app, await app.descent(), 1);
});
