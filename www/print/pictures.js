/**
 * The page's figures as pictures for paper: in light, of a size that suits a sheet, and finer than a screen has them.
 *
 * @import { Page } from '../core/page.js'
 */
import { canvases } from '../figures/canvases.js';

/** Figures and their sizes on paper, in CSS pixels. @type {[name: 'data' | 'cost' | 'history', width: number, height: number][]} */
const SIZES = [
  ['data', 340, 300],
  ['cost', 340, 300],
  ['history', 690, 190],
];
/** Pixels of a picture to a CSS pixel. */
const FINENESS = 4;

/**
 * The figures as they stand. The page's own ones draw them, which are then what they were before: that takes no more
 * time than printing leaves.
 * @param {Page} page
 */
export function drawForPaper(page) {
  const { figures, session } = page;
  const layers = canvases();
  const before = SIZES.map((_, i) => [layers[2 * i].width, layers[2 * i].height]);
  figures.setTheme(false);
  figures.reduceMotion(true);
  for (const [name, width, height] of SIZES) figures.resize(name, width, height, FINENESS);
  figures.draw(session, performance.now(), false);
  const pictures = SIZES.map(([name], i) => [name, flattened(layers[2 * i], layers[2 * i + 1])]);
  for (const [i, [name]] of SIZES.entries()) {
    const [width, height] = before[i];
    figures.resize(name, width / devicePixelRatio, height / devicePixelRatio, devicePixelRatio);
  }
  figures.setTheme(matchMedia('(prefers-color-scheme: dark)').matches);
  figures.reduceMotion(matchMedia('(prefers-reduced-motion: reduce)').matches);
  page.draw();
  return /** @type {Record<'data' | 'cost' | 'history', HTMLCanvasElement>} */ (Object.fromEntries(pictures));
}

/**
 * Picture of two canvases, one above the other, as an image: Chromium prints what was only just drawn by drawing it
 * once more, in another size.
 * @param {HTMLCanvasElement} base
 * @param {HTMLCanvasElement} overlay
 */
function flattened(base, overlay) {
  const { width, height } = base;
  const drawn = new OffscreenCanvas(width, height);
  const context = drawn.getContext('2d');
  for (const layer of [base, overlay]) context?.drawImage(layer, 0, 0, width, height);
  const picture = Object.assign(document.createElement('canvas'), { width, height });
  picture.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.transferToImageBitmap());
  return picture;
}
