import { expect } from '@playwright/test';

/**
 * What a button downloads: the name and the text of the file.
 *
 * @param {import('./app.js').App} app
 * @param {string} name of the button
 */
export async function downloaded(app, name) {
  const { page } = app;
  const firefox = page.context().browser()?.browserType().name() === 'firefox';
  return firefox ? handed(app, name) : saved(app, name);
}

/** @param {import('./app.js').App} app @param {string} name */
async function saved(app, name) {
  const coming = app.page.waitForEvent('download');
  await app.press(name);
  const download = await coming;
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { file: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/**
 * Playwright does not hear of Firefox's downloads: what the page hands to the browser is looked at instead.
 *
 * @param {import('./app.js').App} app @param {string} name
 */
async function handed(app, name) {
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
  await app.press(name);
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
