/**
 * Operators on numbers, element by element, with NumPy's results.
 *
 * What programs use often has loops of its own, because a loop that calls a function for each number takes several times as
 * long. The four basic operators are in loops.js.
 *
 * @typedef {(out: Float64Array, a: Float64Array, b: Float64Array) => void} Elementwise
 * @typedef {(out: Float64Array, a: Float64Array, b: number) => void} WithNumber
 * @typedef {{ each: Elementwise, right: WithNumber, left: WithNumber }} Operator `right` has the number on the right of
 *   the operator, `left` on its left
 */

/** @type {Operator} */
const less = {
  each: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] < b[i] ? 1 : 0;
  },
  right: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] < b ? 1 : 0;
  },
  left: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = b < a[i] ? 1 : 0;
  },
};

/** @type {Operator} */
const lessOrEqual = {
  each: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] <= b[i] ? 1 : 0;
  },
  right: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] <= b ? 1 : 0;
  },
  left: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = b <= a[i] ? 1 : 0;
  },
};

/** @type {Operator} */
const equal = {
  each: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] === b[i] ? 1 : 0;
  },
  right: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] === b ? 1 : 0;
  },
  left: (out, a, b) => equal.right(out, a, b),
};

/** @type {Operator} */
const notEqual = {
  each: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] === b[i] ? 0 : 1;
  },
  right: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] === b ? 0 : 1;
  },
  left: (out, a, b) => notEqual.right(out, a, b),
};

/**
 * The operator with its sides exchanged.
 * @param {Operator} operator
 * @returns {Operator}
 */
const exchanged = ({ each, right, left }) => ({
  each: (out, a, b) => each(out, b, a),
  right: left,
  left: right,
});

/** Comparisons, by the names of Python's methods. */
export const comparisons = {
  lt: less,
  le: lessOrEqual,
  gt: exchanged(less),
  ge: exchanged(lessOrEqual),
  eq: equal,
  ne: notEqual,
};

/**
 * The operator that a function of two numbers makes.
 * @param {(a: number, b: number) => number} f
 * @returns {Operator}
 */
export const operator = (f) => ({
  each: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = f(a[i], b[i]);
  },
  right: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = f(a[i], b);
  },
  left: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = f(b, a[i]);
  },
});

/** The greater number; NaN if one is. @param {number} a @param {number} b */
export const greater = (a, b) => (a >= b || a !== a ? a : b);

/** The smaller number; NaN if one is. @param {number} a @param {number} b */
export const smaller = (a, b) => (a <= b || a !== a ? a : b);

/** The remainder with the sign of b, as Python has it. @param {number} a @param {number} b */
export function remainder(a, b) {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return b < 0 !== rest < 0 && b !== 0 ? rest + b : rest;
}

/** The quotient rounded down. @param {number} a @param {number} b */
export function floorDivide(a, b) {
  if (b === 0) return a / b;
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && b < 0 !== rest < 0) {
    rest += b;
    quotient -= 1;
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const down = Math.floor(quotient);
  return quotient - down > 0.5 ? down + 1 : down;
}

/** The power as C has it: 1 where JavaScript has NaN. @param {number} a @param {number} b */
export function power(a, b) {
  if (a === 1 || (a === -1 && (b === Infinity || b === -Infinity))) return 1;
  return a ** b;
}

/** @param {number} a */
const sign = (a) => (a > 0 ? 1 : a < 0 ? -1 : a === 0 ? 0 : a);

/** The nearest whole number, the even one of two. @param {number} a */
export function round(a) {
  const down = Math.floor(a);
  const rest = a - down;
  if (rest < 0.5) return down === 0 && (a < 0 || Object.is(a, -0)) ? -0 : down;
  if (rest > 0.5) return down === -1 ? -0 : down + 1;
  if (rest === 0.5) return down % 2 === 0 ? (down === 0 && a < 0 ? -0 : down) : down === -1 ? -0 : down + 1;
  return a;
}

/** Functions of one number, by NumPy's names. @satisfies {Record<string, (a: number) => number>} */
export const functions = {
  negative: (/** @type {number} */ a) => -a,
  absolute: Math.abs,
  sign,
  square: (/** @type {number} */ a) => a * a,
  sqrt: Math.sqrt,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  arctan: Math.atan,
  floor: Math.floor,
  ceil: Math.ceil,
  rint: round,
  isfinite: (/** @type {number} */ a) => (a - a === 0 ? 1 : 0),
  isnan: (/** @type {number} */ a) => (a !== a ? 1 : 0),
  isinf: (/** @type {number} */ a) => (a === Infinity || a === -Infinity ? 1 : 0),
  logical_not: (/** @type {number} */ a) => (a === 0 ? 1 : 0),
  invert: (/** @type {number} */ a) => -a - 1,
};

/** The functions that have loops of their own. @type {Partial<Record<keyof typeof functions, (out: Float64Array, a: Float64Array) => void>>} */
const LOOPS = {
  negative: (out, a) => {
    for (let i = 0; i < out.length; i++) out[i] = -a[i];
  },
  absolute: (out, a) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.abs(a[i]);
  },
  sign: (out, a) => {
    for (let i = 0; i < out.length; i++) out[i] = sign(a[i]);
  },
  square: (out, a) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i] * a[i];
  },
  sqrt: (out, a) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(a[i]);
  },
};

/**
 * Writes a function of each number.
 * @param {keyof typeof functions} name
 * @param {Float64Array} out
 * @param {Float64Array} a
 */
export function applyFunction(name, out, a) {
  const loop = LOOPS[name];
  if (loop) return loop(out, a);
  const f = functions[name];
  for (let i = 0; i < out.length; i++) out[i] = f(a[i]);
}
