import { fileURLToPath } from 'node:url';
import { App } from './app.js';
import { TITLES } from './chapters.js';
import { downloaded } from './downloads.js';
import { EVERY_ENGINE, expect, test as base } from './page.js';
import { Site } from './site.js';

const CSV = 'Height,Weight\n158,52\n171,68\n183,80\n';
const SPREADSHEET = fileURLToPath(new URL('../spreadsheet/files/weather.xlsx', import.meta.url));
const SECOND = 'Downhill, the second version';

// Every test has a site of its own, since it goes away, and a window that may keep it.
const test = base
  .extend(
    /** @type {import('@playwright/test').Fixtures<{ site: Site }, {}, {}>} */ ({
      site: async ({}, use) => {
        const site = new Site();
        await use(site);
        await site.close();
      },
    }),
  )
  .extend({ ownWindow: async ({ site }, use) => use({ baseURL: await site.open(), serviceWorkers: 'allow' }) });

/** Opens the page and waits until it is kept. @param {import('@playwright/test').Page} page */
async function openKept(page) {
  const app = new App(page);
  await app.open();
  await kept(page);
  return app;
}

/** @param {import('@playwright/test').Page} page */
async function kept(page) {
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready');
}

test('once kept, the page opens and does everything with its site gone', EVERY_ENGINE, async ({ page, site }) => {
  const app = await openKept(page);
  await expect(page.locator('footer')).toContainText('works without a network');
  await site.close();

  await test.step('the page that is open reads a file', async () => {
    await app.uploadCsv('people.csv', CSV);
    await expect(app.chosen('Dataset')).toHaveText('people.csv');
  });
  await test.step('it opens again', async () => {
    await page.reload();
    await app.ready();
    await kept(page);
    await app.press('Step');
    expect(await app.value('epoch')).toBe(1);
  });
  await test.step('More', async () => {
    await app.press('More');
    await app.field('Cost of an error').selectOption('absolute');
    await app.press('Reset');
  });
  await test.step('a file, a spreadsheet, and a pasted table', async () => {
    await app.uploadCsv('people.csv', CSV);
    await expect(app.chosen('Dataset')).toHaveText('people.csv');
    await app.uploadFile(SPREADSHEET);
    await expect(app.chosen('Dataset')).toHaveText(/weather/);
    await app.press('Paste or database');
    await app.field('Rows of your table').fill(CSV);
    await app.press('Use this table');
    await expect(app.chosen('Dataset')).toHaveText('typed table');
  });
  await test.step('Export, with a picture, a script and a frame', async () => {
    await app.press('Export');
    await expect(page.frameLocator('#embed-preview').getByRole('button', { name: 'Run', exact: true })).toBeVisible();
    const { text } = await downloaded(app, 'NumPy script');
    expect(text).toContain('import');
    await app.press('Close');
  });
  await test.step('the lesson to its last chapter, and its pages alone', async () => {
    await page.getByRole('link', { name: 'Lesson' }).click();
    await expect(page.getByRole('article').last().getByRole('heading').first()).toContainText(TITLES[TITLES.length - 1]);
    await page.goto('./lesson/5.html');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(TITLES[4]);
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(2);
  });
  await test.step('a link, and programs', async () => {
    await app.open('v=1&data=cars&swapped=0&rate=0~0.001&epochs=50&tolerance=0&start=zero&epoch=3&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0');
    await expect(app.chosen('Dataset')).toHaveText(/Cars/);
    await app.button('Write it yourself').click();
    await expect(page.locator('html')).toHaveAttribute('data-program', 'ready');
    await app.field('Program').fill('show(1, 2)');
    await app.button('Run program').click();
    await expect(page.locator('html')).toHaveAttribute('data-program', 'done');
  });
  await test.step('the page as one file', async () => {
    const link = page.locator('footer').getByRole('link', { name: 'the page as one file' });
    const { file, text } = await downloaded(app, link);
    expect(file).toBe('downhill.html');
    expect(text).toMatch(/^<!doctype html>/);
  });
  await expect(app.alert).toBeHidden();
});

test('a new version is offered, and comes when it is taken, to the same moment', EVERY_ENGINE, async ({ page, site }) => {
  const app = await openKept(page);
  const other = await page.context().newPage();
  await openKept(other);
  const first = await page.title();
  const offer = page.getByText('A new version is ready.');
  await app.press('Step', 3);
  const before = await app.descent();
  await expect(offer).toHaveCount(0);

  site.publish(SECOND);
  site.requests.length = 0;
  await page.reload();
  await app.ready();
  await expect(offer).toBeVisible();
  await expect(page, 'it is not forced').toHaveTitle(first);
  const fetched = site.requests.filter((path) => path !== 'service-worker.js');
  expect(fetched.filter((path) => !/^(index|lesson\/\w+)\.html$/.test(path)), 'what has not changed is not fetched').toEqual([]);
  expect(fetched).toContain('index.html');
  await app.press('Later');
  await expect(offer).toHaveCount(0);

  await page.reload();
  await app.ready();
  await expect(page).toHaveTitle(first);
  await app.press('Step', 3);
  await app.button('Update').click();
  await expect(page).toHaveTitle(SECOND);
  await app.ready();
  await kept(page);
  expect(await app.descent()).toEqual(before);
  await expect(offer).toHaveCount(0);

  await test.step('another tab goes on with the version that it has', async () => {
    const elsewhere = new App(other);
    await elsewhere.press('More');
    await expect(elsewhere.field('Cost of an error')).toBeVisible();
    await expect(other.getByText('A new version is ready.')).toBeVisible();
    await elsewhere.button('Update').click();
    await expect(other).toHaveTitle(SECOND);
  });
  await site.close();
  await page.reload();
  await app.ready();
  await expect(page).toHaveTitle(SECOND);
});

test('the page can be installed', async ({ page }) => {
  test.skip(page.context().browser()?.browserType().name() !== 'chromium', 'only Chromium tells');
  await openKept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toMatch(/\/version-[^/]+\/manifest\.webmanifest$/);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's window is one that keeps nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a page that is worked on removes what a built one has kept at its address', async ({ page, site }) => {
  await openKept(page);
  site.develop('In development');
  await page.reload();
  await expect(page).toHaveTitle('In development');
  const kept = () => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
  await expect.poll(kept).toEqual([0, 0]);
});

test('a frame keeps nothing, and where the browser refuses, the page works as before', EVERY_ENGINE, async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = async () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    // The empty page that a frame begins with has none.
    if (navigator.serviceWorker) Object.defineProperty(navigator.serviceWorker, 'register', { value: refuse });
  });
  const app = new App(page);
  await app.open();
  const footer = page.locator('footer');
  await expect(footer.getByRole('link', { name: 'the page as one file' })).toHaveAttribute('href', 'downhill.html');
  await expect(footer.getByText('works without a network')).toBeHidden();
  await app.press('Step');
  expect(await app.value('epoch')).toBe(1);
  await expect(page.locator('html')).not.toHaveAttribute('data-offline');

  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = './?embed';
    document.body.append(frame);
  });
  const frame = page.frameLocator('iframe').last();
  await expect(frame.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(frame.locator('html')).not.toHaveAttribute('data-offline');
});
