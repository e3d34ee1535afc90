import { expect, test as base } from '@playwright/test';
import { App } from './app.js';
import { EVERY_ENGINE } from './engines.js';

export { EVERY_ENGINE, expect };

/**
 * @typedef {import('@playwright/test').BrowserContextOptions} WindowOptions
 * @typedef {{ page: import('@playwright/test').Page, faults: string[] }} Window
 * @typedef {{ app: App, ownWindow: WindowOptions | undefined }} PageFixtures
 * @typedef {{ shared: Window }} WorkerFixtures
 */

/**
 * Lists what no test may see happen: errors, warnings and requests to elsewhere.
 *
 * @param {import('@playwright/test').BrowserContext} context
 * @param {WindowOptions} options
 */
function watch(context, { baseURL: home = '', javaScriptEnabled = true }) {
  /** @type {string[]} */
  const faults = [];
  context.on('console', (message) => {
    // Without scripts nothing uses what is loaded for them, and the browser says so after a few seconds.
    if (!javaScriptEnabled && message.text().includes('was preloaded')) return;
    if (['error', 'warning', 'assert'].includes(message.type())) {
      faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => {
    const thrown = error.error();
    faults.push(`uncaught: ${thrown.stack || thrown}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (![home, 'data:', 'blob:'].some((start) => url.startsWith(start))) {
      faults.push(`request to elsewhere: ${url}`);
    }
  });
  return faults;
}

/**
 * Opens a window of the browser.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {WindowOptions} options
 * @returns {Promise<Window>}
 */
async function openWindow(browser, options) {
  const context = await browser.newContext(options);
  // A page that is kept would not ask for its files, and its worker takes time from other tests.
  if (options.serviceWorkers !== 'allow') {
    await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }));
  }
  const faults = watch(context, options);
  return { page: await context.newPage(), faults };
}

/**
 * Puts a new page in the place of one that has lost the keyboard: in Firefox nothing brings it back,
 * and without it there is no focus and no blur.
 *
 * @param {Window} window
 */
async function keepKeyboard(window) {
  const { page } = window;
  if (await page.evaluate(() => document.hasFocus())) return;
  window.page = await page.context().newPage();
  await page.close();
}

/**
 * Leaves a window as a new one would be, with nothing kept; the next test loads the page anew.
 *
 * @param {import('@playwright/test').Page} page
 * @param {WindowOptions} options
 */
async function restore(page, { viewport, baseURL }) {
  if (page.url().startsWith(baseURL ?? '')) await page.evaluate(() => localStorage.clear());
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: null });
  if (viewport) await page.setViewportSize(viewport);
}

/**
 * Every test of the page starts from this one: it fails when the page reports an error or a
 * warning, or asks for anything that is not its own. `app` is the page, open and ready.
 *
 * A window costs Chromium more time than most tests, so the tests of a worker share one, and each
 * loads the page anew. A test that needs another kind of window asks for its `ownWindow`.
 */
export const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<PageFixtures, WorkerFixtures, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions, import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions>} */ ({
    ownWindow: [undefined, { option: true }],
    shared: [
      async ({ browser }, use, { project }) => {
        const window = await openWindow(browser, windowOptions(project.use));
        await use(window);
        await window.page.context().close();
      },
      { scope: 'worker' },
    ],
    page: async ({ browser, shared, ownWindow }, use, { project }) => {
      const options = { ...windowOptions(project.use), ...ownWindow };
      if (!ownWindow) await keepKeyboard(shared);
      const { page, faults } = ownWindow ? await openWindow(browser, options) : shared;
      faults.length = 0;
      await use(page);
      if (ownWindow) await page.context().close();
      else await restore(page, options);
      expect(faults, 'errors, warnings and requests to elsewhere').toEqual([]);
    },
    app: async ({ page }, use) => {
      const app = new App(page);
      await app.open();
      await use(app);
    },
  }),
);

/**
 * The address of the folder that the page loads its files from, which is named by their contents.
 *
 * @param {import('@playwright/test').Page} page
 */
export function versionFolder(page) {
  return page.evaluate(() => {
    const script = [...document.scripts].find(({ type }) => type === 'module');
    return new URL('..', script?.src).href;
  });
}

/**
 * What a window takes from the configuration.
 *
 * @param {WindowOptions & { contextOptions?: WindowOptions }} use
 * @returns {WindowOptions}
 */
function windowOptions({ baseURL, viewport, contextOptions }) {
  return { baseURL, viewport, ...contextOptions };
}
