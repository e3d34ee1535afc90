import { plainDescent } from './descent.js';
import { expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';

const XS = [1, 2, 3, 4, 5];
const YS = [2.9, 5.2, 6.8, 9.1, 11];

test('another page learns a line with the package alone', EVERY_ENGINE, async ({ page, baseURL }) => {
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
        () => new Trainer(data, { rule: 'adam' }),
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
  expect(refusals.at(-1)).toContain('pkg/more.js');
  expect(new Set(refusals).size).toBeGreaterThanOrEqual(6);
});

test('the whole package descends by other rules, costs, scales, batches and schedules too', async ({ app, baseURL }) => {
  const told = await app.page.evaluate(
    async ({ address, xs, ys }) => {
      const { default: init, Dataset, Trainer } = await import(address);
      await init();
      const data = Dataset.fromColumns(Float64Array.from(xs), Float64Array.from(ys));
      const end = (/** @type {object} */ options) => new Trainer(data, { epochs: 5000, ...options }).step(5000);
      const refusal = (/** @type {object} */ options) => {
        try {
          return String(new Trainer(data, options));
        } catch (error) {
          return error instanceof Error ? error.message : '';
        }
      };
      const batches = { batchSize: 2, learningRate: 1e-3, epochs: 50 };
      return {
        ends: [
          end({ rule: 'newton' }),
          end({ rule: 'momentum', parameters: [0.5], learningRate: 1e-2 }),
          end({ scale: ['standardised', 'standardised'], learningRate: 0.4 }),
          end({ rule: 'adam', learningRate: 0.1, schedule: 'cosine', scheduleParameters: [5000] }),
        ],
        costs: ['absolute', 'signed', 'huber'].map((cost) => new Trainer(data, { cost, ...(cost === 'huber' && { threshold: 1 }) }).now().cost),
        seeds: [1, 1, 2].map((seed) => end({ ...batches, seed }).slope),
        refusals: [
          { rule: 'adamant' },
          { rule: 'adam', parameters: [2] },
          { cost: 'huber' },
          { batchSize: 0 },
          { scale: ['raw', 'wide'] },
          { schedule: 'step', scheduleParameters: [0] },
          { learningrate: 1 },
        ].map(refusal),
      };
    },
    { address: new URL('pkg/more.js', baseURL).href, xs: XS, ys: YS },
  );
  for (const end of told.ends) expectCloseLine(end, { slope: 2.01, intercept: 0.97, cost: 0.0198 }, 1e-6);
  const mean = (/** @type {(y: number) => number} */ of) => YS.map(of).reduce((sum, value) => sum + value) / YS.length;
  const [absolute, signed, huber] = told.costs;
  expect(absolute).toBeCloseTo(mean((y) => y), 12);
  expect(signed).toBeCloseTo(mean((y) => y), 12);
  expect(huber).toBeCloseTo(mean((y) => 2 * y - 1), 12);
  expect(told.seeds[0]).toBe(told.seeds[1]);
  expect(told.seeds[0]).not.toBe(told.seeds[2]);
  for (const refusal of told.refusals) expect(refusal).toMatch(/^[A-Z].*\.$/);
  expect(told.refusals.at(-1)).toContain("'learningrate'");
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
