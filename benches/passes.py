"""What NumPy makes of the descents that passes.js measures.

Reads the points from the file that is named, all x and then all y. Answers each line of its input, the name of a
measurement, with the milliseconds that one descent or epoch takes in each of the ways that are known to be fast, and
the line that it ended with where that must be the other one's. The caller takes the fastest of the ways.

All passes write into buffers that are there before; nothing is allocated per row. They need not know the cost, which
Downhill tells after every epoch: only the gradient. BLAS has one thread, as the page has; a second one gains a tenth
at the most at this length, and loses much where the machine is busy.
"""

import json
import os
import sys
import time

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

NUMBERS = np.fromfile(sys.argv[1])
N = NUMBERS.size // 2
X, Y = NUMBERS[:N].copy(), NUMBERS[N:].copy()
ERRORS, PULLS = np.empty(N), np.empty(N)
ONES = np.ones(N)
RATE = 1e-4
THRESHOLD = 3.0
RNG = np.random.default_rng(1)


def errors(a, b):
    np.multiply(X, -a, out=ERRORS)
    np.add(ERRORS, Y, out=ERRORS)
    np.subtract(ERRORS, b, out=ERRORS)


def descend(epochs, pull, factor, total):
    """Epochs over all rows; `pull` says how each error pulls at the line, up to the factor."""
    a = b = 0.0
    step = RATE * factor / N
    for _ in range(epochs):
        errors(a, b)
        pulls = pull()
        a, b = a + step * float(X.dot(pulls)), b + step * float(total(pulls))
    return a, b


def total_by_sum(values):
    return np.add.reduce(values)


def total_by_dot(values):
    return ONES.dot(values)


def over_rows(epochs, pull, factor):
    """Each of the ways to add the pulls up."""
    totals = {"sum": total_by_sum, "dot with ones": total_by_dot}
    return {
        name: (epochs, lambda total=total: descend(epochs, pull, factor, total))
        for name, total in totals.items()
    }


def themselves():
    return ERRORS


def signs():
    return np.sign(ERRORS, out=PULLS)


# An error is 0 or far more than that.
TINY = 2.0**-500


def tiny_signs():
    """Signs as multiples of a tiny number: NumPy clips much faster than it takes signs."""
    return np.clip(ERRORS, -TINY, TINY, out=PULLS)


def clipped():
    return np.clip(ERRORS, -THRESHOLD, THRESHOLD, out=PULLS)


MEAN_X, MEAN_Y = float(X.mean()), float(Y.mean())
MEAN_XX, MEAN_XY = float(X.dot(X)) / N, float(X.dot(Y)) / N


def sums_in_arrays():
    """1,000 epochs from the sums: w - rate * gradient is an affine map of w."""
    keep = np.eye(2) - 2 * RATE * np.array([[MEAN_XX, MEAN_X], [MEAN_X, 1.0]])
    add = 2 * RATE * np.array([MEAN_XY, MEAN_Y])
    line, next_line = np.zeros(2), np.zeros(2)
    for _ in range(1000):
        keep.dot(line, out=next_line)
        np.add(next_line, add, out=line)
    return line.tolist()


def sums_in_floats():
    """The same in Python's own numbers, which are faster than arrays of two."""
    a = b = 0.0
    rate, xx, x, xy, y = 2 * RATE, MEAN_XX, MEAN_X, MEAN_XY, MEAN_Y
    for _ in range(1000):
        a, b = a - rate * (xx * a + x * b - xy), b - rate * (x * a + b - y)
    return a, b


SHUFFLED_X, SHUFFLED_Y = np.empty(N), np.empty(N)


def shuffle():
    order = RNG.permutation(N)
    np.take(X, order, out=SHUFFLED_X, mode="clip")
    np.take(Y, order, out=SHUFFLED_Y, mode="clip")


def batches_by_slices(size):
    """An epoch that computes with slices of the shuffled rows."""
    shuffle()
    a = b = 0.0
    buffer, ones = np.empty(size), np.ones(size)
    multiply, add, subtract = np.multiply, np.add, np.subtract
    for start in range(0, N, size):
        x, y = SHUFFLED_X[start : start + size], SHUFFLED_Y[start : start + size]
        e = buffer[: x.size]
        step = 2 * RATE / x.size
        multiply(x, a, out=e)
        add(e, b, out=e)
        subtract(y, e, out=e)
        a, b = a + step * float(x.dot(e)), b + step * float(ones[: x.size].dot(e))
    return None


def batches_by_sums(size):
    """An epoch that takes the sums of all batches at once and then steps in Python's own numbers."""
    shuffle()
    count = N // size
    x, y = SHUFFLED_X[: count * size].reshape(count, size), SHUFFLED_Y[: count * size].reshape(count, size)
    sums = [np.einsum("ij->i", x), np.einsum("ij->i", y), np.einsum("ij,ij->i", x, x), np.einsum("ij,ij->i", x, y)]
    a = b = 0.0
    step = 2 * RATE / size
    for sx, sy, sxx, sxy in zip(*(values.tolist() for values in sums)):
        a, b = a + step * (sxy - a * sxx - b * sx), b + step * (sy - a * sx - size * b)
    return None


def rows_in_floats():
    """An epoch of single rows in Python's own numbers."""
    shuffle()
    a = b = 0.0
    step = 2 * RATE
    for x, y in zip(SHUFFLED_X.tolist(), SHUFFLED_Y.tolist()):
        pull = step * (y - a * x - b)
        a += pull * x
        b += pull
    return None


def often(act):
    return (100, lambda: [act() for _ in range(100)] and None)


# By name: the ways, each with how many descents or epochs a call makes.
MEASURES = {
    "squared": {name: (1, run) for name, (_, run) in over_rows(1000, themselves, 2.0).items()},
    "sums": {"arrays": (1, sums_in_arrays), "floats": (1, sums_in_floats)},
    "absolute": {
        **{f"sign, {name}": way for name, way in over_rows(100, signs, 1.0).items()},
        **{f"clip, {name}": way for name, way in over_rows(100, tiny_signs, 1 / TINY).items()},
    },
    "huber": {f"clip, {name}": way for name, way in over_rows(100, clipped, 2.0).items()},
    "batches of 32": {
        "slices": (1, lambda: batches_by_slices(32)),
        "sums of all batches": (1, lambda: batches_by_sums(32)),
    },
    "batches of 1": {"floats": (1, rows_in_floats)},
    "reading": {"np.add.reduce": often(lambda: np.add.reduce(NUMBERS)), "np.dot": often(lambda: np.dot(X, Y))},
}


def measured(times, run):
    start = time.perf_counter()
    line = run()
    return {"ms": (time.perf_counter() - start) * 1e3 / times, "line": line}


def main():
    print(json.dumps(f"NumPy {np.__version__}, one thread"), flush=True)
    for request in sys.stdin:
        ways = MEASURES[json.loads(request)]
        print(json.dumps({name: measured(*way) for name, way in ways.items()}), flush=True)


main()
