/**
 * What a program defines beside its lines, in the figures: its `cost(a, b)` in the views of the cost, and its
 * `predict(x, a, b)` as a curve over the points. The figures say what they want to know next; the interpreter is asked for it a
 * little at a time, so that it is soon free for what is looked at then.
 *
 * @import { Page } from '../core/page.js'
 * @import { Interpreter, Outcome } from './interpreter.js'
 */
import { requireFigures, requireSession } from '../full/package.js';
import { texts } from '../text/en/program.js';
import { showCostCaption } from './cost-caption.js';
import { EvaluationError } from './interpreter.js';

/**
 * @param {Page} page
 * @param {Interpreter} interpreter
 */
export function connectDefinitions(page, interpreter) {
  /** What the program defines. @type {Definitions | undefined} */
  let current;
  let isAsking = false;

  /** Asks until the figures know all that they want to. The curve comes first: it moves. */
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      while (await current?.askNext());
    } finally {
      isAsking = false;
    }
  };
  // What is looked at changes with the run, the view and the size of the figures.
  page.onNow(() => {
    if (!current) return;
    current.showCaption();
    ask();
  });
  return {
    /** A program has ended. @param {Outcome} outcome */
    begin({ hasCost, hasPredict }) {
      if (!hasCost && !hasPredict) return;
      current = new Definitions(page, interpreter, hasCost, hasPredict);
    },
    /** Forgets the program. */
    clear() {
      current?.end();
      current = undefined;
    },
  };
}

/** What one program defines. */
class Definitions {
  #page;
  #interpreter;
  #cost;
  #predict;
  /** One of so many rows is what the cost is computed on. */
  #stride;
  #hasAnswered = false;
  #hasEnded = false;
  /** What is wrong with the definitions. @type {Set<string>} */
  #faults = new Set();

  /**
   * @param {Page} page
   * @param {Interpreter} interpreter
   * @param {boolean} cost
   * @param {boolean} predict
   */
  constructor(page, interpreter, cost, predict) {
    this.#page = page;
    this.#interpreter = interpreter;
    this.#cost = cost;
    this.#predict = predict;
    this.#stride = requireSession(page).programStride;
    this.#begin();
  }

  #begin() {
    const page = this.#page;
    requireFigures(page).beginProgram(requireSession(page), this.#cost, this.#predict, this.#stride);
    page.refresh('now');
  }

  /** Takes what the program defines out of the figures. */
  end() {
    this.#hasEnded = true;
    requireFigures(this.#page).endProgram();
    showCostCaption(this.#page, [], '');
    this.#page.refresh('now');
  }

  /** Says whose cost is shown, and what is wrong. */
  showCaption() {
    const page = this.#page;
    const note = requireFigures(page).programCostNote(requireSession(page));
    showCostCaption(page, note, [...this.#faults].join(' '));
  }

  /** Asks for what the figures want to know next. Returns whether there was anything. */
  async askNext() {
    return !this.#hasEnded && ((await this.#askForCurve()) || (await this.#askForCosts()));
  }

  async #askForCurve() {
    const page = this.#page;
    const request = this.#predict && requireFigures(page).curveRequest(requireSession(page));
    if (!request) return false;
    await this.#take(
      async () => {
        const predictions = await this.#interpreter.predictAt(...request);
        return () => requireFigures(page).takeCurve(predictions);
      },
      (error) => {
        this.#predict = false;
        this.#refuse(error, texts.predictFailed, texts.predictStopped);
      },
    );
    return true;
  }

  async #askForCosts() {
    const page = this.#page;
    const request = this.#cost && requireFigures(page).costRequest(requireSession(page));
    if (!request) return false;
    const [ticket, lines] = request;
    await this.#take(
      async () => {
        const { values, error } = await this.#interpreter.costAt(lines, this.#stride);
        if (error && !this.#hasAnswered && values.every(Number.isNaN)) throw new EvaluationError(error);
        this.#hasAnswered = true;
        return () => requireFigures(page).takeCosts(ticket, values);
      },
      (error) => {
        if (this.#stride > 1 && error.error) {
          // It may need all rows, as one does that has loops over a number of them.
          this.#stride = 1;
          this.#begin();
        } else {
          this.#cost = false;
          this.#refuse(error, texts.costFailed, texts.costStopped);
        }
      },
    );
    return true;
  }

  /**
   * Says what is wrong, and goes on with what is left.
   * @param {EvaluationError} error
   * @param {(error: string) => string} failed
   * @param {string} stopped
   */
  #refuse({ error }, failed, stopped) {
    this.#faults.add(error ? failed(texts.error(error)) : stopped);
    // With the interpreter that was stopped all has ended.
    if (!error) this.#cost = this.#predict = false;
    this.#begin();
  }

  /**
   * Takes an answer, unless the program is another one by then.
   * @param {() => Promise<() => void>} answer
   * @param {(error: EvaluationError) => void} refuse
   */
  async #take(answer, refuse) {
    try {
      const take = await answer();
      if (this.#hasEnded) return;
      take();
    } catch (error) {
      if (this.#hasEnded) return;
      if (!(error instanceof EvaluationError)) throw error;
      refuse(error);
    }
    this.#page.refresh('now');
  }
}
