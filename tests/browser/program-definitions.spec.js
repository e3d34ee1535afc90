/** What the reader's program defines beside its lines: a cost for the views of the cost, predictions over the points. */
import { builtin } from './builtins.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

/** Small data, and few epochs. */
const CARS = 'v=1&data=cars&swapped=0&rate=0~0.001&epochs=50&tolerance=0&start=zero&epoch=0&speed=4&view=bowl&camera=0.6000_0.5000&log=0&answer=0';
const { xs, ys } = builtin('cars');

const DESCENT = `a = b = 0.0
for epoch in range(epochs):
    errors = y - (a * x + b)
    a, b = a + 2 * L * np.mean(x * errors), b + 2 * L * np.mean(errors)
    show(a, b)
`;

/** @param {App} app @param {string} source @param {string} [fields] of a link */
async function runProgram(app, source, fields = CARS) {
  await app.page.evaluate(() => localStorage.clear());
  await app.open(fields);
  await app.button('Write it yourself').click();
  const html = app.page.locator('html');
  await expect(html).toHaveAttribute('data-program', 'ready');
  await app.field('Program').fill(`import numpy as np\n${source}`);
  await app.button('Run program').click();
  await expect(html).toHaveAttribute('data-program', 'done');
}

/** @param {App} app */
const cost = (app) => app.page.locator('#cost-figure');
/** @param {App} app */
const data = (app) => app.page.locator('#data-figure');
/** @param {App} app */
const caption = (app) => app.page.locator('#cost-caption');
const YOURS = /^The cost that your program defines\./;

/** What is painted in a canvas. @param {App} app @param {string} id */
const painted = (app, id) =>
  app.page.locator(`#${id}`).evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));

test('bowl, map and surface show the cost that the program defines, and the page’s own on asking', EVERY_ENGINE, async ({ app }) => {
  await runProgram(app, `def cost(a, b):\n    return np.mean(np.abs(y - (a * x + b)))\n${DESCENT}`);
  for (const view of ['Bowl', 'Map', 'Surface']) {
    await app.page.getByRole('tab', { name: view }).click();
    await expect(cost(app)).toHaveAttribute('aria-label', YOURS);
    await expect(caption(app)).toContainText('Your program’s cost.');
    await expect(caption(app)).toContainText('the page’s J');
    await app.button('Show the page’s cost').click();
    await expect(cost(app)).not.toHaveAttribute('aria-label', YOURS);
    await expect(caption(app)).toContainText('The page’s own cost J.');
    await app.button('Show your cost').click();
  }
  // The ball stands at the cost of its own line; the readout is of the page's cost.
  const { slope, intercept, cost: J } = await app.descent();
  const errors = [...xs].map((x, i) => Math.abs(ys[i] - (slope * x + intercept)));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  await expect(cost(app)).toHaveAttribute('aria-label', /where that cost is/);
  const label = (await cost(app).getAttribute('aria-label')) ?? '';
  const told = Number(/where that cost is ([\d.]+\d)/.exec(label)?.[1]);
  expect(Math.abs(told - mean)).toBeLessThan(1e-5 * mean);
  expect(J).toBeGreaterThan(10 * mean);
});

test('a cost is shown of a program that shows no line, and goes with its data and with the bench', async ({ app }) => {
  await runProgram(app, 'def cost(a, b):\n    return (a - 1) ** 2 + np.abs(b)\n');
  await expect(cost(app)).toHaveAttribute('aria-label', YOURS);
  await app.choose('Dataset', 'Old Faithful');
  await expect(cost(app)).not.toHaveAttribute('aria-label', YOURS);
  await expect(caption(app)).toBeHidden();
  await app.button('Run program').click();
  await expect(cost(app)).toHaveAttribute('aria-label', YOURS);
  await app.button('Close').click();
  await expect(cost(app)).not.toHaveAttribute('aria-label', YOURS);
  await expect(caption(app)).toBeHidden();
});

test('a cost that fails, or is no number, is said to, and the page’s own stays', async ({ app }) => {
  await runProgram(app, 'def cost(a, b):\n    return 1 / (a - a)\nshow(1, 2)\n');
  await expect(caption(app)).toContainText('Your cost(a, b) cannot be shown: it fails wherever it was tried. Line 3: ZeroDivisionError');
  await expect(cost(app)).not.toHaveAttribute('aria-label', YOURS);
  await app.field('Program').fill('def cost(a, b):\n    return float("nan")\nshow(1, 2)\n');
  await app.button('Run program').click();
  await expect(caption(app)).toContainText('not a finite number anywhere here');
  await app.field('Program').fill('def cost(a, b):\n    if a < 1: raise ValueError("no")\n    return a + b\nshow(2, 2)\n');
  await app.button('Run program').click();
  await expect(caption(app)).toContainText('Where there are stripes, it fails or is not a finite number.');
  await expect(cost(app)).toHaveAttribute('aria-label', YOURS);
});

test('on many rows the cost is computed on a sample of them, and that is said', async ({ app }) => {
  await runProgram(
    app,
    'errors = y - x\nu = x - np.mean(x)\ndef cost(a, b):\n    return np.mean((y - (a * u + b)) ** 2)\nshow(1, 2)\n',
    CARS.replace('data=cars', 'data=weather'),
  );
  await expect(cost(app)).toHaveAttribute('aria-label', YOURS);
  await expect(caption(app)).toContainText('It is computed on 2,290 of 119,040 rows.');
});

test('predictions other than a line are a curve over the points that follows the run', EVERY_ENGINE, async ({ app }) => {
  await runProgram(app, `def predict(x, a, b):\n    return a * x ** 2 / 10 + b\n${DESCENT}`);
  await expect(data(app)).toHaveAttribute('aria-label', /The curve is your program’s predict\(x, a, b\)/);
  await expect(app.page.locator('#data-note')).toContainText('errors and J are those of the line');
  await expect(caption(app)).toHaveCount(0);
  await app.field('Program').fill(`import numpy as np\ndef predict(x, a, b):\n    return b + a * x\n${DESCENT}`);
  await app.button('Run program').click();
  await expect(app.page.locator('html')).toHaveAttribute('data-program', 'done');
  await app.frame();
  await expect(data(app)).not.toHaveAttribute('aria-label', /curve/);
});

test('predictions that fail are said to', async ({ app }) => {
  await runProgram(app, 'def predict(x, a, b):\n    return nowhere\nshow(1, 2)\n');
  await expect(caption(app)).toContainText('Your predict(x, a, b) cannot be drawn. Line 3: NameError');
});

test('the curve moves with each step', async ({ app }) => {
  await runProgram(app, 'def predict(x, a, b):\n    return a + b * x * x\nfor i in range(5): show(10 * i, i)\n');
  await expect(data(app)).toHaveAttribute('aria-label', /curve/);
  const before = await painted(app, 'data-overlay');
  await app.press('Step back');
  await expect.poll(() => painted(app, 'data-overlay')).not.toBe(before);
  await app.press('Step');
  await expect.poll(() => painted(app, 'data-overlay')).toBe(before);
});
