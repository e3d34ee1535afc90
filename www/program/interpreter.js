/**
 * Runs the reader's programs, beside the page: one at a time, each in a fresh interpreter, which is stopped whatever it does.
 *
 * @typedef {import('./messages.js').Run} Run
 * @typedef {import('./messages.js').Evaluation} Evaluation
 * @typedef {import('./messages.js').ProgramError} ProgramError
 *
 * @typedef {'done' | 'stopped' | 'silent' | 'memory' | 'failed'} End how a program has ended: by itself, by `stop`, because it showed
 *   nothing for too long, for want of memory, by an error
 * @typedef {{
 *   kind: End, error: ProgramError | undefined, shown: number, thinned: boolean, hasCost: boolean, hasPredict: boolean, answer: number,
 * }} Outcome `shown` counts the lines; `thinned` says that some were left out; `hasCost` and `hasPredict` say what `costAt` and
 *   `predictAt` can be asked for; `answer` is the number that was wanted of it, NaN if there is none
 *
 * @typedef {object} Listeners
 * @property {() => void} [onReady] the interpreter is loaded
 * @property {(message: string) => void} [onUnavailable] it cannot be loaded
 * @property {(trace: Trace) => void} [onLines] lines were shown; the trace is the whole of the run so far
 * @property {(text: string) => void} [onOutput] something was printed
 * @property {(outcome: Outcome, trace: Trace) => void} [onEnd] the program has ended
 */
import { Engine, EvaluationError } from './engine.js';
import { Trace } from './trace.js';

export { EvaluationError, Trace };

/** Milliseconds after which a program that shows nothing is stopped. */
const PATIENCE = 10_000;
/** Milliseconds in which messages that wait at the page are read before a program is called silent. */
const GRACE = 250;

/**
 * @param {Listeners} listeners
 * @param {{ patience?: number }} [options] how many milliseconds a program may show nothing
 */
export function createInterpreter(listeners, { patience = PATIENCE } = {}) {
  return new Interpreter(listeners, patience);
}

/** @typedef {{ engine: Engine, trace: Trace }} Program a program that runs, or has run */

export class Interpreter {
  #listeners;
  #patience;
  /** The engine of the next program. */
  #spare = new Engine();
  /** @type {Program | undefined} */
  #program;
  #isRunning = false;
  #isDisposed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watch;

  /** @param {Listeners} listeners @param {number} patience */
  constructor(listeners, patience) {
    this.#listeners = listeners;
    this.#patience = patience;
    this.#spare.ready.then(
      () => this.#isDisposed || listeners.onReady?.(),
      (error) => this.#isDisposed || listeners.onUnavailable?.(error.message),
    );
  }

  /** Whether a program runs. */
  get isRunning() {
    return this.#isRunning;
  }

  /**
   * Globals that the workers could not take from themselves: none.
   * @returns {Promise<string[]>}
   */
  async openGlobals() {
    return (await this.#spare.ready).open;
  }

  /**
   * Runs a program. One that still runs is stopped first.
   * @param {Run} run
   */
  async run(run) {
    this.stop();
    this.#program?.engine.end();
    const program = { engine: this.#spare, trace: new Trace() };
    this.#program = program;
    this.#isRunning = true;
    this.#spare = new Engine();
    try {
      await program.engine.ready;
    } catch (error) {
      if (this.#program === program) this.#isRunning = false;
      if (!this.#isDisposed) this.#listeners.onUnavailable?.(error instanceof Error ? error.message : String(error));
      return;
    }
    // It may have been stopped meanwhile.
    if (this.#program !== program || !this.#isRunning) return;
    program.engine.listener = (message) => this.#take(program, message);
    program.engine.post({ kind: 'run', ...run });
    this.#expect();
  }

  /** Stops the program that runs. */
  stop() {
    this.#terminate('stopped');
  }

  /** Ends everything; nothing is called afterwards. */
  dispose() {
    this.#isDisposed = true;
    this.#isRunning = false;
    clearTimeout(this.#watch);
    this.#program?.engine.end();
    this.#spare.end();
  }

  /**
   * The cost of lines by the program's own `cost(a, b)`, once it has ended; NaN where that fails, and the first error.
   * @param {Float64Array} lines slope, intercept, slope, …
   * @param {number} [stride] one of so many rows is what it is computed on
   * @returns {Promise<Evaluation>} rejected with an `EvaluationError` if the program does not answer in time
   */
  costAt(lines, stride = 1) {
    return this.#evaluate(lines.length / 2, (id) => ({ kind: 'cost', id, lines, stride }));
  }

  /**
   * The predictions of the program's own `predict(x, a, b)`, once it has ended.
   * @param {Float64Array} x
   * @param {number} a slope
   * @param {number} b intercept
   * @returns {Promise<Float64Array>} rejected with an `EvaluationError` if the program fails, or does not answer in time
   */
  async predictAt(x, a, b) {
    const { values } = await this.#evaluate(x.length, (id) => ({ kind: 'predict', id, x, line: [a, b] }));
    return values;
  }

  /** @param {number} count how many numbers are expected @param {(id: number) => import('./messages.js').Request} request */
  async #evaluate(count, request) {
    const engine = this.#program?.engine;
    if (!engine || this.#isRunning) throw new EvaluationError(undefined);
    const watch = setTimeout(() => engine.end(), this.#patience);
    try {
      const evaluation = await engine.ask(request);
      if (evaluation.values.length !== count) throw new EvaluationError(undefined);
      return evaluation;
    } finally {
      clearTimeout(watch);
    }
  }

  /** @param {Program} program @param {import('./messages.js').Message} message */
  #take(program, message) {
    if (this.#program !== program || !this.#isRunning) return;
    const { trace } = program;
    if (message.kind === 'batch') {
      if (message.shown > trace.shown) {
        trace.add(message.lines, message.every);
        trace.shown = message.shown;
        trace.last = message.last;
        this.#listeners.onLines?.(trace);
        this.#expect();
      }
      if (message.output) this.#listeners.onOutput?.(message.output);
    } else if (message.kind === 'end') {
      const { outcome, error, hasCost, hasPredict, answer } = message;
      this.#end(outcome, error, { hasCost, hasPredict, answer });
    }
  }

  /** Stops the program unless it shows something in time. */
  #expect() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      // A page that was held up reads first what the program has sent meanwhile.
      this.#watch = setTimeout(() => this.#terminate('silent'), GRACE);
    }, this.#patience);
  }

  /** @param {'stopped' | 'silent'} kind */
  #terminate(kind) {
    if (!this.#isRunning) return;
    this.#program?.engine.end();
    this.#end(kind, undefined, { hasCost: false, hasPredict: false, answer: NaN });
  }

  /** @param {End} kind @param {ProgramError | undefined} error @param {{ hasCost: boolean, hasPredict: boolean, answer: number }} has */
  #end(kind, error, has) {
    const trace = this.#program?.trace ?? new Trace();
    this.#isRunning = false;
    clearTimeout(this.#watch);
    this.#listeners.onEnd?.({ kind, error, shown: trace.shown, thinned: trace.isThinned, ...has }, trace);
  }
}
