import { App } from './app.js';
import { TITLES, bar, button, chapter, live, openChapter, showThis } from './chapters.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { wayBack } from './panel.js';

/** @param {import('./app.js').App} app */
async function scrollToLesson(app) {
  await app.page.evaluate(() => localStorage.clear());
  await app.page.locator('#chapters').scrollIntoViewIfNeeded();
  await expect(chapter(app, TITLES.length)).toBeAttached();
}

test('the lesson is there when one comes to it, and reading alone changes nothing', EVERY_ENGINE, async ({ app }) => {
  await app.press('Step', 3);
  const before = [await app.descent(), await app.link()];
  await scrollToLesson(app);
  for (const [index, title] of TITLES.entries()) {
    const heading = chapter(app, index + 1).getByRole('heading', { level: 3 });
    await heading.scrollIntoViewIfNeeded();
    await expect(heading).toHaveText(`${index + 1}. ${title}`);
    await expect(heading).toBeInViewport();
  }
  expect([await app.descent(), await app.link()]).toEqual(before);
  await expect(bar(app)).toBeHidden();
});

test('the names that the page promises are borne by one control each, with the lesson and More beside it', async ({ page }) => {
  const app = await openChapter(page);
  await app.button('More').click();
  await expect(app.page.getByRole('combobox', { name: 'Rule', exact: true })).toBeVisible();
  for (const name of ['Step', 'Step back', 'Run', 'Reset', 'Copy link']) await expect(app.button(name)).toHaveCount(1);
  const inputs = ['Learning rate', 'Learning rate, slider', 'Epochs', 'Tolerance', 'Speed', 'Epoch', 'Predict x'];
  for (const name of [...inputs, 'Dataset', 'X column', 'Y column', 'Upload CSV']) {
    await expect(app.field(name), name).toHaveCount(1);
  }
  for (const name of ['Bowl', 'Map', 'Surface']) {
    await expect(app.page.getByRole('tab', { name, exact: true })).toHaveCount(1);
  }
});

test('chapters give back what the reader had, whatever was shown, stepped and switched in between', async ({ page }) => {
  const app = await openChapter(page);
  await app.press('Step', 7);
  await app.setField('Learning rate', '0.0011');
  await app.press('Step', 2);
  await app.page.getByRole('tab', { name: 'Map' }).click();
  const before = [await app.descent(), await app.link()];
  for (const number of [3, 5, 6, 7, 9]) {
    await showThis(app, number);
    await expect.poll(() => app.value('epoch')).toBe(0);
    await app.press('Step');
    expect(await app.value('epoch')).toBe(1);
  }
  await button(app, 8, 'Stop when it blows up').click();
  await button(app, 8, 'Standardise both').click();
  await expect(app.page.locator('#more-extras')).toContainText('standardised');
  await app.press('Step', 2);
  // The bar belongs to the chapter that was shown last.
  await button(app, 5, 'Try 0.0001 there').click();
  await app.field('Dataset').scrollIntoViewIfNeeded();
  await app.press('Read on');
  await expect(chapter(app, 5)).toBeInViewport();
  await expect(chapter(app, 5)).toBeFocused();
  await app.press('Back to mine');
  await expect(bar(app)).toBeHidden();
  expect([await app.descent(), await app.link()]).toEqual(before);
  await expect(app.page.locator('#more-extras')).toHaveText('');
  const way = await wayBack(app, 3);
  expect(way[2]).toMatch(/^6 .* 0\.002$/);
});

test('chapters give back the reader’s own file, with its columns', async ({ page }) => {
  const app = await openChapter(page);
  await app.uploadCsv('houses.csv', 'size (m²),rooms,price (k€)\n50,2,150\n70,3,180\n80,3,240\n95,4,300\n120,5,350\n');
  await expect(app.chosen('Dataset')).toHaveText('houses.csv');
  await app.choose('X column', 'rooms');
  await app.setField('Learning rate', '0.003');
  await app.press('Step', 4);
  const before = [await app.descent(), await app.link()];
  expect(before[0]).toMatchObject({ epoch: 4 });
  await showThis(app, 8);
  await expect(app.chosen('Dataset')).toHaveText('Old Faithful');
  await button(app, 8, 'Stop when it blows up').click();
  await button(app, 8, 'Standardise both').click();
  await app.press('Step', 3);
  await app.press('Back to mine');
  await expect(app.chosen('Dataset')).toHaveText('houses.csv');
  expect([await app.descent(), await app.link()]).toEqual(before);
  await expect(app.chosen('X column')).toHaveText('rooms');
  await app.choose('X column', 'size (m²)');
  await expect(app.chosen('X column'), 'and the file is still at hand').toHaveText('size (m²)');
  expect(await app.value('rows')).toBe(5);
});

test('what was answered is kept in the browser until it is forgotten', EVERY_ENGINE, async ({ page }) => {
  const app = await openChapter(page);
  const answer = chapter(app, 1).getByRole('radio').last();
  const other = chapter(app, 6).getByRole('radio').first();
  await answer.check();
  await other.check();
  await app.open('chapter=1');
  await expect(chapter(app, 1)).toBeFocused();
  await expect(answer).toBeChecked();
  await expect(other).toBeChecked();
  await expect(chapter(app, 6).locator('.because:visible')).toHaveCount(1);
  await expect(bar(app), 'what was answered before sets nothing up').toBeHidden();
  await app.press('Forget my answers');
  await expect(app.page.locator('.because:visible')).toHaveCount(0);
  await app.open('chapter=1');
  await expect(chapter(app, 1)).toBeFocused();
  await expect(app.page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a chapter has an address, and its neighbours are linked', async ({ page }) => {
  const app = new App(page);
  await app.open('chapter=3');
  await expect(chapter(app, 3)).toBeInViewport();
  await chapter(app, 3).getByRole('link', { name: 'Next chapter' }).click();
  await expect(chapter(app, 4)).toBeFocused();
  await chapter(app, 4).getByRole('link', { name: 'Previous chapter' }).click();
  await expect(chapter(app, 3)).toBeFocused();
  expect(await app.value('epoch')).toBe(0);
  await expect(chapter(app, 1).getByRole('link', { name: 'Previous chapter' })).toHaveCount(0);
  await expect(chapter(app, TITLES.length).getByRole('link', { name: 'Next chapter' })).toHaveCount(0);
  // Who has read on, or gone back to the figures, is not fetched back to the chapter of the address.
  await app.field('Dataset').scrollIntoViewIfNeeded();
  await expect(chapter(app, 3)).not.toBeInViewport();
  await chapter(app, 1).scrollIntoViewIfNeeded();
  await app.frame();
  await expect(chapter(app, 1)).toBeInViewport();
});

test('where the numbers of the lesson cannot be loaded, the page says so', async ({ page }) => {
  const app = new App(page);
  // Not a package, as after a download that broke off.
  await app.page.route('**/pkg/more_bg.wasm', (route) =>
    route.fulfill({ contentType: 'application/wasm', body: 'broken' }));
  await app.open('chapter=6');
  await expect(app.alert).toContainText('could not be loaded');
  await expect(live(app, 6, 'gradient-slope').first()).toHaveText('–');
});
