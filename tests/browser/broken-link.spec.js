import { expect, test } from './page.js';

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

/** Fields and values that no page makes. */
const HOSTILE = [
  ['v', '3'],
  ['v', '99999999999999999999'],
  ['data', 'nothing'],
  ['epoch', '1e308'],
  ['epoch', '-1'],
  ['epochs', '1e308'],
  ['rate', '0~NaN'],
  ['rate', '0~-1'],
  ['rate', '0~1e-4_3~1e-4_2~1e-4'],
  ['tolerance', '-1'],
  ['start', 'at_1e308_1e308'],
  ['camera', '1'],
  ['view', '<img>'],
  ['swapped', '7'],
];

test('a broken link opens a page that works and says what is wrong', async ({ app }) => {
  const whole = await app.link();
  const broken = [
    'garbage',
    '%%%',
    '<script>alert(1)</script>',
    whole.slice(0, whole.length / 2),
    'a'.repeat(20_000),
    `${whole}&more=${'&'.repeat(20_000)}`,
    ...HOSTILE.map(([field, value]) => changed(whole, field, value)),
  ];
  for (const fragment of broken) {
    await test.step(fragment.slice(0, 80), async () => {
      await app.page.evaluate((hash) => (location.hash = hash), fragment);
      await expect(app.alert).toHaveText(/link.*\. The page opened as for a first visit\./i);
      await app.press('Step');
      const { epoch, slope } = await app.descent();
      expect({ epoch, moves: slope > 0 }).toEqual({ epoch: 1, moves: true });
      await app.button('Dismiss').click();
    });
  }
});

test('a link that is broken when the page loads does not keep it from loading', async ({ app }) => {
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
    await app.open(changed(whole, field, value));
    await app.press('Step back');
    const { slope, intercept, cost } = await app.descent();
    expect([slope, intercept, cost].every(Number.isFinite), `${field}=${value}`).toBe(true);
  }
});
