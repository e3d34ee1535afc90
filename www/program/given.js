/**
 * What a program is given: its data and settings. What was said of a program holds as long as they are the same.
 *
 * @import { Page } from '../core/page.js'
 * @typedef {{ data: string, rate: number, epochs: number, tolerance: number }} Given `data` tells one set of points from another
 */
import { requireSession } from '../full/package.js';

/** @param {Page} page @returns {Given} */
export function givenBy(page) {
  const { dataset, learningRate, epochs, tolerance } = page.setup;
  const { id, name, rows, x, y } = dataset;
  const data = JSON.stringify([requireSession(page).dataVersion, id, name, rows, x, y]);
  return { data, rate: learningRate.value, epochs, tolerance };
}

/** What differs. @param {Given} before @param {Given} now */
export function changesOf(before, now) {
  const names = /** @type {const} */ (['data', 'rate', 'epochs', 'tolerance']);
  return names.filter((name) => before[name] !== now[name]);
}
