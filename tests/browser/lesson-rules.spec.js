import { bar, button, chapter, expectNotReached, expectReached, goal, live, openChapter, showThis } from './chapters.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { choose, openMore, type } from './panel.js';

/** @typedef {import('./app.js').App} App */

/** Runs to its end, and comes back to the chapter, where goals are looked at. @param {App} app @param {number} number */
async function runThere(app, number) {
  await app.runFast();
  await app.waitForStatus(/epoch-limit|converged|diverged/);
  await chapter(app, number).getByRole('heading', { level: 3 }).evaluate((heading) => heading.scrollIntoView());
  await expect(app.page.locator('html')).toHaveAttribute('data-docked', '');
  await app.frame();
}

/** @param {App} app @param {number} number @param {string} name of an answer */
async function answer(app, number, name) {
  await chapter(app, number).getByRole('radio', { name }).check();
  await expect(chapter(app, number).locator('.because:visible')).toHaveText(/^Right/);
}

test('chapters 10 to 12 are played: a question, a press, and the goal is reached by doing', EVERY_ENGINE, async ({ page }) => {
  const app = await openChapter(page, 10);
  await openMore(app);

  await test.step('single rows come to rest once the rate falls', async () => {
    await showThis(app, 10);
    await answer(app, 10, 'The one that uses a single row: it takes the most steps.');
    await expect.poll(() => app.value('epoch'), 'the figures show why').toBe(1);
    await button(app, 10, 'One row at a time').click();
    const rest = goal(app, 10, 'Press “One row at a time”');
    await runThere(app, 10);
    await expect(live(app, 10, 'updates')).toHaveText('272');
    expect(await app.value('epoch')).toBe(200);
    await expectNotReached(rest, 'at a constant rate');
    await choose(app, 'Schedule', '1/t');
    await type(app, 'decay', '0.1');
    await app.press('Reset');
    await runThere(app, 10);
    await expectReached(rest);
    await expect(live(app, 10, 'rate-now')).toHaveText('0.000952');
  });

  await test.step('momentum is four times as fast as plain descent can be', async () => {
    await showThis(app, 11);
    await answer(app, 11, 'It overshoots at first, and then gets well ahead.');
    await button(app, 11, 'Momentum alone').click();
    const fast = goal(app, 11, 'With momentum');
    await app.setField('Epochs', 50);
    await runThere(app, 11);
    await expectNotReached(fast, 'at the rate that is given');
    await app.press('Reset');
    await app.setField('Epochs', 47);
    await app.setField('Learning rate', 0.065);
    await runThere(app, 11);
    await expectReached(fast);
  });

  await test.step('and stable up to its own border', async () => {
    const border = goal(app, 11, 'Set β to 0.5');
    await type(app, 'momentum', '0.5');
    await app.setField('Epochs', 300);
    await app.press('Reset');
    await app.setField('Learning rate', 0.105);
    await runThere(app, 11);
    await expectNotReached(border, 'beyond the border');
    await app.press('Reset');
    await app.setField('Learning rate', 0.103);
    await runThere(app, 11);
    await expectReached(border);
    await expect(live(app, 11, 'limit')).toHaveText('0.104');
  });

  await test.step('another cost brings the line back from the outlier', async () => {
    await showThis(app, 12);
    await runThere(app, 12);
    expect(await app.value('slope'), 'squares drag it away').toBeCloseTo(0.8998, 3);
    await answer(app, 12, 'It stays where it is.');
    await button(app, 12, 'Start at the line by squared errors').click();
    const back = goal(app, 12, 'Choose another');
    await expect(bar(app), 'the bar has the goal with its words').toContainText('a slope between 0.48 and 0.54');
    await app.press('Step');
    await expectNotReached(back, 'by squared errors');
    await choose(app, 'Cost of an error', 'Huber');
    await type(app, 'Threshold δ', '1');
    await app.press('Reset');
    await runThere(app, 12);
    await expectReached(back);
    expect(await app.value('slope')).toBeCloseTo(0.5175, 3);
    await expect(app.alert).toHaveCount(0);
  });
});
