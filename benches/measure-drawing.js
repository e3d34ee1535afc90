/** Drawing beside uPlot, and what a frame takes. */
import { file, open } from './open.js';
import { faster, median, ms, row, verdict } from './table.js';

const CANVASES = ['data', 'cost', 'history'].flatMap((name) => [`${name}-base`, `${name}-overlay`]);
const BODY = CANVASES.map((id) => `<canvas id="${id}"></canvas>`).join('');
const FILES = { 'uPlot.esm.js': file('node_modules/uplot/dist/uPlot.esm.js') };

/** Pages that are opened to draw once. */
const COLD_PAGES = 7;
const COLD_COUNT = 119_040;

/** What is wanted of a redraw: how many times faster than uPlot, by points and pixel ratio. */
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
    await measureCold(browser, deviceScaleFactor);
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

/**
 * What the first pictures of a page take, each in a page of its own.
 * @param {import('./open.js').Browser} browser
 * @param {number} deviceScaleFactor
 */
async function measureCold(browser, deviceScaleFactor) {
  /** @param {'ours' | 'theirs'} whose */
  const times = async (whose) => {
    const page = await open(browser, 'drawing.js', FILES, { body: BODY, deviceScaleFactor });
    const time = await page.evaluate(
      ([whose, count]) => Reflect.get(window, 'bench').cold(whose, count),
      /** @type {[string, number]} */ ([whose, COLD_COUNT]),
    );
    await page.context().close();
    return time;
  };
  /** @type {Record<'first' | 'redraw', { ours: number[], theirs: number[] }>} */
  const taken = { first: { ours: [], theirs: [] }, redraw: { ours: [], theirs: [] } };
  for (let turn = 0; turn < COLD_PAGES; turn += 1) {
    for (const whose of /** @type {const} */ (['ours', 'theirs'])) {
      const { first, redraw } = await times(whose);
      taken.first[whose].push(first);
      taken.redraw[whose].push(redraw);
    }
  }
  const titles = { first: 'first picture (all figures), cold', redraw: 'first redraw after a change, cold' };
  for (const what of /** @type {const} */ (['first', 'redraw'])) {
    const [ours, theirs] = [median(taken[what].ours), median(taken[what].theirs)];
    const title = `${COLD_COUNT.toLocaleString('en')} points, ${titles[what]}`;
    row([title, ms(ours), ms(theirs), `${(theirs / ours).toFixed(1)}x`]);
  }
}
