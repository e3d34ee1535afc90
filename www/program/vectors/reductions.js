/** Numbers that are computed from all numbers of a vector, in NumPy's order where that decides the last digits. */

/** The most numbers that are added up in one go. */
const BLOCK = 128;

/**
 * The sum of numbers, added up in pairs as NumPy does: to the last digit.
 * @param {Float64Array} values
 */
export const sum = (values) => sumBetween(values, 0, values.length);

/**
 * @param {Float64Array} v
 * @param {number} start
 * @param {number} n
 * @returns {number}
 */
function sumBetween(v, start, n) {
  if (n < 8) {
    let total = n > 0 ? v[start] : 0;
    for (let i = start + 1; i < start + n; i++) total += v[i];
    return total;
  }
  if (n > BLOCK) {
    const half = (n >> 4) << 3;
    return sumBetween(v, start, half) + sumBetween(v, start + half, n - half);
  }
  let a = v[start];
  let b = v[start + 1];
  let c = v[start + 2];
  let d = v[start + 3];
  let e = v[start + 4];
  let f = v[start + 5];
  let g = v[start + 6];
  let h = v[start + 7];
  const whole = start + n - (n % 8);
  for (let i = start + 8; i < whole; i += 8) {
    a += v[i];
    b += v[i + 1];
    c += v[i + 2];
    d += v[i + 3];
    e += v[i + 4];
    f += v[i + 5];
    g += v[i + 6];
    h += v[i + 7];
  }
  let total = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < start + n; i++) total += v[i];
  return total;
}

/**
 * The sum of the products.
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @param {number} [start]
 * @param {number} [n]
 * @returns {number}
 */
export function dot(x, y, start = 0, n = x.length) {
  if (n > 4096) {
    const half = (n >> 4) << 3;
    return dot(x, y, start, half) + dot(x, y, start + half, n - half);
  }
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = start + n - (n % 4);
  for (let i = start; i < whole; i += 4) {
    a += x[i] * y[i];
    b += x[i + 1] * y[i + 1];
    c += x[i + 2] * y[i + 2];
    d += x[i + 3] * y[i + 3];
  }
  for (let i = whole; i < start + n; i++) a += x[i] * y[i];
  return a + b + (c + d);
}

/** @param {Float64Array} values */
export const mean = (values) => sum(values) / values.length;

/**
 * The sum of the squared distances from the mean, over n − ddof.
 * @param {Float64Array} values
 * @param {number} ddof
 * @param {Float64Array} room for as many numbers
 */
export function variance(values, ddof, room) {
  const middle = mean(values);
  for (let i = 0; i < values.length; i++) {
    const distance = values[i] - middle;
    room[i] = distance * distance;
  }
  return sum(room) / Math.max(values.length - ddof, 0);
}

/** @param {Float64Array} values */
export function product(values) {
  let total = 1;
  for (let i = 0; i < values.length; i++) total *= values[i];
  return total;
}

/**
 * Where the first of the least numbers is, or the first NaN; −1 if there are no numbers.
 * @param {Float64Array} values
 */
export function indexOfLeast(values) {
  let at = values.length > 0 ? 0 : -1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== values[i]) return i;
    if (values[i] < values[at]) at = i;
  }
  return at;
}

/**
 * Where the first of the greatest numbers is, or the first NaN; −1 if there are no numbers.
 * @param {Float64Array} values
 */
export function indexOfGreatest(values) {
  let at = values.length > 0 ? 0 : -1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== values[i]) return i;
    if (values[i] > values[at]) at = i;
  }
  return at;
}

/** How many numbers are not 0. @param {Float64Array} values */
export function countNonzero(values) {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count += 1;
  return count;
}

/**
 * The middle number, or the mean of the two in the middle.
 * @param {Float64Array} sorted NaN last
 */
export function median(sorted) {
  const n = sorted.length;
  if (n === 0 || Number.isNaN(sorted[n - 1])) return NaN;
  const half = n >> 1;
  return n % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Slope and intercept of the least-squares line.
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @returns {[number, number]}
 */
export function fitLine(x, y) {
  const [middleX, middleY] = [mean(x), mean(y)];
  const [xs, ys] = [new Float64Array(x.length), new Float64Array(x.length)];
  for (let i = 0; i < x.length; i++) {
    xs[i] = x[i] - middleX;
    ys[i] = y[i] - middleY;
  }
  const slope = dot(xs, ys) / dot(xs, xs);
  return [slope, middleY - slope * middleX];
}
