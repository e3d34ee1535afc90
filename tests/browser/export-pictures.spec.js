import { readFile } from 'node:fs/promises';
import { EVERY_ENGINE, expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

/**
 * Saves a picture and reads it. Firefox tells its driver of no download: there it is taken on its way out.
 *
 * @param {App} app
 * @param {string} name
 */
async function saved(app, name) {
  const { page } = app;
  if (page.context().browser()?.browserType().name() === 'chromium') {
    const [download] = await Promise.all([page.waitForEvent('download'), app.button(name).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
  const taken = await page.evaluateHandle(() => {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    /** @type {Blob | MediaSource} */
    let blob;
    URL.createObjectURL = (given) => createObjectURL((blob = given));
    const file = new Promise((/** @type {(file: { name: string, data: unknown }) => void} */ take) => {
      HTMLAnchorElement.prototype.click = function () {
        Object.assign(URL, { createObjectURL });
        Object.assign(HTMLAnchorElement.prototype, { click });
        const reader = new FileReader();
        reader.onload = () => take({ name: this.download, data: reader.result });
        if (blob instanceof Blob) reader.readAsDataURL(blob);
      };
    });
    return { file };
  });
  await app.button(name).click();
  const file = await taken.evaluate(({ file }) => file);
  return { name: file.name, bytes: Buffer.from(String(file.data).split(',')[1], 'base64') };
}

/** @param {App} app */
async function openDialog(app) {
  await app.button('Export').click();
  await expect(app.page.locator('#history-size')).not.toBeEmpty();
}

/**
 * Width and height of a figure in whole CSS pixels.
 *
 * @param {App} app
 * @param {string} id
 */
async function sizeOf(app, id) {
  const box = await app.page.locator(id).boundingBox();
  return [Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)];
}

/** Width and height of a PNG, as its first chunk says. @param {Buffer} bytes */
function pixels(bytes) {
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.subarray(12, 16).toString()).toBe('IHDR');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('each figure is an SVG that opens as an image, at its size, with a title and a description', async ({ app, page }) => {
  await app.press('Step', 3);
  const sizes = await Promise.all(['#data-figure', '#cost-figure'].map((id) => sizeOf(app, id)));
  await openDialog(app);
  for (const [index, [figure, file]] of [['Data', 'data'], ['Cost', 'cost-surface'], ['Cost by epoch', 'cost-by-epoch']].entries()) {
    const { name, bytes } = await saved(app, `${figure} as SVG`);
    expect(name).toBe(`weather-second-world-war-${file}.svg`);
    const seen = await page.evaluate(async (text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      const said = (/** @type {string} */ tag) => document.querySelector(tag)?.textContent ?? '';
      return { size: [image.naturalWidth, image.naturalHeight], title: said('title'), description: said('desc'), broken: said('parsererror') };
    }, bytes.toString());
    expect(seen.broken).toBe('');
    expect(seen.title).toBe(`${figure}: Weather, Second World War`);
    expect(seen.description).toMatch(/\d\.$/);
    if (sizes[index]) expect(seen.size).toEqual(sizes[index]);
  }
});

test('a PNG has one, two or four times the pixels of its figure, and shows it', EVERY_ENGINE, async ({ app, page }) => {
  const [width, height] = await sizeOf(app, '#data-figure');
  await openDialog(app);
  for (const scale of [1, 2, 4]) {
    await app.field('Size of PNG').selectOption(`${scale}×`);
    await expect(page.locator('#data-size')).toHaveText(`${width * scale} × ${height * scale} pixels`);
    const { name, bytes } = await saved(app, 'Data as PNG');
    expect(name).toBe(`weather-second-world-war-data-${scale}x.png`);
    expect(pixels(bytes)).toEqual([width * scale, height * scale]);
    const colours = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const copy = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
      if (!copy) throw new Error('no canvas to copy to');
      copy.drawImage(image, 0, 0);
      const { data: all } = copy.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
      return new Set(new Uint32Array(all.buffer)).size;
    }, bytes.toString('base64'));
    expect(colours).toBeGreaterThan(50);
  }
});

test('pictures are light unless dark ones are asked for, and the cost has the view that is chosen', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('tab', { name: 'Map' }).click();
  await openDialog(app);
  const light = await saved(app, 'Cost as SVG');
  expect(light.name).toBe('weather-second-world-war-cost-map.svg');
  expect(light.bytes.toString()).toContain('fill="#ffffff"');
  await app.field('Colours of pictures').selectOption('dark');
  const dark = await saved(app, 'Cost as SVG');
  expect(dark.bytes.toString()).not.toContain('fill="#ffffff"/>');
});
