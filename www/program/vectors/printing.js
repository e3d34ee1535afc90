/** Vectors as text, as NumPy 2 writes them. */
import { BOOL, FLOAT } from './vector.js';

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
  // A truth value takes as much room as False does.
  if (kind === BOOL) return numbers.map((number) => (number ? ' True' : 'False'));
  const words = numbers.map(String);
  const width = Math.max(...words.map((word) => word.length));
  return words.map((word) => word.padStart(width));
}

/** Numbers with their points below each other. @param {number[]} numbers */
function aligned(numbers) {
  const finite = numbers.filter(Number.isFinite);
  const sizes = finite.filter((number) => number !== 0).map(Math.abs);
  const [least, greatest] = [Math.min(...sizes), Math.max(...sizes)];
  const isExponential = sizes.length > 0 && (greatest >= 1e8 || least < 1e-4 || greatest / least > 1000);
  const written = isExponential ? exponential(finite) : positional(finite);
  const others = numbers.filter((number) => !Number.isFinite(number)).map(notFinite);
  const width = Math.max(...[...written, ...others].map((word) => word.length));
  let next = 0;
  return numbers.map((number) =>
    (Number.isFinite(number) ? written[next++] : notFinite(number)).padStart(width),
  );
}

/** @param {number} number */
const notFinite = (number) => (Number.isNaN(number) ? 'nan' : number > 0 ? 'inf' : '-inf');

/** The minus sign of a number, that of −0 included. @param {number} number */
const minus = (number) => (number < 0 || Object.is(number, -0) ? '-' : '');

/** Numbers with a point. @param {number[]} numbers below 1e8, and above 1e-4 unless they are 0: JavaScript writes no exponent */
function positional(numbers) {
  const parts = numbers.map((number) => {
    const shortest = String(Math.abs(number));
    const [, digits = ''] = shortest.split('.');
    const written = digits.length > PRECISION ? Math.abs(number).toFixed(PRECISION) : shortest;
    const [before, after = ''] = written.split('.');
    return { before: minus(number) + before, after: after.replace(/0+$/, '') };
  });
  const left = Math.max(0, ...parts.map(({ before }) => before.length));
  const right = Math.max(0, ...parts.map(({ after }) => after.length));
  return parts.map(({ before, after }) => `${before.padStart(left)}.${after.padEnd(right)}`);
}

/** Numbers with a power of ten, with as many digits as the longest needs. @param {number[]} numbers */
function exponential(numbers) {
  const digits = numbers.map((number) => {
    const [, after = ''] = Math.abs(number).toExponential().split('e')[0].split('.');
    const written = after.length > PRECISION ? Math.abs(number).toExponential(PRECISION).split('e')[0].slice(2) : after;
    return written.replace(/0+$/, '').length;
  });
  const most = Math.max(0, ...digits);
  const parts = numbers.map((number) => {
    const [mantissa, exponent] = Math.abs(number).toExponential(most).split('e');
    const power = Number(exponent);
    return { mantissa: minus(number) + mantissa + (most === 0 ? '.' : ''), power };
  });
  const places = Math.max(2, ...parts.map(({ power }) => String(Math.abs(power)).length));
  const end = (/** @type {number} */ power) => `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(places, '0')}`;
  return parts.map(({ mantissa, power }) => mantissa + end(power));
}
