import { expect } from '@playwright/test';

/**
 * Both numbers agree but for a share of the second.
 *
 * @param {number} actual
 * @param {number} expected
 * @param {number} share
 */
export function expectClose(actual, expected, share) {
  const apart = Math.abs(actual - expected) / Math.abs(expected);
  expect(apart, `${actual} instead of ${expected}: how far it is off`).toBeLessThanOrEqual(share);
}

/**
 * Slope, intercept and cost of two moments agree but for a share.
 *
 * @param {{ slope: number, intercept: number, cost: number }} actual
 * @param {{ slope: number, intercept: number, cost: number }} expected
 * @param {number} share
 */
export function expectCloseLine(actual, expected, share) {
  expectClose(actual.slope, expected.slope, share);
  expectClose(actual.intercept, expected.intercept, share);
  expectClose(actual.cost, expected.cost, share);
}

/**
 * The number that people read in a text such as 119,040, −3.1×10⁻⁷ or ∞.
 *
 * @param {string} text
 */
export function read(text) {
  if (text === 'not a number') return NaN;
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const plain = text
    .replaceAll(',', '')
    .replaceAll('−', '-')
    .replace('∞', 'Infinity')
    .replace(/×10(.+)$/, (_, power) => `e${[...power.replace('⁻', '-')].map((c) => (c === '-' ? c : raised.indexOf(c))).join('')}`);
  const number = Number(plain);
  if (!plain || Number.isNaN(number)) throw new Error(`“${text}” is no number`);
  return number;
}

/** Share of a number that rounding errors along the way may change. */
const NOISE = 1e-12;

/**
 * Whether a text shows a number, rounded to so many digits: halfway between two, either will do.
 *
 * @param {string} text
 * @param {number} value
 * @param {number} digits
 */
export function shows(text, value, digits) {
  return [1, 1 - NOISE, 1 + NOISE].some((by) => Number((by * value).toPrecision(digits)) === read(text));
}
