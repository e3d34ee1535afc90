import { builtin } from './builtins.js';
import { button, chapter, expectNotReached, expectReached, goal, live, openChapter, showThis } from './chapters.js';
import { plainDescent } from './descent.js';
import { expect, test } from './page.js';
import { choose, openMore } from './panel.js';
import { ROUND, expectMoment, lines, program } from './program.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./program.js').Moment} Moment
 */

const { xs, ys, rate } = builtin('cars');

/**
 * Presses `Next line` until the program has come to the end of the walk, or so many times.
 *
 * @param {App} app
 * @param {Iterable<Moment>} walk
 * @param {number} [times]
 */
async function walkOn(app, walk, times = Infinity) {
  const next = button(app, 7, 'Next line');
  let presses = 0;
  for (const moment of walk) {
    await next.press('Enter');
    await app.frame();
    await expectMoment(app, moment);
    presses += 1;
    if (presses === times) break;
  }
  return presses;
}

/** @param {App} app */
async function startOver(app) {
  await button(app, 7, 'Start over').click();
  await app.frame();
  await expectMoment(app, { line: 'define', epoch: 0, values: new Map() });
}

test('the program is walked line by line, and every value is what it would be', async ({ page }) => {
  const app = await openChapter(page, 7);
  await showThis(app, 7);
  await expect(app.field('Learning rate')).toHaveValue(String(rate));
  await expectMoment(app, { line: 'define', epoch: 0, values: new Map() });
  const note = live(app, 7, 'walk-note');
  await expect(note).toHaveText('');

  await test.step('two rounds of Next line', async () => {
    await walkOn(app, program(1000, 0), 1 + 2 * ROUND.length);
    expect(await app.value('epoch')).toBe(2);
  });

  await test.step('a step, a step back and the scrubber outside take it to the end of a round', async () => {
    for (const [move, epoch] of /** @type {[() => Promise<void>, number][]} */ ([
      [() => app.press('Step'), 3],
      [() => app.press('Step back'), 2],
      [() => app.slide('Epoch', 40), 40],
    ])) {
      await move();
      await app.frame();
      const moments = [...program(epoch, 0)].filter(({ line }) => line === 'test');
      await expectMoment(app, moments[epoch - 1]);
    }
    // And from there it goes on.
    const onwards = [...program(41, 0)].filter(({ values }) => values.get('loop') === 41);
    await walkOn(app, onwards, ROUND.length);
    await startOver(app);
  });

  await test.step('in the middle of a round, a step finishes it', async () => {
    const walk = [...program(1, 0)];
    await walkOn(app, walk, 4);
    await app.press('Step');
    await expectMoment(app, walk[ROUND.length]);
    await startOver(app);
  });
});

test('the program ends with the rounds or at the tolerance, as the loop says', async ({ page }) => {
  const app = await openChapter(page, 7);
  await showThis(app, 7);
  const note = live(app, 7, 'walk-note');
  const next = button(app, 7, 'Next line');

  await test.step('the rounds are over', async () => {
    await app.setField('Epochs', 2);
    await walkOn(app, program(2, 0));
    await expect(note).toContainText('All rounds are done');
    const ended = await lines(app);
    expect(ended.lit).toEqual(['return']);
    await next.click();
    await app.frame();
    expect(await lines(app), 'and nothing comes after that').toEqual(ended);
    await app.setField('Epochs', 1000);
  });

  await test.step('the cost is below the tolerance in the second round, which is the chapter’s goal', async () => {
    const [first, second] = [1, 2].map((epochs) => plainDescent(xs, ys, rate, epochs).cost);
    const tolerance = Number(((first + second) / 2).toPrecision(4));
    expect(first > tolerance && tolerance > second).toBe(true);
    await startOver(app);
    // Beside the text, where the goal stands.
    await button(app, 7, 'tolerance').click();
    await expect(chapter(app, 7).getByLabel('Tolerance', { exact: true })).toBeFocused();
    await app.setField('Tolerance', tolerance);
    const reached = goal(app, 7, 'Choose a tolerance');
    const walk = [...program(1000, tolerance)];
    const before = walk.findIndex(({ epoch }) => epoch === 2);
    await walkOn(app, walk.slice(0, before));
    await expectNotReached(reached, 'before the second update');
    await walkOn(app, walk.slice(before));
    expect((await lines(app)).lit).toEqual(['return']);
    expect(walk.map(({ line }) => line).slice(-2)).toEqual(['stop', 'return']);
    await expect(note).toContainText('below the tolerance');
    await expectReached(reached);
  });
});

test('where the figures do something else than the program, the chapter says so, and no line runs', async ({ page }) => {
  const app = await openChapter(page, 7);
  await showThis(app, 7);
  const note = live(app, 7, 'walk-note');
  /** @param {string} why */
  const expectStill = async (why) => {
    await expect(note, why).toContainText('The figures are not doing what this program does');
    const before = [await lines(app), await app.descent()];
    await button(app, 7, 'Next line').click();
    await app.frame();
    expect([await lines(app), await app.descent()], why).toEqual(before);
  };
  await app.setField('Start slope', 1);
  await expectStill('another start');
  await button(app, 3, 'Absolute errors').click();
  await expect(app.page.locator('#more-extras')).toHaveText('absolute cost');
  await expectStill('another cost');
  await showThis(app, 7);
  await expect(note).toHaveText('');
  await openMore(app);
  await choose(app, 'Rule', 'Momentum');
  await expectStill('another rule');
  await showThis(app, 7);
  await expect(note).toHaveText('');
  await walkOn(app, program(1000, 0), 3);
});
