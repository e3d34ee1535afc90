/** The script of `cargo xtask serve`, which keeps an open page up to date, under the page's own policy. */
import { readFileSync } from 'node:fs';
import { App } from './app.js';
import { expect, test } from './page.js';

const script = readFileSync(new URL('../../xtask/src/watch/reload.js', import.meta.url), 'utf8');

/**
 * Has the page carry the script, as that server sends it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {{ page: number, failure: string | null }} news what the server tells the script
 */
async function follow(page, news) {
  let number = 0;
  await page.route(/\/(#.*)?$/, async (route) => {
    const html = await (await route.fetch()).text();
    number += 1;
    const tag = `<script src="serve/reload.js?page=${number}" async></script>`;
    await route.fulfill({ contentType: 'text/html', body: html.replace('</head>', `${tag}</head>`) });
  });
  await page.route('**/serve/reload.js?*', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.route('**/serve/news', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: `retry: 100\ndata: ${JSON.stringify(news)}\n\n` }),
  );
}

// A page that is followed asks for news for as long as it is open.
test.afterEach(({ page }) => page.goto('about:blank').then(() => {}));

test('a build that failed is told on the page, until one succeeds', async ({ page }) => {
  const app = new App(page);
  const news = { page: 1, failure: /** @type {string | null} */ ('error[E0425]: cannot find <x> in this scope') };
  await follow(page, news);
  await app.open();
  const alert = page.getByRole('alert').filter({ hasText: 'The build failed' });
  await expect(alert).toContainText('cannot find <x> in this scope');
  await expect(alert).toHaveCSS('position', 'fixed');
  await alert.getByRole('button', { name: 'Hide' }).click();
  await expect(alert).toHaveCount(0);

  news.failure = 'error: another one';
  await expect(alert).toContainText('another one');
  news.failure = null;
  await expect(alert).toHaveCount(0);
});

test('a page that is no longer the one that is served loads itself again and keeps its link', async ({ page }) => {
  const app = new App(page);
  const news = { page: 1, failure: null };
  await follow(page, news);
  await app.open('data=faithful&view=map');
  const address = page.url();
  await page.evaluate(() => document.documentElement.setAttribute('data-old', 'true'));
  news.page = 2;
  await expect(page.locator('html')).not.toHaveAttribute('data-old', 'true');
  await app.ready();
  expect(page.url()).toBe(address);
});
