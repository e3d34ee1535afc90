import { builtin } from './builtins.js';
import { button, chapter, openChapter, showThis } from './chapters.js';
import { expectCloseLine } from './numbers.js';
import { expect, test } from './page.js';
import { goTo } from './panel.js';
import { runProgram } from './python.js';

const EPOCHS = [1, 10, 1000];

/** @param {import('./app.js').App} app */
async function moments(app) {
  await app.setField('Epochs', 1000);
  const all = [];
  for (const epoch of EPOCHS) all.push(await goTo(app, epoch));
  expect(all.map(({ epoch }) => epoch)).toEqual(EPOCHS);
  return all;
}

test('the program, copied out of the page and run by NumPy, gives the page’s numbers', async ({ page }) => {
  const app = await openChapter(page, 7);
  await showThis(app, 7);
  await button(app, 7, 'Copy the code').click();
  // The page does not say when the clipboard has it.
  let code = '';
  await expect.poll(async () => (code = (await app.clipboard()) ?? '')).toContain('return a, b, J');
  const shown = await chapter(app, 7).getByRole('listitem').locator('code').allTextContents();
  expect(code.split('\n').filter(Boolean), 'every line that is shown, and no other').toEqual(
    shown.slice(0, shown.findIndex((line) => line.includes('return')) + 1).filter(Boolean),
  );
  expect(code).toMatch(/^import numpy as np\n\ndef descend\(x, y, L, epochs, tolerance=0\.0\):\n/);

  // Without what the chapter has set up, data open with their own settings.
  await app.open();
  const jobs = [];
  /** @type {Awaited<ReturnType<typeof moments>>[]} */
  const pages = [];
  for (const id of ['faithful', 'cars', 'anscombe-1']) {
    const { name, rate, xs, ys } = builtin(id);
    await app.choose('Dataset', name);
    await expect(app.field('Learning rate'), `${name} opens with its rate`).toHaveValue(String(rate));
    expect(await app.value('rows')).toBe(xs.length);
    jobs.push({ name, rate, xs, ys, epochs: EPOCHS });
    pages.push(await moments(app));
  }

  const ends = runProgram(code, jobs);
  expect(ends).toHaveLength(3);
  for (const [job, { name }] of jobs.entries()) {
    for (const [index, epochs] of EPOCHS.entries()) {
      await test.step(`${name} after ${epochs} epochs`, () => expectCloseLine(pages[job][index], ends[job][index], 1e-9));
    }
  }
});
