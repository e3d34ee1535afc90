/**
 * Kernels that compute a number from all numbers of a vector.
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./vector.js').Vector} Vector
 * @typedef {import('./workshop.js').Workshop} Workshop
 */
import { typeError, valueError } from './kinds.js';
import {
  countNonzero,
  dot,
  fitLine,
  indexOfGreatest,
  indexOfLeast,
  mean,
  median,
  product,
  sum,
  variance,
} from './reductions.js';
import { FLOAT } from './vector.js';

/** @param {string} name */
const noIdentity = (name) =>
  valueError(`zero-size array to reduction operation ${name} which has no identity`);

/** @param {Workshop} workshop */
export function summaryKernels(workshop) {
  const { store } = workshop;

  /** @param {(vector: Vector) => number | string} f */
  const reduction = (f) => (/** @type {Handle} */ handle) => {
    const result = f(workshop.unwrap(handle));
    return typeof result === 'string' ? result : workshop.answer(result);
  };

  return {
    sum: reduction(({ values }) => sum(values)),
    prod: reduction(({ values }) => product(values)),
    mean: reduction(({ values }) => mean(values)),
    median: reduction(({ values }) => median(workshop.sorted(values))),
    min: reduction(({ values }) =>
      values.length === 0 ? noIdentity('minimum') : values[indexOfLeast(values)],
    ),
    max: reduction(({ values }) =>
      values.length === 0 ? noIdentity('maximum') : values[indexOfGreatest(values)],
    ),
    argmin: reduction(({ values }) =>
      values.length === 0 ? valueError('attempt to get argmin of an empty sequence') : indexOfLeast(values),
    ),
    argmax: reduction(({ values }) =>
      values.length === 0 ? valueError('attempt to get argmax of an empty sequence') : indexOfGreatest(values),
    ),
    count: reduction(({ values }) => countNonzero(values)),
    size: reduction(({ values }) => values.length),
    kind: reduction(({ kind }) => kind),
    norm: reduction(({ values }) => Math.sqrt(dot(values, values))),
    /** @param {Handle} handle @param {number} ddof */
    var: (handle, ddof) => {
      const { values } = workshop.unwrap(handle);
      workshop.answer(variance(values, ddof, store.allocate(values.length)));
    },
    /** @param {Handle} left @param {Handle} right */
    dot: (left, right) => {
      const [a, b] = [workshop.unwrap(left).values, workshop.unwrap(right).values];
      if (a.length !== b.length) {
        return valueError(
          `shapes (${a.length},) and (${b.length},) not aligned: ${a.length} (dim 0) != ${b.length} (dim 0)`,
        );
      }
      workshop.answer(dot(a, b));
    },
    /** @param {Handle} xs @param {Handle} ys */
    fit_line: (xs, ys) => {
      const [x, y] = [workshop.unwrap(xs).values, workshop.unwrap(ys).values];
      if (x.length === 0) return typeError('expected non-empty vector for x');
      if (x.length !== y.length) return typeError('expected x and y to have same length');
      return store.wrap(Float64Array.from(fitLine(x, y)), FLOAT);
    },
  };
}
