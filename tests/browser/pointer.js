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

/**
 * The middle handle of a level line, and its right end, found by what the pointer says.
 * @param {Page} page
 */
export async function handlesOf(page) {
  const line = /** @type {[number, number, number]} */ ([0x0b, 0x62, 0xc4]);
  const { y } = await whereIs(page, 'data-overlay', line);
  const [left, right] = [await placeIn(page, 'data', { x: 0, y }), await placeIn(page, 'data', { x: 1, y })];
  /** @param {number} from @param {number} to */
  const between = async (from, to) => {
    const found = [];
    // A handle is wider than two of these moves.
    for (let x = from; x < to; x += 0.02) {
      await page.mouse.move(left.x + (right.x - left.x) * x, left.y);
      if ((await page.locator('#data-figure').getAttribute('data-over')) === 'line') found.push(x);
    }
    return { x: (found[0] + found[found.length - 1]) / 2, y };
  };
  return { middle: await between(0.44, 0.58), end: await between(0.84, 0.98) };
}

/**
 * Drags a handle up or down until a number is what is wanted: it goes evenly with the height.
 *
 * @param {Page} page
 * @param {Place} handle
 * @param {number} x where it is dragged to
 * @param {() => Promise<number>} read
 * @param {number} wanted
 */
export async function dragUntil(page, handle, x, read, wanted) {
  /** @param {number} y */
  const at = async (y) => {
    await pointAt(page, 'data', { x, y });
    return read();
  };
  await pointAt(page, 'data', handle);
  await page.mouse.down();
  const [first, second] = [await at(handle.y), await at(handle.y - 0.2)];
  await at(handle.y - (0.2 * (wanted - first)) / (second - first));
  await page.mouse.up();
}
