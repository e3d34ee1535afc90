import { expect } from '@playwright/test';

/** @typedef {string | import('@playwright/test').Locator} Trigger the name of a button, or an element */

/**
 * What a button or link downloads: the name and the text of the file.
 *
 * @param {import('./app.js').App} app
 * @param {Trigger} trigger
 */
export async function downloaded(app, trigger) {
  const { page } = app;
  const firefox = page.context().browser()?.browserType().name() === 'firefox';
  return firefox ? handed(app, trigger) : saved(app, trigger);
}

/** @param {import('./app.js').App} app @param {Trigger} trigger */
function press(app, trigger) {
  return typeof trigger === 'string' ? app.press(trigger) : trigger.click();
}

/** @param {import('./app.js').App} app @param {Trigger} trigger */
async function saved(app, trigger) {
  const coming = app.page.waitForEvent('download');
  await press(app, trigger);
  const download = await coming;
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { file: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/**
 * Playwright does not hear of Firefox's downloads: what the page hands to the browser is looked at instead.
 *
 * @param {import('./app.js').App} app @param {Trigger} trigger
 */
async function handed(app, trigger) {
  await app.page.evaluate(() => {
    const { createObjectURL } = URL;
    /** @type {Blob} */
    let last;
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) last = blob;
      return createObjectURL(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      Object.assign(window, { handed: { file: this.download, blob: last, isOurs: this.href.startsWith('blob:') } });
    };
    Object.assign(window, { handed: undefined });
  });
  await press(app, trigger);
  const told = () =>
    app.page.evaluate(async () => {
      const handed = /** @type {{ file: string, blob: Blob, isOurs: boolean } | undefined} */ (Reflect.get(window, 'handed'));
      return handed?.isOurs ? { file: handed.file, text: await handed.blob.text() } : undefined;
    });
  await expect.poll(async () => (await told())?.file).toBeTruthy();
  const found = await told();
  if (!found) throw new Error('nothing was downloaded');
  return found;
}
