import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { App } from './app.js';
import { plainDescent, readColumns } from './descent.js';
import { expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { SINGLE_FILE } from './single.js';
import { weatherFile } from './weather.js';

// It may ask for nothing but itself.
test.use({ ownWindow: { baseURL: SINGLE_FILE } });

/**
 * Opens the single file from the disk.
 * @param {import('@playwright/test').Page} page
 * @param {string} [fragment]
 */
async function openFile(page, fragment = '') {
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await page.goto(`${SINGLE_FILE}${fragment && '#'}${fragment}`);
  const app = new App(page);
  await app.ready();
  return app;
}

test('the single file opens from a disk, imports, runs, and makes links to itself', EVERY_ENGINE, async ({ page }) => {
  const app = await openFile(page);
  await expect(page).toHaveTitle(/Downhill/);
  await app.press('Step');
  expect(await app.value('epoch')).toBe(1);

  const weather = weatherFile();
  const { xs, ys } = readColumns(weather.path, 'MinTemp', 'MaxTemp');
  await test.step('a large file is read, and descended on to the end', async () => {
    await app.uploadFile(weather.path);
    await app.choose('X column', 'MinTemp');
    await app.choose('Y column', 'MaxTemp');
    await expect(app.chosen('Y column')).toHaveText('MaxTemp');
    expect(await app.value('rows')).toBe(xs.length);
    await app.setField('Learning rate', '0.0001');
    await app.setField('Epochs', '1000');
    await app.runFast();
    await app.waitForStatus('epoch-limit');
    expectCloseLine(await app.descent(), plainDescent(xs, ys, 0.0001, 1000), 1e-9);
  });

  await test.step('a link goes on where the session stands', async () => {
    await app.choose('Dataset', 'Cars of 1974');
    await app.press('Step', 3);
    const before = await app.descent();
    const link = await app.link();
    expect(await app.field('Link').inputValue()).toContain(SINGLE_FILE);
    await openFile(page, link);
    expect(await app.descent()).toEqual(before);
  });
  await expect(app.alert).toBeHidden();
});

test('a link with a program opens its data, and says where the program can run', async ({ page }) => {
  // As the page packs it.
  const program = `a${deflateRawSync('loop\nshow(1, 2)\n').toString('base64url')}`;
  const app = await openFile(page, `v=1&data=cars&swapped=0&rate=0~0.001&epochs=50&tolerance=0&start=zero&epoch=3&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0&program=${program}`);
  await expect(app.alert).toContainText('On the site');
  await expect(app.chosen('Dataset')).toHaveText(/Cars/);
  expect(await app.value('epoch')).toBe(3);
});

test('what is loaded later on the site is in the single file, and it says what it cannot do', async ({ page }) => {
  const app = await openFile(page, 'data=heights.csv');
  await expect(app.alert, 'read another file').toContainText('Choose the file with Upload CSV');
  await app.press('Dismiss');
  await test.step('More', async () => {
    await app.press('More');
    await app.field('Cost of an error').selectOption('absolute');
    await app.press('Step');
    expect(await app.value('epoch')).toBe(1);
  });
  await test.step('no spreadsheets', async () => {
    await app.uploadFile(fileURLToPath(new URL('../spreadsheet/files/weather.xlsx', import.meta.url)));
    await expect(app.alert).toContainText('This page is a single file, which cannot open spreadsheets.');
    await app.press('Dismiss');
  });
  await test.step('other data than files', async () => {
    await app.press('Paste or database');
    await expect(app.field('Database').getByRole('option').first()).toBeAttached();
    await app.field('Rows of your table').fill('Height, Weight\n158, 52\n171, 68\n183, 80');
    await app.press('Use this table');
    await expect(app.chosen('Dataset')).toHaveText('typed table');
  });
  await test.step('what leaves the page', async () => {
    await app.press('Export');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    const picturesOnPaper = () =>
      page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const { length } = document.querySelectorAll('.paper canvas');
        dispatchEvent(new Event('afterprint'));
        return length;
      });
    await expect.poll(picturesOnPaper).toBe(3);
  });
  await test.step('the lesson, with its glossary', async () => {
    await page.getByRole('link', { name: 'Lesson' }).click();
    const chapter = page.getByRole('article').first();
    await expect(chapter.getByRole('heading')).toHaveText(/A line that predicts/);
    await chapter.getByRole('button', { name: /^Show / }).first().click();
    await expect(app.button('Back to mine')).toBeVisible();
    await page.getByRole('link', { name: 'Glossary' }).click();
    await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
    expect(page.url()).toContain(SINGLE_FILE);
  });
  await app.button('Write it yourself').click();
  await expect(app.alert, 'run programs').toContainText('On the site');
});
