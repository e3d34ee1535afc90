import { App } from './app.js';
import { FLASH_AREA, largestFlash } from './flashes.js';
import { expect, test } from './page.js';

/** The slider's level of ten epochs a second: faster than any area may alternate. */
const FAST = 2;
/** The level of one epoch a second: half a flash a second, which any area may do. */
const SLOW = 0;

/** As many points as have their errors drawn one by one, so that there are as many edges as there can be. */
const MANY = ['x,y', ...Array.from({ length: 120 }, (_, i) => `${i % 40},${((i * 37) % 100) - (i % 7)}`)].join('\n');

/**
 * Chooses a rate a little below the largest stable one, at which the line jumps from side to side.
 *
 * @param {import('./app.js').App} app
 */
async function zigzag(app) {
  const note = (await app.page.locator('#stable-note').textContent()) ?? '';
  await app.field('Learning rate').fill(String(0.985 * Number(/rate is (\S+);/.exec(note)?.[1])));
  await app.field('Learning rate').press('Enter');
}

/**
 * Runs from the start at a level of the slider, and measures what flashes.
 *
 * @param {import('./app.js').App} app
 * @param {number} speed
 */
async function flashOf(app, speed) {
  const { clock } = app.page;
  await app.button('Reset').click();
  await app.slide('Speed', speed);
  // Longer than squares wait for their fill.
  await clock.fastForward(500);
  await app.button('Run').click();
  // With its first epochs a run may lose its fill, which is a single change.
  for (let frame = 0; frame < 4; frame += 1) await clock.fastForward(100);
  const area = await largestFlash(app.page, 'data', 4);
  await app.button('Pause').click();
  await clock.fastForward(500);
  return area;
}

for (const reducedMotion of /** @type {const} */ (['reduce', 'no-preference'])) {
  test.describe(`motion: ${reducedMotion}`, () => {
    test.use({ ownWindow: { reducedMotion, viewport: { width: 1920, height: 1080 } } });
    test('no large area flashes while a run zigzags, with squares or bars, among points or residuals', async ({ page }) => {
      const app = new App(page);
      await page.clock.install();
      await app.open();
      await app.uploadCsv('many.csv', MANY);
      await expect(app.chosen('Dataset')).toHaveText('many.csv');
      await page.clock.pauseAt(Date.now() + 60_000);
      // With few points squares are the largest.
      for (const [dataset, ...names] of [['many.csv', 'Squares', 'Residuals', 'Squares'], ['Anscombe I', 'Residuals', 'Squares']]) {
        await app.field('Dataset').selectOption({ label: dataset });
        await page.clock.fastForward(500);
        await zigzag(app);
        for (const name of names) {
          await app.button(name).click();
          await page.clock.fastForward(100);
          const pressed = await page.getByRole('button', { name: /^(Squares|Residuals)$/, pressed: true }).allInnerTexts();
          if (pressed.length === 0) continue;
          const what = `${dataset}: ${pressed.join(' and ')}`;
          const area = await flashOf(app, FAST);
          expect(area, `${what}: that the line alternates is seen`).toBeGreaterThan(100);
          expect(area, what).toBeLessThan(FLASH_AREA);
        }
      }
      expect(await flashOf(app, SLOW), 'slow epochs have filled squares').toBeGreaterThan(FLASH_AREA);
    });
  });
}
