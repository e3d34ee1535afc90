/**
 * A hand in a figure: places are shares of the figure's width and height.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ x: number, y: number }} Place
 */

/**
 * @param {Page} page
 * @param {'data' | 'cost'} figure
 * @param {Place} at
 */
export async function placeIn(page, figure, { x, y }) {
  const box = await page.locator(`#${figure}-figure`).boundingBox();
  if (!box) throw new Error(`#${figure}-figure is not to be seen`);
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

/**
 * @param {Page} page
 * @param {'data' | 'cost'} figure
 * @param {Place} at
 */
export async function pointAt(page, figure, at) {
  const { x, y } = await placeIn(page, figure, at);
  await page.mouse.move(x, y);
}

/**
 * @param {Page} page
 * @param {'data' | 'cost'} figure
 * @param {Place} at
 */
export async function clickAt(page, figure, at) {
  const { x, y } = await placeIn(page, figure, at);
  await page.mouse.click(x, y);
}

/**
 * @param {Page} page
 * @param {'data' | 'cost'} figure
 * @param {Place} from
 * @param {Place} to
 */
export async function drag(page, figure, from, to) {
  const [start, end] = [await placeIn(page, figure, from), await placeIn(page, figure, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

/**
 * Where a canvas has most of a colour, as shares of its width and height: the middle of all pixels
 * that are about that colour.
 *
 * @param {Page} page
 * @param {string} id of the canvas
 * @param {[number, number, number]} colour
 * @returns {Promise<Place & { pixels: number }>}
 */
export async function whereIs(page, id, colour) {
  return page.locator(`canvas#${id}`).evaluate((element, [red, green, blue]) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!copy) throw new Error('no canvas to copy to');
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let [pixels, x, y] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const away = Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue);
      if (away > 24 || data[at + 3] < 250) continue;
      pixels += 1;
      x += (at / 4) % width;
      y += Math.floor(at / 4 / width);
    }
    return { x: x / pixels / width, y: y / pixels / height, pixels };
  }, colour);
}

/** The colour of the ball in the light theme. @type {[number, number, number]} */
export const BALL = [0xd9, 0x6a, 0x00];
