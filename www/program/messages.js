/**
 * Messages between the page and the worker of a program. The worker runs a program that anybody may have written, so the
 * page takes nothing from it that does not have the expected form.
 *
 * @typedef {{ source: string, x: Float64Array, y: Float64Array, learningRate: number, epochs: number, tolerance: number, seed: number, variable?: string }} Run
 *   `variable` is the name of a number that is wanted of it at its end
 * @typedef {{ kind: 'run' } & Run
 *   | { kind: 'cost', id: number, lines: Float64Array, stride: number }
 *   | { kind: 'predict', id: number, x: Float64Array, line: [number, number] }} Request
 *
 * @typedef {import('../text/en/program.js').ProgramError} ProgramError
 * @typedef {{ kind: 'ready', open: string[] }} Ready `open` names what could not be taken from the worker
 * @typedef {{ kind: 'unavailable', message: string }} Unavailable
 * @typedef {{ kind: 'batch', shown: number, every: number, lines: Float64Array, last: [number, number] | undefined, output: string }} Batch
 * @typedef {{ kind: 'end', outcome: 'done' | 'memory' | 'failed', error: ProgramError | undefined, hasCost: boolean, hasPredict: boolean, answer: number }} End
 *   `answer` is the number that was wanted; NaN if the program has none
 * @typedef {{ values: Float64Array, error: ProgramError | undefined }} Evaluation NaN where the program has failed, and its first error
 * @typedef {{ kind: 'values', id: number } & Evaluation} Values
 * @typedef {{ kind: 'refused', id: number, error: ProgramError }} Refused
 * @typedef {Ready | Unavailable | Batch | End | Values | Refused} Message
 */

/** The longest text in a message. */
const LONGEST = 100_000;

/**
 * Returns the message, or `undefined` if it is none.
 * @param {unknown} data
 * @returns {Message | undefined}
 */
export function readMessage(data) {
  if (typeof data !== 'object' || data === null) return undefined;
  const told = /** @type {Record<string, unknown>} */ (data);
  switch (told.kind) {
    case 'ready':
      return { kind: 'ready', open: Array.isArray(told.open) ? told.open.map(String) : [] };
    case 'unavailable':
      return { kind: 'unavailable', message: text(told.message) };
    case 'batch': {
      const { shown, every, lines, last } = told;
      if (!isCount(shown) || !isCount(every) || !(lines instanceof Float64Array)) return undefined;
      return { kind: 'batch', shown, every, lines, last: pair(last), output: text(told.output) };
    }
    case 'end': {
      const { outcome } = told;
      if (outcome !== 'done' && outcome !== 'memory' && outcome !== 'failed') return undefined;
      const [hasCost, hasPredict] = [told.hasCost === true, told.hasPredict === true];
      const answer = typeof told.answer === 'number' ? told.answer : NaN;
      return { kind: 'end', outcome, error: told.error ? programError(told.error) : undefined, hasCost, hasPredict, answer };
    }
    case 'values':
      if (!isCount(told.id) || !(told.values instanceof Float64Array)) return undefined;
      return { kind: 'values', id: told.id, values: told.values, error: told.error ? programError(told.error) : undefined };
    case 'refused':
      return isCount(told.id) ? { kind: 'refused', id: told.id, error: programError(told.error) } : undefined;
    default:
      return undefined;
  }
}

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value.slice(0, LONGEST) : '');

/** @param {unknown} value @returns {[number, number] | undefined} */
const pair = (value) =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number') ? [value[0], value[1]] : undefined;

/** @param {unknown} value @returns {ProgramError} */
function programError(value) {
  const told = /** @type {Record<string, unknown>} */ (value ?? {});
  return { type: text(told.type), message: text(told.message), line: isCount(told.line) ? told.line : undefined };
}
