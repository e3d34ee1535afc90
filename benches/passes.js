/**
 * What runs in the browser: descents on the points that `points.f64` holds.
 *
 * @typedef {{ ms: number, line: [number, number] | null }} Measured milliseconds of one descent or epoch, and
 *   the slope and intercept that it ended with where the peer must end with the same
 */
import initDownhill, * as downhill from './pkg/downhill.js';
import initMore, * as more from './pkg/more.js';

await Promise.all([initDownhill(), initMore()]);
const numbers = new Float64Array(await (await fetch('points.f64')).arrayBuffer());
const [xs, ys] = [numbers.subarray(0, numbers.length / 2), numbers.subarray(numbers.length / 2)];
/** For plain descent, what the page opens with; for all else, what it loads then. */
const plain = downhill.Dataset.fromColumns(xs, ys);
const full = more.Dataset.fromColumns(xs, ys);

const RATE = { learningRate: 1e-4, epochs: 10_000_000 };

/** The clock ticks ten times a millisecond: so many descents, one after the other, are one measurement. */
const DESCENTS = 400;

/** A descent from its settings to its result. @returns {Measured} */
function squared() {
  let [slope, intercept] = [0, 0];
  const start = performance.now();
  for (let i = 0; i < DESCENTS; i += 1) {
    const trainer = new downhill.Trainer(plain, RATE);
    ({ slope, intercept } = trainer.step(1000));
    trainer.free();
  }
  return { ms: (performance.now() - start) / DESCENTS, line: [slope, intercept] };
}

/**
 * Epochs of one descent, all of which are made.
 * @param {import('./pkg/more.js').TrainerOptions} options
 * @param {number} epochs
 * @returns {Measured}
 */
function epochs(options, epochs) {
  const trainer = new more.Trainer(full, { ...RATE, ...options });
  const start = performance.now();
  const now = trainer.step(epochs);
  const time = performance.now() - start;
  trainer.free();
  if (now.epoch !== epochs) throw new Error(`The descent stopped after ${now.epoch} epochs: ${now.reason}`);
  return { ms: time / epochs, line: options.batchSize ? null : [now.slope, now.intercept] };
}

/** Columns handed over, checked and summed: what comes once, before all epochs. @returns {Measured} */
function columns() {
  const start = performance.now();
  for (let i = 0; i < 10; i += 1) downhill.Dataset.fromColumns(xs, ys).free();
  return { ms: (performance.now() - start) / 10, line: null };
}

/** @type {Record<string, () => Measured>} */
const MEASURES = {
  squared,
  absolute: () => epochs({ cost: 'absolute' }, 100),
  huber: () => epochs({ cost: 'huber', threshold: 3 }, 100),
  'batches of 32': () => epochs({ batchSize: 32 }, 20),
  'batches of 1': () => epochs({ batchSize: 1 }, 5),
  columns,
};

/** @param {keyof typeof MEASURES} what */
export function measure(what) {
  return MEASURES[what]();
}
