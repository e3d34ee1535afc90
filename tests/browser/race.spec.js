import { expect, test } from './page.js';
import { whereIs } from './pointer.js';
import { choose, goTo, openMore, panel, racers, runs, scale, select, type } from './panel.js';

/** The colours of the second, third and fourth run in the light theme. @type {[number, number, number][]} */
const RIVALS = [
  [0x00, 0x91, 0x99],
  [0x1f, 0x1f, 0x4d],
  [0x6b, 0x2a, 0x00],
];

/** @param {import('./app.js').App} app @param {number} number */
const runner = (app, number) => panel(app).getByRole('radio').nth(number - 1);

test('three rates race: one creeps, one arrives, and one that blows up does not stop the others', async ({ app }) => {
  await app.setField('Epochs', '1000');
  await openMore(app);
  await app.press('Three rates');
  const start = await racers(app);
  expect(start.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^Gradient descent, L = 0\.000\d+$/),
    'Gradient descent, L = 0.002',
    expect.stringMatching(/^Gradient descent, L = 0\.002\d+$/),
  ]);
  expect(start.map(({ epoch }) => epoch)).toEqual(['0', '0', '0']);
  await expect(app.page.locator('#more-extras')).toHaveText('a race of 3');
  await app.press('Step', 2);
  expect((await racers(app)).map(({ epoch }) => epoch), 'a step is one of all').toEqual(['2', '2', '2']);
  await app.press('Step back');
  expect((await racers(app)).map(({ epoch }) => epoch)).toEqual(['1', '1', '1']);

  await app.runFast();
  await app.waitForStatus('epoch-limit');
  const end = await racers(app);
  expect(end.map(({ epoch }) => epoch).slice(0, 2)).toEqual(['1,000', '1,000']);
  const [slow, right] = end.map(({ distance }) => Number(distance.replaceAll(',', '')));
  expect(right).toBeLessThan(slow);
  await runner(app, 3).check();
  await app.waitForStatus('diverged');
  await expect(app.button('Why did it blow up?')).toBeVisible();
  await app.press('Reset');
  expect(await racers(app)).toEqual(start);
});

test('four rules race in their own colours and shapes, in all figures', async ({ app }) => {
  await openMore(app);
  await app.press('Four rules');
  const rules = (await racers(app)).map(({ name }) => name.replace(/, .*/, ''));
  expect(rules).toEqual(['Gradient descent', 'Momentum', 'Nesterov', 'Adam']);
  await expect(app.button('Add a run'), 'four are the most').toBeDisabled();
  await app.slide('Speed', 3);
  await app.button('Run').click();
  await expect.poll(async () => Number((await racers(app))[3].epoch)).toBeGreaterThan(2);
  await app.press('Pause');
  const epochs = (await racers(app)).map(({ epoch }) => epoch);
  expect(new Set(epochs).size, 'they go by one clock').toBe(1);
  // Where the run was paused depends on the clock, and so does how far one rule's line covers another's.
  await app.press('Reset');
  await app.press('Step', 5);
  for (const view of ['Bowl', 'Map', 'Surface']) {
    await app.page.getByRole('tab', { name: view }).click();
    await app.frame();
    for (const colour of RIVALS) {
      const { pixels } = await whereIs(app.page, 'cost-overlay', colour);
      expect(pixels, `${colour} in ${view}`).toBeGreaterThan(20);
    }
  }
  for (const colour of RIVALS) {
    expect((await whereIs(app.page, 'history-overlay', colour)).pixels).toBeGreaterThan(20);
    expect((await whereIs(app.page, 'data-overlay', colour)).pixels).toBeGreaterThan(20);
  }
  await app.press('End the race');
  for (const colour of RIVALS) expect((await whereIs(app.page, 'cost-overlay', colour)).pixels).toBeLessThan(20);
});

