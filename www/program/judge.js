/**
 * Finds verdicts on programs, beside the page.
 *
 * @import { ProgramVerdict, Session } from '../pkg/more.js'
 */
import { newJudgeWorker } from '../platform/judge-worker.js';

export class Judge {
  #worker = newJudgeWorker();
  /** @type {Map<number, { resolve: (verdict: ProgramVerdict) => void, reject: (error: Error) => void }>} */
  #asked = new Map();
  #asks = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }) => {
      /** @type {import('./judge-worker.js').Reply} */
      const { id, verdict, refusal } = data;
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (verdict) asked?.resolve(verdict);
      else asked?.reject(new Error(refusal ?? 'the session could not be handed over'));
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      for (const { reject } of this.#asked.values()) reject(new Error(event.message));
      this.#asked.clear();
    });
  }

  /**
   * The verdict on lines that a program showed.
   * @param {Session} session with the points that the program had
   * @param {Float64Array} lines slope, intercept, slope, …
   * @param {number} rate that it had
   * @param {string} asked what it was to do
   * @returns {Promise<ProgramVerdict>}
   */
  verdict(session, lines, rate, asked) {
    const id = this.#asks++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, session: session.pack(), lines, rate, asked });
    });
  }
}
