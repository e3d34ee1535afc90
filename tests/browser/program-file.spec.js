/** The reader's program as a file: real Python with real NumPy comes to the page's numbers. */
import { DESCENT } from '../interpreter/descent.js';
import { builtin } from './builtins.js';
import { downloaded } from './downloads.js';
import { expectClose, expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { lastLine, printedBy, runFile } from './python.js';

for (const [data, rate] of /** @type {const} */ ([['cars', 0.001], ['faithful', 0.0001], ['anscombe-1', 0.01]])) {
  test(`on ${data} the right program, saved, gives the page’s a, b and J under real Python`, EVERY_ENGINE, async ({ app }) => {
    await app.page.evaluate(() => localStorage.clear());
    await app.open(
      `v=1&data=${data}&swapped=0&rate=0~${rate}&epochs=50&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0`,
    );
    await app.button('Write it yourself').click();
    const html = app.page.locator('html');
    await expect(html).toHaveAttribute('data-program', 'ready');
    const program = app.field('Program');
    const gaps = await program.inputValue();
    const source = gaps.replace(/da = .*/, 'da = -2 * np.mean(x * errors)').replace(/db = .*/, 'db = -2 * np.mean(errors)');
    await program.fill(source);
    await app.button('Run program').click();
    await expect(html).toHaveAttribute('data-program', 'done');
    await app.frame();
    const shown = await app.descent();
    expect(shown.epoch).toBe(50);
    const { file, text } = await downloaded(app, 'Save as .py');
    expect(file).toMatch(/^downhill-.*-program\.py$/);
    expect(text.slice(-source.length), 'the program is at its end, unchanged').toBe(source);
    await expect(app.page.locator('#program-taken')).toContainText(/rows are included\./);
    expectCloseLine(lastLine(printedBy(text)), shown, 1e-9);
    await program.press('End');
    await program.press('Space');
    await expect(app.page.locator('#program-taken')).toBeEmpty();
  });
}

test('a program that was given a sample takes the sample along', async ({ app }) => {
  // Too many rows for a link, which carries their sums and a sample.
  const rows = Array.from({ length: 3_000 }, (_, i) => `${(i * 37) % 101},${((i * 53) % 89) + 0.25 * ((i * 37) % 101)}`);
  await app.uploadCsv('walk.csv', `x,y\n${rows.join('\n')}\n`);
  await expect(app.chosen('Dataset')).toHaveText(/walk/);
  await app.setField('Learning rate', '0.0001');
  await app.setField('Epochs', '40');
  await app.open(await app.link());
  await app.button('Write it yourself').click();
  const html = app.page.locator('html');
  await expect(html).toHaveAttribute('data-program', 'ready');
  await expect(app.page.locator('#program-given')).toContainText('a sample: 300 of 3,000 rows');
  await app.field('Program').fill(DESCENT);
  await app.button('Run program').click();
  await expect(html).toHaveAttribute('data-program', 'done');
  await app.frame();
  const shown = await app.descent();
  const { text } = await downloaded(app, 'Save as .py');
  await expect(app.page.locator('#program-taken')).toContainText('sample');
  const { slope, intercept } = runFile(text);
  expectClose(slope, shown.slope, 1e-9);
  expectClose(intercept, shown.intercept, 1e-9);
});

test('the largest stable rate, computed and saved, is the page’s under real Python', async ({ app }) => {
  await app.page.evaluate(() => localStorage.clear());
  await app.open('v=1&data=cars&swapped=0&rate=0~0.001&epochs=40&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0');
  await app.button('Write it yourself').click();
  const html = app.page.locator('html');
  await expect(html).toHaveAttribute('data-program', 'ready');
  await app.field('Task').selectOption('rate');
  const program = app.field('Program');
  await expect(program).toHaveValue(/limit/);
  const gaps = await program.inputValue();
  await program.fill(
    gaps
      .replace(/haa = .*/, 'haa = 2 * np.mean(x ** 2)')
      .replace(/hab = .*/, 'hab = 2 * np.mean(x)')
      .replace(/limit = .*/, 'limit = 4 / (haa + hbb + np.sqrt((haa - hbb) ** 2 + 4 * hab ** 2))'),
  );
  await app.button('Run program').click();
  await expect(app.page.locator('#program-verdict')).toContainText('Task done.');
  const shown = await app.descent();
  const { text } = await downloaded(app, 'Save as .py');
  const printed = printedBy(text);
  expectCloseLine(lastLine(printed), shown, 1e-9);
  const [x] = [builtin('cars').xs];
  const mean = (/** @type {number[]} */ all) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [square, first] = [mean([...x].map((value) => value * value)), mean([...x])];
  const limit = 2 / (square + 1 + Math.hypot(square - 1, 2 * first));
  const told = Number(/largest stable rate: (\S+)/.exec(printed)?.[1]);
  expect(Math.abs(told / limit - 1)).toBeLessThan(1e-9);
});
