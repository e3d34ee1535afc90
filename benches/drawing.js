/**
 * What runs in the browser: the same points drawn by Downhill and by uPlot, in turns.
 *
 * @typedef {{ ours: number, theirs: number }} Times milliseconds, medians
 */
import uPlot from './uPlot.esm.js';
import init, { Figures, Session } from './pkg/core.js';

const WIDTH = 800;
const HEIGHT = 500;

await init();

/**
 * Numbers from 0 to 1 by a seed (mulberry32).
 * @param {number} seed
 */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A cloud like the temperatures of the weather file, by ascending x, as uPlot wants it.
 * @param {number} count
 */
function cloud(count) {
  const next = random(1945);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const xs = Float64Array.from({ length: count }, () => 17.8 + 8.3 * normal()).sort();
  const ys = xs.map((x) => 10.7 + 0.92 * x + 4.2 * normal());
  return { xs, ys };
}

/** @param {string} id */
function canvas(id) {
  return /** @type {HTMLCanvasElement} */ (document.getElementById(id));
}

/** Has the browser finish what was drawn. @param {HTMLCanvasElement} element */
function finish(element) {
  element.getContext('2d')?.getImageData(0, 0, 1, 1);
}

/**
 * The sums that the reader of files gives with the points, in a plain way.
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 */
function sumsOf(xs, ys) {
  const n = xs.length;
  const mean = (/** @type {Float64Array} */ values) => values.reduce((sum, value) => sum + value, 0) / n;
  const range = (/** @type {Float64Array} */ values) => [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((greatest, value) => Math.max(greatest, value), -Infinity),
  ];
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [u, v] = [xs[i] - meanX, ys[i] - meanY];
    xx += u * u;
    xy += u * v;
    yy += v * v;
  }
  // What these leave of their digits does not matter to a picture.
  const rests = [0, 0, 0, 0, 0];
  return Float64Array.of(n, meanX, meanY, xx, xy, yy, ...range(xs), ...range(ys), ...rests);
}

/** A page of ours with these points, drawn. @param {ReturnType<typeof cloud>} points */
function ours(points) {
  const { figures, session } = undrawn(points);
  figures.draw(session, performance.now(), false);
  return { figures, session };
}

/** The same before anything is drawn. @param {ReturnType<typeof cloud>} points */
function undrawn({ xs, ys }) {
  const ids = ['data', 'cost', 'history'].flatMap((name) => [`${name}-base`, `${name}-overlay`]);
  const [a, b, c, d, e, f] = ids.map(canvas);
  const figures = new Figures(a, b, c, d, e, f);
  const session = Session.open('');
  session.makeRoom(xs.length);
  session.addPoints(xs, ys);
  session.adoptColumns('cloud', ['x', 'y'], Uint32Array.of(0, 1), ['x', 'y'], sumsOf(xs, ys), true, []);
  for (const name of ['data', 'cost', 'history']) figures.resize(name, WIDTH, HEIGHT, devicePixelRatio);
  return { figures, session };
}

/**
 * uPlot with the same points, axes and grid: its own points, the fastest of its ways.
 * @param {ReturnType<typeof cloud>} points
 * @param {HTMLElement} into
 */
function theirs({ xs, ys }, into) {
  const points = { show: true, size: 3, width: 0, fill: 'rgb(122 79 192 / 0.6)' };
  /** @type {uPlot.Options} */
  const options = {
    width: WIDTH,
    height: HEIGHT,
    scales: { x: { time: false } },
    series: [{}, { paths: () => null, points }],
    legend: { show: false },
    cursor: { show: false },
  };
  return new uPlot(options, [xs, ys], into);
}

/**
 * Milliseconds of the first picture of a page, and of the first redraw after it: what people meet, before
 * the browser has optimized any code. Only the first call in a page is cold.
 * @param {'ours' | 'theirs'} whose ours draws all three figures, theirs one chart
 * @param {number} count
 * @returns {Promise<{ first: number, redraw: number }>}
 */
export async function cold(whose, count) {
  const points = cloud(count);
  if (whose === 'ours') {
    const { figures, session } = undrawn(points);
    const draw = () => {
      const start = performance.now();
      figures.draw(session, start, false);
      finish(canvas('data-base'));
      return performance.now() - start;
    };
    const first = draw();
    session.setResiduals(true);
    return { first, redraw: draw() };
  }
  const into = document.body.appendChild(document.createElement('div'));
  let start = performance.now();
  const plot = theirs(points, into);
  await Promise.resolve();
  finish(plot.ctx.canvas);
  const first = performance.now() - start;
  start = performance.now();
  plot.redraw(true, true);
  await Promise.resolve();
  finish(plot.ctx.canvas);
  return { first, redraw: performance.now() - start };
}

/** @param {number[]} times */
function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/**
 * Redraws all points, axes included, in turns. So that there is something to redraw, ours shows them
 * as they are and as their residuals, in turns too. The overlay with its line and errors, which
 * uPlot has not, is drawn but not waited for.
 * @param {number} count
 * @param {number} rounds
 * @returns {Promise<Times>}
 */
export async function redraw(count, rounds) {
  const points = cloud(count);
  const { figures, session } = ours(points);
  const into = document.body.appendChild(document.createElement('div'));
  const plot = theirs(points, into);
  await new Promise((done) => setTimeout(done, 100));
  const [base, other] = [canvas('data-base'), plot.ctx.canvas];
  /** @type {number[]} */
  const us = [];
  /** @type {number[]} */
  const them = [];
  for (let round = -2; round < rounds; round += 1) {
    let start = performance.now();
    session.setResiduals(round % 2 === 0);
    figures.draw(session, start, false);
    finish(base);
    const mine = performance.now() - start;
    finish(canvas('data-overlay'));
    start = performance.now();
    plot.redraw(true, true);
    // It commits in a microtask.
    await Promise.resolve();
    finish(other);
    const its = performance.now() - start;
    // The first two are to warm up.
    if (round >= 0) {
      us.push(mine);
      them.push(its);
    }
    await new Promise((done) => setTimeout(done));
  }
  plot.destroy();
  into.remove();
  figures.free();
  session.free();
  return { ours: median(us), theirs: median(them) };
}

/**
 * Milliseconds of script that one frame takes.
 * @param {'turn' | 'ball' | 'run' | 'hover'} what
 * @param {number} count of the points
 * @returns {{ median: number, most: number }} the median, and what 95 of 100 frames stay below
 */
export function frame(what, count) {
  const { figures, session } = ours(cloud(count));
  figures.reduceMotion(true);
  session.setCostView('surface');
  session.step();
  figures.draw(session, performance.now(), false);
  /** @type {Record<typeof what, (index: number) => void>} */
  const acts = {
    turn: () => session.turn(3, 0),
    ball: () => session.step(),
    run: () => {
      session.advance(16);
      session.now();
    },
    hover: (index) => figures.point('data', 100 + (index * 37) % 600, 80 + (index * 23) % 340, 12, session),
  };
  const times = [];
  for (let index = 0; index < 220; index += 1) {
    const start = performance.now();
    acts[what](index);
    figures.draw(session, start, what === 'run');
    times.push(performance.now() - start);
    if (index % 20 === 19) {
      finish(canvas('cost-base'));
      finish(canvas('cost-overlay'));
    }
  }
  const settled = times.slice(20).sort((a, b) => a - b);
  figures.free();
  session.free();
  return { median: settled[100], most: settled[190] };
}
