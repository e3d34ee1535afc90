/**
 * Vectors: the numbers behind an array of the program's numpy, and the handles by which Python holds them.
 *
 * All numbers are stored as float64, whole numbers and truth values too; the kind says what they stand for. Python
 * holds a handle: nothing of JavaScript can be reached through it.
 *
 * @typedef {0 | 1 | 2} Kind what the numbers stand for: truth values, whole numbers, numbers
 * @typedef {{ values: Float64Array, kind: Kind }} Vector
 */

/** @type {0} */
export const BOOL = 0;
/** @type {1} */
export const INT = 1;
/** @type {2} */
export const FLOAT = 2;

/** The most bytes that vectors may occupy together, garbage that was not collected yet included. */
const LIMIT = 128 * 2 ** 20;
/** Bytes of new vectors after which garbage should be collected: few, so that memory that is used again is still in the cache. */
const ENOUGH = 8 * 2 ** 20;
/** From this length on, the memory of a vector is used again when the vector is gone. */
const LARGE = 1024;

/** What Python holds of a vector. It shows no property at all, its vector included, and leads to no prototype that has any. */
export class Handle {
  #vector;

  /** @param {Vector} vector */
  constructor(vector) {
    this.#vector = vector;
  }

  /**
   * Returns the vector of a handle, `undefined` for anything else.
   * @param {unknown} object
   */
  static vectorOf(object) {
    return typeof object === 'object' && object !== null && #vector in object ? object.#vector : undefined;
  }
}
Reflect.deleteProperty(Handle.prototype, 'constructor');
Object.freeze(Object.setPrototypeOf(Handle.prototype, null));

/** The memory of vectors has reached its limit. */
export class OutOfMemory extends Error {}

/** The vectors of one interpreter. */
export class VectorStore {
  /** Memory that large vectors have, or had until garbage was collected. @type {Set<ArrayBuffer>} */
  #issued = new Set();
  /** Memory of large vectors that are gone, by length. @type {Map<number, Float64Array[]>} */
  #free = new Map();
  /** Bytes of the vectors that the last collection left. */
  #kept = 0;
  /** Bytes of the vectors that were made since. */
  #made = 0;

  /** Whether so much was made that garbage should be collected. */
  get isFull() {
    return this.#made > ENOUGH;
  }

  /**
   * Returns memory for numbers. What it holds is anything: the caller writes every number.
   * @param {number} length
   */
  allocate(length) {
    this.#made += 8 * length;
    if (this.#kept + this.#made > LIMIT) {
      this.#made -= 8 * length;
      throw new OutOfMemory();
    }
    if (length < LARGE) return new Float64Array(length);
    const values = this.#free.get(length)?.pop() ?? new Float64Array(length);
    this.#issued.add(/** @type {ArrayBuffer} */ (values.buffer));
    return values;
  }

  /**
   * @param {Float64Array} values
   * @param {Kind} kind
   */
  wrap(values, kind) {
    return new Handle({ values, kind });
  }

  /**
   * Returns the vector of a handle, an empty one for anything else.
   * @param {unknown} handle
   * @returns {Vector}
   */
  unwrap(handle) {
    return Handle.vectorOf(handle) ?? NOTHING;
  }

  /**
   * Frees the memory of all vectors but those that are held.
   * @param {Iterable<unknown>} held handles, among other things
   */
  sweep(held) {
    const live = new Set();
    let kept = 0;
    for (const object of held) {
      const values = Handle.vectorOf(object)?.values;
      if (values === undefined || live.has(values.buffer)) continue;
      live.add(values.buffer);
      kept += values.buffer.byteLength;
    }
    this.#free.clear();
    for (const buffer of this.#issued) {
      if (live.has(buffer)) continue;
      this.#issued.delete(buffer);
      const free = this.#free.get(buffer.byteLength / 8);
      const values = new Float64Array(buffer);
      if (free === undefined) this.#free.set(values.length, [values]);
      else free.push(values);
    }
    this.#kept = kept;
    this.#made = 0;
  }
}

/** @type {Vector} */
const NOTHING = { values: new Float64Array(0), kind: FLOAT };
