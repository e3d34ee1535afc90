/**
 * Kernels for operators, and for functions of each number.
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./vector.js').Kind} Kind
 * @typedef {import('./arithmetic.js').Operator} Operator
 * @typedef {import('./workshop.js').Workshop} Workshop
 */
import {
  applyFunction,
  comparisons,
  floorDivide,
  functions,
  greater,
  operator,
  power,
  remainder,
  smaller,
} from './arithmetic.js';
import { KINDS, bitwiseKind, commonKind, differenceKind, kindOfFunction, shapeError, typeError, valueError, wholeKind } from './kinds.js';
import { add, divide, multiply, subtract } from './loops.js';
import { BOOL, FLOAT, INT } from './vector.js';

/** What stands on the other side of an operator, if it is no number. */
const VECTOR = 3;

/** Operators on the bits of whole numbers, and on truth values. */
const and = operator((a, b) => a & b);
const or = operator((a, b) => a | b);
const xor = operator((a, b) => a ^ b);
const bothTrue = operator((a, b) => (a !== 0 && b !== 0 ? 1 : 0));
const eitherTrue = operator((a, b) => (a !== 0 || b !== 0 ? 1 : 0));

/** @param {Workshop} workshop */
export function operatorKernels(workshop) {
  const { store } = workshop;

  /**
   * An operator between vectors, or a vector and a number.
   * @param {Operator} by
   * @param {(a: Kind, b: Kind) => Kind | string} kindOf the kind of the result, or why there is none
   */
  const binary = (by, kindOf, isReflected = false) => {
    /** @param {Handle} left @param {Handle | number} other @param {number} type a kind, or VECTOR */
    return (left, other, type) => {
      const a = workshop.unwrap(left);
      if (type !== VECTOR) {
        const kind = kindOf(a.kind, /** @type {Kind} */ (type));
        if (typeof kind === 'string') return kind;
        const out = store.allocate(a.values.length);
        (isReflected ? by.left : by.right)(out, a.values, /** @type {number} */ (other));
        return finished(out, kind);
      }
      const b = workshop.unwrap(other);
      const kind = kindOf(a.kind, b.kind);
      if (typeof kind === 'string') return kind;
      const [first, second] = isReflected ? [b.values, a.values] : [a.values, b.values];
      if (first.length === second.length) {
        const out = store.allocate(first.length);
        by.each(out, first, second);
        return finished(out, kind);
      }
      if (first.length !== 1 && second.length !== 1) return shapeError(first, second);
      const out = store.allocate(first.length === 1 ? second.length : first.length);
      if (second.length === 1) by.right(out, first, second[0]);
      else by.left(out, second, first[0]);
      return finished(out, kind);
    };
  };

  /** The result of an operator: a sum of truth values is one, and a whole number divided by 0 is 0. @param {Float64Array} out @param {Kind} kind */
  const finished = (out, kind) => {
    if (kind === BOOL) for (let i = 0; i < out.length; i++) out[i] = out[i] !== 0 ? 1 : 0;
    if (kind === INT) for (let i = 0; i < out.length; i++) out[i] = out[i] - out[i] === 0 ? out[i] + 0 : 0;
    return store.wrap(out, kind);
  };

  /**
   * An operator in place.
   * @param {Operator} by
   * @param {string} name
   * @param {(a: Kind, b: Kind) => Kind | string} kindOf
   */
  const inPlace = (by, name, kindOf) => {
    /** @param {Handle} left @param {Handle | number} other @param {number} type */
    return (left, other, type) => {
      const a = workshop.unwrap(left);
      const b = type === VECTOR ? workshop.unwrap(other) : undefined;
      const kind = kindOf(a.kind, b ? b.kind : /** @type {Kind} */ (type));
      if (typeof kind === 'string') return kind;
      if (kind > a.kind) return cast(name, kind, a.kind);
      if (b === undefined) return by.right(a.values, a.values, /** @type {number} */ (other));
      if (b.values.length === a.values.length) {
        // Overlapping parts of one vector: what is read must not have been written before.
        const isOverlapping = b.values.buffer === a.values.buffer && b.values.byteOffset !== a.values.byteOffset;
        return by.each(a.values, a.values, isOverlapping ? b.values.slice() : b.values);
      }
      if (b.values.length !== 1) {
        return a.values.length === 1
          ? valueError(
              `non-broadcastable output operand with shape (1,) doesn't match the broadcast shape (${b.values.length},)`,
            )
          : shapeError(a.values, b.values);
      }
      by.right(a.values, a.values, b.values[0]);
    };
  };

  /** @param {string} name @param {Kind} from @param {Kind} to */
  const cast = (name, from, to) =>
    typeError(
      `Cannot cast ufunc '${name}' output from dtype('${KINDS[from]}') to dtype('${KINDS[to]}') with casting rule 'same_kind'`,
    );

  const functionsOfOne = Object.fromEntries(
    Object.keys(functions).map((key) => {
      const name = /** @type {keyof typeof functions} */ (key);
      return [
        name,
        (/** @type {Handle} */ handle) => {
          const { values, kind } = workshop.unwrap(handle);
          const result = kindOfFunction(name, kind);
          if (typeof result === 'string') return result;
          const out = store.allocate(values.length);
          applyFunction(name === 'invert' && kind === BOOL ? 'logical_not' : name, out, values);
          return store.wrap(out, result);
        },
      ];
    }),
  );

  return {
    ...functionsOfOne,

    add: binary(add, commonKind),
    radd: binary(add, commonKind, true),
    sub: binary(subtract, differenceKind),
    rsub: binary(subtract, differenceKind, true),
    mul: binary(multiply, commonKind),
    rmul: binary(multiply, commonKind, true),
    truediv: binary(divide, () => FLOAT),
    rtruediv: binary(divide, () => FLOAT, true),
    floordiv: binary(operator(floorDivide), wholeKind),
    rfloordiv: binary(operator(floorDivide), wholeKind, true),
    mod: binary(operator(remainder), wholeKind),
    rmod: binary(operator(remainder), wholeKind, true),
    pow: binary(operator(power), wholeKind),
    rpow: binary(operator(power), wholeKind, true),
    maximum: binary(operator(greater), commonKind),
    rmaximum: binary(operator(greater), commonKind, true),
    minimum: binary(operator(smaller), commonKind),
    rminimum: binary(operator(smaller), commonKind, true),
    iadd: inPlace(add, 'add', commonKind),
    isub: inPlace(subtract, 'subtract', differenceKind),
    ...Object.fromEntries(
      Object.entries(comparisons).map(([name, by]) => [name, binary(by, () => BOOL)]),
    ),
    and: binary(and, bitwiseKind('bitwise_and')),
    or: binary(or, bitwiseKind('bitwise_or')),
    xor: binary(xor, bitwiseKind('bitwise_xor')),
    rand: binary(and, bitwiseKind('bitwise_and'), true),
    ror: binary(or, bitwiseKind('bitwise_or'), true),
    rxor: binary(xor, bitwiseKind('bitwise_xor'), true),
    logical_and: binary(bothTrue, () => BOOL),
    rlogical_and: binary(bothTrue, () => BOOL, true),
    logical_or: binary(eitherTrue, () => BOOL),
    rlogical_or: binary(eitherTrue, () => BOOL, true),

    /** Writes a function of a number. @param {string} name @param {number} a */
    function_of: (name, a) => {
      workshop.answer(functions[/** @type {keyof typeof functions} */ (name)](a));
    },
  };
}
