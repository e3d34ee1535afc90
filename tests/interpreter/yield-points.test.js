/** Points to pause at: where they are put, and where not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withYieldPoints } from '../../www/program/yield-points.js';

/** The program with `P` for a pause. @param {string} source */
const transformed = (source) =>
  withYieldPoints(source).replaceAll('_pause_due() and (_collect(), await _waiting)', 'P');

/** @param {string} source @param {string} expected */
const becomes = (source, expected) => assert.equal(transformed(source), expected);
/** @param {string} source */
const stays = (source) => becomes(source, source);

test('a loop pauses before the first statement of its body, on the same line', () => {
  becomes('for i in x:\n    show(i, i)\n', 'for i in x:\n    P; show(i, i)\n');
  becomes('while True: pass', 'while True: P; pass');
  becomes('while a < (\n  3):\n\n  # why\n  a += 1', 'while a < (\n  3):\n\n  # why\n  P; a += 1');
  becomes('while f(lambda: 0): a = {1: 2}', 'while f(lambda: 0): P; a = {1: 2}');
});

test('a loop whose body begins with a block pauses in its header', () => {
  becomes('for i in x:\n  if i: pass', 'for i in x:\n  if (P, (i))[1]: pass');
  becomes('for i in x:\n  for j in 1, 2:\n    a = 1', 'for i in x:\n  for j in (P, (1, 2))[1]:\n    P; a = 1');
  becomes('for i in x:\n  while i:\n    i -= 1', 'for i in x:\n  while (P, (i))[1]:\n    P; i -= 1');
  becomes('for i in x:\n  try:\n    a = 1\n  except E: pass', 'for i in x:\n  try:\n    P; a = 1\n  except E: pass');
});

test('a function with a loop waits where all that is done with it is calling', () => {
  becomes(
    'def f(a):\n  for i in a: b = i\n  return b\nprint(f(1) + f(f(2)))',
    'async def f(a):\n  for i in a: P; b = i\n  return b\nprint((await f(1)) + (await f((await f(2)))))',
  );
  becomes('def g(a):\n  return f(a)\ndef f(a):\n  while a: a = 0\ng(1)', 'async def g(a):\n  return (await f(a))\nasync def f(a):\n  while a: P; a = 0\n(await g(1))');
});

test('a method with a loop waits, too', () => {
  becomes(
    'class M:\n  def fit(self, x):\n    for i in x: a = 1\n    return self\nm = M().fit(x).fit(y)\nm.fit(z)[0]',
    'class M:\n  async def fit(self, x):\n    for i in x: P; a = 1\n    return self\nm = (await (await M().fit(x)).fit(y))\n(await m.fit(z))[0]',
  );
});

test('a function that is handed on, or called where nothing can wait, stays as it is', () => {
  const f = 'def f(a):\n  for i in a: b = i\n';
  stays(`${f}g = f\n`);
  stays(`${f}print([f(i) for i in x])\n`);
  stays(`${f}g = lambda a: f(a)\n`);
  stays(`${f}print(f"{f(1)}")\n`);
  stays(`${f}sorted(x, key=f)\n`);
  stays(`@twice\n${f}f(1)\n`);
  stays(`${f}def g(b=f(1)): return b\n`);
  stays(`${f}class A:\n  a = f(1)\n`);
});

test('generators, and what figures call, stay as they are', () => {
  stays('def lines():\n  while True:\n    yield 1\n');
  stays('def cost(a, b):\n  for i in x: c = i\n  return c\nprint(cost(1, 2))\n');
  stays('def predict(x, a, b):\n  for i in x: c = i\n  return c\n');
});

test('strings, comments and brackets hide what looks like a loop', () => {
  stays('a = """\nfor i in x:\n  pass\n"""\n# while True: pass\nb = (\nfor_ever)\n');
  stays("a = 'while True: pass'; b = [i\nfor i in x]\n");
});

test('importing what leads to JavaScript is refused, where it is written', () => {
  becomes('a = 1; import js', "a = 1; _refuse_import('js'); import js");
  becomes('from js import fetch', "_refuse_import('js'); from js import fetch");
  becomes('import numpy as np, jsffi as f', "_refuse_import('jsffi'); import numpy as np, jsffi as f");
  becomes('if a: import js.x', "if a: _refuse_import('js'); import js.x");
  stays('import json\nfrom math import js\n');
});

test('a program that Python cannot read gives no error here', () => {
  for (const source of ['', '\n', 'for', 'for i in x', 'while', 'def', 'def f(', 'class', ')', '"', "'''", 'if a:', '\\', 'for i in x:\n', 'é = 1', '€']) {
    assert.equal(typeof withYieldPoints(source), 'string');
  }
});

test('no line moves', () => {
  const source = 'def f(a):\n\n  for i in a:\n    # a\n    if (i\n      > 1):\n      show(i,\n        i)\n\nf([1,\n2])\nwhile x: x = 0\n';
  const lines = (/** @type {string} */ text) => text.split('\n').length;
  assert.equal(lines(transformed(source)), lines(source));
});
