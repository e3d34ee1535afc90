"""Functions of each number of an array, or of single numbers."""

import _kernels

from ._making import array, asarray
from ._vector import _cells, _made, _name, _operate, _vector, ndarray


def _function(name):
    kernel = getattr(_kernels, name)
    truth = name in ("isfinite", "isnan", "isinf", "logical_not")
    whole = name in ("absolute", "sign", "square", "negative", "floor", "ceil")

    def function(x):
        type_ = type(x)
        if type_ is ndarray:
            return _made(kernel(x._h))
        if type_ is float or type_ is int or type_ is bool:
            _kernels.function_of(name, float(x))
            return bool(_cells[0]) if truth else int(_cells[0]) if whole and type_ is int else _cells[0]
        if type_ is list or type_ is tuple or type_ is range:
            return _made(kernel(array(x)._h))
        raise TypeError("np." + name + " wants numbers, and got " + _name(x))

    return function


abs = absolute = fabs = _function("absolute")
sign = _function("sign")
square = _function("square")
negative = _function("negative")
sqrt = _function("sqrt")
exp = _function("exp")
expm1 = _function("expm1")
log = _function("log")
log2 = _function("log2")
log10 = _function("log10")
log1p = _function("log1p")
tanh = _function("tanh")
sin = _function("sin")
cos = _function("cos")
arctan = _function("arctan")
floor = _function("floor")
ceil = _function("ceil")
rint = _function("rint")
isfinite = _function("isfinite")
isnan = _function("isnan")
isinf = _function("isinf")
logical_not = _function("logical_not")


def round(a, decimals=0):
    if type(a) is float or type(a) is int:
        return float(_made(_kernels.round(array(a)._h, decimals))[0])
    return _made(_kernels.round(asarray(a)._h, decimals))


around = round


def _pairwise(name):
    kernel = getattr(_kernels, name)
    reflected = getattr(_kernels, "r" + name)

    def function(a, b):
        if type(a) is ndarray:
            result = _operate(kernel, a, b)
        elif type(b) is ndarray:
            result = _operate(reflected, b, a)
        else:
            isnumber = type(a) in (float, int, bool) and type(b) in (float, int, bool)
            result = _operate(kernel, asarray(a), b)
            if isnumber and result is not NotImplemented:
                return result[0]
        if result is NotImplemented:
            raise TypeError("np." + name + " wants numbers, and got " + _name(b if type(a) is ndarray else a))
        return result

    return function


maximum = _pairwise("maximum")
minimum = _pairwise("minimum")
add = _pairwise("add")
subtract = _pairwise("sub")
multiply = _pairwise("mul")
divide = true_divide = _pairwise("truediv")
mod = remainder = _pairwise("mod")
logical_and = _pairwise("logical_and")
logical_or = _pairwise("logical_or")


def power(a, b):
    return (a if type(a) is ndarray or type(b) is ndarray else asarray(a)) ** b


def clip(a, min=None, max=None):
    isnumber = type(a) is float or type(a) is int
    result = asarray(a)
    if min is not None:
        result = maximum(result, min)
    if max is not None:
        result = minimum(result, max)
    return result[0] if isnumber else result


def where(condition, x=None, y=None):
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    return _made(_kernels.where(asarray(condition)._h, _vector(x)._h, _vector(y)._h))


def nonzero(a):
    return (_made(_kernels.nonzero(asarray(a)._h)),)


def flatnonzero(a):
    return nonzero(a)[0]


def isclose(a, b, rtol=1e-05, atol=1e-08):
    isnumber = isscalar(a) and isscalar(b)
    a = asarray(a)
    b = asarray(b)
    near = absolute(a - b) <= atol + rtol * absolute(b)
    close = where(isfinite(a) & isfinite(b), near, a == b)
    return close[0] if isnumber else close


def allclose(a, b, rtol=1e-05, atol=1e-08):
    near = isclose(a, b, rtol, atol)
    return near.all() if type(near) is ndarray else near


def array_equal(a, b):
    a = asarray(a)
    b = asarray(b)
    return len(a) == len(b) and (a == b).all()


def isscalar(a):
    return type(a) in (float, int, bool, str)


def size(a):
    return len(a) if type(a) is ndarray or type(a) is list else 1


def shape(a):
    return (len(a),) if type(a) is ndarray or type(a) is list else ()


def ndim(a):
    return 1 if type(a) is ndarray or type(a) is list else 0
