/**
 * Kernels that read and write parts of vectors: single numbers, slices, and what whole numbers or truth values point at.
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./vector.js').Kind} Kind
 * @typedef {import('./vector.js').Vector} Vector
 * @typedef {import('./workshop.js').Workshop} Workshop
 */
import { indexError, shapeError, stored, valueError } from './kinds.js';
import { countNonzero } from './reductions.js';
import { BOOL, FLOAT, INT } from './vector.js';

/** @param {Workshop} workshop */
export function placeKernels(workshop) {
  const { store } = workshop;

  /**
   * The places that whole numbers or truth values point at.
   * @param {Vector} index
   * @param {number} length of the vector that is indexed
   * @returns {Float64Array | string}
   */
  const places = (index, length) => {
    const { values, kind } = index;
    if (kind === FLOAT && values.length > 0) {
      return indexError('arrays used as indices must be of integer (or boolean) type');
    }
    if (kind === BOOL) {
      if (values.length !== length) {
        return indexError(
          `boolean index did not match indexed array along axis 0; size of axis is ${length} but size of corresponding boolean axis is ${values.length}`,
        );
      }
      const out = store.allocate(countNonzero(values));
      for (let i = 0, next = 0; i < length; i++) if (values[i] !== 0) out[next++] = i;
      return out;
    }
    const out = store.allocate(values.length);
    for (let i = 0; i < values.length; i++) {
      const at = values[i] < 0 ? values[i] + length : values[i];
      if (!(at >= 0 && at < length)) return outside(values[i], length);
      out[i] = at;
    }
    return out;
  };

  /** @param {number} at @param {number} length */
  const outside = (at, length) =>
    indexError(`index ${at} is out of bounds for axis 0 with size ${length}`);

  return {
    /** Where the mask is not 0. @param {Handle} handle */
    nonzero: (handle) => {
      const { values } = workshop.unwrap(handle);
      const out = store.allocate(countNonzero(values));
      for (let i = 0, next = 0; i < values.length; i++) if (values[i] !== 0) out[next++] = i;
      return store.wrap(out, INT);
    },
    /** @param {Handle} mask @param {Handle} yes @param {Handle} no vectors of one number each, or as long as the mask */
    where: (mask, yes, no) => {
      const [m, a, b] = [mask, yes, no].map((handle) => workshop.unwrap(handle));
      const length = [m, a, b].map(({ values }) => values.length).find((n) => n !== 1) ?? 1;
      const wrong = [m, a, b].some(({ values }) => values.length !== 1 && values.length !== length);
      if (wrong) return shapeError(m.values, a.values, b.values);
      const at = (/** @type {Vector} */ { values }) => (values.length === 1 ? () => values[0] : (/** @type {number} */ i) => values[i]);
      const [isTrue, first, second] = [at(m), at(a), at(b)];
      return workshop.fill(length, /** @type {Kind} */ (Math.max(a.kind, b.kind)), (i) => (isTrue(i) !== 0 ? first(i) : second(i)));
    },

    /** The number at a place, which may count from the end. @param {Handle} handle @param {number} at */
    item: (handle, at) => {
      const { values } = workshop.unwrap(handle);
      const place = at < 0 ? at + values.length : at;
      if (!(place >= 0 && place < values.length)) return outside(at, values.length);
      workshop.answer(values[place]);
    },
    /** @param {Handle} handle @param {number} at @param {number} value */
    set_item: (handle, at, value) => {
      const { values, kind } = workshop.unwrap(handle);
      const place = at < 0 ? at + values.length : at;
      if (!(place >= 0 && place < values.length)) return outside(at, values.length);
      values[place] = stored(value, kind);
    },
    /** Numbers at equal distances: if they are neighbours, the same memory. @param {Handle} handle @param {number} start @param {number} step @param {number} length */
    slice: (handle, start, step, length) => {
      const { values, kind } = workshop.unwrap(handle);
      if (step === 1) return store.wrap(values.subarray(start, start + length), kind);
      return workshop.fill(length, kind, (i) => values[start + i * step]);
    },
    /** @param {Handle} handle @param {number} start @param {number} step @param {number} length @param {Handle} from */
    set_slice: (handle, start, step, length, from) => {
      const { values, kind } = workshop.unwrap(handle);
      const source = workshop.unwrap(from).values;
      if (source.length !== length && source.length !== 1) {
        return valueError(`could not broadcast input array from shape (${source.length},) into shape (${length},)`);
      }
      // The one may be a part of the other.
      const copied = source.buffer === values.buffer ? source.slice() : source;
      for (let i = 0; i < length; i++) {
        values[start + i * step] = stored(copied[copied.length === 1 ? 0 : i], kind);
      }
    },
    /** @param {Handle} handle @param {Handle} index */
    take: (handle, index) => {
      const { values, kind } = workshop.unwrap(handle);
      const at = places(workshop.unwrap(index), values.length);
      return typeof at === 'string' ? at : workshop.fill(at.length, kind, (i) => values[at[i]]);
    },
    /** @param {Handle} handle @param {Handle} index @param {Handle} from */
    put: (handle, index, from) => {
      const { values, kind } = workshop.unwrap(handle);
      const vector = workshop.unwrap(index);
      const at = places(vector, values.length);
      if (typeof at === 'string') return at;
      const source = workshop.unwrap(from).values;
      if (source.length !== at.length && source.length !== 1) {
        return valueError(
          vector.kind === BOOL
            ? `NumPy boolean array indexing assignment cannot assign ${source.length} input values to the ${at.length} output values where the mask is true`
            : `shape mismatch: value array of shape (${source.length},) could not be broadcast to indexing result of shape (${at.length},)`,
        );
      }
      const copied = source.buffer === values.buffer ? source.slice() : source;
      for (let i = 0; i < at.length; i++) values[at[i]] = stored(copied[copied.length === 1 ? 0 : i], kind);
    },
  };
}
