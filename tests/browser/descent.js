import { readFileSync } from 'node:fs';

/**
 * Two columns of a CSV file without quotes, from the rows that have a number in both.
 *
 * @param {string} path
 * @param {string} xName
 * @param {string} yName
 * @returns {{ xs: Float64Array, ys: Float64Array }}
 */
export function readColumns(path, xName, yName) {
  const [head, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const [xAt, yAt] = [xName, yName].map((name) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`${path} has no column ${name}`);
    return at;
  });
  /** @type {number[]} */ const xs = [];
  /** @type {number[]} */ const ys = [];
  for (const row of rows) {
    const cells = row.split(',');
    const [x, y] = [cells[xAt] || 'none', cells[yAt] || 'none'].map(Number);
    if (Number.isFinite(x) && Number.isFinite(y)) {
      xs.push(x);
      ys.push(y);
    }
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys) };
}

/**
 * Gradient descent from a = b = 0 as a textbook has it: every epoch goes over all rows. What the
 * page computes in its own, faster way must agree with it.
 *
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 * @param {number} rate
 * @param {number} epochs
 */
export function plainDescent(xs, ys, rate, epochs) {
  const n = xs.length;
  let [slope, intercept] = [0, 0];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    let [sumXE, sumE] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      const error = ys[i] - (slope * xs[i] + intercept);
      sumXE += xs[i] * error;
      sumE += error;
    }
    slope += (rate * 2 * sumXE) / n;
    intercept += (rate * 2 * sumE) / n;
  }
  return { epoch: epochs, slope, intercept, cost: plainCost(xs, ys, slope, intercept) };
}

/**
 * The mean squared error of a line.
 *
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 * @param {number} slope
 * @param {number} intercept
 */
export function plainCost(xs, ys, slope, intercept) {
  let sum = 0;
  for (let i = 0; i < xs.length; i += 1) {
    const error = ys[i] - (slope * xs[i] + intercept);
    sum += error * error;
  }
  return sum / xs.length;
}

/**
 * 2/λmax of the Hessian: descent converges at every rate below it, and at none above.
 *
 * @param {Float64Array} xs
 */
export function plainLargestStable(xs) {
  let [sum, squares] = [0, 0];
  for (const x of xs) {
    sum += x;
    squares += x * x;
  }
  const [mean, square] = [sum / xs.length, squares / xs.length];
  // The Hessian is 2·[[square, mean], [mean, 1]].
  return 2 / (square + 1 + Math.hypot(square - 1, 2 * mean));
}
