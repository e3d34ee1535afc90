/**
 * What Python calls of this page: the functions behind the program's numpy.
 *
 * They take handles and numbers and never throw. A function that makes a vector returns its handle; one that computes a number
 * writes it into a cell of Python's own memory, because the glue turns 3.0 into the whole number 3 and cannot
 * pass on 1e20; each returns a text if it fails: the first letter says which of Python's exceptions it is (`EXCEPTIONS`).
 *
 * @typedef {import('./vector.js').Handle} Handle
 * @typedef {import('./vector.js').Kind} Kind
 * @typedef {import('./vector.js').Vector} Vector
 * @typedef {import('./arithmetic.js').Operator} Operator
 */
import {
  add,
  applyFunction,
  comparisons,
  divide,
  floorDivide,
  functions,
  greater,
  multiply,
  operator,
  power,
  remainder,
  round,
  smaller,
  subtract,
} from './arithmetic.js';
import { write } from './printing.js';
import { RandomNumbers } from './random.js';
import {
  countNonzero,
  dot,
  fitLine,
  indexOfGreatest,
  indexOfLeast,
  mean,
  median,
  product,
  sum,
  variance,
} from './reductions.js';
import { BOOL, FLOAT, INT, OutOfMemory, VectorStore } from './vector.js';

/** What stands on the other side of an operator, if it is no number. */
const VECTOR = 3;

/** The failures, by Python's names for their kinds. */
const valueError = (/** @type {string} */ text) => `V${text}`;
const typeError = (/** @type {string} */ text) => `T${text}`;
const indexError = (/** @type {string} */ text) => `I${text}`;

/**
 * The functions for Python, over a store of vectors.
 * @param {VectorStore} store
 * @param {() => Float64Array} cells numbers that Python can read, as many as a line of results needs
 * @param {() => ArrayBuffer} memory all of Python's memory
 */
