import { expectClose } from './numbers.js';
import { expect, test } from './page.js';

test('a descent stops below the tolerance, where nothing moves any more, or at the limit, and says so', async ({ app }) => {
  await test.step('the cost falls below the tolerance', async () => {
    await app.setField('Tolerance', '20');
    await app.runFast();
    await app.waitForStatus('below-tolerance');
    await expect(app.sentence).toContainText('below the tolerance');
    expect(await app.value('cost')).toBeLessThan(20);
    await app.press('Step back');
    expect(await app.value('cost')).toBeGreaterThanOrEqual(20);
    expect(await app.status()).toBe('paused');
    await app.setField('Tolerance', '0');
  });

  await test.step('it has converged to the least-squares line', async () => {
    await app.choose('Dataset', 'Anscombe I');
    await app.setField('Epochs', '100000');
    await app.runFast();
    await app.waitForStatus('converged');
    await expect(app.sentence).toContainText('no longer changes');
    const now = await app.descent();
    expect(now.epoch).toBeLessThan(100_000);
    expect(now.slope).toBeCloseTo(0.5001, 4);
    expectClose(now.slope, await app.value('best-slope'), 1e-9);
    expectClose(now.intercept, await app.value('best-intercept'), 1e-9);
    expectClose(now.cost, await app.value('best-cost'), 1e-9);
    await app.press('Step');
    expect(await app.descent(), 'a step changes nothing any more').toEqual(now);
  });

  await test.step('at the limit; a higher one lets it go on, and Run begins again', async () => {
    await app.press('Reset');
    await app.setField('Epochs', '20');
    await app.runFast();
    await app.waitForStatus('epoch-limit');
    expect(await app.value('epoch')).toBe(20);
    await expect(app.sentence).toContainText('limit');
    await app.press('Step');
    expect(await app.value('epoch'), 'a step beyond the limit').toBe(20);

    await app.setField('Epochs', '22');
    expect(await app.status()).toBe('paused');
    await app.press('Step');
    expect(await app.value('epoch')).toBe(21);
    await app.press('Step');
    expect(await app.status()).toBe('epoch-limit');

    await app.slide('Speed', 0);
    await app.button('Run').click();
    await app.waitForStatus('running');
    expect(await app.value('epoch'), 'after the end, Run begins again').toBeLessThan(22);
  });
});

test('Step back and the scrubber lead to any epoch, back and forth, to the last bit', async ({ app }) => {
  /** @param {number} epoch */
  const at = async (epoch) => {
    await app.slide('Epoch', epoch);
    await app.frame();
    return app.descent();
  };
  await app.setField('Learning rate', '1e-5');
  const past = [await app.descent()];
  for (let epoch = 1; epoch <= 3; epoch += 1) {
    await app.press('Step');
    past.push(await app.descent());
  }
  await test.step('step by step', async () => {
    expect(past.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
    expect(new Set(past.map(({ slope }) => slope)).size).toBe(4);
    for (const before of past.slice(0, -1).reverse()) {
      await app.press('Step back');
      expect(await app.descent()).toEqual(before);
    }
    expect(await app.status()).toBe('ready');
    await app.press('Step back');
    expect(await app.descent(), 'nothing lies before epoch 0').toEqual(past[0]);
  });
  await test.step('over a million epochs', async () => {
    await app.setField('Epochs', '1000000');
    await app.runFast();
    await app.waitForStatus('epoch-limit');
    const end = await app.descent();
    expect(end.epoch, 'they run to their end').toBe(1_000_000);
    const middle = await at(1234);
    expect(middle.epoch).toBe(1234);
    expect(middle.cost).toBeGreaterThan(end.cost);
    expect(await app.status()).toBe('paused');
    expect(await at(3), 'far back is as exact as near').toEqual(past[3]);
    expect(await at(1234)).toEqual(middle);
    expect(await at(1_000_000)).toEqual(end);
  });
  await app.press('Reset');
  await app.press('Step', 3);
  expect(await app.descent(), 'the same, step by step').toEqual(past[3]);
});

test('another learning rate, set in the past, cuts the future and keeps the past', async ({ app }) => {
  await app.setField('Learning rate', '0.001');
  await app.setField('Epochs', '100');
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  const end = await app.descent();

  await app.slide('Epoch', 40);
  await app.frame();
  const turn = await app.descent();
  await app.setField('Learning rate', '0.002');
  expect(await app.descent(), 'the rate alone moves nothing').toEqual(turn);
  await app.press('Step back');
  await app.press('Step');
  expect(await app.descent(), 'the way here keeps its rate').toEqual(turn);
  await expect(app.field('Learning rate')).toHaveValue('0.002');

  await app.slide('Epoch', 100);
  await app.frame();
  const other = await app.descent();
  expect(other.epoch).toBe(100);
  expect(other.slope).not.toBe(end.slope);

  await app.press('Reset');
  await expect(app.field('Learning rate'), 'Reset keeps the settings').toHaveValue('0.002');
  expect(await app.value('epoch')).toBe(0);
});

test('the learning rate can be changed while it runs', async ({ app }) => {
  await app.setField('Learning rate', '0.0001');
  await app.button('Run').click();
  await expect.poll(() => app.value('epoch')).toBeGreaterThan(1);
  await app.setField('Learning rate', '0.01');
  await app.waitForStatus('diverged');
  await expect(app.sentence).toContainText('0.0025856');
});

test('a descent can start at a typed line, at a random one, and at zero again', async ({ app }) => {
  await app.setField('Start slope', '-1.5');
  await app.setField('Start intercept', '12');
  await app.press('Step', 2);
  await app.press('Reset');
  expect(await app.descent()).toMatchObject({ epoch: 0, slope: -1.5, intercept: 12 });

  await app.press('New random start');
  const random = await app.descent();
  expect(random.slope).not.toBe(-1.5);
  await app.press('Step');
  await app.press('Step back');
  expect(await app.descent()).toEqual(random);

  await app.press('Start at zero');
  expect(await app.descent()).toMatchObject({ epoch: 0, slope: 0, intercept: 0 });
});
