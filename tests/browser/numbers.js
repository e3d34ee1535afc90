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
