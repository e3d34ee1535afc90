import { EVERY_ENGINE, expect, test } from './page.js';
import { picture } from './pictures.js';

/** @param {import('./app.js').App} app */
async function everything(app) {
  const fields = ['Learning rate', 'Learning rate, slider', 'Epochs', 'Tolerance', 'Start slope', 'Start intercept'];
  const values = [...fields, 'Speed'].map((name) => app.field(name).inputValue());
  const chosen = ['Dataset', 'X column', 'Y column'].map((name) => app.chosen(name).innerText());
  return {
    now: await app.descent(),
    status: await app.status(),
    sentence: await app.sentence.innerText(),
    values: await Promise.all(values),
    chosen: await Promise.all(chosen),
    view: await app.page.getByRole('tab', { selected: true }).innerText(),
    log: await app.page.getByLabel('Log scale').isChecked(),
    answer: await app.button('Show the answer').getAttribute('aria-expanded'),
    rows: await app.value('rows'),
    figure: await app.page.locator('#cost-figure').getAttribute('aria-label'),
  };
}

/**
 * Steps back, and notes every moment with its learning rate.
 *
 * @param {import('./app.js').App} app
 * @param {number} steps
 */
async function wayBack(app, steps) {
  const moments = [];
  for (let step = 0; step < steps; step += 1) {
    await app.press('Step back');
    moments.push({ ...(await app.descent()), rate: await app.field('Learning rate').inputValue() });
  }
  return moments;
}

test('a link goes to the clipboard and into the field, and reopens the very moment', EVERY_ENGINE, async ({ app }) => {
  await app.choose('Dataset', 'Old Faithful');
  await app.choose('X column', 'waiting (min)');
  await app.setField('Start slope', '0.125');
  await app.setField('Learning rate', '1.5e-4');
  await app.press('Step', 3);
  await app.setField('Learning rate', '0.0001');
  await app.press('Step', 2);
  await app.setField('Learning rate', '0.00007');
  await app.setField('Epochs', '4321');
  await app.setField('Tolerance', '1e-3');
  await app.slide('Speed', 2);
  await app.page.getByRole('tab', { name: 'Map' }).click();
  await app.page.getByLabel('Log scale').uncheck();
  await app.press('Show the answer');
  const before = await everything(app);
  expect(before.now.epoch).toBe(5);

  const fragment = await app.link();
  await expect(app.sentence).toContainText('The link is on the clipboard.');
  await expect(app.sentence).toContainText('epoch');
  const address = await app.field('Link').inputValue();
  expect(await app.clipboard()).toBe(address);
  expect(address.split('#')[0]).toBe(app.page.url());
  expect(fragment, 'nothing that mail programs break').toMatch(/^[\w.~=&-]+$/);

  // The way here is restored too: over each change of the rate.
  const way = await wayBack(app, 5);
  await app.open(fragment);
  expect(await everything(app)).toEqual(before);
  await expect(app.alert).toHaveCount(0);
  expect(await app.link(), 'its link is the same').toBe(fragment);
  expect(await wayBack(app, 5)).toEqual(way);
});

test('a link reopens a random start, the end of a run with its reason, and the side from which the surface is seen', async ({ app }) => {
  await app.page.getByRole('tab', { name: 'Surface' }).click();
  await app.press('New random start');
  const front = (await picture(app.page, 'cost-base')).hash;
  await app.page.locator('#cost-figure').focus();
  await app.page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await picture(app.page, 'cost-base')).hash).not.toBe(front);
  await app.setField('Learning rate', '0.01');
  await app.runFast();
  await app.waitForStatus('diverged');
  const [before, fragment] = [await everything(app), await app.link()];
  expect(before.sentence).toContain('0.0025856');
  await app.open(fragment);
  expect(await everything(app)).toEqual(before);
  expect(await app.link()).toBe(fragment);
});

test('a link in the address bar of the open page is followed', EVERY_ENGINE, async ({ app }) => {
  await app.choose('Dataset', 'Cars of 1974');
  await app.press('Step', 4);
  const [before, fragment] = [await app.descent(), await app.link()];
  await app.choose('Dataset', 'Anscombe II');
  await app.page.evaluate((hash) => (location.hash = hash), fragment);
  await expect(app.chosen('Dataset')).toHaveText('Cars of 1974');
  expect(await app.descent()).toEqual(before);
});

