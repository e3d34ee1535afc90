import { EVERY_ENGINE, expect, test } from './page.js';

test('the page opens below any path and says what it is', EVERY_ENGINE, async ({ page }) => {
  const answer = await page.goto('./');
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/Downhill/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Downhill');
});
