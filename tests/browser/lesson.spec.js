import { App } from './app.js';
import { TITLES, bar, button, chapter, expectShown, live, openChapter, showKept, showThis } from './chapters.js';
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
  const asBefore = async () => [await app.descent(), (await app.link()).replace(/&chapter=\d+/, '')];
  expect(await asBefore()).toEqual(before);

  await test.step('figures and text do not belong together: a line says so, and offers the one press', async () => {
    await chapter(app, 3).evaluate((article) => article.scrollIntoView());
    await expect(bar(app)).toContainText('The figures show Weather, Second World War, as you left it.');
    await expect(bar(app).getByRole('button', { name: 'Back to mine' })).toBeHidden();
    const name = (await chapter(app, 3).getAttribute('data-show-name')) ?? '';
    await bar(app).getByRole('button', { name, exact: true }).click();
    await expectShown(app, 3);
    await expect(app.chosen('Dataset')).toHaveText('Anscombe I');
    await chapter(app, 5).evaluate((article) => article.scrollIntoView());
    await expect(bar(app)).toContainText('These figures belong to chapter 3. You are reading chapter 5.');
    await chapter(app, 3).evaluate((article) => article.scrollIntoView());
    await expect(bar(app)).not.toContainText('belong to');
    await app.press('Back to mine');
    expect(await asBefore()).toEqual(before);
  });
});

test('entering a chapter on purpose sets up its figures, and the keys of the figures work', EVERY_ENGINE, async ({ app }) => {
  await app.uploadCsv('three.csv', 'x,y\n1,2\n2,3\n4,4\n');
  await expect(app.chosen('Dataset')).toHaveText('three.csv');
  const link = (/** @type {string} */ name) => app.page.getByRole('link', { name, exact: true });
  const data = (/** @type {string} */ name) => expect(app.chosen('Dataset')).toHaveText(name);

  await test.step('by the first screen, a neighbour and the contents', async () => {
    const ways = [link('Start the lesson'), app.button('Use your own data')];
    const [lesson, own] = await Promise.all(ways.map((way) => way.boundingBox()));
    expect([own?.height, own?.y], 'choices of equal weight').toEqual([lesson?.height, lesson?.y]);
    await link('Start the lesson').click();
    await expectShown(app, 1);
    await data('Old Faithful');
    await expect(chapter(app, 1)).toBeFocused();
    await expect(bar(app).getByRole('button', { name: 'Back to mine' })).toBeInViewport({ ratio: 1 });
    await chapter(app, 1).getByRole('link', { name: 'Next chapter' }).click();
    await expectShown(app, 2);
    await data('Anscombe I');
    const contents = app.page.getByRole('navigation', { name: 'Chapters' });
    await contents.getByRole('link', { name: TITLES[6] }).click();
    await expectShown(app, 7);
    await data('Cars of 1974');
    await expect(contents.locator('[aria-current]')).toHaveText(TITLES[6]);
    await expect(contents.getByRole('listitem').nth(6)).toContainText('here');
  });

  await test.step('Space and arrows act on the figures', async () => {
    await app.page.keyboard.press('ArrowRight');
    await expect(app.page.locator('#epoch')).toHaveText('1');
    await app.page.keyboard.press('ArrowLeft');
    await expect(app.page.locator('#epoch')).toHaveText('0');
    await app.page.keyboard.press('Space');
    await expect(app.page.locator('#epoch')).not.toHaveText('0');
    await app.page.keyboard.press('Space');
    await app.waitForStatus('paused');
  });

  await test.step('other data in the figures: no goal of the chapter counts, and the line says so', async () => {
    await app.choose('Dataset', 'Anscombe I');
    await expect(bar(app)).toContainText('The figures show Anscombe I');
    await expect(bar(app)).not.toHaveAttribute('data-reached');
  });

  await test.step('back in the browser’s history to where there was no chapter gives the file back', async () => {
    await app.page.evaluate(() => history.go(-3));
    await data('three.csv');
  });
});

