/**
 * The page in frames and on hosts that forbid things, as course systems do. What a host forbids, browsers report; so these
 * tests do not start from page.js, which fails on that.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { EVERY_ENGINE } from './engines.js';
import { Host } from './host.js';
import { SINGLE_FILE } from './single.js';

/** Lets other origins read the files, as some sites do. */
const LENT = { 'Access-Control-Allow-Origin': '*' };
const ROWS = 'a,b\n1,2\n2,4.5\n3,6\n';

const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<{ host: Host }, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */ ({
    host: async ({ baseURL }, use) => {
      const host = new Host(baseURL ?? '');
      await use(host);
      await host.close();
    },
  }),
);

/** @param {import('@playwright/test').FrameLocator} frame */
async function ready(frame) {
  await expect(frame.locator('html')).toHaveAttribute('data-ready', 'true');
}

test('a frame without an origin, on a site that lends its files to none, says so and names the page', EVERY_ENGINE, async ({ page, host }) => {
  for (const search of ['', '?embed']) {
    const frame = await host.open(page, { sandbox: 'allow-scripts', search });
    await expect(frame.getByRole('alert')).toContainText('does not let it run there');
    await expect(frame.locator('#status')).toBeEmpty();
    const link = frame.getByRole('alert').getByRole('link');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveText(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  }
});

test('a frame without an origin that gets its files runs, and reads files', EVERY_ENGINE, async ({ page, host }) => {
  const frame = await host.open(page, { sandbox: 'allow-scripts', headers: LENT });
  await ready(frame);
  await test.step('it steps', async () => {
    await frame.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(frame.locator('#epoch')).toHaveAttribute('data-value', '1');
  });
  await test.step('it reads a file', async () => {
    const file = { name: 'few.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) };
    await frame.getByLabel('Upload CSV', { exact: true }).setInputFiles(file);
    await expect(frame.getByLabel('Dataset', { exact: true }).locator('option:checked')).toHaveText('few.csv');
    await expect(frame.getByRole('alert')).toBeHidden();
  });
});

test('a frame without an origin that gets its files runs programs, and judges them', async ({ page, host }) => {
  const frame = await host.open(page, { sandbox: 'allow-scripts', headers: LENT });
  await ready(frame);
  await frame.getByRole('button', { name: 'Write it yourself' }).click();
  await expect(frame.locator('html')).toHaveAttribute('data-program', 'ready');
  await frame.getByRole('button', { name: 'Run program' }).click();
  await expect(frame.locator('#program-verdict')).not.toBeEmpty();
});

test('answers are remembered while the page is open where nothing may be kept', async ({ page, host }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    }
    for (const [of, name] of /** @type {const} */ ([[Document.prototype, 'cookie'], [Navigator.prototype, 'serviceWorker']])) {
      Object.defineProperty(of, name, {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    }
  });
  /** @type {Error[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error));
  const frame = await host.open(page, { search: '#chapter=1' });
  await ready(frame);
  const answer = frame.locator('#chapter-1 input[type=radio]').first();
  await answer.check();
  await expect(frame.locator('#chapter-1 .because:not([hidden])')).toHaveCount(1);
  await test.step('the bench has its text back', async () => {
    await frame.getByRole('button', { name: 'Write it yourself' }).click();
    const program = frame.getByRole('textbox', { name: 'Program' });
    await program.fill('print(42)');
    await frame.getByLabel('Task', { exact: true }).selectOption({ index: 1 });
    await expect(program).not.toHaveValue('print(42)');
    await frame.getByLabel('Task', { exact: true }).selectOption({ index: 0 });
    await expect(program).toHaveValue('print(42)');
  });
  expect(errors).toEqual([]);
});

test('where a host may forbid downloads, nothing is said to be in them, and the text is there to be copied', EVERY_ENGINE, async ({ page, host }) => {
  const frame = await host.open(page, { sandbox: 'allow-scripts allow-same-origin' });
  await ready(frame);
  await frame.getByRole('button', { name: 'Export', exact: true }).click();
  await frame.getByRole('button', { name: 'Trace as CSV' }).click();
  const field = frame.getByLabel(/^Text of .*\.csv$/);
  await expect(field).toHaveValue(/^epoch,/);
  await expect(frame.locator('#export-code-note')).toContainText('does not allow them: copy its text from the field above');
  await expect(frame.getByText('in your downloads')).toHaveCount(0);
  await test.step('a picture names the page', async () => {
    await frame.locator('#data-svg').click();
    await expect(frame.locator('#pictures-note')).toContainText(/window of its own: http/);
  });
});

// Firefox lets no host forbid it.
test('where a host forbids the clipboard, the field is selected, and the sentence names the keys', async ({ page, host }) => {
  const frame = await host.open(page, { allow: "clipboard-write 'none'" });
  await ready(frame);
  const selected = (/** @type {import('@playwright/test').Locator} */ field) =>
    field.evaluate((element) => {
      const { selectionStart, selectionEnd, value } = /** @type {HTMLTextAreaElement} */ (element);
      return element === document.activeElement && selectionStart === 0 && selectionEnd === value.length && value.length > 0;
    });
  await frame.getByRole('button', { name: 'Copy link' }).click();
  await expect(frame.locator('#status')).toContainText('press Ctrl+C, or ⌘C on a Mac');
  expect(await selected(frame.getByLabel('Link', { exact: true }))).toBe(true);
  await frame.getByRole('button', { name: 'Export', exact: true }).click();
  await test.step('the code of a frame', async () => {
    await frame.locator('#copy-embed').click();
    await expect(frame.locator('#embed-said')).toContainText('press Ctrl+C, or ⌘C on a Mac');
    expect(await selected(frame.locator('#embed-code'))).toBe(true);
  });
  await test.step('the script', async () => {
    await frame.getByRole('button', { name: 'Copy the script' }).click();
    await expect(frame.locator('#export-code-note')).toContainText('press Ctrl+C, or ⌘C on a Mac');
    expect(await selected(frame.getByLabel(/^Text of .*\.py$/))).toBe(true);
  });
});

test('the page says that it cannot start where its host forbids WebAssembly', async ({ page, host }) => {
  const frame = await host.open(page, { headers: { 'Content-Security-Policy': "script-src 'self'" } });
  await expect(frame.getByRole('alert')).toContainText('does not let it run there');
  await expect(frame.locator('#status')).toBeEmpty();
});

test('the single file says what to do where its host does not let it run', EVERY_ENGINE, async ({ page, host }) => {
  const file = readFileSync(fileURLToPath(SINGLE_FILE));
  for (const [policy, sentence] of [
    ["script-src 'self'", 'does not let it run. Save the file, and open it from your disk.'],
    ["default-src 'none'", 'does not let it run. Save the file, and open it from your disk.'],
    ["script-src 'self' 'unsafe-inline'", 'could not be opened here. If a site shows it, save the file'],
  ]) {
    const frame = await host.open(page, { headers: { 'Content-Security-Policy': policy } }, file);
    await expect(frame.locator('#opening'), policy).toContainText(sentence);
    await expect(frame.locator('#opening'), policy).toBeVisible();
  }
});
