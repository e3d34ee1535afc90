import { builtin } from './builtins.js';
import { button, chapter, expectNotReached, expectReached, goal, live, openChapter, showKept, showThis } from './chapters.js';
import { expect, test } from './page.js';

const CHECK = 'Stop when it blows up';
const SCALE = 'Standardise both';

/** @param {import('./app.js').App} app @param {string} name @param {boolean} on */
async function expectSwitch(app, name, on) {
  await expect(button(app, 8, name)).toHaveAttribute('aria-pressed', String(on));
}

test('without its check the page goes on to ∞ and to NaN, as its link does, and with it that is a divergence', async ({ page }) => {
  const app = await openChapter(page, 8);
  await showThis(app, 8);
  await showKept(app, 8);
  await expectSwitch(app, CHECK, true);
  const naive = goal(app, 8, 'With the check off');
  const cost = app.page.locator('#cost');

  await test.step('with the check the run stops at epoch 7, as the chapter says', async () => {
    await app.runFast();
    await app.waitForStatus('diverged');
    expect(await app.value('epoch')).toBe(7);
    await expectNotReached(naive, 'by a run that is stopped');
  });

  await test.step('the question is answered: without it J is ∞', async () => {
    await chapter(app, 8).getByRole('radio', { name: 'It becomes ∞, and later not even that.' }).check();
    await expectSwitch(app, CHECK, false);
    await expect(cost).toHaveText('∞');
    expect(await app.descent()).toMatchObject({ epoch: 180, cost: Infinity });
    expect(await app.status()).toBe('paused');
  });

  await test.step('the switch turns the check off, and a run goes on to the end', async () => {
    await showThis(app, 8);
    await expectSwitch(app, CHECK, true);
    await button(app, 8, CHECK).click();
    await expectSwitch(app, CHECK, false);
    await app.setField('Epochs', 200);
    await app.runFast();
    await app.waitForStatus('epoch-limit');
    await expect(cost).toHaveText('∞');
    expect(Number.isFinite(await app.value('slope')), 'a is still a number').toBe(true);
    await expectNotReached(naive, 'by an infinite cost');
    await app.setField('Epochs', 400);
    await app.button('Run').click();
    await app.waitForStatus('epoch-limit');
    await expect(cost).toHaveText('not a number');
    expect(await app.descent()).toEqual({ epoch: 400, slope: NaN, intercept: NaN, cost: NaN });
    await app.page.locator('#chapters').scrollIntoViewIfNeeded();
    await expect(live(app, 6, 'cost').first()).toHaveText('not a number');
    await expectReached(naive);
  });

  await test.step('a link carries that', async () => {
    const [fragment, sentence] = [await app.link(), app.sentence];
    await app.open(fragment);
    await expect(app.page.locator('#more-extras')).toHaveText('goes on when it blows up');
    expect(await app.descent()).toEqual({ epoch: 400, slope: NaN, intercept: NaN, cost: NaN });
    expect(await app.status()).toBe('epoch-limit');
    await expect(sentence).not.toContainText('broke');
    expect(await app.link()).toBe(fragment);
  });

  await test.step('with the check on again the run counts as diverged', async () => {
    await app.page.locator('#chapters').scrollIntoViewIfNeeded();
    await expectSwitch(app, CHECK, false);
    await button(app, 8, CHECK).click();
    await expectSwitch(app, CHECK, true);
    await app.waitForStatus('diverged');
    await app.press('Reset');
    await app.runFast();
    await app.waitForStatus('diverged');
    expect(await app.value('epoch')).toBe(7);
  });
});

test('standardised, the coordinates are others, and one step at the right rate reaches the bottom', async ({ page }) => {
  const app = await openChapter(page, 8);
  await showThis(app, 8);
  await button(app, 8, 'Blow it up again').click();
  await app.waitForStatus('diverged');
  await app.page.locator('#advice').click();
  await expect(app.field('Learning rate'), 'what the page offers, as the chapter says').toHaveValue('0.03');
  await app.press('Reset');
  const bottom = goal(app, 8, 'Once standardised');
  await app.press('Step', 3);
  const raw = [await app.descent(), await app.page.locator('#cost-figure').getAttribute('aria-label')];
  await expectSwitch(app, SCALE, false);
  await button(app, 8, SCALE).click();
  await expectSwitch(app, SCALE, true);
  await expect(app.page.locator('#more-extras')).toHaveText('standardised');
  await expect(app.page.locator('#cost-figure')).toHaveAttribute('aria-label', /scaled/i);
  await app.press('Reset');
  await app.press('Step');
  await expectNotReached(bottom, 'by a rate of 0.03');
  await app.press('Reset');
  await app.setField('Learning rate', 0.5);
  await app.press('Step');
  // In data units still: the answer of least squares.
  const { xs, ys } = builtin('faithful');
  const mean = (/** @type {Float64Array} */ all) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [x, y] = [mean(xs), mean(ys)];
  const slope = mean(xs.map((at, i) => (at - x) * (ys[i] - y))) / mean(xs.map((at) => (at - x) ** 2));
  expect(await app.value('slope')).toBeCloseTo(slope, 9);
  expect(await app.value('intercept')).toBeCloseTo(y - slope * x, 9);
  const reached = await bottom.getAttribute('data-reached');

  await button(app, 8, SCALE).click();
  await expectSwitch(app, SCALE, false);
  await expect(app.page.locator('#more-extras')).toHaveText('');
  await app.setField('Learning rate', 0.03);
  await app.press('Reset');
  await app.press('Step', 3);
  expect([await app.descent(), await app.page.locator('#cost-figure').getAttribute('aria-label')]).toEqual(raw);
  expect(reached, 'the goal, when it was reached').toBe('');
});
