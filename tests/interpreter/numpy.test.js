/** The small numpy beside the real one: the same programs, on random and special vectors, to the last digits. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { run, startPython } from './run.js';

const python = startPython();
after(() => python.end());

/** Numbers by seed. @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Vectors of random numbers of all sizes. @param {number} length @param {number} seed @returns {[string, Float64Array, Float64Array]} */
function randomVectors(length, seed) {
  const random = randomNumbers(seed);
  const wide = () => (random() - 0.5) * 10 ** (6 * random() - 3);
  return [`${length} numbers`, Float64Array.from({ length }, wide), Float64Array.from({ length }, wide)];
}

const SPECIAL = [0, -0, 1, -1, 0.5, -0.5, 2.5, 1e-300, 1e300, -1e300, 5e-324, 2 ** 53, Infinity, -Infinity, NaN, 0.1, 1 / 3];

/** Pairs of vectors, by name. @type {[string, Float64Array, Float64Array][]} */
const VECTORS = [
  ...[0, 1, 2, 7, 8, 9, 15, 127, 128, 129, 255, 256, 257, 1000, 1037].map((length, i) => randomVectors(length, i + 1)),
  ['special numbers', Float64Array.from(SPECIAL), Float64Array.from(SPECIAL).reverse()],
  ...['each', 'turned'].map((how) => {
    const pairs = SPECIAL.flatMap((a) => SPECIAL.map((b) => (how === 'each' ? [a, b] : [b, a])));
    return /** @type {[string, Float64Array, Float64Array]} */ ([
      `special numbers with ${how} other`,
      Float64Array.from(pairs, ([a]) => a),
      Float64Array.from(pairs, ([, b]) => b),
    ]);
  }),
  ['large numbers', Float64Array.of(1e8, 1e8 + 1, 1e8 + 2, 3e15), Float64Array.of(1, 2, 3, 4)],
  ['small numbers', Float64Array.of(1e-8, -2e-9, 3e-10, 1e-12), Float64Array.of(1, 2, 3, 4)],
];

/** Results that are NumPy's to the last bit. */
const EXACT = [
  ...['x + y', 'x - y', 'x * y', 'x / y', 'x // y', 'x % y'],
  ...['x + 2', '2 + x', 'x - 0.1', '0.1 - x', 'x * 3.0', '3 * x', 'x / 7', '7 / x', 'x // 2', 'x % 2', '1 // x', '1 % x'],
  ...['-x', '+x', 'abs(x)', 'np.abs(x)', 'np.sign(x)', 'np.sqrt(x)', 'x ** 2', 'x ** 0.5', 'x ** -1', 'np.square(x)'],
  ...['x < y', 'x <= y', 'x > y', 'x >= y', 'x == y', 'x != y', 'x < 0', 'x >= 0.5', 'x == 1', '(x > 0) & (y > 0)'],
  ...['(x > 0) | (y > 0)', '(x > 0) ^ (y > 0)', '~(x > 0)', '(x > 0) + (y > 0)', '(x > 0) * (y > 0)', '(x > 0) * 1.5'],
  ...['np.logical_and(x, y)', 'np.logical_or(x, y)', 'np.logical_not(x)', 'np.isfinite(x)', 'np.isnan(x)', 'np.isinf(x)'],
  ...['np.maximum(x, y)', 'np.minimum(x, y)', 'np.maximum(x, 0.5)', 'np.minimum(1, x)', 'np.clip(x, -1, 1)'],
  ...['np.clip(x, None, 1)', 'x.clip(0, 2)', 'np.where(x > 0, x, y)', 'np.where(x > y, 1, 0)', 'np.where(x > 0)[0]'],
  ...['x.sum()', 'np.sum(x * y)', 'x.mean()', 'np.mean(x)', '(x > 0).sum()', '(x > 0).mean()', 'np.prod(x[:5])'],
  ...['x.var()', 'x.std()', 'np.var(y)', 'np.std(x, ddof=1)', 'x.min()', 'x.max()', 'np.min(y)', 'np.argmin(x)'],
  ...['x.argmax()', 'np.argmax(y)', '(x > 0).any()', '(x > 0).all()', 'np.median(x)', 'np.count_nonzero(x)', 'np.ptp(x)'],
  ...['np.cumsum(x)', 'x.cumsum()', 'np.diff(x)', 'np.sort(x)', 'np.sort(y)', 'np.argsort(x, kind="stable")'],
  ...['np.concatenate([x, y])', 'np.append(x, 1.0)', 'x.copy()', 'x.astype(float)', '(x > 0).astype(float)', '(x > 0).astype(int)'],
  ...['len(x)', 'x.size', 'x.ndim', 'np.zeros(4)', 'np.ones(3)', 'np.full(3, 2.5)', 'np.zeros_like(x)', 'np.ones_like(x)'],
  ...['np.arange(10)', 'np.arange(2, 9, 3)', 'np.arange(0, 1, 0.1)', 'np.arange(5, 0, -2)', 'np.arange(0.3, 2.2, 0.7)'],
  ...['np.linspace(0, 1)', 'np.linspace(-3, 7, 23)', 'np.linspace(1, 2, 5, endpoint=False)', 'np.linspace(3, 3, 4)', 'np.linspace(0, 1, 1)'],
  ...['np.array([1, 2, 3]) / 2', 'np.array([1, 2, 3]) // 2', 'np.array([7, -7]) % 3', 'np.array([1, 2]) ** 2', 'np.array([True, False]).sum()'],
  ...['x[1:4]', 'x[::2]', 'x[::-1]', 'x[-3:]', 'x[5:2]', 'x[x > 0]', 'x[[0, 0, -1]]', 'x[np.arange(3) % 2]', 'x[-1]', 'x[0]'],
  ...['x[:3] + x[-3:]', 'x[100000]', 'x + y[:2]', 'x[1:] * 2', 'np.floor(x)', 'np.ceil(x)', 'np.round(x)', 'np.rint(x)', 'np.round(x, 2)'],
  ...['np.sum([1.5, 2.5])', 'np.mean([1, 2, 4])', 'np.maximum(1, 2.5)', 'np.sqrt(2)', 'np.abs(-3.5)', 'np.sign(-2.0)', 'np.clip(5, 0, 3)'],
  ...['np.array([])', 'np.inf', 'np.array([1.5]) + np.array([1, 2])', 'x + np.array([2.0])', 'np.isclose(x, y)'],
];

