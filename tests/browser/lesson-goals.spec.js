import { builtin } from './builtins.js';
import { bar, button, expectNotReached, expectReached, goal, openChapter, showThis } from './chapters.js';
import { plainLargestStable } from './descent.js';
import { dragUntil, handlesOf } from './pointer.js';
import { expectClose } from './numbers.js';
import { expect, test } from './page.js';

/** @param {Float64Array} numbers */
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Reads a number once it is shown. @param {import('./app.js').App} app @param {string} name */
const reader = (app, name) => async () => {
  await app.frame();
  return app.value(name);
};

/**
 * Drags the level line in the figure up or down.
 *
 * @param {import('./app.js').App} app
 * @param {number} height
 */
async function lift(app, height) {
  const { middle } = await handlesOf(app.page);
  await dragUntil(app.page, middle, middle.x, reader(app, 'intercept'), height);
  await app.frame();
}

/**
 * Turns the level line in the figure about its middle.
 *
 * @param {import('./app.js').App} app
 * @param {number} slope
 * @param {number} [share] how far from the middle its end is dragged
 */
async function turn(app, slope, share = 1) {
  const { middle, end } = await handlesOf(app.page);
  await dragUntil(app.page, end, middle.x + share * (end.x - middle.x), reader(app, 'slope'), slope);
  await app.frame();
}

test('chapters 1 to 3: the line is dragged where the goals want it', async ({ page }) => {
  const app = await openChapter(page);
  const { ys } = builtin('faithful');

  await test.step('a cost below 36 on the geyser', async () => {
    await showThis(app, 1);
    const low = goal(app, 1, 'Drag the line');
    await expectNotReached(low, 'before anything is done');
    await lift(app, mean(ys));
    await expectNotReached(low, 'by a level line through the middle of the points');
    await turn(app, 10.7);
    expect(await app.value('cost')).toBeLessThan(36);
    await expectReached(low);
  });

  await test.step('along the ten points of set III', async () => {
    await showThis(app, 2);
    await button(app, 2, 'Set III').click();
    await expect(app.chosen('Dataset')).toHaveText('Anscombe III');
    const along = goal(app, 2, 'Press Set III');
    await expectNotReached(along, 'before anything is done');
    // By hand: from (4, 5.39) to (14, 8.84), the ends of the row.
    const slope = (8.84 - 5.39) / 10;
    await lift(app, 5.39 + 5 * slope);
    await expectNotReached(along, 'by a level line');
    await turn(app, slope);
    expect(await app.value('cost'), 'and yet its cost is no lower').toBeGreaterThan(1.25);
    await expectReached(along);
  });

  await test.step('a terrible line that signed errors call perfect', async () => {
    await showThis(app, 3);
    await button(app, 3, 'Signed errors').click();
    await expect(app.page.locator('#more-extras')).toHaveText('signed cost');
    const terrible = goal(app, 3, 'With signed errors');
    await expectNotReached(terrible, 'by a level line');
    await turn(app, -1.5, 0.5);
    expect(await app.value('slope')).toBeLessThan(-1);
    await expectReached(terrible);
  });
});

test('chapters 4 to 6: the learning rate is chosen that the goals want, and the bar says when one is reached', async ({ page }) => {
  const app = await openChapter(page, 4);
  const { xs } = builtin('faithful');

  await test.step('one step to the bottom', async () => {
    await showThis(app, 4);
    const bottom = goal(app, 4, 'Could a single step');
    await app.press('Step');
    await expectNotReached(bottom, 'by a step that is too short');
    await app.press('Reset');
    // With the intercept held, the curvature is 2·mean(x²), and 1/λ reaches the bottom.
    await app.setField('Learning rate', 1 / (2 * mean(xs.map((x) => x * x))));
    await expect(bar(app)).toContainText('Could a single step');
    const said = () => bar(app).getByRole('paragraph').evaluate((text) => getComputedStyle(text, '::after').content);
    expect(await said()).not.toContain('reached');
    await app.press('Step');
    await expectReached(bottom);
    expect(await said(), 'behind the goal in the bar, and not by colour alone').toContain('reached');
  });

  await test.step('close to the border, and below it', async () => {
    const limit = plainLargestStable(xs);
    await showThis(app, 5);
    await button(app, 5, 'Look for it with one ball').click();
    await expect(app.field('Learning rate')).toHaveValue('0.05');
    const border = goal(app, 5, 'Close in on the border');
    await app.setField('Learning rate', 1.01 * limit);
    await app.runFast();
    await app.waitForStatus(/epoch-limit|diverged/);
    await expectNotReached(border, 'beyond the border');
    await app.press('Reset');
    await app.setField('Learning rate', 0.97 * limit);
    await app.button('Run').click();
    await app.waitForStatus('epoch-limit');
    await expectNotReached(border, 'too far below it');
    await app.press('Reset');
    await app.setField('Learning rate', 0.99 * limit);
    await expectNotReached(border, 'before it has run');
    await app.button('Run').click();
    await app.waitForStatus('epoch-limit');
    await expectReached(border);
  });

  await test.step('the slope of the best line in one step', async () => {
    const { xs, ys } = builtin('anscombe-1');
    await showThis(app, 6);
    await button(app, 6, 'Back to a = b = 0').click();
    const half = goal(app, 6, 'From a = b = 0');
    await app.press('Step');
    await expectNotReached(half, 'by a step that is too long');
    await app.press('Reset');
    await expectNotReached(half, 'before the step');
    // From a = b = 0, ∂J/∂a is −2 times the mean of x·y.
    await app.setField('Learning rate', 0.5 / (2 * mean(xs.map((x, i) => x * ys[i]))));
    await app.press('Step');
    expectClose(await app.value('slope'), 0.5, 1e-12);
    await expectReached(half);
  });
});
