/** What is printed: the page on a sheet, chapters as worksheets. Only Chromium makes a PDF for a test. */
import { inflateSync } from 'node:zlib';
import { EVERY_ENGINE, expect, test } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Takes what `Print` asks the browser for: a PDF follows. @param {Page} page */
function waitToPrint(page) {
  return page.evaluate(() => {
    window.print = () => document.documentElement.toggleAttribute('data-printed', true);
  });
}

/** Prints, and returns the number of sheets and the pictures on them. @param {Page} page */
async function printed(page) {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const pictures = [...pdf.matchAll(/<<([^]*?)>>\s*stream\r?\n/g)].flatMap(({ 0: head, 1: dictionary, index }) => {
    const number = (/** @type {string} */ name) => Number(new RegExp(`/${name} (\\d+)`).exec(dictionary)?.[1]);
    if (!/\/Subtype \/Image/.test(dictionary) || !/\/ColorSpace \/DeviceRGB|\/ICCBased|\/ColorSpace \d+ 0 R/.test(dictionary)) return [];
    const start = index + head.length;
    const bytes = inflateSync(new Uint8Array(Buffer.from(pdf.slice(start, start + number('Length')), 'latin1')));
    return [{ width: number('Width'), height: number('Height'), bytes }];
  });
  return { sheets: [...pdf.matchAll(/\/Type \/Page\b/g)].length, pictures };
}

/**
 * How many pixels of a picture have a colour.
 * @param {{ bytes: Buffer }} picture
 * @param {(red: number, green: number, blue: number) => boolean} isMeant
 */
function count({ bytes }, isMeant) {
  let found = 0;
  for (let i = 0; i + 2 < bytes.length; i += 3) if (isMeant(bytes[i], bytes[i + 1], bytes[i + 2])) found += 1;
  return found;
}

/** Violet, as the points are in light. @param {number} red @param {number} green @param {number} blue */
const isPoint = (red, green, blue) => blue > 150 && blue - red > 40 && red - green > 20;
/** @param {number} red @param {number} green @param {number} blue */
const isDark = (red, green, blue) => red + green + blue < 150;

/** What can be read on paper; the other engines cannot show it. @param {Page} page */
async function textOnPaper(page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  if (!isChromium(page)) return (await page.locator('.paper').textContent()) ?? '';
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: null, colorScheme: 'dark' });
  return text;
}

/** @param {Page} page */
const isChromium = (page) => page.context().browser()?.browserType().name() === 'chromium';

/** Asks for a worksheet of a chapter. @param {import('./app.js').App} app @param {number} chapter @param {string} name */
async function askForWorksheet(app, chapter, name) {
  const { page } = app;
  await app.button('Export').click();
  await page.getByRole('combobox', { name: 'Chapter', exact: true }).selectOption(String(chapter));
  await page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
  await app.button(name).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');
}

test('the page prints its figures as they stand, in light, with the numbers and where it is', EVERY_ENGINE, async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.choose('Dataset', 'Old Faithful');
  await app.press('Step', 3);
  await expect(page.locator('footer')).toContainText('the page as one file');
  const sizes = () => page.locator('canvas[id]').evaluateAll((all) => all.map((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.width : 0)));
  const before = await sizes();
  await page.evaluate(() => ['beforeprint', 'afterprint'].forEach((name) => dispatchEvent(new Event(name))));
  await app.frame();
  expect(await sizes(), 'the page is what it was').toEqual(before);
  await expect(page.locator('.paper')).toHaveCount(0);
  const text = await textOnPaper(page);
  const { slope } = await app.descent();
  for (const part of ['Old Faithful', 'Learning rate L', String(slope).slice(0, 5), 'Epoch 3', page.url().split('#')[0]]) {
    expect(text).toContain(part);
  }
  for (const part of ['Run', 'Step back', 'Upload CSV', 'Export', 'Chapter']) expect(text).not.toContain(part);
  await expect(page.locator('.paper svg[aria-label^="QR code"]')).toHaveCount(1);
  expect(await page.locator('.paper a').getAttribute('href')).toContain('data=faithful');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  if (!isChromium(page)) return;

  const { sheets, pictures } = await printed(page);
  expect(sheets).toBeLessThanOrEqual(2);
  expect(pictures).toHaveLength(3);
  expect(count(pictures[0], isPoint), 'pixels of points').toBeGreaterThan(5_000);
  for (const picture of pictures) {
    const { width, height } = picture;
    expect(count(picture, isDark), 'the paper is light').toBeLessThan(0.2 * width * height);
  }
});

test('a chapter prints as a worksheet, and as the teacher’s copy with its answers', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await waitToPrint(page);
  await askForWorksheet(app, 5, 'Worksheet');
  const paper = page.locator('.paper');
  const worksheet = await textOnPaper(page);
  expect(worksheet).toContain('5. How big a step?');
  expect(worksheet).toContain('Which ball has the lowest cost after 100 epochs?');
  for (const part of ['Right:', 'Look for it with one ball', 'Run\n', 'Export']) expect(worksheet).not.toContain(part);
  await expect(paper.locator('.question .paper-box')).toHaveCount(3);
  await expect(paper.locator('input, button')).toHaveCount(0);
  expect(await paper.locator('.paper-line').count()).toBeGreaterThan(0);
  const { sheets, pictures } = await printed(page);
  expect(sheets).toBeLessThanOrEqual(2);
  expect(count(pictures[0], isPoint), 'pixels of points').toBeGreaterThan(5_000);

  await test.step('what is printed next is the page again', async () => {
    expect(await textOnPaper(page)).toContain('Weather');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  });
  await page.evaluate(() => (location.hash = 'chapter=5'));
  await expect(page.locator('#chapters a[aria-current]')).toHaveText(/How big a step/);
  await app.button('Export').click();
  await expect(page.locator('#print-chapter'), 'the chapter that one comes from').toHaveValue('5');
  await page.keyboard.press('Escape');
  await askForWorksheet(app, 5, 'Worksheet with answers');
  const copy = await textOnPaper(page);
  expect(copy).toContain('Right:');
  expect(copy, 'the number that the page writes there').toContain('about 0.0695 for Old Faithful');
  await expect(paper.locator('[data-right]')).toHaveText(/The middle one/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});
