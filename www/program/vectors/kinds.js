/**
 * What numbers stand for after an operation, and the failures of operations, with NumPy's texts.
 *
 * A failure is a text; its first letter says which of Python's exceptions it becomes.
 *
 * @typedef {import('./vector.js').Kind} Kind
 * @typedef {typeof import('./arithmetic.js').functions} Functions
 */
import { BOOL, FLOAT, INT } from './vector.js';

/** What NumPy calls the kinds. */
export const KINDS = ['bool', 'int64', 'float64'];

/** @param {string} text */
export const valueError = (text) => `V${text}`;
/** @param {string} text */
export const typeError = (text) => `T${text}`;
/** @param {string} text */
export const indexError = (text) => `I${text}`;

/** Two vectors whose lengths do not go together. @param {Float64Array[]} vectors */
export const shapeError = (...vectors) =>
  valueError(
    `operands could not be broadcast together with shapes ${vectors.map(({ length }) => `(${length},)`).join(' ')} `,
  );

/** A number as a vector of a kind stores it. @param {number} value @param {Kind} kind */
export function stored(value, kind) {
  if (kind === FLOAT) return value;
  return kind === BOOL ? Number(value !== 0) : Math.trunc(value) + 0;
}

/** @param {Kind} a @param {Kind} b @returns {Kind} */
export const commonKind = (a, b) => (a > b ? a : b);

/** @param {Kind} a @param {Kind} b */
export const differenceKind = (a, b) =>
  commonKind(a, b) === BOOL
    ? typeError(
        'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
      )
    : commonKind(a, b);

/** Quotients, remainders and powers of truth values are whole numbers. @param {Kind} a @param {Kind} b */
export const wholeKind = (a, b) => (commonKind(a, b) === BOOL ? INT : commonKind(a, b));

/** @param {string} name */
export const bitwiseKind = (name) => (/** @type {Kind} */ a, /** @type {Kind} */ b) =>
  commonKind(a, b) === FLOAT
    ? typeError(
        `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
      )
    : commonKind(a, b);

/**
 * The kind of a function's results.
 * @param {keyof Functions} name
 * @param {Kind} kind
 * @returns {Kind | string}
 */
export function kindOfFunction(name, kind) {
  switch (name) {
    case 'isfinite':
    case 'isnan':
    case 'isinf':
    case 'logical_not':
      return BOOL;
    case 'negative':
      return kind === BOOL
        ? typeError(
            'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
          )
        : kind;
    case 'invert':
      return kind === FLOAT
        ? typeError(
            "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''",
          )
        : kind;
    case 'absolute':
    case 'sign':
    case 'square':
    case 'floor':
    case 'ceil':
      return kind;
    default:
      return FLOAT;
  }
}
