import { expect, test } from './page.js';

/** Impossible values of each field, and a word of the reason that the page gives. */
const REFUSED = [
  { name: 'Learning rate', texts: ['', 'fast', '0', '-0.001', '1e999'] },
  { name: 'Epochs', texts: ['all', '0', '2.5', '1e300'] },
  { name: 'Tolerance', texts: ['none', '-1', 'Infinity'] },
  { name: 'Start slope', texts: ['steep', '1e200'] },
  { name: 'Start intercept', texts: ['', 'NaN'] },
];

test('what cannot be a value is refused with a reason, and the old value stays', async ({ app }) => {
  await app.press('Step', 2);
  for (const { name, texts } of REFUSED) {
    const [before, now] = [await app.field(name).inputValue(), await app.descent()];
    for (const text of texts) {
      await app.field(name).fill(text);
      await app.field(name).press('Enter');
      await expect(app.field(name), `'${text}'`).toHaveAttribute('aria-invalid', 'true');
      await expect(app.field(name)).toHaveAccessibleDescription(/[a-z]{3}.*\./);
      await expect(app.field(name), 'what was typed can be put right').toHaveValue(text);
    }
    await app.frame();
    expect(await app.descent()).toEqual(now);
    await app.press('Step');
    expect(await app.value('epoch'), 'the descent goes on with the old value').toBe(now.epoch + 1);
    await expect(app.field(name)).toHaveAttribute('aria-invalid', 'true');
    await app.press('Step back');
    expect(await app.descent()).toEqual(now);

    await app.setField(name, before);
    await app.field(name).blur();
    await expect(app.field(name)).not.toHaveAttribute('aria-invalid');
  }
});

test('a value is taken on Enter, or on leaving the field, and not before', async ({ app }) => {
  const rate = app.field('Learning rate');
  const slider = app.page.getByRole('slider', { name: 'Learning rate, slider', exact: true });
  const before = await slider.inputValue();
  await rate.fill('1e-5');
  await app.frame();
  await expect(slider).toHaveValue(before);
  await rate.press('Enter');
  await expect(slider).not.toHaveValue(before);
  await rate.fill('0,00005');
  await rate.blur();
  await expect(rate, 'a decimal comma is as good').toHaveValue('0.00005');
});

test('the slider of the learning rate sets the field, and names the largest stable rate', async ({ app }) => {
  const slider = app.page.getByRole('slider', { name: 'Learning rate, slider', exact: true });
  await slider.fill('400');
  await expect(slider).toHaveValue('400');
  await app.frame();
  const slow = Number(await app.field('Learning rate').inputValue());
  await slider.fill('600');
  await expect.poll(async () => Number(await app.field('Learning rate').inputValue())).toBeGreaterThan(slow * 5);
  await expect(slider).toHaveAccessibleDescription(/0\.00258 *;/);
  // Rounded down, or the number on the mark would diverge.
  // Every step of an arrow key is another rate.
  const seen = new Set();
  for (let press = 0; press < 5; press += 1) {
    await slider.press('ArrowRight');
    await app.frame();
    seen.add(await app.field('Learning rate').inputValue());
  }
  expect(seen.size).toBe(5);
});

test('Predict x says what the line says, with units, and the answer is hidden until it is asked for', async ({ app }) => {
  const show = app.button('Show the answer');
  await expect(app.page.locator('#best-slope')).toBeHidden();
  await expect(show).toHaveAttribute('aria-expanded', 'false');
  await show.click();
  await expect(app.page.locator('#best-slope')).toBeVisible();
  await expect(app.page.locator('#best-slope')).toContainText('0.91877');
  await expect(app.page.locator('#best-intercept')).toContainText('10.7');
  await expect(app.page.locator('#r-squared')).toContainText('0.7716');


  const answer = app.page.locator('#prediction');
  await app.setField('Predict x', '20');
  await expect(answer).toHaveText('ŷ = 0 °C at x = 20 °C');
  await app.setField('Learning rate', '0.0001');
  await app.press('Step');
  const { slope, intercept } = await app.descent();
  const predicted = Number(/= ([\d.]+) °C at x = 20 °C/.exec(await answer.innerText())?.[1]);
  expect(predicted).toBeCloseTo(slope * 20 + intercept, 3);
  await expect(app.field('Predict x')).toHaveAccessibleDescription(/ŷ = /);

  await app.setField('Predict x', 'warm');
  await expect(app.field('Predict x')).toHaveAttribute('aria-invalid', 'true');
  await app.setField('Predict x', '');
  await expect(app.field('Predict x')).not.toHaveAttribute('aria-invalid');
  await expect(answer).toHaveText('');
});

test('what a learning rate does is foretold beside it, and the run proves it right', async ({ app }) => {
  const forecast = app.page.locator('#forecast');
  await app.setField('Learning rate', '0.0024');
  const text = await forecast.innerText();
  expect(text).toMatch(/^Zigzag: within 1 % of the least cost after [\d,]+ epochs\.$/);
  const epochs = Number(text.replace(/^.*after|\D/g, ''));
  const best = await app.value('best-cost');
  await app.slide('Epoch', epochs - 1);
  await expect.poll(() => app.value('epoch')).toBe(epochs - 1);
  expect(await app.value('cost')).toBeGreaterThan(1.01 * best);
  await app.press('Step');
  expect(await app.value('cost')).toBeLessThanOrEqual(1.01 * best);
  await app.setField('Learning rate', '0.001');
  await expect(forecast).toContainText('Steady: ');
  await app.setField('Learning rate', '1e-6');
  await expect(forecast).toContainText('Too small: more than 100,000 epochs');
  await app.setField('Learning rate', '0.003');
  await expect(forecast).toContainText('Too big: ');
});
