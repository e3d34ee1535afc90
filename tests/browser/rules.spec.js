import { expectClose, expectCloseLine } from './numbers.js';
import { expect, test } from './page.js';
import { choose, field, goTo, openMore, panel, scale, select, type } from './panel.js';

/** The rules with their parameters: PyTorch's names and defaults, or the usual value where that is "off". */
const RULES = [
  { rule: 'Gradient descent', parameters: {} },
  { rule: 'Momentum', parameters: { momentum: 0.9, dampening: 0 } },
  { rule: 'Nesterov', parameters: { momentum: 0.9 } },
  { rule: 'AdaGrad', parameters: { lr_decay: 0, initial_accumulator_value: 0, eps: 1e-10 } },
  { rule: 'RMSProp', parameters: { alpha: 0.99, eps: 1e-8, momentum: 0, centered: 0 } },
  { rule: 'Adam', parameters: { beta1: 0.9, beta2: 0.999, eps: 1e-8, amsgrad: 0 } },
  { rule: 'Newton', parameters: {} },
];

test('each rule brings its parameters, ten steps lower the cost, and Newton needs but one', async ({ app }) => {
  await openMore(app);
  await expect(select(app, 'Rule').getByRole('option')).toHaveText(RULES.map(({ rule }) => rule));
  const explained = new Set();
  for (const { rule, parameters } of RULES) {
    await choose(app, 'Rule', rule);
    explained.add(await panel(app).locator('#rule-explains').innerText());
    const fields = panel(app).locator('#parameters input').filter({ visible: true });
    await expect(fields, rule).toHaveCount(Object.keys(parameters).length);
    for (const [name, value] of Object.entries(parameters)) {
      expect(Number(await field(app, name).inputValue()), `${name} of ${rule}`).toBe(value);
      await expect(field(app, name)).toHaveAccessibleDescription(/\w{3}.*\./);
    }
    const start = await app.descent();
    expect(start.epoch, 'another rule starts anew').toBe(0);
    expect((await goTo(app, 10)).cost, rule).toBeLessThan(start.cost);
  }
  expect(explained.size).toBe(RULES.length);

  // Newton was the last of them.
  await app.press('Reset');
  await app.press('Step');
  const { slope, intercept } = await app.descent();
  expectClose(slope, await app.value('best-slope'), 1e-9);
  expectClose(intercept, await app.value('best-intercept'), 1e-9);
  await expect(app.page.locator('#forecast')).toContainText('needs no learning rate');
});

test('parameters of the rule, batches, seeds and schedules change the descent, and the way back is exact', async ({ app }) => {
  await app.choose('Dataset', 'Old Faithful');
  await openMore(app);
  const one = await goTo(app, 1);
  const two = await goTo(app, 2);
  const gained = two.slope - one.slope;

  await test.step('a schedule', async () => {
    await choose(app, 'Schedule', 'step decay');
    await type(app, 'step_size', '1');
    await type(app, 'gamma', '0.5');
    expect(await goTo(app, 1)).toEqual(one);
    expectClose((await goTo(app, 2)).slope - one.slope, gained / 2, 1e-9);
    await choose(app, 'Schedule', 'cosine');
    await type(app, 'T_max', '2');
    await app.runFast();
    await app.waitForStatus('converged');
    await expect(app.sentence).toContainText('the schedule has brought the learning rate down to 0');
    await expect(app.page.locator('#more-extras')).toHaveText('cosine schedule');
    await choose(app, 'Schedule', 'constant');
  });

  await test.step('batches and their seed', async () => {
    await choose(app, 'Batch', 'mini-batches');
    await type(app, 'Seed', '7');
    const seven = await goTo(app, 5);
    await type(app, 'Seed', '8');
    expect(await app.value('epoch'), 'it starts anew').toBe(0);
    expect((await goTo(app, 5)).slope).not.toBe(seven.slope);
    await type(app, 'Seed', '7');
    expect(await goTo(app, 5), 'the same again').toEqual(seven);
    await app.press('Step');
    await app.press('Step back');
    expect(await app.descent(), 'and on the way back').toEqual(seven);
    await choose(app, 'Batch', 'all rows at once');
  });

  await test.step('a parameter', async () => {
    await choose(app, 'Rule', 'Adam');
    const usual = await goTo(app, 8);
    await type(app, 'beta1', '0.5');
    expect(await app.value('epoch'), 'it starts anew').toBe(0);
    await expect(field(app, 'beta1')).toHaveValue('0.5');
    await expect(app.page.locator('#more-extras')).toHaveText('Adam');
    const other = await goTo(app, 8);
    expect(other.slope).not.toBe(usual.slope);
    await app.press('Step', 2);
    await app.press('Step back', 2);
    expect(await app.descent()).toEqual(other);
    await type(app, 'beta1', '0.9');
    expect(await goTo(app, 8)).toEqual(usual);
  });
});

