/** Programs as people write them: they show and print the same as under real Python with real NumPy. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { run, startPython } from './run.js';

const python = startPython();
after(() => python.end());

/** @type {Record<string, string>} */
const PROGRAMS = {
  'arrays, and a function for the gradient': `
import numpy as np

def gradient(a, b):
    errors = y - (a * x + b)
    return -2 * np.mean(errors * x), -2 * np.mean(errors)

a, b = 0, 0
for epoch in range(1, epochs + 1):
    da, db = gradient(a, b)
    a -= L * da
    b -= L * db
    show(a, b)
    if epoch % 10 == 0:
        print(f"epoch {epoch:3d}: a = {a:.4f}, b = {b:8.4f}")
`,
  'plain loops over lists': `
n = len(x)
a = b = 0.0
for _ in range(epochs):
    da = sum(-2 * (yi - (a * xi + b)) * xi for xi, yi in zip(x, y)) / n
    db = sum([-2 * (yi - (a * xi + b)) for xi, yi in zip(x, y)]) / n
    a, b = a - L * da, b - L * db
    show(a, b)
print(round(a, 3), round(b, 3), n, min(x), max(y), len(sorted(x)[:2]))
`,
  'a main function, and a loop that ends at a tolerance': `
import numpy as np

def cost(a, b):
    return np.mean((y - a * x - b) ** 2)

def main():
    a = b = 0.0
    old = cost(a, b)
    epoch = 0
    while True:
        errors = y - (a * x + b)
        a += 2 * L * (errors @ x) / len(x)
        b += 2 * L * errors.sum() / len(x)
        show(a, b)
        epoch += 1
        new = cost(a, b)
        if abs(old - new) < 1e-6 or epoch >= epochs:
            break
        old = new
    print("%d epochs, cost %.6f" % (epoch, new))

if __name__ == "__main__" or True:
    main()
`,
  'a class with a method that descends': `
import numpy as np

class LinearRegression:
    def __init__(self, rate: float = 0.01):
        self.a = 0.0
        self.b = 0.0
        self.rate = rate

    def predict(self, x):
        return self.a * x + self.b

    def fit(self, x, y, epochs: int) -> "LinearRegression":
        for epoch in range(epochs):
            errors = y - self.predict(x)
            self.a += self.rate * 2 * np.dot(errors, x) / x.size
            self.b += self.rate * 2 * errors.mean()
            show(self.a, self.b)
        return self

model = LinearRegression(rate=L).fit(x, y, epochs)
print(str(model.predict(x).round(2)))
`,
  'standardised data, and the line carried back': `
import numpy as np
mx, sx = x.mean(), x.std()
z = (x - mx) / sx
p = q = 0.0
for epoch in range(epochs):
    errors = y - (p * z + q)
    p, q = p + 0.2 * (errors * z).mean(), q + 0.2 * errors.mean()
    a = p / sx
    show(a, q - a * mx)
print(np.round(z, 3))
`,
  'momentum, with vectors of two': `
import numpy as np
w = np.zeros(2)
v = np.zeros(2)
for epoch in range(epochs):
    e = y - (w[0] * x + w[1])
    g = np.array([-2 * (e * x).mean(), -2 * e.mean()])
    v = 0.9 * v - 0.1 * L * g
    w += v
    show(w[0], w[1])
print(w.tolist() == [w[0], w[1]], np.linalg.norm(v) < 1)
`,
  'mini-batches in order': `
import numpy as np
a = b = 0.0
size = 2
for epoch in range(epochs):
    for start in range(0, len(x), size):
        xs, ys = x[start:start + size], y[start:start + size]
        e = ys - (a * xs + b)
        a += L * 2 * (e * xs).mean()
        b += L * 2 * e.mean()
    show(a, b)
`,
  'absolute error, masks and where': `
import numpy as np
a = b = 0.0
for epoch in range(epochs):
    e = y - (a * x + b)
    s = np.where(e > 0, 1.0, -1.0)
    s[np.abs(e) < 1e-3] = 0
    a += 0.01 * (s * x).mean()
    b += 0.01 * np.sign(e).mean()
    show(a, b)
print((e > 0).sum(), e[e > 0].size, np.argmax(np.abs(e)), np.isfinite(e).all())
`,
  'divergence, noticed': `
import numpy as np
a = b = 0.0
for epoch in range(epochs):
    e = y - (a * x + b)
    a, b = a + 3 * (e * x).mean(), b + 3 * e.mean()
    if not np.isfinite(a) or abs(a) > 1e6:
        print("diverged at epoch", epoch)
        break
    show(a, b)
else:
    print("done")
`,
  'what Python brings: closures, lambdas, dictionaries, exceptions, globals': `
from math import sqrt, inf
import math

calls = 0
def counted(f):
    def inner(*args, **names):
        global calls
        calls += 1
        return f(*args, **names)
    return inner

step = counted(lambda a, rate=0.1: a - rate * 2 * (a - 3))
best = {"a": 0.0, "cost": inf}
a = 0.0
for epoch in range(epochs):
    a = step(a, rate=0.2)
    cost = (a - 3) ** 2
    if cost < best["cost"]:
        best = {"a": a, "cost": cost}
    show(a, sqrt(cost))
try:
    1 / 0
except ZeroDivisionError:
    print("caught")
first, *rest = [1, 2, 3]
print(calls, best["a"] == a, first, rest, math.pi, "a,b".split(","), [i for i in range(5) if i % 2])
print(1e-5, 1e16, 0.1 + 0.2, 100.0, -0.0, 1 / 3, 2 ** 0.5, 7 // 2, -7 // 2, -7 % 3, 10 ** 20)
print(1, 2, sep=", ", end="!\\n")
`,
  'arrays, printed': `
import numpy as np
print(x, y[:2], x > 2, np.arange(3), np.zeros(2), x * 1e-6)
print(repr(x), [1.5, 2], (x * 2).tolist())
print("mean", x.mean(), "shape", x.shape, "dtype", x.dtype)
show(x.sum(), y.sum())
`,
};

for (const [name, source] of Object.entries(PROGRAMS)) {
  test(`${name}: the lines and the output are those of real Python`, async () => {
    const x = Float64Array.of(0.5, 1.25, 2, 3.5, 4.75, 5);
    const y = Float64Array.of(2.1, 3.4, 5.2, 7.9, 10.6, 11.2);
    const program = { source, x, y, learningRate: 0.02, epochs: 60 };
    const [ours, theirs] = [await run(program), await python.run(program)];
    assert.equal(theirs.error, undefined);
    assert.equal(ours.error, undefined, ours.error?.message);
    assert.equal(ours.output, theirs.output);
    const { lines } = ours.trace;
    assert.equal(lines.length, theirs.lines.length);
    assert.ok(lines.length > 0);
    theirs.lines.forEach((value, i) => assert.ok(Math.abs(lines[i] - value) <= 1e-12 * (1 + Math.abs(value)), `line ${i >> 1}: ${lines[i]}, and ${value}`));
  });
}
