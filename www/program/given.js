/**
 * What a program is given: its data and settings. What was said of a program holds as long as they are the same.
 *
 * @import { Setup } from '../pkg/more.js'
 * @typedef {{ data: string, rate: number, epochs: number, tolerance: number }} Given `data` tells one set of points from another
 */

/** @param {Setup} setup @returns {Given} */
export function givenBy({ dataset: { id, name, rows, x, y }, best, learningRate, epochs, tolerance }) {
  // A point that was moved changes the best line.
  const data = JSON.stringify([id, name, rows, x, y, best.slope, best.intercept, best.cost]);
  return { data, rate: learningRate.value, epochs, tolerance };
}

/** What differs. @param {Given} before @param {Given} now */
export function changesOf(before, now) {
  const names = /** @type {const} */ (['data', 'rate', 'epochs', 'tolerance']);
  return names.filter((name) => before[name] !== now[name]);
}