export function kernels(store, cells, memory) {
  /** @param {number} number */
  const answer = (number) => void (cells()[0] = number);

  /** Python's numbers at an address. @param {number} address @param {number} length */
  const inPython = (address, length) => new Float64Array(memory(), address, length);

  /**
   * An operator between vectors, or a vector and a number.
   * @param {Operator} by
   * @param {(a: Kind, b: Kind) => Kind | string} kindOf the kind of the result, or why there is none
   */
  const binary = (by, kindOf, isReflected = false) => {
    /** @param {Handle} left @param {Handle | number} other @param {number} type a kind, or VECTOR */
    return (left, other, type) => {
      const a = store.unwrap(left);
      if (type !== VECTOR) {
        const kind = kindOf(a.kind, /** @type {Kind} */ (type));
        if (typeof kind === 'string') return kind;
        const out = store.allocate(a.values.length);
        (isReflected ? by.left : by.right)(out, a.values, /** @type {number} */ (other));
        return finished(out, kind);
      }
      const b = store.unwrap(other);
      const kind = kindOf(a.kind, b.kind);
      if (typeof kind === 'string') return kind;
      const [first, second] = isReflected ? [b.values, a.values] : [a.values, b.values];
      if (first.length === second.length) {
        const out = store.allocate(first.length);
        by.each(out, first, second);
        return finished(out, kind);
      }
      if (first.length !== 1 && second.length !== 1) return shapes(first, second);
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

  /** @param {Float64Array} a @param {Float64Array} b */
  const shapes = (a, b) =>
    valueError(
      `operands could not be broadcast together with shapes (${a.length},) (${b.length},) `,
    );

  /**
   * An operator in place.
   * @param {Operator} by
   * @param {string} name
   * @param {(a: Kind, b: Kind) => Kind | string} kindOf
   */
  const inPlace = (by, name, kindOf) => {
    /** @param {Handle} left @param {Handle | number} other @param {number} type */
    return (left, other, type) => {
      const a = store.unwrap(left);
      const b = type === VECTOR ? store.unwrap(other) : undefined;
      const kind = kindOf(a.kind, b ? b.kind : /** @type {Kind} */ (type));
      if (typeof kind === 'string') return kind;
      if (kind > a.kind) return cast(name, kind, a.kind);
      if (b === undefined) return by.right(a.values, a.values, /** @type {number} */ (other));
      if (b.values.length === a.values.length) return by.each(a.values, a.values, b.values);
      if (b.values.length !== 1) {
        return a.values.length === 1
          ? valueError(
              `non-broadcastable output operand with shape (1,) doesn't match the broadcast shape (${b.values.length},)`,
            )
          : shapes(a.values, b.values);
      }
      by.right(a.values, a.values, b.values[0]);
    };
  };

  /** @param {string} name @param {Kind} from @param {Kind} to */
  const cast = (name, from, to) =>
    typeError(
      `Cannot cast ufunc '${name}' output from dtype('${KINDS[from]}') to dtype('${KINDS[to]}') with casting rule 'same_kind'`,
    );

  /** @param {(vector: Vector) => number | string} f */
  const reduction = (f) => (/** @type {Handle} */ handle) => {
    const result = f(store.unwrap(handle));
    return typeof result === 'string' ? result : answer(result);
  };

  /** @param {Float64Array} values @param {Kind} kind */
  const copyOf = (values, kind) => {
    const out = store.allocate(values.length);
    out.set(values);
    return store.wrap(out, kind);
  };

  /** @param {number} length @param {Kind} kind @param {(i: number) => number} at */
  const filled = (length, kind, at) => {
    const out = store.allocate(length);
    for (let i = 0; i < length; i++) out[i] = at(i);
    return store.wrap(out, kind);
  };

  /**
   * The places that whole numbers or truth values point at.
   * @param {Vector} index
   * @param {number} length of the vector that is indexed
   * @returns {Float64Array | string}
   */
  const places = (index, length) => {
    const { values, kind } = index;
    if (kind === FLOAT && values.length > 0) {
      return indexError('arrays used as indices must be of integer (or boolean) type');
    }
    if (kind === BOOL) {
      if (values.length !== length) {
        return indexError(
          `boolean index did not match indexed array along axis 0; size of axis is ${length} but size of corresponding boolean axis is ${values.length}`,
        );
      }
      const out = store.allocate(countNonzero(values));
      for (let i = 0, next = 0; i < length; i++) if (values[i] !== 0) out[next++] = i;
      return out;
    }
    const out = store.allocate(values.length);
    for (let i = 0; i < values.length; i++) {
      const at = values[i] < 0 ? values[i] + length : values[i];
      if (!(at >= 0 && at < length)) return outside(values[i], length);
      out[i] = at;
    }
    return out;
  };

  /** @param {number} at @param {number} length */
  const outside = (at, length) =>
    indexError(`index ${at} is out of bounds for axis 0 with size ${length}`);

  /** Smallest first, NaN last. @param {Float64Array} values */
  const sorted = (values) => {
    const out = store.allocate(values.length);
    out.set(values);
    return out.sort();
  };

  const functionsOfOne = Object.fromEntries(
    Object.keys(functions).map((key) => {
      const name = /** @type {keyof typeof functions} */ (key);
      return [
        name,
        (/** @type {Handle} */ handle) => {
          const { values, kind } = store.unwrap(handle);
          const result = kindOfFunction(name, kind);
          if (typeof result === 'string') return result;
          const out = store.allocate(values.length);
          applyFunction(name === 'invert' && kind === BOOL ? 'logical_not' : name, out, values);
          return store.wrap(out, result);
        },
      ];
    }),
  );

  const table = {
    ...functionsOfOne,

    add: binary(add, arithmeticKind),
    radd: binary(add, arithmeticKind, true),
    sub: binary(subtract, differenceKind),
    rsub: binary(subtract, differenceKind, true),
    mul: binary(multiply, arithmeticKind),
    rmul: binary(multiply, arithmeticKind, true),
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
    iadd: inPlace(add, 'add', arithmeticKind),
    isub: inPlace(subtract, 'subtract', differenceKind),
    imul: inPlace(multiply, 'multiply', arithmeticKind),
    itruediv: inPlace(divide, 'divide', () => FLOAT),
    ...Object.fromEntries(
      Object.entries(comparisons).map(([name, by]) => [name, binary(by, () => BOOL)]),
    ),
    and: binary(operator((a, b) => bits(a, b, (p, q) => p & q)), bitwiseKind('bitwise_and')),
    or: binary(operator((a, b) => bits(a, b, (p, q) => p | q)), bitwiseKind('bitwise_or')),
    xor: binary(operator((a, b) => bits(a, b, (p, q) => p ^ q)), bitwiseKind('bitwise_xor')),
    rand: binary(operator((a, b) => bits(a, b, (p, q) => p & q)), bitwiseKind('bitwise_and'), true),
    ror: binary(operator((a, b) => bits(a, b, (p, q) => p | q)), bitwiseKind('bitwise_or'), true),
    rxor: binary(operator((a, b) => bits(a, b, (p, q) => p ^ q)), bitwiseKind('bitwise_xor'), true),
    logical_and: binary(operator((a, b) => (a !== 0 && b !== 0 ? 1 : 0)), () => BOOL),
    rlogical_and: binary(operator((a, b) => (a !== 0 && b !== 0 ? 1 : 0)), () => BOOL, true),
    logical_or: binary(operator((a, b) => (a !== 0 || b !== 0 ? 1 : 0)), () => BOOL),
    rlogical_or: binary(operator((a, b) => (a !== 0 || b !== 0 ? 1 : 0)), () => BOOL, true),

    sum: reduction(({ values }) => sum(values)),
    prod: reduction(({ values }) => product(values)),
    mean: reduction(({ values }) => mean(values)),
    median: reduction(({ values }) => median(sorted(values))),
    min: reduction(({ values }) =>
      values.length === 0 ? noIdentity('minimum') : values[indexOfLeast(values)],
    ),
    max: reduction(({ values }) =>
      values.length === 0 ? noIdentity('maximum') : values[indexOfGreatest(values)],
    ),
    argmin: reduction(({ values }) =>
      values.length === 0 ? valueError('attempt to get argmin of an empty sequence') : indexOfLeast(values),
    ),
    argmax: reduction(({ values }) =>
      values.length === 0 ? valueError('attempt to get argmax of an empty sequence') : indexOfGreatest(values),
    ),
    count: reduction(({ values }) => countNonzero(values)),
    size: reduction(({ values }) => values.length),
    kind: reduction(({ kind }) => kind),
    norm: reduction(({ values }) => Math.sqrt(dot(values, values))),
    /** @param {Handle} handle @param {number} ddof */
    var: (handle, ddof) => {
      const { values } = store.unwrap(handle);
      answer(variance(values, ddof, store.allocate(values.length)));
    },
    /** @param {Handle} left @param {Handle} right */
    dot: (left, right) => {
      const [a, b] = [store.unwrap(left).values, store.unwrap(right).values];
      if (a.length !== b.length) {
        return valueError(
          `shapes (${a.length},) and (${b.length},) not aligned: ${a.length} (dim 0) != ${b.length} (dim 0)`,
        );
      }
      answer(dot(a, b));
    },
    /** @param {Handle} xs @param {Handle} ys */
    fit_line: (xs, ys) => {
      const [x, y] = [store.unwrap(xs).values, store.unwrap(ys).values];
      if (x.length === 0) return typeError('expected non-empty vector for x');
      if (x.length !== y.length) return typeError('expected x and y to have same length');
      return store.wrap(Float64Array.from(fitLine(x, y)), FLOAT);
    },

    /** A function of a number. @param {string} name @param {number} a */
    function_of: (name, a) => {
      answer(functions[/** @type {keyof typeof functions} */ (name)](a));
    },
    /** @param {number} a @param {number} b */
    greater_of: (a, b) => answer(greater(a, b)),
    /** @param {number} a @param {number} b */
    smaller_of: (a, b) => answer(smaller(a, b)),

    /** The numbers that stand at an address of Python's. @param {number} address @param {number} length @param {Kind} kind */
    read: (address, length, kind) => copyOf(inPython(address, length), kind),
    /** Writes the numbers to an address of Python's. @param {Handle} handle @param {number} address */
    write: (handle, address) => {
      const { values } = store.unwrap(handle);
      inPython(address, values.length).set(values);
    },
    /** @param {number} length @param {number} value @param {Kind} kind */
    full: (length, value, kind) => {
      const out = store.allocate(length);
      return store.wrap(out.fill(value), kind);
    },
    /** @param {number} start @param {number} step @param {number} length @param {Kind} kind */
    arange: (start, step, length, kind) => {
      // NumPy takes the distance of the first two.
      const distance = start + step - start;
      return filled(length, kind, (i) => (i === 1 ? start + step : start + i * distance));
    },
    /** @param {number} start @param {number} stop @param {number} length @param {boolean} hasEnd */
    linspace: (start, stop, length, hasEnd) => {
      const gaps = hasEnd ? length - 1 : length;
      const span = stop - start;
      const step = span / gaps;
      const isLast = (/** @type {number} */ i) => hasEnd && length > 1 && i === length - 1;
      if (gaps <= 0) return filled(length, FLOAT, (i) => i * span + start);
      return filled(length, FLOAT, (i) =>
        isLast(i) ? stop : (step === 0 ? (i / gaps) * span : i * step) + start,
      );
    },
    /** @param {Handle} handle @param {Kind} kind */
    cast: (handle, kind) => {
      const { values, kind: from } = store.unwrap(handle);
      if (kind >= from) return copyOf(values, kind);
      return filled(values.length, kind, kind === BOOL ? (i) => (values[i] !== 0 ? 1 : 0) : (i) => Math.trunc(values[i]) + 0);
    },
    /** @param {Handle} handle */
    copy: (handle) => {
      const { values, kind } = store.unwrap(handle);
      return copyOf(values, kind);
    },
    /** @param {Handle[]} handles */
    concatenate: (...handles) => {
      const vectors = handles.map((handle) => store.unwrap(handle));
      const out = store.allocate(vectors.reduce((length, { values }) => length + values.length, 0));
      let at = 0;
      for (const { values } of vectors) {
        out.set(values, at);
        at += values.length;
      }
      return store.wrap(out, /** @type {Kind} */ (Math.max(...vectors.map(({ kind }) => kind))));
    },
    /** @param {Handle} handle */
    cumsum: (handle) => {
      const { values, kind } = store.unwrap(handle);
      let total = 0;
      return filled(values.length, kind === BOOL ? INT : kind, (i) => (total = i === 0 ? values[0] : total + values[i]));
    },
    /** @param {Handle} handle */
    diff: (handle) => {
      const { values, kind } = store.unwrap(handle);
      return filled(Math.max(values.length - 1, 0), kind, (i) =>
        kind === BOOL ? Number(values[i + 1] !== values[i]) : values[i + 1] - values[i],
      );
    },
    /** @param {Handle} handle */
    sort: (handle) => {
      const { values, kind } = store.unwrap(handle);
      return store.wrap(sorted(values), kind);
    },
    /** @param {Handle} handle */
    argsort: (handle) => {
      const { values } = store.unwrap(handle);
      const order = store.allocate(values.length);
      for (let i = 0; i < order.length; i++) order[i] = i;
      const last = (/** @type {number} */ a) => (Number.isNaN(a) ? 1 : 0);
      order.sort((i, j) => last(values[i]) - last(values[j]) || values[i] - values[j] || i - j);
      return store.wrap(order, INT);
    },
    /** Where the mask is not 0. @param {Handle} handle */
    nonzero: (handle) => {
      const { values } = store.unwrap(handle);
      const out = store.allocate(countNonzero(values));
      for (let i = 0, next = 0; i < values.length; i++) if (values[i] !== 0) out[next++] = i;
      return store.wrap(out, INT);
    },
    /** @param {Handle} mask @param {Handle} yes @param {Handle} no vectors of one number each, or as long as the mask */
    where: (mask, yes, no) => {
      const [m, a, b] = [mask, yes, no].map((handle) => store.unwrap(handle));
      const length = [m, a, b].map(({ values }) => values.length).find((n) => n !== 1) ?? 1;
      const wrong = [m, a, b].some(({ values }) => values.length !== 1 && values.length !== length);
      if (wrong) {
        return valueError(
          `operands could not be broadcast together with shapes ${[m, a, b].map(({ values }) => `(${values.length},)`).join(' ')} `,
        );
      }
      const at = (/** @type {Vector} */ { values }) => (values.length === 1 ? () => values[0] : (/** @type {number} */ i) => values[i]);
      const [isTrue, first, second] = [at(m), at(a), at(b)];
      return filled(length, /** @type {Kind} */ (Math.max(a.kind, b.kind)), (i) => (isTrue(i) !== 0 ? first(i) : second(i)));
    },

    /** The number at a place, which may count from the end. @param {Handle} handle @param {number} at */
    item: (handle, at) => {
      const { values } = store.unwrap(handle);
      const place = at < 0 ? at + values.length : at;
      if (!(place >= 0 && place < values.length)) return outside(at, values.length);
      cells()[0] = values[place];
    },
    /** @param {Handle} handle @param {number} at @param {number} value */
    set_item: (handle, at, value) => {
      const { values, kind } = store.unwrap(handle);
      const place = at < 0 ? at + values.length : at;
      if (!(place >= 0 && place < values.length)) return outside(at, values.length);
      values[place] = stored(value, kind);
    },
    /** Numbers at equal distances: if they are neighbours, the same memory. @param {Handle} handle @param {number} start @param {number} step @param {number} length */
    slice: (handle, start, step, length) => {
      const { values, kind } = store.unwrap(handle);
      if (step === 1) return store.wrap(values.subarray(start, start + length), kind);
      return filled(length, kind, (i) => values[start + i * step]);
    },
    /** @param {Handle} handle @param {number} start @param {number} step @param {number} length @param {Handle} from */
    set_slice: (handle, start, step, length, from) => {
      const { values, kind } = store.unwrap(handle);
      const source = store.unwrap(from).values;
      if (source.length !== length && source.length !== 1) {
        return valueError(`could not broadcast input array from shape (${source.length},) into shape (${length},)`);
      }
      // The one may be a part of the other.
      const copied = source.buffer === values.buffer ? source.slice() : source;
      for (let i = 0; i < length; i++) {
        values[start + i * step] = stored(copied[copied.length === 1 ? 0 : i], kind);
      }
    },
    /** @param {Handle} handle @param {Handle} index */
    take: (handle, index) => {
      const { values, kind } = store.unwrap(handle);
      const at = places(store.unwrap(index), values.length);
      return typeof at === 'string' ? at : filled(at.length, kind, (i) => values[at[i]]);
    },
    /** @param {Handle} handle @param {Handle} index @param {Handle} from */
    put: (handle, index, from) => {
      const { values, kind } = store.unwrap(handle);
      const vector = store.unwrap(index);
      const at = places(vector, values.length);
      if (typeof at === 'string') return at;
      const source = store.unwrap(from).values;
      if (source.length !== at.length && source.length !== 1) {
        return valueError(
          vector.kind === BOOL
            ? `NumPy boolean array indexing assignment cannot assign ${source.length} input values to the ${at.length} output values where the mask is true`
            : `shape mismatch: value array of shape (${source.length},) could not be broadcast to indexing result of shape (${at.length},)`,
        );
      }
      const copied = source.buffer === values.buffer ? source.slice() : source;
      for (let i = 0; i < at.length; i++) values[at[i]] = stored(copied[copied.length === 1 ? 0 : i], kind);
    },

    /** @param {Handle} handle @param {number} decimals */
    round: (handle, decimals) => {
      const { values, kind } = store.unwrap(handle);
      if (kind !== FLOAT) return copyOf(values, kind);
      const factor = 10 ** Math.abs(decimals);
      if (decimals > 0) return filled(values.length, FLOAT, (i) => round(values[i] * factor) / factor);
      return filled(values.length, FLOAT, (i) => round(values[i] / factor) * factor);
    },

    /** @param {Handle} handle */
    text: (handle) => write(store.unwrap(handle), '', '', ' '),
    /** @param {Handle} handle */
    repr: (handle) => {
      const vector = store.unwrap(handle);
      const isShort = vector.values.length <= 1000;
      const type = vector.values.length === 0 ? `, dtype=${KINDS[vector.kind]})` : ')';
      return write(vector, 'array(', isShort ? type : `, shape=(${vector.values.length},))`, ', ');
    },

    /** A generator of random numbers. @param {number} seed */
    random_numbers: (seed) => {
      const handle = Object.freeze(Object.create(null));
      generators.set(handle, new RandomNumbers(seed));
      return handle;
    },
    /** @param {Handle} rng @param {number} length @param {number} low @param {number} high */
    random_uniform: (rng, length, low, high) => {
      const numbers = generatorOf(rng);
      return filled(length, FLOAT, () => low + (high - low) * numbers.uniform());
    },
    /** @param {Handle} rng @param {number} length @param {number} middle @param {number} deviation */
    random_normal: (rng, length, middle, deviation) => {
      const numbers = generatorOf(rng);
      return filled(length, FLOAT, () => middle + deviation * numbers.normal());
    },
    /** @param {Handle} rng @param {number} length @param {number} low @param {number} end */
    random_integers: (rng, length, low, end) => {
      const numbers = generatorOf(rng);
      return filled(length, INT, () => low + numbers.below(end - low));
    },
    /** Puts the vector into another order. @param {Handle} rng @param {Handle} handle */
    random_shuffle: (rng, handle) => generatorOf(rng).shuffle(store.unwrap(handle).values),
  };

  /** @type {WeakMap<Handle, RandomNumbers>} */
  const generators = new WeakMap();
  /** @param {Handle} handle */
  const generatorOf = (handle) => generators.get(handle) ?? new RandomNumbers(0);

  return Object.fromEntries(Object.entries(table).map(([name, kernel]) => [name, guarded(kernel)]));
}

/** What NumPy calls the kinds. */
const KINDS = ['bool', 'int64', 'float64'];

/**
 * The kernel, whose failures are texts.
 * @param {(...args: any[]) => unknown} kernel
 */
const guarded = (kernel) => (/** @type {any[]} */ ...args) => {
  try {
    return kernel(...args);
  } catch (error) {
    if (error instanceof OutOfMemory || error instanceof RangeError) return 'M';
    return `R${error instanceof Error ? error.message : ''}`;
  }
};

/** @param {number} value @param {Kind} kind of the vector that takes it */
function stored(value, kind) {
  if (kind === FLOAT) return value;
  return kind === BOOL ? Number(value !== 0) : Math.trunc(value) + 0;
}

/** @param {string} name */
const noIdentity = (name) =>
  valueError(`zero-size array to reduction operation ${name} which has no identity`);

/** @param {number} a @param {number} b @param {(a: number, b: number) => number} of */
const bits = (a, b, of) => of(a, b);

/** @param {Kind} a @param {Kind} b @returns {Kind} */
const commonKind = (a, b) => (a > b ? a : b);

/** @param {Kind} a @param {Kind} b */
const arithmeticKind = (a, b) => commonKind(a, b);

/** @param {Kind} a @param {Kind} b */
const differenceKind = (a, b) =>
  commonKind(a, b) === BOOL
    ? typeError(
        'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
      )
    : commonKind(a, b);

/** Quotients, remainders and powers of truth values are whole numbers. @param {Kind} a @param {Kind} b */
const wholeKind = (a, b) => (commonKind(a, b) === BOOL ? INT : commonKind(a, b));

/** @param {string} name */
const bitwiseKind = (name) => (/** @type {Kind} */ a, /** @type {Kind} */ b) =>
  commonKind(a, b) === FLOAT
    ? typeError(
        `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
      )
    : commonKind(a, b);

/**
 * The kind of a function's results.
 * @param {keyof typeof functions} name
 * @param {Kind} kind
 * @returns {Kind | string}
 */
function kindOfFunction(name, kind) {
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
