import { readFileSync } from 'node:fs';
import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { weatherFile } from './weather.js';

/**
 * A link that Chromium made of the weather file at epoch 5, and what came of it there.
 *
 * @type {{ fragment: string, expected: Awaited<ReturnType<typeof thousandEpochs>> }}
 */
const MADE = JSON.parse(readFileSync(new URL('short-link.json', import.meta.url), 'utf8'));

/** Goes on from a link for a thousand epochs, and tells everything that came of it. @param {App} app */
async function thousandEpochs(app) {
  await expect(app.chosen('Dataset')).toHaveText(/weather/);
  await expect(app.page.locator('#about')).toContainText("the descent is the sender's, to the last bit");
  expect(await app.value('epoch')).toBe(5);
  await app.setField('Epochs', '1005');
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  const best = ['best-slope', 'best-intercept', 'best-cost'].map((id) => app.value(id));
  return { now: await app.descent(), best: await Promise.all(best), rows: await app.value('rows') };
}

test('a short link of 119,040 rows leads to the same bits in every engine', EVERY_ENGINE, async ({ page }) => {
  const app = new App(page);
  await app.open(MADE.fragment);
  expect(await thousandEpochs(app)).toEqual(MADE.expected);
});

test('a link of 119,040 rows is short, and opens in another profile as it is', async ({ app, browser }) => {
  const weather = weatherFile();
  await app.uploadFile(weather.path);
  await app.choose('X column', 'MinTemp');
  await app.choose('Y column', 'MaxTemp');
  await expect(app.page.locator('#link-note')).toContainText('the exact sums and 300 of your 119,040 points');
  await app.setField('Learning rate', '0.0015');
  await app.press('Step', 5);
  const fragment = await app.link();
  const link = await app.field('Link').inputValue();
  expect(link.length).toBeLessThanOrEqual(2_000);
  const told = async (/** @type {App} */ { page }) => [
    await page.locator('.readouts').innerText(),
    ...(await Promise.all(['slope', 'intercept', 'cost', 'best-slope', 'best-cost'].map((id) => page.locator(`#${id}`).getAttribute('data-value')))),
  ];
  const expected = await told(app);

  const profile = await browser.newContext();
  const opened = new App(await profile.newPage());
  await opened.page.goto(link);
  await opened.ready();
  expect(await told(opened)).toEqual(expected);
  expect(await opened.link(), 'its link is the same').toBe(fragment);
  await profile.close();
});
