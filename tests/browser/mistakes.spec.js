/** Words of the page about programs with mistakes: each is named, in the page, whatever data it has run on before. */
import { EVERY_ENGINE, expect, test } from './page.js';
import { MISTAKES, RULES } from './mistakes.js';

/** @typedef {import('./app.js').App} App */

const CARS = 'v=1&data=cars&swapped=0&rate=0~0.04&epochs=50&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0';

/** Opens the bench with a program. @param {App} app @param {string} fields of a link */
async function openBench(app, fields) {
  await app.page.evaluate(() => localStorage.clear());
  await app.open(fields);
  await app.button('Write it yourself').click();
  await expect(app.page.locator('html')).toHaveAttribute('data-program', 'ready');
}

/** Runs each program in the page, and compares what is said of it. @param {App} app @param {import('./mistakes.js').Case[]} cases */
async function expectAllNamed(app, cases) {
  const verdict = app.page.locator('#program-verdict');
  for (const { what, source, said } of cases) {
    await app.field('Program').fill(source);
    await app.button('Run program').click();
    await expect(app.page.locator('html'), what).toHaveAttribute('data-program', /^(done|failed)$/);
    await expect.soft(verdict, what).toHaveText(said, { timeout: 10_000 });
  }
}

test('each mistake is named', EVERY_ENGINE, async ({ app }) => {
  await openBench(app, CARS);
  await expectAllNamed(app, MISTAKES);
});

test('the page’s rules are recognised by name, and other rates by their numbers', async ({ app }) => {
  await openBench(app, CARS);
  await expectAllNamed(app, RULES);
});
