/**
 * The lines that a program has shown, at most 100,000 of them: of longer runs every second is kept, then every fourth, and so on.
 *
 * The worker thins before it sends, so that a program that shows without end sends less and less; the page thins what it has.
 */

/** The most lines that are kept. An even number. */
export const MOST_LINES = 100_000;

/** Decides in the worker which lines are kept. */
export class Thinning {
  /** Lines shown so far. */
  shown = 0;
  /** One of so many is kept. */
  every = 1;
  #kept = 0;

  /** Counts a line, and returns whether it is kept. */
  count() {
    const isKept = this.shown % this.every === 0;
    this.shown += 1;
    if (isKept) this.#kept += 1;
    return isKept;
  }

  /** Whether `thin` is to be called before the next line. */
  get isFull() {
    return this.#kept >= MOST_LINES;
  }

  /** Keeps half as many from now on. */
  thin() {
    this.every *= 2;
    this.#kept /= 2;
  }
}

/** The lines on the page. */
export class Trace {
  /** How many lines the program has shown. */
  shown = 0;
  /** One of so many is kept, the first one included: line i here is the program's line i · every. */
  every = 1;
  /** The last line shown, kept or not: slope and intercept. @type {[number, number] | undefined} */
  last;
  #pairs = new Float64Array(1024);
  #length = 0;

  /** The lines kept: slope, intercept, slope, intercept, … */
  get lines() {
    return this.#pairs.subarray(0, this.#length);
  }

  /** The lines kept, and the last line shown behind them unless it is among them. */
  get linesWithLast() {
    const { lines, last } = this;
    if (!last || (this.shown - 1) % this.every === 0) return lines;
    const longer = new Float64Array(lines.length + 2);
    longer.set(lines);
    longer.set(last, lines.length);
    return longer;
  }

  /** Whether lines are left out. */
  get isThinned() {
    return this.every > 1;
  }

  /**
   * Adds lines.
   * @param {Float64Array} pairs
   * @param {number} every one of so many is among them
   */
  add(pairs, every) {
    while (this.every < every) this.#halve();
    const length = Math.min(this.#length + pairs.length, 2 * MOST_LINES);
    if (length > this.#pairs.length) {
      const larger = new Float64Array(Math.min(2 * MOST_LINES, 2 * length));
      larger.set(this.lines);
      this.#pairs = larger;
    }
    this.#pairs.set(pairs.subarray(0, length - this.#length), this.#length);
    this.#length = length;
  }

  #halve() {
    let next = 0;
    for (let i = 0; i < this.#length; i += 4) {
      this.#pairs[next++] = this.#pairs[i];
      this.#pairs[next++] = this.#pairs[i + 1];
    }
    this.#length = next;
    this.every *= 2;
  }
}
