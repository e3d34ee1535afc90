import { EVERY_ENGINE, expect, test, versionFolder } from './page.js';
import { choose, field, goTo, openMore, panel, select, type } from './panel.js';

/**
 * Files that are downloaded for the panel. The package and the scripts among it may be there before, for the lesson or for
 * the descriptions of the figures.
 */
const LATER = ['full/panel.html', 'full/panel.css'];
const SCRIPTS = ['full/panel.js', 'full/package.js', 'full/race.js', 'full/sweep.js', 'pkg/more.js', 'pkg/more_bg.wasm'];

test('nothing of the panel is downloaded before it is asked for, and More opens and closes it', EVERY_ENGINE, async ({ app }) => {
  const { page } = app;
  const more = app.button('More');
  const folder = await versionFolder(page);
  // What the page does when nothing else is to be done is no part of this.
  const downloaded = () =>
    page.evaluate((folder) => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name.split(/[?#]/)[0]);
      return names.filter((name) => ['full/', 'pkg/'].some((part) => name.startsWith(folder + part)));
    }, folder);
  const address = (/** @type {string} */ name) => new URL(name, folder).href;
  const later = LATER.map(address);
  await app.press('Step', 2);
  expect((await downloaded()).filter((name) => later.includes(name))).toEqual([]);
  await expect(more).toHaveAttribute('aria-expanded', 'false');

  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(select(app, 'Rule')).toBeVisible();
  expect(await downloaded()).toEqual(expect.arrayContaining([...later, ...SCRIPTS.map(address)]));
  await page.keyboard.press('Tab');
  expect(await panel(app).evaluate((panel) => panel.contains(document.activeElement)), 'Tab leads into it').toBe(true);

  await more.focus();
  await page.keyboard.press('Space');
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(panel(app)).toBeHidden();
  const once = (await downloaded()).length;
  await openMore(app);
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(panel(app).getByRole('table')).toHaveCount(1);
  expect((await downloaded()).length, 'what is there is not downloaded again').toBe(once);
  await more.click();
  await expect(panel(app)).toBeHidden();
  expect(await app.value('epoch'), 'nor has the descent moved').toBe(2);
});

/** Names that belong to controls outside of the panel. */
const TAKEN = [
  ...['Step', 'Step back', 'Run', 'Pause', 'Reset', 'Copy link', 'Link', 'Learning rate', 'Epochs', 'Tolerance'],
  ...['Learning rate, slider', 'Speed', 'Epoch', 'Predict x', 'Dataset', 'X column', 'Y column', 'Upload CSV'],
  ...['Bowl', 'Map', 'Surface'],
];

test('every control of the panel has a name of its own, and says what it does', async ({ app }) => {
  await openMore(app);
  await app.choose('Dataset', 'Anscombe IV');
  await choose(app, 'Cost of an error', 'Huber');
  await panel(app).getByRole('button', { name: 'Four rules' }).click();
  await choose(app, 'Rule', 'RMSProp');
  await choose(app, 'Batch', 'mini-batches');
  await choose(app, 'Schedule', 'step decay');
  const seen = await panel(app).ariaSnapshot();
  expect(seen).not.toMatch(/^ *- (button|checkbox|combobox|radio|textbox)(:| \[|$)/m);
  const names = [...seen.matchAll(/^ *- '?(?:button|checkbox|combobox|radio|textbox) "([^"]+)"/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['Rule', 'alpha', 'Seed', 'gamma', 'Threshold δ', 'Remove run 4']));
  expect(names.filter((name) => TAKEN.includes(name))).toEqual([]);

  const controls = panel(app).locator('input, select, button').filter({ visible: true });
  const unexplained = await controls.evaluateAll((all) =>
    all.filter((control) => {
      const described = (control.getAttribute('aria-describedby') ?? '').split(' ');
      const said = [...described, control.id.startsWith('schedule') ? 'schedule-explains' : ''];
      const beside = control.closest('.field, li, .field-row, .more-part')?.querySelectorAll('.note, span') ?? [];
      const texts = [...said.map((id) => document.getElementById(id)), ...beside];
      return !texts.some((element) => element?.checkVisibility() && /\p{L}{3}.*\./u.test(element.textContent ?? ''));
    }).map(({ outerHTML }) => outerHTML),
  );
  expect(unexplained).toEqual([]);
  expect(await controls.count()).toBe(names.length);

  await app.page.setViewportSize({ width: 320, height: 568 });
  await app.frame();
  const [page, screen] = await app.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(page, 'nothing of it is wider than a small phone').toBe(screen);
});

/** Impossible values of each field of the panel. */
const REFUSED = [
  { name: 'Sweep: the cost after', texts: ['many', '0', '2.5'] },
  { name: 'alpha', texts: ['', 'x', '1'] },
  { name: 'eps', texts: ['-1'] },
  { name: 'centered', texts: ['0.5'] },
  { name: 'step_size', texts: ['0', '2.5'] },
  { name: 'gamma', texts: ['', '1.5'] },
  { name: 'Rows of a batch', texts: ['', '0', '1.5'] },
  { name: 'Seed', texts: ['luck', '-1'] },
  { name: 'Threshold δ', texts: ['wide', '0', 'Infinity'] },
];

test('what cannot be a value is refused in the panel too, with a reason, and the old value stays', async ({ app }) => {
  await app.choose('Dataset', 'Anscombe I');
  await openMore(app);
  await choose(app, 'Rule', 'RMSProp');
  await choose(app, 'Schedule', 'step decay');
  await choose(app, 'Batch', 'mini-batches');
  await choose(app, 'Cost of an error', 'Huber');
  for (const { name, texts } of REFUSED) {
    const now = await goTo(app, 1);
    const states = await field(app, name).evaluate((element, texts) => {
      const input = /** @type {HTMLInputElement} */ (element);
      const error = document.getElementById(`${input.id}-error`);
      const state = () => ({ value: input.value, invalid: input.ariaInvalid, error: error?.textContent });
      /** @param {string} text */
      const take = (text) => {
        input.value = text;
        input.dispatchEvent(new Event('change'));
        return state();
      };
      const described = input.getAttribute('aria-describedby')?.split(' ').includes(`${input.id}-error`);
      return { described, before: state(), refused: texts.map(take) };
    }, texts);
    expect(states.described, `${name} names its error`).toBe(true);
    expect(states.before, name).toMatchObject({ invalid: null, error: '' });
    expect(states.refused, `${name}: what was typed can be put right`).toEqual(
      texts.map((value) => ({ value, invalid: 'true', error: expect.stringMatching(/^\p{Lu}.*\.$/u) })),
    );
    await app.frame();
    expect(await app.descent(), `${name}: a value that is taken starts the run anew`).toEqual(now);
    await type(app, name, states.before.value);
    await expect(field(app, name)).not.toHaveAttribute('aria-invalid');
  }
});