/** Few points: (0, 1), (1, 3), (2, 4), (3, 9). At a = b = 0 the errors are 1, 3, 4, 9. */
const FEW = 'x,y\n0,1\n1,3\n2,4\n3,9\n';

test('the cost is made of the errors as it is told to be, and without a least the run stops by itself', async ({ app }) => {
  await app.uploadCsv('few.csv', FEW);
  await expect(app.chosen('Dataset')).toHaveText('few.csv');
  await openMore(app);
  const note = app.page.locator('#data-note');
  expect(await app.value('cost')).toBe(107 / 4);

  await choose(app, 'Cost of an error', 'absolute, |e|');
  expect(await app.value('cost')).toBe(17 / 4);
  await expect(note).toContainText('Sum of absolute errors: 17.');
  const start = await app.descent();
  expect((await goTo(app, 10)).cost).toBeLessThan(start.cost);

  await choose(app, 'Cost of an error', 'Huber');
  await type(app, 'Threshold δ', '2');
  // e² up to 2, then 4·|e| − 4: 1 + 8 + 12 + 32.
  expect(await app.value('cost')).toBe(53 / 4);
  await expect(note).toContainText('Sum of Huber costs: 53.');
  expect((await goTo(app, 10)).cost).toBeLessThan(53 / 4);
  await type(app, 'Threshold δ', '1000');
  expect(await app.value('cost'), 'beyond all errors it is the square').toBe(107 / 4);
  await expect(app.page.locator('#more-extras')).toContainText('Huber cost, δ = 1000');

  await choose(app, 'Cost of an error', 'signed, e');
  expect(await app.value('cost')).toBe(17 / 4);
  await app.runFast();
  await app.waitForStatus('diverged');
  await expect(app.sentence).toContainText('Signed errors cancel');
  expect(await app.value('cost')).toBeLessThan(0);
  await app.press('Why did it blow up?');
  await expect(app.page.locator('#divergence')).toContainText('tilted plane');
  await panel(app).getByRole('button', { name: 'Use squared errors', exact: true }).click();
  await app.waitForStatus('ready');
  await expect(select(app, 'Cost of an error')).toHaveValue('squared');
  await app.runFast();
  await app.waitForStatus(/converged|epoch-limit/);
});

test('scaled descents tell line and cost in units of the data, and say what scaling does', async ({ app }) => {
  await app.setField('Start slope', '0.25');
  await app.setField('Start intercept', '-3');
  await openMore(app);
  const start = await app.descent();
  const condition = panel(app).locator('#condition');
  await expect(condition).toContainText(/is [\d.,]+ for these data, and would be 1 standardised/);
  const raw = await condition.innerText();
  for (const [x, y] of [['min-max', 'raw'], ['raw', 'min-max'], ['standardised', 'standardised']]) {
    await scale(app, x, y);
    const scaled = await app.descent();
    expect(scaled.epoch).toBe(0);
    expectCloseLine(scaled, start, 1e-12);
    await expect(condition).toContainText('scaled slope and intercept');
    await expect(condition).not.toHaveText(raw);
  }
  await expect(condition).toContainText('is 1 now');
  await expect(app.page.locator('#more-extras')).toHaveText('standardised');

  const end = await goTo(app, 100);
  expectClose(end.slope, await app.value('best-slope'), 1e-9);
  expectClose(end.intercept, await app.value('best-intercept'), 1e-9);
  expectClose(end.cost, await app.value('best-cost'), 1e-9);
  await app.runFast();
  await app.waitForStatus('converged');
});
