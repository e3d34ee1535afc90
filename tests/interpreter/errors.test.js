/** Errors of programs: as Python has them, with their line, and what they are about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeOf, nearest } from '../../www/program/errors.js';
import { texts } from '../../www/text/en/program.js';
import { run } from './run.js';

/**
 * Runs a program that fails.
 * @param {string} source
 */
async function failure(source) {
  const { outcome, error } = await run({ source });
  assert.ok(error, `${source} ended as ${outcome}`);
  const cause = causeOf(error, source);
  return { error: `${error.type}: ${error.message}`, line: error.line, cause, sentence: texts.cause(cause) };
}

/** @type {[string, { error: string, line: number, cause: import('../../www/program/errors.js').Cause }][]} */
const FAILURES = [
  [
    'a = 0.0\nfor epoch in range(epochs):\n    da = ...\n    a = a - L * da\n    show(a, a)',
    { error: "TypeError: unsupported operand type(s) for *: 'float' and 'ellipsis'", line: 4, cause: { kind: 'gap', line: 3 } },
  ],
  ['a = ...\nshow(a, 1)', { error: 'TypeError: show(a, b) wants two numbers, and a is the gap ...', line: 2, cause: { kind: 'gap', line: 1 } }],
  ['z = x + ...', { error: "TypeError: unsupported operand type(s) for +: 'ndarray' and 'ellipsis'", line: 1, cause: { kind: 'gap', line: 1 } }],
  [
    'errors = y\nprint(erors)',
    { error: "NameError: name 'erors' is not defined", line: 2, cause: { kind: 'similar-name', name: 'erors', similar: 'errors', line: 1 } },
  ],
  ['print(l)', { error: "NameError: name 'l' is not defined", line: 1, cause: { kind: 'unknown-name', name: 'l', nearest: 'L' } }],
  ['erors = y\nprint(errors)', { error: "NameError: name 'errors' is not defined", line: 2, cause: { kind: 'similar-name', name: 'errors', similar: 'erors', line: 1 } }],
  ['epoch = 1\nprint(epocs)', { error: "NameError: name 'epocs' is not defined", line: 2, cause: { kind: 'unknown-name', name: 'epocs', nearest: 'epochs' } }],
  ['import numpy as np\nnp.maen(x)', { error: 'AttributeError: numpy here has no maen', line: 2, cause: { kind: 'numpy', nearest: 'mean' } }],
  ['x.maen()', { error: 'AttributeError: numpy here has no array.maen', line: 1, cause: { kind: 'numpy', nearest: 'mean' } }],
  ['L = input("L? ")', { error: 'EOFError: EOF when reading a line', line: 1, cause: { kind: 'input' } }],
  ['print(q)', { error: "NameError: name 'q' is not defined", line: 1, cause: { kind: 'unknown-name', name: 'q', nearest: undefined } }],
  ['a = 1\n  b = 2', { error: 'IndentationError: unexpected indent', line: 2, cause: { kind: 'indentation' } }],
  ['if x.any():\n    a = 1\n   b = 2', { error: "IndentationError: unindent doesn't match any outer indent level", line: 3, cause: { kind: 'indentation' } }],
  ['for i in range(3):\nprint(i)', { error: 'SyntaxError: invalid syntax', line: 2, cause: { kind: 'indentation' } }],
  ['a = 1\nb = (1,\nfor i in x: pass', { error: 'SyntaxError: invalid syntax', line: 3, cause: { kind: 'syntax' } }],
  ['x[1:] + y', { error: 'ValueError: operands could not be broadcast together with shapes (3,) (4,)', line: 1, cause: { kind: 'shapes', first: '3', second: '4' } }],
  ['x @ y[1:]', { error: 'ValueError: shapes (4,) and (3,) not aligned: 4 (dim 0) != 3 (dim 0)', line: 1, cause: { kind: 'shapes', first: '4', second: '3' } }],
  ['show("1", 2)', { error: 'TypeError: show(a, b) wants two numbers, and a is a string', line: 1, cause: { kind: 'show' } }],
  ['show(1, None)', { error: 'TypeError: show(a, b) wants two numbers, and b is None', line: 1, cause: { kind: 'show' } }],
  ['show(1.0, x)', { error: 'TypeError: show(a, b) wants two numbers, and b is an array', line: 1, cause: { kind: 'show' } }],
  ['show(1)', { error: 'TypeError: show() takes 2 positional arguments but 1 were given', line: 1, cause: { kind: 'show-arguments' } }],
  ['def f(a):\n    pass\nf(1, 2)', { error: 'TypeError: f() takes 1 positional arguments but 2 were given', line: 3, cause: { kind: 'arguments', name: 'f', takes: '1', given: '2' } }],
  ['def f(n):\n    return f(n + 1)\nf(0)', { error: 'RecursionError: maximum recursion depth exceeded', line: 2, cause: { kind: 'recursion' } }],
  ['import pandas', { error: "ModuleNotFoundError: No module named 'pandas'", line: 1, cause: { kind: 'module', name: 'pandas' } }],
  ['\nimport js', { error: "ModuleNotFoundError: No module named 'js'", line: 2, cause: { kind: 'module', name: 'js' } }],
  ['1 / 0', { error: 'ZeroDivisionError: division by zero', line: 1, cause: { kind: 'division' } }],
  ['print(0 < x)', { error: "TypeError: '<' not supported between instances of 'int' and 'ndarray'", line: 1, cause: { kind: 'comparison', operator: '<' } }],
  ['import math\nmath.sqrt(x)', { error: "TypeError: can't convert ndarray to float", line: 2, cause: { kind: 'array-in-math', name: 'sqrt' } }],
  ['if x > 2: pass', { error: 'ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()', line: 1, cause: { kind: 'truth-value' } }],
  ['x[4]', { error: 'IndexError: index 4 is out of bounds for axis 0 with size 4', line: 1, cause: { kind: 'index', length: '4' } }],
  ['x + "a"', { error: "TypeError: unsupported operand type(s) for +: 'ndarray' and 'str'", line: 1, cause: { kind: 'types' } }],
  ['[].add(1)', { error: "AttributeError: 'list' object has no attribute 'add'", line: 1, cause: { kind: 'attribute', type: 'list', name: 'add' } }],
  ['raise ValueError("no")', { error: 'ValueError: no', line: 1, cause: { kind: 'other' } }],
];

