/** The line of a reader's program that a mistake stands in, found by its text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasTurnedErrors, suspects } from '../../www/program/suspects.js';
import { DESCENT, changed } from './descent.js';

const GRADIENTS = ['slope-gradient', 'intercept-gradient'];
const UPDATES = ['slope', 'intercept'];
const SIGN = ['errors', ...GRADIENTS, ...UPDATES];

/** @param {string} name @param {string[]} statements */
const change = (name, statements) => ({ name, statements, what: 'Something has to change.' });

const FUNCTIONS = `import numpy as np

def gradient(m, c):
    wrong = m * x + c - y
    return np.mean(2 * wrong * x), np.mean(2 * wrong)

m = c = 0.0
for epoch in range(epochs):
    dm, dc = gradient(m, c)
    m += L * dm
    c += L * dc
    show(m, c)
`;
const LOOP = `a = b = 0.0
n = len(x)
for epoch in range(epochs):
    sa = sb = 0.0
    for xi, yi in zip(x, y):
        e = yi - (a * xi + b)
        sa += -2 * xi * e
        sb += -2 * e
    a -= L * sa
    b -= L * sb / n
    show(a, b)
`;
const CARRIED = `import numpy as np
u = (x - np.mean(x)) / np.std(x)
v = (y - np.mean(y)) / np.std(y)
a = b = 0.0
for epoch in range(epochs):
    errors = v - (a * u + b)
    da = -2 * np.mean(errors)
    db = -2 * np.mean(errors)
    a = a - L * da
    b = b - L * db
    slope = a * np.std(y) / np.std(x)
    show(slope, np.mean(y) + b * np.std(y) - slope * np.mean(x))
`;

/** @type {[string, string, string, string[], string[]][]} what, program, mistake, its statements, the lines */
const CASES = [
  ['derivatives that lack their minus', changed({ da: 'da = 2 * np.mean(x * errors)', db: 'db = np.mean(2 * errors)' }), 'wrong-sign', SIGN, ['da = 2 * np.mean(x * errors)', 'db = np.mean(2 * errors)']],
  ['errors that are turned', changed({ errors: 'errors = (a * x + b) - y' }), 'wrong-sign', SIGN, ['errors = (a * x + b) - y']],
  ['errors that are turned, without brackets', changed({ errors: 'errors = a * x + b - y' }), 'wrong-sign', SIGN, ['errors = a * x + b - y']],
  ['updates that add', changed({ a: 'a = a + L * da', b: 'b += L * db' }), 'wrong-sign', SIGN, ['a = a + L * da', 'b += L * db']],
  ['one update that adds', changed({ b: 'b = L * db + b' }), 'wrong-sign-intercept', ['intercept-gradient', 'intercept'], ['b = L * db + b']],
  ['a 2 that is missing', changed({ db: 'db = -np.mean(errors)' }), 'two-missing-intercept', ['intercept-gradient', 'intercept'], ['db = -np.mean(errors)']],
  ['a half', changed({ da: 'da = -2 * np.mean(x * errors) / 2', db: 'db = -2 * np.mean(errors) / 2' }), 'two-missing', [...GRADIENTS, ...UPDATES], ['da = -2 * np.mean(x * errors) / 2', 'db = -2 * np.mean(errors) / 2']],
  ['a 2 in the update', changed({ a: 'a = a - 2 * L * da' }), 'two-twice-slope', ['slope-gradient', 'slope'], ['a = a - 2 * L * da']],
  ['a sum', changed({ db: 'db = -2 * np.sum(errors)' }), 'sum-for-mean-intercept', ['intercept-gradient'], ['db = -2 * np.sum(errors)']],
  ['a missing x', changed({ da: 'da = -2 * np.mean(errors)' }), 'x-missing', ['slope-gradient'], ['da = -2 * np.mean(errors)']],
  ['a missing L', changed({ b: 'b -= db' }), 'rate-missing-intercept', ['intercept'], ['b -= db']],
  ['an L in the derivative', changed({ da: 'da = -2 * L * np.mean(x * errors)' }), 'rate-twice-slope', ['slope-gradient', 'slope'], ['da = -2 * L * np.mean(x * errors)']],
  ['errors before the loop', changed({ for: 'errors = y - (a * x + b)\nfor epoch in range(epochs):', errors: 'pass' }), 'errors-frozen', ['errors'], ['errors = y - (a * x + b)']],
  ['an absolute value', changed({ errors: 'errors = abs(y - (a * x + b))' }), 'sizes-for-errors', ['errors', ...GRADIENTS], ['errors = abs(y - (a * x + b))']],
  ['a row count', changed({ da: 'da = -2 * np.sum(x * errors) / 11', db: 'db = -2 * np.sum(errors) / 11' }), 'other-rows', GRADIENTS, ['da = -2 * np.sum(x * errors) / 11', 'db = -2 * np.sum(errors) / 11']],
  ['exchanged derivatives', changed({ a: 'a = a - L * db', b: 'b = b - L * da' }), 'exchanged', UPDATES, ['a = a - L * db', 'b = b - L * da']],
  ['names of the reader’s own, in a function', FUNCTIONS, 'rate-missing-slope', ['slope'], ['m += L * dm']],
  ['a loop over rows', LOOP, 'sum-for-mean-slope', ['slope-gradient'], ['sa += -2 * xi * e']],
  ['a line that is carried back', CARRIED, 'x-missing', ['slope-gradient'], ['da = -2 * np.mean(errors)']],
  ['one line for both parameters', 'a = b = 0.0\nfor i in range(epochs):\n    e = y - a * x - b\n    a, b = a + 2 * L * (x * e).mean(), b - 2 * L * e.mean()\n    show(a, b)\n', 'wrong-sign-intercept', ['intercept-gradient', 'intercept'], ['a, b = a + 2 * L * (x * e).mean(), b - 2 * L * e.mean()']],
];

for (const [what, source, name, statements, lines] of CASES) {
  test(`the line of ${what} is found`, () => {
    const found = suspects(source, change(name, statements));
    assert.deepEqual(found.map(({ text }) => text), lines);
    for (const { line, text } of found) assert.equal(source.split('\n')[line - 1].trim(), text);
  });
}

test('errors that are turned are told from other wrong signs', () => {
  const sign = change('wrong-sign', SIGN);
  assert.ok(hasTurnedErrors(changed({ errors: 'errors = a * x + b - y' }), sign));
  assert.ok(!hasTurnedErrors(changed({ a: 'a = a + L * da', b: 'b = b + L * db' }), sign));
});

test('a program of which nothing can be told has no suspects', () => {
  for (const source of ['', 'show(1, 2)', 'exec("show(1, 2)")']) {
    for (const name of ['wrong-sign', 'x-missing', 'typo']) assert.deepEqual(suspects(source, change(name, SIGN)), [], source);
  }
});

test('the right program has no sign that is turned', () => {
  const { length } = suspects(DESCENT, change('wrong-sign', ['errors', 'slope-gradient', 'slope']));
  assert.equal(length, 0);
});
