/** Programs as they run: what they are given, what they show and print, in how much memory, and what figures ask for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEMORY_LIMIT } from '../../www/program/micropython.js';
import { MOST_LINES, Thinning, Trace } from '../../www/program/trace.js';
import { DESCENT } from './descent.js';
import { run } from './run.js';

/** The same in plain loops. @param {Float64Array} x @param {Float64Array} y @param {number} L @param {number} epochs */
function descent(x, y, L, epochs) {
  const lines = [];
  let [a, b] = [0, 0];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let [da, db] = [0, 0];
    x.forEach((at, i) => {
      const error = y[i] - (a * at + b);
      da -= (2 * error * at) / x.length;
      db -= (2 * error) / x.length;
    });
    [a, b] = [a - L * da, b - L * db];
    lines.push(a, b);
  }
  return lines;
}

test('the program of the first task shows the descent, line by line', async () => {
  const [x, y] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 4, 6, 8.5)];
  const { outcome, trace } = await run({ source: DESCENT, x, y, learningRate: 0.05, epochs: 40 });
  assert.equal(outcome, 'done');
  const expected = descent(x, y, 0.05, 40);
  assert.equal(trace.lines.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs(trace.lines[i] - value) < 1e-12));
});

test('a program is given its data and settings as Python has them', async () => {
  const { output } = await run({
    source: 'print(x, y, L, epochs, tolerance)\nprint(type(L) is float, type(epochs) is int, type(tolerance) is float)',
    x: Float64Array.of(1, 2),
    y: Float64Array.of(3, 1e20),
    learningRate: 1,
    epochs: 7,
    tolerance: 0,
  });
  assert.equal(output, '[1. 2.] [3.e+00 1.e+20] 1.0 7 0.0\nTrue True True\n');
});

test('show takes numbers of every kind, and infinities and NaN', async () => {
  const { trace } = await run({ source: 'show(1, True)\nshow(x[:1], 2.5)\nshow(float("nan"), float("-inf"))\nshow(10 ** 20, -0.0)' });
  assert.deepEqual([...trace.lines], [1, 1, 1, 2.5, NaN, -Infinity, 1e20, -0]);
});

test('random numbers are the same with the same seed', async () => {
  const source = 'import numpy as np\nr = np.random.default_rng(7)\nshow(r.normal(), r.integers(10))\nshow(r.random(), r.uniform(2, 3))\np = r.permutation(100)\nshow(p.sum(), p.max())\nshow(np.random.default_rng().random(), 0)';
  const [first, again, other] = [await run({ source, seed: 1 }), await run({ source, seed: 1 }), await run({ source, seed: 2 })];
  assert.deepEqual(again.trace.lines, first.trace.lines);
  assert.deepEqual([...first.trace.lines.subarray(4, 6)], [4950, 99]);
  assert.notEqual(other.trace.lines[6], first.trace.lines[6]);
});

test('random numbers have the distributions that they are said to have', async () => {
  const source = 'import numpy as np\nr = np.random.default_rng(3)\nn = r.normal(5, 2, 100000)\nu = r.uniform(-1, 3, 100000)\ni = r.integers(0, 4, 100000)\nshow(n.mean(), n.std())\nshow(u.mean(), u.std())\nshow(i.mean(), i.std())\nshow((abs(n - 5) < 2).mean(), r.choice(x, 3, replace=False).sum() <= 9)';
  const { trace } = await run({ source });
  const expected = [5, 2, 1, 4 / Math.sqrt(12), 1.5, Math.sqrt(1.25), 0.6827, 1];
  expected.forEach((value, i) => assert.ok(Math.abs(trace.lines[i] - value) < 0.02, `${i}: ${trace.lines[i]}`));
});

test('a program runs for a million epochs in the memory that it began with', async () => {
  const source = 'a = 0.0\nwhile a < 1e6:\n    a = a + 1\n    show(a, a * 0.5)';
  const { outcome, trace, interpreter, pauses } = await run({ source });
  assert.deepEqual([outcome, trace.shown], ['done', 1_000_000]);
  assert.ok(pauses > 0);
  assert.ok(interpreter.memory() < MEMORY_LIMIT / 2, `${interpreter.memory()} bytes`);
});

