/**
 * Random numbers by seed: other numbers than NumPy's, of the same distributions.
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./workshop.js').Workshop} Workshop
 */
import { FLOAT, INT } from './vector.js';

/** A generator of random numbers: sfc32, seeded by splitmix32. */
export class RandomNumbers {
  /** @type {Int32Array} */
  #state;
  /** The second number of a pair of normal ones. @type {number | undefined} */
  #spare;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = new Int32Array(4);
    let low = seed | 0;
    const high = Math.floor(seed / 2 ** 32) | 0;
    for (let i = 0; i < 3; i++) {
      low = (low + 0x9e3779b9) | 0;
      let mixed = low ^ (low >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      this.#state[i] = mixed ^ (mixed >>> 15) ^ Math.imul(high, i + 1);
    }
    this.#state[3] = 1;
    for (let i = 0; i < 12; i++) this.#next();
  }

  #next() {
    const s = this.#state;
    const result = (s[0] + s[1] + s[3]) | 0;
    s[3] = (s[3] + 1) | 0;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = (s[2] + (s[2] << 3)) | 0;
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + result;
    return result >>> 0;
  }

  /** A number from 0 to below 1, with 53 bits. */
  uniform() {
    return ((this.#next() >>> 5) * 2 ** 26 + (this.#next() >>> 6)) / 2 ** 53;
  }

  /** A number of the standard normal distribution. */
  normal() {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = v * factor;
      return u * factor;
    }
  }

  /** A whole number from 0 to below the end. @param {number} end */
  below(end) {
    return Math.floor(this.uniform() * end);
  }

  /** Puts the numbers into another order. @param {Float64Array} values */
  shuffle(values) {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}

/** Kernels that draw random numbers. @param {Workshop} workshop */
export function randomKernels(workshop) {
  /** @type {WeakMap<Handle, RandomNumbers>} */
  const generators = new WeakMap();
  /** @param {Handle} handle */
  const generatorOf = (handle) => generators.get(handle) ?? new RandomNumbers(0);

  return {
    /** A generator of random numbers. @param {number} seed */
    random_numbers: (seed) => {
      const handle = Object.freeze(Object.create(null));
      generators.set(handle, new RandomNumbers(seed));
      return handle;
    },
    /** @param {Handle} rng @param {number} length @param {number} low @param {number} high */
    random_uniform: (rng, length, low, high) => {
      const numbers = generatorOf(rng);
      return workshop.fill(length, FLOAT, () => low + (high - low) * numbers.uniform());
    },
    /** @param {Handle} rng @param {number} length @param {number} middle @param {number} deviation */
    random_normal: (rng, length, middle, deviation) => {
      const numbers = generatorOf(rng);
      return workshop.fill(length, FLOAT, () => middle + deviation * numbers.normal());
    },
    /** @param {Handle} rng @param {number} length @param {number} low @param {number} end */
    random_integers: (rng, length, low, end) => {
      const numbers = generatorOf(rng);
      return workshop.fill(length, INT, () => low + numbers.below(end - low));
    },
    /** Puts the vector into another order. @param {Handle} rng @param {Handle} handle */
    random_shuffle: (rng, handle) => generatorOf(rng).shuffle(workshop.unwrap(handle).values),
  };
}
