/**
 * The state of the import: idle, reading or shown.
 *
 * @import { Outline } from './protocol.js'
 * @import { Source } from './source.js'
 *
 * @typedef {[number, number]} Columns the indices of x and y
 *
 * @typedef {object} Idle nothing of the visitor's own has become the page's data
 * @property {'idle'} name
 *
 * @typedef {object} Shown something has, and can be read again
 * @property {'shown'} name
 * @property {Source} source
 * @property {Outline} [outline] of a file
 *
 * @typedef {object} Reading something is being read
 * @property {'reading'} name
 * @property {Idle | Shown} before the state that comes back if nothing comes of it
 * @property {Columns} [columns] that were chosen
 * @property {() => void} stop stops reading and takes away what shows it
 */

export class ImportState {
  /** @type {Idle | Reading | Shown} */
  #state = { name: 'idle' };

  /** The state, or while something is being read the one before. */
  get settled() {
    return this.#state.name === 'reading' ? this.#state.before : this.#state;
  }

  /** The columns with which something is being read, if they were chosen. */
  get pendingColumns() {
    return this.#state.name === 'reading' ? this.#state.columns : undefined;
  }

  /**
   * Begins to read something, and stops what is being read.
   * @param {Columns} [columns]
   */
  begin(columns) {
    if (this.#state.name === 'reading') this.#state.stop();
    /** @type {Reading} */
    const reading = { name: 'reading', before: this.settled, columns, stop: () => {} };
    this.#state = reading;
    return reading;
  }

  /** Whether this is what is being read: nothing else has begun, and it has not ended. @param {Reading} reading */
  isCurrent(reading) {
    return this.#state === reading;
  }

  /** Comes back to the state before, if this is what is being read. @param {Reading} reading */
  giveUp(reading) {
    if (this.isCurrent(reading)) this.#state = reading.before;
  }

  /**
   * What was read has become the page's data.
   * @param {Source} source
   * @param {Outline} [outline]
   */
  show(source, outline) {
    this.#state = { name: 'shown', source, outline };
  }
}
