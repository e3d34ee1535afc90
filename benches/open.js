/** Pages that measure, beside the files of the built one. */
import { readFile } from 'node:fs/promises';
import { chromium } from '../tests/browser/node_modules/@playwright/test/index.mjs';

/**
 * @typedef {import('../tests/browser/node_modules/@playwright/test/index.js').Browser} Browser
 * @typedef {import('../tests/browser/node_modules/@playwright/test/index.js').Page} Page
 */

/** A headless Chromium. @returns {Promise<Browser>} */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** @param {string} name */
export function file(name) {
  return () => readFile(new URL(name, import.meta.url));
}

/**
 * A page whose script's exports are `window.bench`.
 * @param {Browser} browser
 * @param {string} script
 * @param {Record<string, () => Promise<Buffer>>} files what it loads besides
 * @param {{ body?: string, deviceScaleFactor?: number }} [options]
 * @returns {Promise<Page>}
 */
export async function open(browser, script, files, { body = '', deviceScaleFactor = 1 } = {}) {
  const address = process.env.DOWNHILL_URL;
  if (!address) throw new Error('DOWNHILL_URL must say where the page is served: run `cargo xtask bench`.');
  const context = await browser.newContext({ deviceScaleFactor, viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  const html = `<!doctype html><meta charset="utf-8"><title>bench</title>${body}
<script type="module">window.bench = await import('./${script}');</script>`;
  const served = { ...files, [script]: file(script), 'bench.html': async () => Buffer.from(html) };
  for (const [name, content] of Object.entries(served)) {
    const contentType = name.endsWith('html') ? 'text/html' : 'text/javascript';
    await page.route(`**/${name}`, async (route) => route.fulfill({ contentType, body: await content() }));
  }
  await page.goto(new URL('bench.html', address).href);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}
