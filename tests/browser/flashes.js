/**
 * Flashes as WCAG 2.2 measures them (2.3.1, "general flash and red flash thresholds"): pairs of opposing
 * changes of luminance by a tenth, or of saturated red, over more than a quarter of any 10 degrees of
 * sight, which are 341 by 256 pixels of the page.
 */
export const FLASH_AREA = 0.25 * 341 * 256;

/**
 * Lets a run go on by so many epochs, one picture an epoch, and measures the largest area that changed one way
 * with one epoch and back with the next. The page's clock has to be held (`page.clock`): it goes on here, by a
 * frame each tenth of a second, so that the pictures do not depend on how fast the machine draws.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} figure 'data' or 'cost'
 * @param {number} epochs
 * @returns {Promise<number>} in pixels of the page
 */
export async function largestFlash(page, figure, epochs) {
  const shot = await page.evaluateHandle((figure) => {
    const layers = ['base', 'overlay'].map((layer) => document.querySelector(`canvas#${figure}-${layer}`));
    const { width, height } = layers[0]?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const [columns, rows] = [Math.round(width), Math.round(height)];
    const copy = new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true });
    if (!copy) throw new Error('no canvas to copy to');
    /** @type {{ epoch: number, data: Uint8ClampedArray }[]} */
    const pictures = [];
    const take = () => {
      for (const layer of layers) {
        if (layer instanceof HTMLCanvasElement) copy.drawImage(layer, 0, 0, columns, rows);
      }
      const epoch = Number(document.getElementById('epoch')?.dataset.value);
      const { data } = copy.getImageData(0, 0, columns, rows);
      if (pictures.at(-1)?.epoch !== epoch) pictures.push({ epoch, data });
      return pictures.length;
    };
    return { columns, rows, pictures, take };
  }, figure);
  for (let taken = 0, time = 0; taken < epochs; time += 1) {
    if (time > 20 * epochs) throw new Error(`the run stands at its picture ${taken}`);
    await page.clock.fastForward(100);
    taken = await shot.evaluate(({ take }) => take());
  }
  return shot.evaluate(measure, { width: 341, height: 256 });
}

/**
 * @param {{ columns: number, rows: number, pictures: { data: Uint8ClampedArray }[] }} shot
 * @param {{ width: number, height: number }} sight
 */
function measure({ columns, rows, pictures }, { width, height }) {
  const channel = Float32Array.from({ length: 256 }, (_, value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  /** @param {Uint8ClampedArray} data @param {number} i */
  const look = (data, i) => {
    const [red, green, blue] = [channel[data[4 * i]], channel[data[4 * i + 1]], channel[data[4 * i + 2]]];
    const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return { luminance, redness: red >= 0.8 * (red + green + blue) ? Math.max(0, 320 * (red - green - blue)) : 0 };
  };
  // 1 where a pixel became lighter or less red, −1 where darker or redder, by enough to count.
  const changes = pictures.slice(1).map(({ data: after }, index) => {
    const { data: before } = pictures[index];
    const [now, then] = [new Uint32Array(after.buffer), new Uint32Array(before.buffer)];
    return Int8Array.from(now, (pixel, i) => {
      if (pixel === then[i]) return 0;
      const [was, is] = [look(before, i), look(after, i)];
      const lighter = is.luminance - was.luminance;
      if (Math.abs(lighter) >= 0.1 && Math.min(is.luminance, was.luminance) < 0.8) return Math.sign(lighter);
      const redder = is.redness - was.redness;
      return Math.abs(redder) > 20 ? -Math.sign(redder) : 0;
    });
  });
  // The most pixels that changed and changed back in any window, by sums over all rectangles from the corner.
  let greatest = 0;
  for (const [index, now] of changes.slice(1).entries()) {
    const was = changes[index];
    const sums = new Uint32Array((columns + 1) * (rows + 1));
    for (let row = 1; row <= rows; row += 1) {
      for (let column = 1; column <= columns; column += 1) {
        const i = (row - 1) * columns + column - 1;
        const at = row * (columns + 1) + column;
        sums[at] = Number(was[i] * now[i] < 0) + sums[at - 1] + sums[at - columns - 1] - sums[at - columns - 2];
        const [top, left] = [Math.max(0, row - height), Math.max(0, column - width)];
        const inside = sums[at] - sums[top * (columns + 1) + column]
          - sums[row * (columns + 1) + left] + sums[top * (columns + 1) + left];
        greatest = Math.max(greatest, inside);
      }
    }
  }
  return greatest;
}
