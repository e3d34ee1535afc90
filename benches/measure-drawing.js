/** Drawing beside uPlot, and what a frame takes. */
import { file, open } from './open.js';
import { faster, ms, row, verdict } from './table.js';

const CANVASES = ['data', 'cost', 'history'].flatMap((name) => [`${name}-base`, `${name}-overlay`]);
const BODY = CANVASES.map((id) => `<canvas id="${id}"></canvas>`).join('');
const FILES = { 'uPlot.esm.js': file('node_modules/uplot/dist/uPlot.esm.js') };

/** What DESIGN wants of a redraw: how many times faster than uPlot, by points and pixel ratio. */
const REDRAWS = [
  { count: 1_000, rounds: 40, wanted: [1, 1] },
  { count: 119_040, rounds: 12, wanted: [20, 10] },
  { count: 1_000_000, rounds: 5, wanted: [40, 40] },
];

/** Milliseconds of script that a frame may take. @type {{ what: string, title: string, count: number, wanted: number }[]} */
const FRAMES = [
  { what: 'turn', title: '60 x 60 surface turned', count: 119_040, wanted: 12 },
  { what: 'ball', title: 'the ball alone on the surface', count: 119_040, wanted: 1 },
  { what: 'run', title: 'a frame of the running descent, all figures', count: 119_040, wanted: 1 },
  { what: 'hover', title: 'pointing at one of 1,000,000 points', count: 1_000_000, wanted: 16 },
];

/** @param {import('./open.js').Browser} browser */
export async function measureDrawing(browser) {
  for (const [index, deviceScaleFactor] of [1, 2].entries()) {
    const page = await open(browser, 'drawing.js', FILES, { body: BODY, deviceScaleFactor });
    console.log(
      `\nPixel ratio ${deviceScaleFactor}, 800 x 500 CSS pixels, medians; pixels are read back after each redraw`,
    );
    row(['redraw of all points, axes included', 'Downhill', 'uPlot', 'ratio', 'reached?']);
    for (const { count, rounds, wanted } of REDRAWS) {
      const { ours, theirs } = await page.evaluate(
        ([count, rounds]) => Reflect.get(window, 'bench').redraw(count, rounds),
        [count, rounds],
      );
      const title = `${count.toLocaleString('en')} points`;
      row([title, ms(ours), ms(theirs), ...faster(theirs / ours, wanted[index])]);
    }
    row(['script a frame', 'median', '95 of 100', '', 'reached?']);
    for (const { what, title, count, wanted } of FRAMES) {
      const { median, most } = await page.evaluate(
        ([what, count]) => Reflect.get(window, 'bench').frame(what, count),
        /** @type {[string, number]} */ ([what, count]),
      );
      row([title, ms(median), ms(most), '', verdict(median <= wanted, `${wanted} ms`)]);
    }
    await page.context().close();
  }
}
