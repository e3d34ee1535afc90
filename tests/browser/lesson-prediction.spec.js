import { builtin } from './builtins.js';
import { expectNotReached, expectReached, goal, live, openChapter, showThis } from './chapters.js';
import { read } from './numbers.js';
import { expect, test } from './page.js';

/** @typedef {{ n: number, x: number, sxx: number, slope: number, intercept: number, s: number, t: number }} Fit */

/** Least squares of the weather's 119,040 rows, in exact arithmetic. */
const WEATHER = { n: 119_040, slope: 0.918774230654279743, intercept: 10.700567037461554, cost: 17.36149912658333 };

/** @returns {Fit} */
function weather() {
  const { n, slope, intercept, cost } = WEATHER;
  // More digits of x̄ and Sxx change nothing that is shown. For so many rows t is that of the bell curve.
  return { n, x: 17.79, sxx: 8_269_055, slope, intercept, s: Math.sqrt((n * cost) / (n - 2)), t: 1.959964 };
}

/** @returns {Fit} */
function faithful() {
  const { xs, ys } = builtin('faithful');
  const n = xs.length;
  const mean = (/** @type {Float64Array} */ all) => all.reduce((sum, one) => sum + one, 0) / n;
  const [x, y] = [mean(xs), mean(ys)];
  const sxx = n * mean(xs.map((at) => (at - x) ** 2));
  const slope = (n * mean(xs.map((at, i) => (at - x) * (ys[i] - y)))) / sxx;
  const intercept = y - slope * x;
  const rss = n * mean(xs.map((at, i) => (ys[i] - slope * at - intercept) ** 2));
  // t of 97.5 % with 270 degrees of freedom, as tables have it.
  return { n, x, sxx, slope, intercept, s: Math.sqrt(rss / (n - 2)), t: 1.9688 };
}

/**
 * What the best line predicts at an x, and how far a new point may be from that.
 *
 * @param {Fit} fit
 * @param {number} at
 */
function interval({ n, x, sxx, slope, intercept, s, t }, at) {
  return { prediction: slope * at + intercept, reach: t * s * Math.sqrt(1 + 1 / n + (at - x) ** 2 / sxx) };
}

/**
 * The chapter's sentence names the prediction, how far off it may be, and between what it then is.
 *
 * @param {string} sentence
 * @param {{ prediction: number, reach: number }} expected
 */
function expectSentence(sentence, { prediction, reach }) {
  const said = /predicts (\S+) .*within (\S+) .*between (\S+) and (\S+) /.exec(sentence) ?? [];
  const rounded = [[prediction, 4], [reach, 3], [prediction - reach, 4], [prediction + reach, 4]];
  expect(said.slice(1).map(read)).toEqual(rounded.map(([value, digits]) => Number(value.toPrecision(digits))));
}

/** @param {import('./app.js').App} app */
function question(app) {
  const field = app.field('Minimum temperature of your choice (°C)');
  return {
    field,
    sentence: live(app, 9, 'predicted'),
    /** Types it, letter by letter. @param {string} text */
    ask: async (text) => {
      await field.selectText();
      await field.press('Delete');
      await field.pressSequentially(text);
      await field.press('Enter');
    },
  };
}

test('a prediction comes with its limits, and the sentence follows the data', async ({ page }) => {
  const app = await openChapter(page, 9);
  await showThis(app, 9);
  const { field, sentence, ask } = question(app);
  await expect(sentence).toHaveText('');
  expect(read(await live(app, 9, 'residual-sd').innerText())).toBe(Number(weather().s.toPrecision(3)));

  await test.step('10 °C', async () => {
    await ask('10');
    await expect(sentence).toContainText('At 10 °C the best line predicts 19.89 °C.');
    await expect(sentence).toContainText('within 8.17 °C');
    expectSentence(await sentence.innerText(), interval(weather(), 10));
    await expect(sentence).not.toContainText('But no row');
    const share = /, (\S+) % lie within their limits/.exec(await sentence.innerText());
    expect(Math.abs(Number(share?.[1]) - 94.6), 'the chapter says 94.6 %').toBeLessThan(0.5);
  });

  await test.step('a text that is no number', async () => {
    await ask('mild');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(sentence).toHaveText(/^[A-Z“].*\.$/);
    await expect(sentence).not.toContainText('predicts');
    await expect(field).toHaveAccessibleDescription(await sentence.innerText());
    await expect(app.alert).toHaveCount(0);
    await app.press('Step');
    expect(await app.value('epoch'), 'the page works on').toBe(1);
    await ask('10,5');
    await expect(field).not.toHaveAttribute('aria-invalid');
    expectSentence(await sentence.innerText(), interval(weather(), 10.5));
  });

  await test.step('an x that no row has', async () => {
    await ask('60');
    await expect(sentence).toContainText('But no row has such an x: they go from −38.3333 to 34.4444 °C.');
    expectSentence(await sentence.innerText(), interval(weather(), 60));
  });

  await test.step('other data', async () => {
    await ask('3');
    await expect(sentence).toContainText('At 3 °C');
    await app.choose('Dataset', 'Old Faithful');
    await expect(sentence).toContainText('At 3 min the best line predicts');
    expectSentence(await sentence.innerText(), interval(faithful(), 3));
    await expect(sentence).not.toContainText('But no row');
  });

  await test.step('nothing is asked any more', async () => {
    await ask('');
    await expect(sentence).toHaveText('');
  });
});

test('on the real data the goal and the exact answer are what the chapter says', async ({ page }) => {
  const app = await openChapter(page, 9);
  await showThis(app, 9);
  const near = goal(app, 9, 'Run until');
  await app.press('Step', 3);
  await expectNotReached(near, 'after three epochs');
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  await expectReached(near);
  const { epoch, slope, intercept, cost } = await app.descent();
  expect(epoch).toBe(10_000);
  expect(cost.toPrecision(6)).toBe(WEATHER.cost.toPrecision(6));
  expect([slope.toFixed(4), intercept.toFixed(2)], 'as the chapter says').toEqual(['0.9191', '10.69']);
  expect([WEATHER.slope.toFixed(4), WEATHER.intercept.toFixed(2)]).toEqual(['0.9188', '10.70']);
});