test('no answer is in sight before its question is asked', async ({ page }) => {
  const app = await openChapter(page, 5);
  const scale = app.page.locator('.rate-scale');
  const slider = app.field('Learning rate, slider');
  const kept = app.page.getByText('The largest stable rate is kept back');

  await test.step('the largest stable rate in chapter 5, until the goal is reached or given up', async () => {
    await expect(scale).toBeHidden();
    await expect(kept).toBeVisible();
    await expect(slider).not.toHaveAccessibleDescription(/stable/);
    await expect(live(app, 5, 'limit').first()).toHaveText('…');
    await app.setField('Learning rate', 0.08);
    await expect(app.sentence).toContainText('largest stable rate for these data, …');
    await app.field('Dataset').scrollIntoViewIfNeeded();
    await expect(scale, 'nor above the lesson, while the figures are the chapter’s').toBeHidden();
    await app.press('Back to mine');
    await expect(scale).toBeVisible();
    await showThis(app, 5);
    await expect(scale).toBeHidden();
    await showKept(app, 5);
    await expect(scale).toBeVisible();
    await expect(kept).toHaveCount(0);
    await expect(slider).toHaveAccessibleDescription(/largest stable rate is 0\.0695/);
    await chapter(app, 5).scrollIntoViewIfNeeded();
    await expect(live(app, 5, 'limit').first()).toHaveText('0.0695');
  });

  await test.step('r² in chapter 2, until it is answered', async () => {
    await showThis(app, 2);
    await expect(live(app, 2, 'r-squared')).toHaveText('…');
    await app.press('Show the answer');
    await expect(app.page.locator('#r-squared')).toBeHidden();
    await chapter(app, 2).evaluate((article) => article.scrollIntoView());
    await expect(app.page.locator('html')).toHaveAttribute('data-docked', '');
    await chapter(app, 2).getByRole('radio').first().check();
    await expect(live(app, 2, 'r-squared')).toHaveText(/^0\.6\d/);
    await expect(app.page.locator('#r-squared')).toBeVisible();
  });

  await test.step('“Is a line suitable?” answers beside the text', async () => {
    await button(app, 2, 'Is a line suitable?').click();
    const verdict = chapter(app, 2).locator('.verdict');
    await expect(verdict).toBeInViewport();
    await expect(verdict.getByRole('paragraph').first()).toHaveText(/\S/);
    await expect(verdict.getByRole('listitem').first()).toBeVisible();
    await expect(app.button('More')).toHaveAttribute('aria-expanded', 'false');
  });

  await test.step('NaN in chapter 8, in the text and in the bar', async () => {
    await showThis(app, 8);
    await chapter(app, 8).evaluate((article) => article.scrollIntoView());
    await expect(chapter(app, 8).getByText('NaN').first()).toBeHidden();
    await expect(bar(app)).toContainText('What becomes of J?');
    await chapter(app, 8).getByRole('radio').first().check();
    await expect(chapter(app, 8).getByText('NaN').first()).toBeVisible();
    await expect(bar(app)).toContainText('With the check off');
  });
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

test('chapters give back what the reader had, whatever was shown, stepped and switched in between', async ({ app }) => {
  await app.press('Step', 7);
  await app.setField('Learning rate', '0.0011');
  await app.press('Step', 2);
  await app.page.getByRole('tab', { name: 'Map' }).click();
  const before = [await app.descent(), await app.link()];
  await scrollToLesson(app);
  for (const number of [3, 5, 6, 7, 9]) {
    await showThis(app, number);
    await expect.poll(() => app.value('epoch')).toBe(0);
    await app.press('Step');
    expect(await app.value('epoch')).toBe(1);
  }
  await showKept(app, 8);
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
  await expect(app.page.locator('#more-extras')).toHaveText('');
  expect([await app.descent(), (await app.link()).replace(/&chapter=\d+/, '')]).toEqual(before);
  const way = await wayBack(app, 3);
  expect(way[2]).toMatch(/^6 .* 0\.002$/);
});

test('chapters give back the reader’s own file, with its columns', async ({ app }) => {
  await app.uploadCsv('houses.csv', 'size (m²),rooms,price (k€)\n50,2,150\n70,3,180\n80,3,240\n95,4,300\n120,5,350\n');
  await expect(app.chosen('Dataset')).toHaveText('houses.csv');
  await app.choose('X column', 'rooms');
  await app.setField('Learning rate', '0.003');
  await app.press('Step', 4);
  const before = [await app.descent(), await app.link()];
  expect(before[0]).toMatchObject({ epoch: 4 });
  await scrollToLesson(app);
  await showThis(app, 8);
  await expect(app.chosen('Dataset')).toHaveText('Old Faithful');
  await showKept(app, 8);
  await button(app, 8, 'Stop when it blows up').click();
  await button(app, 8, 'Standardise both').click();
  await app.press('Step', 3);
  await app.press('Back to mine');
  await expect(app.chosen('Dataset')).toHaveText('houses.csv');
  expect([await app.descent(), (await app.link()).replace(/&chapter=\d+/, '')]).toEqual(before);
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
  await expectShown(app, 1);
  await expect(app.page.locator('#intercept'), 'what was answered before reveals nothing now').toHaveText('60.0000');
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
