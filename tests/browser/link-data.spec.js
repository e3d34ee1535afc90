import { firefox } from '@playwright/test';
import config from './playwright.config.js';
import { App } from './app.js';
import { expect, test } from './page.js';
import { weatherFile } from './weather.js';

/** Opens a link, goes on for a thousand epochs, and tells everything that came of it. @param {App} app */
async function thousandEpochs(app) {
  await app.setField('Epochs', '1005');
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  const best = ['best-slope', 'best-intercept', 'best-cost'].map((id) => app.value(id));
  return { now: await app.descent(), best: await Promise.all(best), rows: await app.value('rows') };
}

// Chromium makes the link, and Firefox is started to open it.
test('a short link of 119,040 rows leads to the same bits in another profile and in another browser', async ({
  app,
  browser,
}) => {
  await app.uploadFile(weatherFile().path);
  await app.choose('X column', 'MinTemp');
  await app.choose('Y column', 'MaxTemp');
  await expect(app.page.locator('#link-note')).toContainText('the exact sums and 300 of your 119,040 points');
  await app.setField('Learning rate', '0.0015');
  await app.press('Step', 5);
  await app.link();
  const link = await app.field('Link').inputValue();
  expect(link.length).toBeLessThanOrEqual(2_000);
  const expected = await thousandEpochs(app);
  expect(expected.now.epoch).toBe(1_005);

  const profile = await browser.newContext();
  const other = await firefox.launch({ channel: 'moz-firefox', ...config.projects?.[1].use?.launchOptions });
  for (const context of [profile, await other.newContext()]) {
    const page = await context.newPage();
    await page.goto(link);
    const opened = new App(page);
    await opened.ready();
    await expect(opened.chosen('Dataset')).toHaveText(/weather/);
    await expect(page.locator('#about')).toContainText("the descent is the sender's, to the last bit");
    expect(await opened.value('epoch')).toBe(5);
    expect(await thousandEpochs(opened)).toEqual(expected);
  }
  await profile.close();
  await other.close();
});
