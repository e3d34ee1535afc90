/**
 * What the kernels share: the store of vectors, and the memory of Python that numbers go to and come from.
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./vector.js').Kind} Kind
 */
import { VectorStore } from './vector.js';

export class Workshop {
  #cells;
  #memory;

  /**
   * @param {VectorStore} store
   * @param {() => Float64Array} cells numbers that Python can read, as many as a line of results needs
   * @param {() => ArrayBuffer} memory all of Python's memory
   */
  constructor(store, cells, memory) {
    this.store = store;
    this.#cells = cells;
    this.#memory = memory;
  }

  /** @param {unknown} handle */
  unwrap(handle) {
    return this.store.unwrap(handle);
  }

  /** Leaves a number for Python. @param {number} number */
  answer(number) {
    this.#cells()[0] = number;
  }

  /** Python's numbers at an address. @param {number} address @param {number} length */
  inPython(address, length) {
    return new Float64Array(this.#memory(), address, length);
  }

  /** A vector of the same numbers. @param {Float64Array} values @param {Kind} kind */
  copy(values, kind) {
    const out = this.store.allocate(values.length);
    out.set(values);
    return this.store.wrap(out, kind);
  }

  /** A vector of computed numbers. @param {number} length @param {Kind} kind @param {(i: number) => number} at */
  fill(length, kind, at) {
    const out = this.store.allocate(length);
    for (let i = 0; i < length; i++) out[i] = at(i);
    return this.store.wrap(out, kind);
  }

  /** The numbers, smallest first and NaN last. @param {Float64Array} values */
  sorted(values) {
    const out = this.store.allocate(values.length);
    out.set(values);
    return out.sort();
  }
}
