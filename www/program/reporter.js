/** Collects what a program shows and prints, and hands it on in batches. */
import { MOST_LINES, Thinning } from './trace.js';

/** Milliseconds between two batches. */
const INTERVAL = 50;
/** The most letters that a program can print. */
export const MOST_LETTERS = 65_536;

/** @typedef {import('./messages.js').Batch} Batch */

export class Reporter {
  #now;
  #report;
  #thinning = new Thinning();
  #pairs = new Float64Array(2 * MOST_LINES);
  #length = 0;
  /** @type {[number, number] | undefined} */
  #last;
  #output = '';
  #printed = 0;
  #decoder = new TextDecoder();
  #reportedAt = 0;

  /** @param {() => number} now milliseconds @param {(batch: Batch) => void} report */
  constructor(now, report) {
    this.#now = now;
    this.#report = report;
  }

  /** @param {number} a slope @param {number} b intercept */
  show(a, b) {
    if (this.#thinning.isFull) {
      // The lines so far belong to the old distance.
      this.flush();
      this.#thinning.thin();
    }
    if (this.#thinning.count()) {
      this.#pairs[this.#length++] = a;
      this.#pairs[this.#length++] = b;
    }
    if (this.#last === undefined) this.#last = [a, b];
    this.#last[0] = a;
    this.#last[1] = b;
    this.flushIfDue();
  }

  /** @param {Uint8Array} bytes UTF-8 */
  print(bytes) {
    if (this.#printed >= MOST_LETTERS) return;
    const text = this.#decoder.decode(bytes, { stream: true });
    const room = MOST_LETTERS - this.#printed;
    this.#output += text.length <= room ? text : `${text.slice(0, room)}…`;
    this.#printed += text.length;
    this.flushIfDue();
  }

  flushIfDue() {
    if (this.#now() - this.#reportedAt >= INTERVAL) this.flush();
  }

  /** Hands on what there is. */
  flush() {
    this.#reportedAt = this.#now();
    this.#report({
      kind: 'batch',
      shown: this.#thinning.shown,
      every: this.#thinning.every,
      lines: this.#pairs.slice(0, this.#length),
      last: this.#last,
      output: this.#output,
    });
    this.#length = 0;
    this.#output = '';
  }
}
