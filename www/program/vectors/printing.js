/** Vectors as text, as NumPy 2 writes them. */
import { BOOL, FLOAT, INT } from './vector.js';

/** @typedef {import('./vector.js').Vector} Vector */

/** Digits after the point, at the most. */
const PRECISION = 8;
/** The most numbers that are written in full. */
const THRESHOLD = 1000;
/** How many are written at each end of a longer vector. */
const EDGE = 3;
/** The longest line. */
const WIDTH = 75;

/**
 * The vector in brackets.
 * @param {Vector} vector
 * @param {string} before what stands before the bracket on the first line
 * @param {string} after what stands after the bracket on the last
 * @param {string} separator between two numbers
 */
export function write({ values, kind }, before, after, separator) {
  if (values.length === 0) return `${before}[]${after}`;
  const isLong = values.length > THRESHOLD;
  const shown = isLong ? [...values.subarray(0, EDGE), ...values.subarray(-EDGE)] : [...values];
  const words = wordsOf(shown, kind);
  if (isLong) words.splice(EDGE, 0, '...');
  const indent = ' '.repeat(before.length + 1);
  const lines = [];
  let line = '';
  words.forEach((word, i) => {
    const isLast = i === words.length - 1;
    const room = WIDTH - Math.max(separator.trimEnd().length, isLast ? after.length + 1 : 0);
    if (line !== '' && indent.length + line.length + word.length > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += isLast ? word : word + separator;
  });
  lines.push(line);
  return `${before}[${lines.join(`\n${indent}`)}]${after}`;
}

/** @param {number[]} numbers @param {import('./vector.js').Kind} kind */
function wordsOf(numbers, kind) {
  if (kind === FLOAT) return aligned(numbers);
  const words = numbers.map((number) => (kind === INT ? String(number) : number ? 'True' : 'False'));
  if (kind === BOOL && words.length === 1) return words;
  const width = Math.max(...words.map((word) => word.length));
  return words.map((word) => word.padStart(width));
}

/** Numbers with their points below each other. @param {number[]} numbers */
function aligned(numbers) {
  const finite = numbers.filter(Number.isFinite);
  const sizes = finite.filter((number) => number !== 0).map(Math.abs);
  const [least, greatest] = [Math.min(...sizes), Math.max(...sizes)];
  const isExponential = sizes.length > 0 && (greatest >= 1e8 || least < 1e-4 || greatest / least > 1000);
  const parts = finite.map(isExponential ? exponential : positional);
  const left = Math.max(0, ...parts.map(([before]) => before.length));
  const right = Math.max(0, ...parts.map(([, after]) => after.length));
  const end = Math.max(0, ...parts.map(([, , exponent]) => exponent.length));
  const written = parts.map(([before, after, exponent]) =>
    isExponential
      ? `${before.padStart(left)}.${after.padEnd(right, '0')}${exponent}`
      : `${before.padStart(left)}.${after.padEnd(right)}`,
  );
  const others = numbers.filter((number) => !Number.isFinite(number)).map(notFinite);
  const width = Math.max(parts.length > 0 ? left + 1 + right + end : 0, ...others.map((word) => word.length));
  let next = 0;
  return numbers.map((number) =>
    (Number.isFinite(number) ? written[next++] : notFinite(number)).padStart(width),
  );
}

/** @param {number} number */
const notFinite = (number) => (Number.isNaN(number) ? 'nan' : number > 0 ? 'inf' : '-inf');

/** The minus sign of a number, that of −0 included. @param {number} number */
const minus = (number) => (number < 0 || Object.is(number, -0) ? '-' : '');

/** @param {number} number @returns {[string, string, string]} */
function positional(number) {
  // Below 1e8 and above 1e-4, JavaScript writes the shortest digits without an exponent.
  const shortest = String(Math.abs(number));
  const [, digits = ''] = shortest.split('.');
  const [before, after = ''] = (digits.length > PRECISION ? Math.abs(number).toFixed(PRECISION) : shortest).split('.');
  return [minus(number) + before, after.replace(/0+$/, ''), ''];
}

/** @param {number} number @returns {[string, string, string]} */
function exponential(number) {
  let [mantissa, exponent] = Math.abs(number).toExponential().split('e');
  if (mantissa.length > PRECISION + 2) [mantissa, exponent] = Math.abs(number).toExponential(PRECISION).split('e');
  const [before, after = ''] = mantissa.split('.');
  const power = Number(exponent);
  const written = `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  return [minus(number) + before, after.replace(/0+$/, ''), written];
}