/** Results that are NumPy's but for a few units in the last place. */
const NEAR = [
  ...['np.exp(x)', 'np.log(x)', 'np.log(abs(x))', 'np.log1p(x)', 'np.expm1(x)', 'np.log2(x)', 'np.log10(x)', 'np.tanh(x)'],
  ...['np.sin(y)', 'np.cos(y)', 'np.arctan(x)', 'abs(x) ** 1.5', 'x ** 3', 'x ** y', '2 ** x', '1.5 ** y', 'np.power(x, 3)'],
  ...['np.exp(1)', 'np.log(2.0)', 'np.tanh(0.5)'],
];

/** Statements that write, with what they leave. */
const WRITES = [
  ['v[1:3] = 7', 'v'],
  ['v[::2] = 0', 'v'],
  ['v[v > 0] = -1', 'v'],
  ['v[[0, -1]] = [3, 4]', 'v'],
  ['v[0] = 5', 'v'],
  ['v[:] = y', 'v'],
  ['v[x > 0] = y[x > 0]', 'v'],
  ['v[1:] = v[:-1]', 'v'],
  ['v += 1', 'v'],
  ['v -= y', 'v'],
  ['v *= 2', 'v'],
  ['v /= 3', 'v'],
  ['v[v > 0] *= 10', 'v'],
  ['v[2:5] += 1', 'v'],
  ['v[1:] += v[:-1]', 'v'],
  ['v[:-1] -= v[1:]', 'v'],
  ['part = v[1:3]; part[0] = 99', 'v'],
  ['part = v[1:]; part += 1', 'v'],
  ['other = v; other += 1', 'v'],
  ['v = np.array([1, 2, 3]); v += 0.5', 'v'],
  ['v = np.array([1, 2, 3]); v[0] = 7.9', 'v'],
  ['v[:2] = [1, 2, 3]', 'v'],
  ['v[v > 0] = [1, 2, 3, 4, 5, 6, 7]', 'v'],
  ['v.fill(2)', 'v'],
  ['v.sort()', 'v'],
];

/**
 * A program that shows each result, number by number, under its index; an exception under −1 − its index.
 * @param {string[][]} cases a statement and the result
 */
const program = (cases) => `import numpy as np
KINDS = [ValueError, TypeError, IndexError, ZeroDivisionError, AttributeError]
def tell(k, result):
    result = result.tolist() if hasattr(result, "tolist") else result
    for value in (result if isinstance(result, list) else [result]):
        show(k, float(value))
def failed(k, error):
    show(-1 - k, [isinstance(error, kind) for kind in KINDS].index(True))
${cases
  .map(
    ([statement, result], k) => `try:
    v = x.copy()
    ${statement}
    tell(${k}, ${result})
except Exception as error:
    failed(${k}, error)
`,
  )
  .join('')}`;

/** The numbers by case. @param {Float64Array} lines */
function byCase(lines) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (let i = 0; i < lines.length; i += 2) {
    const values = found.get(lines[i]) ?? [];
    values.push(lines[i + 1]);
    found.set(lines[i], values);
  }
  return found;
}

/**
 * @param {string[][]} cases
 * @param {(ours: number, theirs: number) => boolean} isSame
 * @param {typeof VECTORS} [vectors]
 */