test('epochs on 119,040 rows run in bounded memory, in loops, functions and methods', async () => {
  const x = Float64Array.from({ length: 119_040 }, (_, i) => (i * 7919) % 101 / 10);
  const y = x.map((value) => 3 * value + 1);
  const loop = 'for epoch in range(epochs):\n    e = y - (a * x + b)\n    a, b = a + L * 2 * (e * x).mean(), b + L * 2 * e.mean()\n    show(a, b)\n';
  const inside = loop.replaceAll('\n', '\n    ');
  for (const source of [
    `a = b = 0.0\n${loop}`,
    `def descend(a, b):\n    ${inside}return a, b\nprint(descend(0.0, 0.0))`,
    `class Model:\n    def fit(self, a, b):\n        ${inside.replaceAll('\n', '\n    ')}return self\nModel().fit(0.0, 0.0)`,
  ]) {
    // Without pauses, a tenth of these epochs would exceed what vectors may occupy.
    const { outcome, error, trace } = await run({ source, x, y, learningRate: 0.01, epochs: 250 });
    assert.equal(outcome, 'done', error?.message);
    assert.equal(trace.shown, 250);
  }
});

test('a million prints are cut after 65,536 letters', async () => {
  const { outcome, output } = await run({ source: 'for i in range(1000000): print(i)' });
  assert.equal(outcome, 'done');
  assert.equal(output.length, 65_537);
  assert.ok(output.startsWith('0\n1\n2\n') && output.endsWith('…'));
});

test('a program cannot make or read files', async () => {
  for (const source of ['open("a", "w")', 'open("/lib/program.py")', 'import os\nos.mkdir("/a")', 'import os\nos.rename("/lib", "/a")\nopen("/a/program.py")']) {
    const { error } = await run({ source });
    assert.equal(error?.type, 'OSError', source);
  }
});

test('a program finds nothing of JavaScript', async () => {
  for (const source of [
    'js = __import__("js")\njs.fetch',
    'import sys\ndel sys.modules["js"]\njs = __import__("js")\njs.globalThis',
    'js = __import__("js")\njs.constructor',
    'x._h.constructor',
    'x._h.__proto__',
    '_waiting.constructor',
    '_waiting.then.constructor',
    'import _kernels\n_kernels.constructor',
    'import _kernels\n_kernels.add.constructor',
    'import _kernels\n_kernels.add.apply',
    'import _program\n_program.show.call.constructor',
    'import _kernels\n_kernels.random_numbers(1.0).constructor',
  ]) {
    const { error, outcome } = await run({ source });
    assert.ok(['AttributeError', 'KeyError'].includes(error?.type ?? ''), `${source}: ${outcome}, ${error?.type} ${error?.message}`);
  }
});

test('kernels answer whatever they are called with, and throw nothing', async () => {
  const source = `import _kernels
for name in dir(_kernels):
    kernel = getattr(_kernels, name)
    for arguments in [(), (1,), (x._h,), (x._h, x._h, 3), ("a", "b"), (None, None), (x._h, 1e308, 2), (1e308, 1e308, 1), (-1, -1, 0)]:
        if not name.startswith("_") and name not in ("use_cells", "new"):
            kernel(*arguments)
`;
  const { error } = await run({ source });
  assert.equal(error, undefined, error?.message);
});

test('a program that breaks the interpreter has failed, also after a pause', async () => {
  const broken = 'import _kernels\n_kernels.add.new()';
  const { outcome, error } = await run({ source: broken });
  assert.deepEqual([outcome, error?.type], ['failed', 'RuntimeError']);
  const later = await run({ source: `a = 0\nwhile a < 200000: a += 1\n${broken}` });
  assert.deepEqual([later.outcome, later.error?.type], ['failed', 'RuntimeError']);
  assert.ok(later.pauses > 0);
});