const PLANTS = 'light (h),height (cm)\n1,2\n2,4\n3,5.125\n';

test('a few rows of own data are in the link, which is said before it is copied', async ({ app }) => {
  await app.uploadCsv('plants.csv', PLANTS);
  const note = app.page.locator('#link-note');
  await expect(note).toHaveText('A link carries your 3 rows, the settings, the epoch and the view.');
  await app.setField('Learning rate', '0.03125');
  await app.press('Step', 2);
  const [before, fragment] = [await app.descent(), await app.link()];
  await expect(app.sentence).toContainText('The link carries your 3 rows, the settings, the epoch and the view.');

  await app.open(fragment);
  await expect(app.alert).toHaveCount(0);
  await expect(app.chosen('Dataset')).toHaveText('plants.csv');
  await expect(app.chosen('X column')).toHaveText('light (h)');
  expect(await app.descent()).toEqual(before);
  expect(await app.link(), 'its link is the same').toBe(fragment);

  await test.step('its columns can be exchanged, and it can be left and come back to', async () => {
    const slope = await app.value('best-slope');
    await app.choose('X column', 'height (cm)');
    await expect(app.chosen('Y column')).toHaveText('light (h)');
    expect(await app.value('best-slope')).not.toBe(slope);
    await app.choose('Dataset', 'Anscombe I');
    await app.choose('Dataset', 'plants.csv');
    await expect(app.chosen('X column')).toHaveText('height (cm)');
    await app.choose('X column', 'light (h)');
    expect(await app.value('best-slope')).toBe(slope);
  });
});

test('a link goes out of sight when the page moves on, and one of the settings only leaves own data behind', async ({ app }) => {
  await app.uploadCsv('plants.csv', PLANTS);
  await expect(app.page.locator('#link-note')).toContainText('your 3 rows');
  await app.setField('Learning rate', '0.03125');
  await app.link();
  await app.page.getByLabel('Settings only').check();
  await expect(app.sentence).toContainText('The link on the clipboard still has your data');
  await expect(app.field('Link')).toBeHidden();
  await expect(app.page.locator('#link-note')).toContainText('none of your data');

  const fragment = await app.link();
  await expect(app.sentence).toContainText('none of your data');
  await expect(app.field('Link')).toHaveAccessibleDescription(/none of your data/);
  expect(fragment).not.toContain('rows=');
  await app.press('Step');
  await expect(app.field('Link')).toBeHidden();
  await app.press('Export');
  await expect(app.field('Embed code')).toHaveValue(/data=own/);
  await expect(app.page.locator('#embed-note')).toContainText('none of your data');

  await app.open(fragment);
  await expect(app.alert).toContainText('does not carry');
  await expect(app.field('Learning rate')).toHaveValue('0.03125');
  await app.uploadCsv('plants.csv', PLANTS);
  await expect(app.alert).toHaveCount(0);
  await expect(app.field('Learning rate'), 'the settings of the link are in force').toHaveValue('0.03125');
});

test('points changed by hand are in the link, to be changed further', async ({ app }) => {
  await app.choose('Dataset', 'Anscombe I');
  await app.press('Edit points');
  await app.press('Add point');
  await app.press('Step', 3);
  const [before, rows, fragment] = [await app.descent(), await app.value('rows'), await app.link()];
  await app.open(fragment);
  expect([await app.descent(), await app.value('rows')]).toEqual([before, rows]);
  await expect(app.chosen('Dataset')).toHaveText('Anscombe I, edited');
  await app.press('Edit points');
  await app.press('Add point');
  expect(await app.value('rows')).toBe(rows + 1);
});

test('a link leads to the chapter that the reader is at', async ({ app }) => {
  await app.page.locator('#chapters').scrollIntoViewIfNeeded();
  const chapter = app.page.locator('#chapter-4');
  await chapter.evaluate((article) => article.scrollIntoView());
  await app.press('Step', 3);
  const before = await app.descent();
  await app.page.evaluate(() => document.getElementById('copy-link')?.click());
  await expect(app.field('Link')).toHaveValue(/&chapter=4&/);
  const address = await app.field('Link').inputValue();
  await app.open(new URL(address).hash);
  await expect(chapter).toBeInViewport();
  await expect(chapter).toBeFocused();
  expect(await app.descent(), 'and keeps the session').toEqual(before);
});
