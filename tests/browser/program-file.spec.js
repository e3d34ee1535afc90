/** The reader's program as a file: real Python with real NumPy comes to the page's numbers. */
import { DESCENT } from '../interpreter/descent.js';
import { downloaded } from './downloads.js';
import { expectClose, expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { runFile } from './python.js';

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
    await expect(app.page.locator('#program-taken')).toContainText(/rows are inside\./);
    expectCloseLine(runFile(text), shown, 1e-9);
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
