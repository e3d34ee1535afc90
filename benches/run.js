/**
 * Measures in a headless Chromium and prints ratios. `cargo xtask bench` builds and serves the page,
 * and sets DOWNHILL_URL and CHROMIUM.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from '../tests/browser/node_modules/@playwright/test/index.mjs';

const { DOWNHILL_URL: address, CHROMIUM: executablePath } = process.env;
if (!address) throw new Error('DOWNHILL_URL must say where the page is served: run `cargo xtask bench`.');

const here = (/** @type {string} */ name) => new URL(name, import.meta.url);
const CANVASES = ['data', 'cost', 'history'].flatMap((name) => [`${name}-base`, `${name}-overlay`]);
const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title>
${CANVASES.map((id) => `<canvas id="${id}"></canvas>`).join('')}
<script type="module">window.bench = await import('./drawing.js');</script>`;

/** Beside the page's own files, those of the bench. @type {Record<string, () => Promise<Buffer> | string>} */
const FILES = {
  'bench.html': () => PAGE,
  'drawing.js': () => readFile(here('drawing.js')),
  'uPlot.esm.js': () => readFile(here('node_modules/uplot/dist/uPlot.esm.js')),
};

/**
 * @param {import('../tests/browser/node_modules/@playwright/test').Browser} browser
 * @param {number} deviceScaleFactor
 */
async function open(browser, deviceScaleFactor) {
  const context = await browser.newContext({ deviceScaleFactor, viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  for (const [name, file] of Object.entries(FILES)) {
    const contentType = name.endsWith('html') ? 'text/html' : 'text/javascript';
    await page.route(`**/${name}`, async (route) => route.fulfill({ contentType, body: await file() }));
  }
  await page.goto(new URL('bench.html', address).href);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

/** @param {string[]} cells */
function row(cells) {
  const widths = [52, 12, 12, 10, 12];
  console.log(cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(''));
}

const ms = (/** @type {number} */ time) => `${time.toFixed(time < 10 ? 2 : 1)} ms`;

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

const browser = await chromium.launch({
  executablePath,
  args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
let missed = 0;
const verdict = (/** @type {boolean} */ reached) => {
  if (!reached) missed += 1;
  return reached ? 'yes' : 'NO';
};
for (const [index, ratio] of [1, 2].entries()) {
  const page = await open(browser, ratio);
  console.log(`\nPixel ratio ${ratio}, 800 x 500 CSS pixels, medians; pixels are read back after each redraw`);
  row(['redraw of all points, axes included', 'Downhill', 'uPlot', 'ratio', 'reached?']);
  for (const { count, rounds, wanted } of REDRAWS) {
    const times = await page.evaluate(
      ([count, rounds]) => Reflect.get(window, 'bench').redraw(count, rounds),
      [count, rounds],
    );
    const faster = times.theirs / times.ours;
    const reached = verdict(faster >= wanted[index]);
    const title = `${count.toLocaleString('en')} points`;
    row([title, ms(times.ours), ms(times.theirs), `${faster.toFixed(1)}x`, `${reached}, ${wanted[index]}x`]);
  }
  row(['script a frame', 'median', '95 of 100', '', 'reached?']);
  for (const { what, title, count, wanted } of FRAMES) {
    const { median, most } = await page.evaluate(
      ([what, count]) => Reflect.get(window, 'bench').frame(what, count),
      /** @type {[string, number]} */ ([what, count]),
    );
    row([title, ms(median), ms(most), '', `${verdict(median <= wanted)}, ${wanted} ms`]);
  }
  await page.context().close();
}
await browser.close();
console.log(missed ? `\n${missed} goals are missed.` : '\nAll goals are reached.');
