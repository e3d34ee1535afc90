import { plainDescent, plainLargestStable, readColumns } from './descent.js';
import { expectClose, expectCloseLine } from './numbers.js';
import { expect, test } from './page.js';
import { weatherFile } from './weather.js';

/** Least squares of MaxTemp on MinTemp over the 119,040 rows of the real file, in exact arithmetic. */
const BEST = { slope: 0.918774230654279743, intercept: 10.700567037461554, cost: 17.36149912658333 };

test('a real file of 119,040 rows is uploaded, stepped, run and understood', async ({ app }) => {
  const weather = weatherFile();
  const { xs, ys } = readColumns(weather.path, 'MinTemp', 'MaxTemp');
  const stable = plainLargestStable(xs);

  await test.step('the file is read and its columns can be chosen', async () => {
    await app.uploadFile(weather.path);
    await expect(app.field('X column').getByRole('option')).toHaveCount(31);
    await app.choose('X column', 'MinTemp');
    await app.choose('Y column', 'MaxTemp');
    await expect(app.chosen('X column')).toHaveText('MinTemp');
    await expect(app.chosen('Y column')).toHaveText('MaxTemp');
    expect(await app.value('rows')).toBe(xs.length);
    if (weather.real) {
      expectClose(await app.value('best-slope'), BEST.slope, 1e-12);
      expectClose(await app.value('best-intercept'), BEST.intercept, 1e-12);
      expectClose(await app.value('best-cost'), BEST.cost, 1e-12);
    }
  });

  await test.step('one step leads where the formula says', async () => {
    await app.setField('Learning rate', '0.0001');
    await app.setField('Epochs', '1000');
    await app.press('Step');
    const now = await app.descent();
    expect(now.epoch).toBe(1);
    expectCloseLine(now, plainDescent(xs, ys, 0.0001, 1), 1e-12);
    if (weather.real) {
      expectClose(now.slope, 0.108988296287538, 1e-12);
      expectClose(now.intercept, 0.00540902217741744, 1e-12);
    }
  });

  await test.step('at the speed the page opens with, a run to epoch 1,000 ends where a plain loop ends', async () => {
    await app.slide('Epoch', 950);
    await app.button('Run').click();
    await app.waitForStatus('running');
    await app.waitForStatus('epoch-limit');
    const now = await app.descent();
    expect(now.epoch).toBe(1000);
    expectCloseLine(now, plainDescent(xs, ys, 0.0001, 1000), 1e-9);
    await expect(app.sentence).toContainText('1,000');
  });

  await test.step('a rate that is too large diverges, and the page names the largest stable one', async () => {
    await app.button('Reset').click();
    await app.setField('Learning rate', '0.01');
    await app.runFast();
    await app.waitForStatus('diverged');
    const named = /largest stable rate is ([\d.]+)/.exec(await app.sentence.innerText());
    expectClose(Number(named?.[1]), stable, 1e-7);
    if (weather.real) expect(named?.[1]).toContain('0.0025856');
  });

  await test.step('a rate below the largest stable one does not', async () => {
    expect(stable).toBeGreaterThan(0.002);
    await app.button('Reset').click();
    await app.setField('Learning rate', '0.002');
    await app.runFast();
    await app.waitForStatus('epoch-limit');
    expectCloseLine(await app.descent(), plainDescent(xs, ys, 0.002, 1000), 1e-9);
  });
});

test('the built-in weather gives the answer of all 119,040 rows', async ({ app }) => {
  await expect(app.chosen('Dataset')).toHaveText(/Weather/);
  expect(await app.value('rows')).toBe(119_040);
  expectClose(await app.value('best-slope'), BEST.slope, 1e-12);
  expectClose(await app.value('best-intercept'), BEST.intercept, 1e-12);
  expectClose(await app.value('best-cost'), BEST.cost, 1e-12);
  await app.setField('Learning rate', '0.0001');
  await app.press('Step');
  expectClose(await app.value('slope'), 0.108988296287538, 1e-12);
  expectClose(await app.value('intercept'), 0.00540902217741744, 1e-12);
});
