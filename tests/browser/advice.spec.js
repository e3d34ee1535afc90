import { EVERY_ENGINE, expect, test } from './page.js';

/** Prices of one kind of flat, by year: a line of 1,500 a year, and errors that alternate. */
const PRICES = `year,price\n${Array.from({ length: 24 }, (_, i) => `${2000 + i},${90_000 + 1500 * i + (i % 2 ? 900 : -900)}`).join('\n')}\n`;
/** Areas in square feet and rents: far from 0, and far apart. */
const RENTS = `area,rent\n${Array.from({ length: 20 }, (_, i) => `${1400 + 60 * i},${900 + 2 * i + (i % 3)}`).join('\n')}\n`;

/** @param {import('./app.js').App} app @param {string} name */
const offers = (app, name) => app.page.getByRole('button', { name, exact: true }).filter({ visible: true });

test('a file of years and prices comes to the least cost in a minute, without the panel More', EVERY_ENGINE, async ({ app }) => {
  await app.uploadCsv('prices.csv', PRICES);
  await expect(app.chosen('Dataset')).toHaveText('prices.csv');
  await expect(app.sentence).toContainText(/Press Center x first, then Run: .* [\d.]+ billion times steeper across than along\./);
  // In the status, and beside the rate.
  await expect(offers(app, 'Center x')).toHaveCount(2);
  await expect(app.page.locator('#forecast')).toContainText('Too narrow a valley');
  await offers(app, 'Center x').first().click();
  await expect(app.button('Run')).toBeFocused();
  await expect(offers(app, 'Center x')).toHaveCount(0);
  await app.page.keyboard.press('Enter');
  await app.waitForStatus(/epoch-limit|converged/);
  const [cost, best] = [await app.value('cost'), await app.value('best-cost')];
  expect(cost / best - 1).toBeLessThan(1e-6);
  expect(await app.value('slope')).toBeCloseTo(await app.value('best-slope'), 3);
  await expect(app.button('More')).toHaveAttribute('aria-expanded', 'false');
  expect(await app.link()).toContain('scale=centered~raw');
});

test('what is far from 0 and far apart is standardised at a press, also after a run', async ({ app }) => {
  await app.uploadCsv('rents.csv', RENTS);
  await expect(offers(app, 'Standardise')).toHaveCount(2);
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  await expect(app.sentence).toContainText(/Press Standardise first, then Run: .* times steeper across than along\./);
  await expect(app.sentence).not.toContainText('Raise Epochs');
  await offers(app, 'Standardise').last().click();
  await app.waitForStatus('ready');
  await app.button('Run').click();
  await app.waitForStatus(/epoch-limit|converged/);
  expect((await app.value('cost')) / (await app.value('best-cost')) - 1).toBeLessThan(1e-6);

  // Predictions are in the units of the data all the same.
  await app.setField('Predict x', 1500);
  const prediction = app.page.locator('#prediction');
  await expect(prediction).toContainText('in the units of the data');
  const line = (await app.value('slope')) * 1500 + (await app.value('intercept'));
  expect(await app.value('prediction')).toBeCloseTo(line, 9);
  await app.setField('Predict x', 99_000);
  await expect(prediction).toContainText('beyond the data, whose x go from 1400 to 2540');
  await app.setField('Predict x', 'many');
  await expect(prediction).toBeEmpty();
  await expect(prediction).toHaveAttribute('data-value', '');
});

test('a run that stopped on its way goes on at a press', async ({ app }) => {
  await app.setField('Epochs', 20);
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  await expect(app.sentence).toContainText('while the cost was still falling');
  await app.button(await app.page.locator('#advice').innerText()).click();
  await expect.poll(() => app.value('epoch')).toBeGreaterThan(20);
  await app.waitForStatus('epoch-limit');
  await expect(app.sentence).toContainText('close to the bottom');
});

test('a learning rate of a course is taken in this page’s terms', async ({ app }) => {
  await app.button('My course uses another cost').click();
  const rate = app.field('Its rate (α or η)');
  await expect(rate).toBeFocused();
  await rate.fill('0.004');
  await expect(app.page.locator('#course-text')).toContainText('A learning rate of 0.004 there is 0.002 here');
  await expect(app.page.locator('#course-penalty')).toContainText('at the rate 0.004 each step there also takes');
  await app.field('Cost of the course').selectOption('sum');
  await expect(app.page.locator('#course-text')).toContainText('too big for these data');
  await rate.fill('nothing');
  await expect(app.page.locator('#course-rate-error')).toContainText('not a number');
  await expect(app.page.locator('#course-text')).toBeEmpty();
  await expect(app.page.locator('#course-penalty')).toBeEmpty();
  await app.field('Cost of the course').selectOption('half-mean');
  await rate.fill('0.002');
  await app.press('Use 0.001');
  await expect(app.field('Learning rate')).toHaveValue('0.001');
  await app.button('My course uses another cost').click();
  await expect(rate).toBeHidden();
});
