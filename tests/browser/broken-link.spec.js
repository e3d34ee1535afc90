import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/**
 * A link with one field changed.
 *
 * @param {string} fragment
 * @param {string} field
 * @param {string} value
 */
function changed(fragment, field, value) {
  const altered = fragment.replace(new RegExp(`(^|&)${field}=[^&]*`), `$1${field}=${value}`);
  if (altered === fragment) throw new Error(`the link has no other ${field}: ${fragment}`);
  return altered;
}

test('a broken link opens a page that works and says what is wrong', async ({ app }) => {
  const whole = await app.link();
  // What else is refused, the tests of links know.
  const broken = [
    '<script>alert(1)</script>',
    '%%%',
    whole.slice(0, whole.length / 2),
    `${whole}&more=${'&'.repeat(40_000)}`,
    changed(whole, 'v', '99999999999999999999'),
  ];
  for (const fragment of broken) {
    await test.step(fragment.slice(0, 80), async () => {
      await app.page.evaluate((hash) => (location.hash = hash), fragment);
      await expect(app.alert).toHaveText(/link.*\. The page carries on without it\./i);
      await app.press('Reset');
      await app.press('Step');
      const { epoch, slope } = await app.descent();
      expect({ epoch, moves: slope > 0 }).toEqual({ epoch: 1, moves: true });
      await app.button('Dismiss').click();
    });
  }
});

test('a link that is broken when the page loads does not keep it from loading', async ({ page }) => {
  const app = new App(page);
  await app.open('v=1&data=weather&epoch=1e308');
  await expect(app.alert).toContainText('link');
  await expect(app.chosen('Dataset')).toHaveText(/Weather/);
  await app.press('Step');
  expect(await app.status()).toBe('paused');
});

test('a link that asks for odd but possible things gets what is possible', async ({ app }) => {
  const whole = await app.link();
  const odd = [['speed', '4000000000'], ['camera', 'NaN_inf'], ['camera', '1e308_-1e308'], ['epoch', '10000000']];
  for (const [field, value] of odd) {
    await app.page.evaluate((hash) => (location.hash = hash), changed(whole, field, value));
    await app.frame();
    await app.press('Step back');
    const { slope, intercept, cost } = await app.descent();
    expect([slope, intercept, cost].every(Number.isFinite), `${field}=${value}`).toBe(true);
  }
});

test('a link that mail and chats have mangled opens as it was sent', async ({ page }) => {
  const app = new App(page);
  await app.open('');
  await app.press('Step');
  const [link, descent] = [await app.link(), await app.descent()];
  await app.open(`${link.replaceAll('&', '&amp;').replaceAll('~', '%7E')}).&fbclid=IwAR0`);
  expect(await app.descent()).toEqual(descent);
  await expect(app.alert).toBeHidden();
});

test('links leave own data in reach: a broken one changes nothing, and Back leads back from another', EVERY_ENGINE, async ({ app }) => {
  const elsewhere = await app.link();
  await app.uploadCsv('own.csv', 'x,y\n1,2\n2,3\n3,5\n');
  await expect(app.page.locator('#rows')).toHaveAttribute('data-value', '3');
  await app.press('Step');
  const descent = await app.descent();
  const home = app.page.url();

  await app.page.evaluate(() => (location.hash = 'v=2&data=weather'));
  await expect(app.alert).toContainText('The page carries on without it.');
  expect(await app.descent()).toEqual(descent);
  expect(app.page.url(), 'the broken link is not kept in the address').toBe(home);
  await app.button('Dismiss').click();

  await app.page.evaluate((hash) => (location.hash = hash), elsewhere);
  await expect(app.page.locator('#rows')).toHaveAttribute('data-value', '119040');
  await app.page.evaluate(() => history.back());
  await expect(app.page.locator('#rows')).toHaveAttribute('data-value', '3');
  expect(await app.descent()).toEqual(descent);

  await app.paste(`<https://example.org/#${elsewhere.replace('&rate', '\n&rate')}>`);
  await expect(app.page.locator('#rows'), 'a link that is pasted opens').toHaveAttribute('data-value', '119040');
});