test('runs are added, chosen, changed each for itself, and removed', async ({ app }) => {
  await app.choose('Dataset', 'Old Faithful');
  await openMore(app);
  await expect(app.button('End the race')).toBeDisabled();
  await expect(panel(app).getByRole('button', { name: /^Remove run/ }), 'the last run stays').toHaveCount(0);
  await app.setField('Learning rate', '0.0001');
  await app.press('Add a run');
  await expect(runner(app, 2), 'the new one is chosen').toBeChecked();
  await app.setField('Learning rate', '0.0002');
  await choose(app, 'Rule', 'Adam');
  await app.press('Add a run');
  await choose(app, 'Rule', 'Newton');
  await app.press('Step', 3);
  await expect(app.page.locator('#epoch')).toHaveAttribute('data-value', '3');
  expect(await app.value('slope')).toBeCloseTo(await app.value('best-slope'), 12);

  const three = await racers(app);
  await runner(app, 1).check();
  await app.frame();
  await expect(app.field('Learning rate')).toHaveValue('0.0001');
  await expect(select(app, 'Rule')).toHaveValue('gradient-descent');
  expect(await racers(app), 'to choose one changes none').toEqual(three);
  await runner(app, 2).check();
  await app.frame();
  await expect(select(app, 'Rule')).toHaveValue('adam');
  await expect(app.field('Learning rate')).not.toHaveValue('0.0001');

  await app.press('Remove run 1');
  expect(await racers(app)).toEqual(three.slice(1));
  await expect(runner(app, 1), 'the chosen one stays chosen').toBeChecked();
  await expect(runner(app, 1), 'and has the keyboard').toBeFocused();
  await app.press('Add a run');
  await app.press('Add a run');
  expect(await racers(app)).toHaveLength(4);
  await expect(app.button('Add a run')).toBeDisabled();
  await runner(app, 2).check();
  await app.frame();
  const chosen = (await racers(app))[1];
  await app.press('End the race');
  expect(await racers(app)).toEqual([chosen]);
  await expect(app.page.locator('#more-extras')).toHaveText('Newton');
  await expect(app.button('Add a run')).toBeEnabled();
});

/** @param {import('./app.js').App} app */
async function setUpRace(app) {
  await app.choose('Dataset', 'Old Faithful');
  await openMore(app);
  await app.press('Four rules');
  await choose(app, 'Schedule', 'cosine');
  await runner(app, 3).check();
  await choose(app, 'Rule', 'RMSProp');
  await type(app, 'alpha', '0.875');
  await runner(app, 2).check();
  await scale(app, 'standardised', 'min-max');
  await app.setField('Start slope', '0.5');
  await choose(app, 'Batch', 'mini-batches');
  await type(app, 'Rows of a batch', '17');
  await type(app, 'Seed', '1234567890123');
  await choose(app, 'Cost of an error', 'Huber');
  await type(app, 'Threshold δ', '5.5');
  await goTo(app, 6);
  await app.setField('Learning rate', '0.03');
  await goTo(app, 9);
  return moment(app);
}

/** The race as it stands. @param {import('./app.js').App} app */
async function moment(app) {
  const extras = await app.page.locator('#more-extras').innerText();
  return { ...(await runs(app)), rows: await racers(app), extras };
}

test('a link carries all of it, to the page that opens with it and to one that is open', async ({ app }) => {
  const plain = await app.link();
  const before = await setUpRace(app);
  expect(before.seen.map(({ epoch }) => epoch)).toEqual([9, 9, 9, 9]);
  for (const part of ['a race of 4', 'Momentum', 'batches of 17', 'Huber cost, δ = 5.5', 'x standardised, y min-max']) {
    expect(before.extras).toContain(part);
  }
  const fragment = await app.link();
  expect(fragment).toMatch(/^[\w.~=&-]+$/);

  await test.step('the very first address', async () => {
    await app.open(fragment);
    await expect(app.alert).toHaveCount(0);
    await expect(app.page.locator('#more-extras'), 'also while the panel is closed').toHaveText(before.extras);
    await expect(panel(app)).toBeHidden();
    expect(await app.descent()).toMatchObject({ epoch: 9, slope: before.seen[1].slope });
    await openMore(app);
    expect(await moment(app)).toEqual(before);
    expect(await app.link(), 'its link is the same').toBe(fragment);
  });

  await test.step('followed where the package is not there yet', async () => {
    await app.open();
    await app.page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(app.page.locator('#more-extras')).toHaveText(before.extras);
    expect(await app.link()).toBe(fragment);
  });

  await test.step('and where it is, after a broken link', async () => {
    await app.page.evaluate(() => (location.hash = 'v=0'));
    await expect(app.alert).toContainText('The page carries on without it.');
    await expect(app.page.locator('#more-extras')).toHaveText(before.extras);
    await app.page.evaluate((hash) => (location.hash = hash), plain);
    await expect(app.page.locator('#more-extras')).toHaveText('');
    await app.page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(app.page.locator('#more-extras')).toHaveText(before.extras);
    await expect(app.alert).toHaveCount(0);
    await goTo(app, 4);
    await goTo(app, 9);
    await openMore(app);
    expect(await moment(app), 'also on the way back').toEqual(before);
  });
});
