import { plainDescent } from './descent.js';
import { expectCloseLine } from './numbers.js';
import { expect, test } from './page.js';

const XS = [1, 2, 3, 4, 5];
const YS = [2.9, 5.2, 6.8, 9.1, 11];

test('another page learns a line with the package alone', async ({ page, baseURL }) => {
  const body = '<!doctype html><title>A course</title><link rel="icon" href="data:,">';
  await page.route('**/course-page.html', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto('./course-page.html');
  const states = await page.evaluate(
    async ({ address, xs, ys }) => {
      const { default: init, Dataset, Trainer } = await import(address);
      await init();
      const data = Dataset.fromColumns(Float64Array.from(xs), Float64Array.from(ys));
      const first = new Trainer(data, { learningRate: 1e-2, epochs: 1000 });
      const start = first.now();
      const ten = first.step(10);
      // The data stay usable: a second descent starts on them while the first goes on.
      const second = new Trainer(data, { learningRate: 1e-3, epochs: 20, start: { slope: 1, intercept: -1 } });
      const limit = second.step(100);
      const usual = new Trainer(data).step();
      return { start, ten, limit, usual, eleven: first.step(), back: first.stepBack() };
    },
    { address: new URL('pkg/downhill.js', baseURL).href, xs: XS, ys: YS },
  );
  const [xs, ys] = [XS, YS].map((column) => Float64Array.from(column));
  expect(states.start).toMatchObject({ epoch: 0, slope: 0, intercept: 0, status: 'ready', reason: null });
  expect(Object.keys(states.ten).sort()).toEqual(['cost', 'epoch', 'intercept', 'reason', 'slope', 'status']);
  expect(states.ten).toMatchObject({ epoch: 10, status: 'paused', reason: null });
  expectCloseLine(states.ten, plainDescent(xs, ys, 1e-2, 10), 1e-12);
  expect(states.limit).toMatchObject({ epoch: 20, status: 'epoch-limit', reason: expect.stringContaining('20') });
  expectCloseLine(states.usual, plainDescent(xs, ys, 1e-4, 1), 1e-12);
  expect(states.eleven.epoch).toBe(11);
  expect(states.back).toEqual(states.ten);
});

test('the package refuses what it cannot use, with an Error that says why', async ({ app, baseURL }) => {
  const refusals = await app.page.evaluate(
    async (address) => {
      const { default: init, Dataset, Trainer } = await import(address);
      await init();
      const column = (/** @type {number[]} */ ...numbers) => Float64Array.from(numbers);
      const data = Dataset.fromColumns(column(1, 2), column(3, 4));
      const attempts = [
        () => Dataset.fromColumns(column(1, 2), column(3)),
        () => Dataset.fromColumns(column(1, NaN), column(3, 4)),
        () => Dataset.fromColumns(column(), column()),
        () => new Trainer(data, { learningRate: -1 }),
        () => new Trainer(data, { learningRate: NaN }),
        () => new Trainer(data, { epochs: 0.5 }),
        () => new Trainer(data, { tolerance: -1 }),
        () => new Trainer(data, { learningRate: 'fast' }),
        () => new Trainer(data, { start: { slope: 1 } }),
      ];
      return attempts.map((attempt) => {
        try {
          return `no error, but ${attempt()}`;
        } catch (error) {
          return error instanceof Error && error.constructor === Error ? error.message : `not an Error: ${error}`;
        }
      });
    },
    new URL('pkg/downhill.js', baseURL).href,
  );
  for (const refusal of refusals) expect(refusal).not.toMatch(/^no|unreachable/);
  expect(refusals[0]).toContain('length');
  expect(new Set(refusals).size).toBeGreaterThanOrEqual(6);
});

test('the package and the page do not disturb each other', async ({ app, baseURL }) => {
  await app.press('Step', 2);
  const before = await app.descent();
  await app.page.evaluate(async (address) => {
    const { default: init, Dataset, Trainer } = await import(address);
    await init();
    new Trainer(Dataset.fromColumns(Float64Array.of(1, 2), Float64Array.of(3, 5)), { epochs: 50 }).step(50);
  }, new URL('pkg/downhill.js', baseURL).href);
  await app.press('Step');
  await app.press('Step back');
  expect(await app.descent()).toEqual(before);
});
