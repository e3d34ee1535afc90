"""Numbers from all numbers of an array, and arrays in which the order of the numbers counts."""

import math as _math

import _kernels

from ._functions import maximum
from ._making import array, asarray
from ._vector import _cells, _fail, _kind, _made, _no_axis, _number, _told, ndarray

nan = float("nan")


def _reduction(name, whole):
    """`whole` says of which kinds the result is a whole number or a truth value, as the numbers are."""
    kernel = getattr(_kernels, name)

    def function(a, axis=None):
        if axis is not None:
            _no_axis(axis)
        if type(a) is not ndarray:
            if type(a) is float or type(a) is int:
                a = array([a])
            else:
                a = array(a)
        result = kernel(a._h)
        if result is not None:
            _fail(result)
        value = _cells[0]
        if whole is None:
            return value
        kind = _kind(a)
        if kind == 2:
            return value
        return bool(value) if kind == 0 and whole == "same" else int(value)

    return function


sum = _reduction("sum", "int")
prod = _reduction("prod", "int")
mean = _reduction("mean", None)
median = _reduction("median", None)
min = amin = _reduction("min", "same")
max = amax = _reduction("max", "same")
_argmin = _reduction("argmin", None)
_argmax = _reduction("argmax", None)
_count = _reduction("count", None)


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)
    weights = asarray(weights)
    return (asarray(a) * weights).sum() / weights.sum()


def argmin(a, axis=None):
    return int(_argmin(a, axis))


def argmax(a, axis=None):
    return int(_argmax(a, axis))


def count_nonzero(a, axis=None):
    return int(_count(a, axis))


def any(a, axis=None):
    return _count(a, axis) > 0


def all(a, axis=None):
    a = asarray(a)
    return _count(a, axis) == len(a)


def var(a, axis=None, ddof=0):
    _no_axis(axis)
    a = asarray(a)
    return _told(_kernels.var(a._h, float(ddof)))


def std(a, axis=None, ddof=0):
    return _math.sqrt(var(a, axis, ddof)) if len(a) > ddof else nan


def ptp(a, axis=None):
    return max(a, axis) - min(a, axis)


def dot(a, b):
    if type(a) is not ndarray and type(a) is not list or type(b) is not ndarray and type(b) is not list:
        return a * b
    a = asarray(a)
    b = asarray(b)
    return _number(_told(_kernels.dot(a._h, b._h)), int(maximum(_kind(a), _kind(b))))


inner = vdot = matmul = dot


def cumsum(a, axis=None):
    _no_axis(axis)
    return _made(_kernels.cumsum(asarray(a)._h))


def diff(a):
    return _made(_kernels.diff(asarray(a)._h))


def sort(a, axis=-1, kind=None):
    _no_axis(axis)
    return _made(_kernels.sort(asarray(a)._h))


def argsort(a, axis=-1, kind=None):
    _no_axis(axis)
    return _made(_kernels.argsort(asarray(a)._h))


def flip(a):
    return asarray(a)[::-1]


def polyfit(x, y, deg):
    if deg != 1:
        raise ValueError("np.polyfit here fits lines only: polyfit(x, y, 1)")
    return _made(_kernels.fit_line(asarray(x)._h, asarray(y)._h))


def polyval(p, x):
    y = 0.0 * x
    for coefficient in p:
        y = y * x + coefficient
    return y
