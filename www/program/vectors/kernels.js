/**
 * What Python calls of this page: the functions behind the program's numpy.
 *
 * They take handles and numbers and never throw. A function that makes a vector returns its handle; one that computes a number
 * writes it into a cell of Python's own memory, because the glue turns 3.0 into the whole number 3 and cannot
 * pass on 1e20; each returns a text if it fails, whose first letter says which of Python's exceptions it is.
 *
 * @typedef {import('./vector.js').Handle} Handle
 */
import { KINDS } from './kinds.js';
import { makingKernels } from './making.js';
import { operatorKernels } from './operators.js';
import { placeKernels } from './places.js';
import { write } from './printing.js';
import { randomKernels } from './random.js';
import { summaryKernels } from './summaries.js';
import { OutOfMemory, VectorStore } from './vector.js';
import { Workshop } from './workshop.js';

/**
 * The functions for Python, over a store of vectors.
 * @param {VectorStore} store
 * @param {() => Float64Array} cells numbers that Python can read, as many as a line of results needs
 * @param {() => ArrayBuffer} memory all of Python's memory
 */
export function kernels(store, cells, memory) {
  const workshop = new Workshop(store, cells, memory);
  const table = {
    ...operatorKernels(workshop),
    ...summaryKernels(workshop),
    ...makingKernels(workshop),
    ...placeKernels(workshop),
    ...randomKernels(workshop),
    /** @param {Handle} handle */
    text: (handle) => write(workshop.unwrap(handle), '', '', ' '),
    /** @param {Handle} handle */
    repr: (handle) => {
      const vector = workshop.unwrap(handle);
      const isShort = vector.values.length <= 1000;
      const type = vector.values.length === 0 ? `, dtype=${KINDS[vector.kind]})` : ')';
      return write(vector, 'array(', isShort ? type : `, shape=(${vector.values.length},))`, ', ');
    },
  };
  return Object.fromEntries(Object.entries(table).map(([name, kernel]) => [name, guarded(kernel)]));
}

/**
 * The kernel, whose failures are texts.
 * @param {(...args: any[]) => unknown} kernel
 */
const guarded = (kernel) => (/** @type {any[]} */ ...args) => {
  try {
    return kernel(...args);
  } catch (error) {
    if (error instanceof OutOfMemory || error instanceof RangeError) return 'M';
    return `R${error instanceof Error ? error.message : ''}`;
  }
};
