/**
 * Kernels that make vectors: of nothing, of Python's numbers, of other vectors.
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./vector.js').Kind} Kind
 * @typedef {import('./workshop.js').Workshop} Workshop
 */
import { round } from './arithmetic.js';
import { BOOL, FLOAT, INT } from './vector.js';

/** @param {Workshop} workshop */
export function makingKernels(workshop) {
  const { store } = workshop;

  return {
    /** The numbers that stand at an address of Python's. @param {number} address @param {number} length @param {Kind} kind */
    read: (address, length, kind) => workshop.copy(workshop.inPython(address, length), kind),
    /** Writes the numbers to an address of Python's. @param {Handle} handle @param {number} address */
    write: (handle, address) => {
      const { values } = workshop.unwrap(handle);
      workshop.inPython(address, values.length).set(values);
    },
    /** @param {number} length @param {number} value @param {Kind} kind */
    full: (length, value, kind) => {
      const out = store.allocate(length);
      return store.wrap(out.fill(value), kind);
    },
    /** @param {number} start @param {number} step @param {number} length @param {Kind} kind */
    arange: (start, step, length, kind) => {
      // NumPy takes the distance of the first two.
      const distance = start + step - start;
      return workshop.fill(length, kind, (i) => (i === 1 ? start + step : start + i * distance));
    },
    /** @param {number} start @param {number} stop @param {number} length @param {boolean} hasEnd */
    linspace: (start, stop, length, hasEnd) => {
      const gaps = hasEnd ? length - 1 : length;
      const span = stop - start;
      const step = span / gaps;
      const isLast = (/** @type {number} */ i) => hasEnd && length > 1 && i === length - 1;
      if (gaps <= 0) return workshop.fill(length, FLOAT, (i) => i * span + start);
      return workshop.fill(length, FLOAT, (i) =>
        isLast(i) ? stop : (step === 0 ? (i / gaps) * span : i * step) + start,
      );
    },
    /** @param {Handle} handle @param {Kind} kind */
    cast: (handle, kind) => {
      const { values, kind: from } = workshop.unwrap(handle);
      if (kind >= from) return workshop.copy(values, kind);
      return workshop.fill(values.length, kind, kind === BOOL ? (i) => (values[i] !== 0 ? 1 : 0) : (i) => Math.trunc(values[i]) + 0);
    },
    /** @param {Handle} handle */
    copy: (handle) => {
      const { values, kind } = workshop.unwrap(handle);
      return workshop.copy(values, kind);
    },
    /** @param {Handle[]} handles */
    concatenate: (...handles) => {
      const vectors = handles.map((handle) => workshop.unwrap(handle));
      const out = store.allocate(vectors.reduce((length, { values }) => length + values.length, 0));
      let at = 0;
      for (const { values } of vectors) {
        out.set(values, at);
        at += values.length;
      }
      return store.wrap(out, /** @type {Kind} */ (Math.max(...vectors.map(({ kind }) => kind))));
    },
    /** @param {Handle} handle */
    cumsum: (handle) => {
      const { values, kind } = workshop.unwrap(handle);
      let total = 0;
      return workshop.fill(values.length, kind === BOOL ? INT : kind, (i) => (total = i === 0 ? values[0] : total + values[i]));
    },
    /** @param {Handle} handle */
    diff: (handle) => {
      const { values, kind } = workshop.unwrap(handle);
      return workshop.fill(Math.max(values.length - 1, 0), kind, (i) =>
        kind === BOOL ? Number(values[i + 1] !== values[i]) : values[i + 1] - values[i],
      );
    },
    /** @param {Handle} handle */
    sort: (handle) => {
      const { values, kind } = workshop.unwrap(handle);
      return store.wrap(workshop.sorted(values), kind);
    },
    /** @param {Handle} handle */
    argsort: (handle) => {
      const { values } = workshop.unwrap(handle);
      const order = store.allocate(values.length);
      for (let i = 0; i < order.length; i++) order[i] = i;
      const last = (/** @type {number} */ a) => (Number.isNaN(a) ? 1 : 0);
      order.sort((i, j) => last(values[i]) - last(values[j]) || values[i] - values[j] || i - j);
      return store.wrap(order, INT);
    },
    /** @param {Handle} handle @param {number} decimals */
    round: (handle, decimals) => {
      const { values, kind } = workshop.unwrap(handle);
      if (kind !== FLOAT) return workshop.copy(values, kind);
      const factor = 10 ** Math.abs(decimals);
      if (decimals > 0) return workshop.fill(values.length, FLOAT, (i) => round(values[i] * factor) / factor);
      return workshop.fill(values.length, FLOAT, (i) => round(values[i] / factor) * factor);
    },
  };
}