for (const [source, expected] of FAILURES) {
  test(`${JSON.stringify(source)} gives ${expected.error.split(':')[0]}, about ${expected.cause.kind}`, async () => {
    const { sentence, ...found } = await failure(source);
    assert.deepEqual(found, expected);
    assert.match(sentence, /^\w.*[.?]$/);
  });
}

test('an error in a function names the line of the function', async () => {
  const { line } = await failure('def gradient(a):\n    return a + missing\nfor i in range(3):\n    gradient(1)\n');
  assert.equal(line, 2);
});

test('what numpy does not have here says so, and what there is instead', async () => {
  for (const [source, instead] of [
    ['import numpy as np\nnp.linalg.inv(x)', /vectors only/],
    ['import numpy as np\nnp.column_stack([x, y])', /vectors only/],
    ['import numpy as np\nnp.polyfit(x, y, 2)', /fits lines only/],
    ['import numpy as np\nnp.loadtxt("a.csv")', /x and y/],
    ['import numpy as np\nnp.random.default_rng(1).gamma(2)', /gamma/],
    ['x.reshape(2, 2)', /vectors only/],
    ['x.foo', /numpy here has no array.foo/],
  ]) {
    const { error } = await failure(/** @type {string} */ (source));
    assert.match(error, /** @type {RegExp} */ (instead));
  }
});

test('a program that asks for too much memory gets a MemoryError', async () => {
  const { outcome, error } = await run({ source: 's = "x"\nwhile True:\n    s = s + s' });
  assert.deepEqual([outcome, error?.type, error?.line], ['memory', 'MemoryError', 3]);
  const arrays = await run({ source: 'import numpy as np\nkept = []\nwhile True:\n    kept.append(np.zeros(1000000))' });
  assert.deepEqual([arrays.outcome, arrays.error?.line], ['memory', 4]);
});

test('the nearest name is one that differs by a slip', () => {
  const known = ['errors', 'epochs', 'L', 'x', 'tolerance'];
  assert.equal(nearest('erors', known), 'errors');
  assert.equal(nearest('epcohs', known), 'epochs');
  assert.equal(nearest('Tolerance', known), 'tolerance');
  assert.equal(nearest('z', known), undefined);
  assert.equal(nearest('gradient', known), undefined);
});
