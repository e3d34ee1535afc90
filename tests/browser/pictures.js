/**
 * What can be seen on a canvas, read from a copy: reading the page's own canvas over and over would
 * change how the browser keeps it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} id
 */
export async function picture(page, id) {
  return page.locator(`canvas#${id}`).evaluate((element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!copy) throw new Error('no canvas to copy to');
    copy.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    /** @type {Map<number, number>} */
    const colours = new Map();
    let [hash, light] = [0, 0];
    // Most pixels are like the one before: a run of equal ones is counted at its end.
    let start = 0;
    for (let i = 0; i < pixels.length; i += 1) {
      const pixel = pixels[i];
      hash = (Math.imul(hash, 31) + pixel) | 0;
      if (i + 1 < pixels.length && pixels[i + 1] === pixel) continue;
      const count = i + 1 - start;
      start = i + 1;
      colours.set(pixel, (colours.get(pixel) ?? 0) + count);
      light += count * ((pixel & 255) + ((pixel >> 8) & 255) + ((pixel >> 16) & 255));
    }
    const most = Math.max(...colours.values());
    return {
      width,
      height,
      /** Tells one picture from another. */
      hash,
      colours: colours.size,
      /** The share of pixels that differ from the background. */
      ink: 1 - most / pixels.length,
      /** From black, 0, to white, 1. */
      lightness: light / (3 * 255 * pixels.length),
    };
  });
}

/** The layers of the three figures. */
export const LAYERS = ['data', 'cost', 'history'].flatMap((name) => [`${name}-base`, `${name}-overlay`]);