test('the cost and the predictions of a program are computed after it has ended', async () => {
  const source = 'import numpy as np\nfor i in range(3): show(i, i)\ndef cost(a, b):\n    return np.abs(y - (a * x + b)).mean()\ndef predict(x, a, b):\n    return a * x ** 2 + b\n';
  const { hasCost, hasPredict, interpreter } = await run({ source });
  assert.deepEqual([hasCost, hasPredict], [true, true]);
  assert.deepEqual([...interpreter.costAt(Float64Array.of(2, 0, 0, 0)).values], [0.125, 5.125]);
  assert.deepEqual([...interpreter.predictAt(Float64Array.of(1, 2, 3), [2, 1])], [3, 9, 19]);
});

test('a cost in plain Python, with a loop, is computed like any other', async () => {
  const source = 'def cost(a, b):\n    total = 0\n    for i in range(len(x)):\n        total += (y[i] - (a * x[i] + b)) ** 2\n    return total / len(x)\nshow(1, cost(1, 0))';
  const { trace, interpreter } = await run({ source, x: Float64Array.of(1, 2), y: Float64Array.of(2, 4) });
  assert.deepEqual([...trace.lines], [1, 2.5]);
  assert.deepEqual([...interpreter.costAt(Float64Array.of(1, 0)).values], [2.5]);
});

test('costs on 119,040 rows are computed in bounded memory', async () => {
  const x = Float64Array.from({ length: 119_040 }, (_, i) => i % 7);
  const { interpreter } = await run({ source: 'def cost(a, b):\n    return ((y - (a * x + b)) ** 2).mean()', x, y: x });
  // The vectors of a hundredth of them fill what vectors may occupy.
  const { values } = interpreter.costAt(new Float64Array(600).fill(1));
  assert.ok(values.every((cost) => cost === 1));
});

test('a program whose lines end as on Windows runs', async () => {
  const { outcome, trace } = await run({ source: 'for i in range(3):\r\n\r\n    # why\r\n    show(i, \\\r\n        1)\r\n' });
  assert.deepEqual([outcome, trace.shown], ['done', 3]);
});

test('a cost that returns no number has none, and says why', async () => {
  const { interpreter } = await run({ source: 'def cost(a, b):\n    return x if a else 1' });
  const { values, error } = interpreter.costAt(Float64Array.of(1, 0, 0, 0, 1, 0));
  assert.deepEqual([...values], [NaN, 1, NaN]);
  assert.match(error?.message ?? '', /cost\(a, b\) has to return one number, and returned an array/);
});

test('a cost on one of so many rows takes them of all that the program has for each row', async () => {
  const source = 'import numpy as np\nu = x - 100\nx = x * 2\nw = np.zeros(3)\ndef cost(a, b):\n    assert len(w) == 3\n    return (u + 100 - x / 2).sum() + 1000 * len(y) + y[0]';
  const x = Float64Array.from({ length: 10 }, (_, i) => i);
  const { interpreter } = await run({ source, x, y: x });
  assert.deepEqual([...interpreter.costAt(Float64Array.of(1, 0), 4).values], [2002], 'rows 2 and 6');
  assert.deepEqual([...interpreter.costAt(Float64Array.of(1, 0)).values], [10_000], 'and all are back');
});

test('a trace keeps at most 100,000 lines, evenly, and knows which', () => {
  const [thinning, trace] = [new Thinning(), new Trace()];
  const shown = 3 * MOST_LINES + 17;
  for (let i = 0; i < shown; i++) {
    if (thinning.isFull) thinning.thin();
    if (thinning.count()) trace.add(Float64Array.of(i, -i), thinning.every);
  }
  assert.equal(trace.every, 4);
  assert.ok(trace.lines.length / 2 <= MOST_LINES && trace.lines.length / 2 > MOST_LINES / 2);
  for (let i = 0; i < trace.lines.length / 2; i++) assert.equal(trace.lines[2 * i], 4 * i);
});

test('a trace takes no more than it has room for, whatever it is sent', () => {
  const trace = new Trace();
  for (let i = 0; i < 5; i++) trace.add(new Float64Array(150_000), 1);
  assert.equal(trace.lines.length, 2 * MOST_LINES);
});
