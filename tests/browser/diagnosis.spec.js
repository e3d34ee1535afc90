import { expect, test } from './page.js';
import { choose, field, openMore, panel, type } from './panel.js';
import { picture } from './pictures.js';

test('a run that blew up is explained in its own numbers, and every way out works', async ({ app }) => {
  const why = app.button('Why did it blow up?');
  await expect(why).toBeHidden();
  const blowUp = async () => {
    await app.setField('Learning rate', '0.01');
    await app.runFast();
    await app.waitForStatus('diverged');
  };
  await blowUp();
  await why.click();
  const divergence = app.page.locator('#divergence');
  await expect(divergence).toBeFocused();
  await expect(app.button('More')).toHaveAttribute('aria-expanded', 'true');
  await expect(divergence).toContainText('0.01');
  await expect(divergence).toContainText('−6.7');
  await expect(divergence).toContainText('6.74 times as far away');
  await expect(divergence).toContainText('0.002585');
  const remedies = divergence.getByRole('button');
  const names = await remedies.allInnerTexts();
  expect(names).toEqual([
    expect.stringMatching(/^Use the largest safe rate, 0\.002585$/),
    expect.stringMatching(/^Use the best rate, 0\.00\d+$/),
    'Standardise x and y',
  ]);
  for (const name of names) {
    if ((await app.status()) !== 'diverged') await blowUp();
    await app.press(name);
    expect(await app.status(), name).toBe('ready');
    await expect(app.button('Run'), 'the next thing to do').toBeFocused();
    await expect(why).toBeHidden();
    await expect(divergence).toBeHidden();
    const rate = / 0\.\d+$/.exec(name)?.[0].trim();
    if (rate) await expect(app.field('Learning rate')).toHaveValue(rate);
    const { cost } = await app.descent();
    await app.runFast();
    await app.waitForStatus(/^(converged|epoch-limit)$/);
    expect(await app.value('cost'), name).toBeLessThan(cost);
  }
});

test('the sweep tells the least cost of all rates, a click in it takes a rate, and the best rates stand above it', async ({ app }) => {
  await openMore(app);
  const sweep = app.page.locator('#sweep-figure');
  await expect(sweep).toHaveRole('img');
  await expect(sweep).toHaveAttribute('aria-label', /^After 100 epochs from this start, the lowest cost, [\d.]+, is at about L = 0\.00\d+\. Yours is /);
  await expect(sweep).toHaveAttribute('aria-label', /Yours is 0\.00\d+\.$/);
  const least = async () => Number(/lowest cost, ([\d.]+),/.exec((await sweep.getAttribute('aria-label')) ?? '')?.[1]);
  const hundred = await least();
  expect(hundred).toBeGreaterThanOrEqual(Math.floor(await app.value('best-cost')));
  expect(hundred).toBeLessThan(await app.value('cost'));
  const drawn = await picture(app.page, 'sweep-base');
  expect(drawn.ink).toBeGreaterThan(0.01);

  await type(app, 'Sweep: the cost after', '1');
  await expect(sweep).toHaveAttribute('aria-label', /^After 1 epoch from this start/);
  expect(await least()).toBeGreaterThan(hundred);
  expect((await picture(app.page, 'sweep-base')).hash).not.toBe(drawn.hash);
  await type(app, 'Sweep: the cost after', 'soon');
  await expect(field(app, 'Sweep: the cost after')).toHaveAttribute('aria-invalid', 'true');
  await expect(app.page.locator('#sweep-epochs-error')).toHaveText(/^This is not a number\..*\.$/);
  await type(app, 'Sweep: the cost after', '100');
  await expect(app.page.locator('#sweep-epochs-error')).toBeEmpty();
  expect(await least()).toBe(hundred);

  await sweep.scrollIntoViewIfNeeded();
  const box = await sweep.boundingBox();
  if (!box) throw new Error('the sweep is not to be seen');
  const rates = [];
  for (const share of [0.6, 0.75, 0.9]) {
    await app.page.mouse.click(box.x + box.width * share, box.y + box.height * 0.4);
    await app.frame();
    rates.push(Number(await app.field('Learning rate').inputValue()));
    await expect(sweep, 'it marks the rate').toHaveAttribute('aria-label', new RegExp(`Yours is ${rates.at(-1)}\\.$`));
  }
  expect(rates).toEqual([...rates].sort((a, b) => a - b));
  expect(new Set(rates).size).toBe(3);

  await expect(panel(app).locator('#best-rates')).toHaveText(/Best for any start: 0\.00\d+\. .*Soonest within 1 % .*: 0\.00\d+, after [\d,]+ epochs\.$/);
  await choose(app, 'Cost of an error', 'absolute, |e|');
  await expect(sweep).toHaveAttribute('aria-label', /on a sample of \d+ rows, the lowest cost/);
  expect((await picture(app.page, 'sweep-base')).ink).toBeGreaterThan(0.01);
  await expect(panel(app).locator('#best-rates')).toHaveText('');
});

/** Words about a line for each set, and the view that Show me shows. */
const SUITABILITY = [
  { dataset: 'Anscombe III', headline: /^One point decides the line/, shows: 'x = 13, y = 12.74' },
  { dataset: 'Anscombe II', headline: /^A line misses the bend/, shows: 'Residuals' },
  { dataset: 'Anscombe IV', headline: /^One point decides the line/, shows: 'x = 19, y = 12.5' },
];

test('whether a line is suitable is told for the data at hand, and shown', async ({ app }) => {
  await openMore(app);
  const headline = panel(app).locator('#suitable-headline');
  const residuals = app.button('Residuals');
  for (const { dataset, headline: said, shows } of SUITABILITY) {
    await app.choose('Dataset', dataset);
    await expect(headline, dataset).toHaveText(said);
    await expect(panel(app).locator('#suitable-notes')).toContainText(/Correlation r = 0\.81[67]:/);
    await panel(app).getByRole('button', { name: 'Show me' }).first().click();
    await app.frame();
    const isPoint = shows !== 'Residuals';
    await expect(residuals).toHaveAttribute('aria-pressed', String(!isPoint));
    await expect(app.page.locator('#data-figure')).toBeInViewport();
    if (isPoint) await expect(app.page.locator('#data-tip')).toContainText(shows);
  }
  await app.choose('Dataset', 'Anscombe I');
  await expect(headline).toHaveText(/^A line suits these data/);
  await expect(panel(app).getByRole('button', { name: 'Show me' })).toHaveCount(0);
});