async function compare(cases, isSame, vectors = VECTORS) {
  const source = program(cases);
  for (const [name, x, y] of vectors) {
    const ours = await run({ source, x, y });
    const theirs = await python.run({ source, x, y });
    assert.equal(theirs.error, undefined);
    assert.ok(!ours.trace.isThinned, 'too many numbers to compare');
    assert.equal(ours.error, undefined, `${name}: ${ours.error?.type}: ${ours.error?.message}`);
    const [mine, real] = [byCase(ours.trace.lines), byCase(theirs.lines)];
    /** @type {string[]} */
    const wrong = [];
    cases.forEach((what, k) => {
      for (const key of [k, -1 - k]) {
        const [a, b] = [mine.get(key) ?? [], real.get(key) ?? []];
        const at = b.findIndex((value, i) => i >= a.length || !isSame(a[i], value));
        if (a.length === b.length && at < 0) continue;
        const of = key < 0 ? 'fails' : `at ${at}`;
        wrong.push(`${what.join('; ')} ${of}: ${a.length} numbers, ${a[Math.max(at, 0)]}; NumPy ${b.length}, ${b[Math.max(at, 0)]}`);
      }
    });
    assert.deepEqual(wrong, [], name);
  }
}

/** The distance in units in the last place. @param {number} a @param {number} b */
function unitsApart(a, b) {
  if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const place = (/** @type {number} */ value) => {
    const bits = new BigInt64Array(Float64Array.of(value).buffer)[0];
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const apart = place(a) - place(b);
  return Number(apart < 0n ? -apart : apart);
}

test('operators, comparisons, sums, means, slices and masks are those of NumPy to the last bit', async () => {
  await compare(EXACT.map((result) => ['pass', result]), (a, b) => unitsApart(a, b) === 0);
});

test('sums over many rows are those of NumPy to the last bit', async () => {
  const cases = ['x.sum()', 'np.sum(x * y)', 'x.mean()', 'x.std()', 'np.var(y)', '(x > 0).sum()', 'np.cumsum(x)[-1]', 'np.median(x)', 'x[::3].sum()'];
  const vectors = [4099, 32_768, 119_040].map((length) => randomVectors(length, length));
  await compare(cases.map((result) => ['pass', result]), (a, b) => unitsApart(a, b) === 0, vectors);
});

test('exponentials, logarithms and powers are those of NumPy to four units in the last place', async () => {
  await compare(NEAR.map((result) => ['pass', result]), (a, b) => unitsApart(a, b) <= 4);
});

test('what is written into parts of a vector is what NumPy writes', async () => {
  await compare(WRITES, (a, b) => unitsApart(a, b) === 0);
});

test('dot products, lengths and fitted lines are those of NumPy but for rounding', async () => {
  const cases = ['x @ y', 'np.dot(x, y)', 'x.dot(x)', 'np.linalg.norm(x)', 'np.linalg.norm(x, 1)'];
  const finite = VECTORS.filter(([, x]) => x.every((value) => Math.abs(value) < 1e100));
  const source = program(cases.map((result) => ['pass', result]));
  for (const [name, x, y] of finite) {
    const [ours, theirs] = [await run({ source, x, y }), await python.run({ source, x, y })];
    assert.equal(ours.error, undefined);
    // The terms, not their sum, say how much is rounded.
    const scale = x.reduce((sum, value, i) => sum + Math.abs(value * y[i]) + value * value + Math.abs(value), 0);
    theirs.lines.forEach((value, i) => {
      const mine = ours.trace.lines[i];
      assert.ok(Object.is(mine, value) || Math.abs(mine - value) <= 1e-14 * (i % 2 === 1 && scale > 1 ? scale : 1), `${name}, line ${i}: ${mine}, NumPy ${value}`);
    });
  }
});

test('polyfit of a line is that of NumPy to ten digits', async () => {
  const source = 'import numpy as np\na, b = np.polyfit(x, y, 1)\nshow(a, b)\nshow(np.polyval([a, b], 2.5), 0)';
  for (const [name, x, y] of VECTORS.filter(([, x]) => x.length > 2 && x.every((value) => Math.abs(value) < 1e7))) {
    const [ours, theirs] = [await run({ source, x, y }), await python.run({ source, x, y })];
    theirs.lines.forEach((value, i) => {
      const scale = Math.max(...theirs.lines.map(Math.abs));
      assert.ok(Math.abs(ours.trace.lines[i] - value) <= 1e-10 * scale, `${name}: ${ours.trace.lines[i]}, NumPy ${value}`);
    });
  }
});

test('vectors are printed as NumPy prints them', async () => {
  const shown = ['x', 'x * 1000', 'x / 1e6', 'np.round(x, 1)', 'x > 0', 'x[:3]', 'x[:1]', 'x[:0]', 'np.arange(len(x))', '(x > 0)[:1]', 'x[:7] * 1e-5'];
  const texts = shown.flatMap((vector) => [`print(${vector})`, `print(repr(${vector}))`]);
  const source = `import numpy as np\n${texts.join('\n')}`;
  for (const [name, x, y] of VECTORS.filter(([, x]) => x.length < 500 || x.length > 1000)) {
    const [ours, theirs] = [await run({ source, x, y }), await python.run({ source, x, y })];
    assert.equal(ours.error, undefined);
    assert.equal(ours.output, theirs.output, name);
  }
});
