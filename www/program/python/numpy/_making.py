"""Arrays of nothing, of Python's numbers, of other arrays."""

import array as _array
import math as _math
import uctypes as _uctypes

import _kernels

from ._kinds import _kind_of
from ._vector import _kind, _made, _name, _no_axis, _value, ndarray


def array(values, dtype=None, copy=True):
    if type(values) is ndarray:
        return values.copy() if dtype is None else values.astype(dtype)
    if type(values) is float or type(values) is int or type(values) is bool:
        kind = 2 if type(values) is float else int(type(values) is int)
        made = _made(_kernels.full(1, float(values), kind))
        return made if dtype is None else made.astype(dtype)
    if type(values) is str or values is None or values is Ellipsis:
        raise TypeError("np.array wants numbers, and got " + _name(values))
    values = list(values)
    kind = 0 if values else 2
    for value in values:
        type_ = type(value)
        if type_ is float:
            kind = 2
            break
        if type_ is int:
            kind = 1
        elif type_ is not bool:
            if type_ is list or type_ is tuple or type_ is ndarray:
                raise ValueError("numpy here has vectors only, no matrices: make an array for each column")
            raise TypeError("an array holds numbers, and this is " + _name(value))
    try:
        numbers = _array.array("d", values)
    except TypeError:
        for value in values:
            _value(value)
        raise
    made = _made(_kernels.read(_uctypes.addressof(numbers) if values else 0, len(values), kind))
    return made if dtype is None else made.astype(dtype)


def asarray(values, dtype=None):
    if type(values) is ndarray and (dtype is None or _kind_of(dtype) == _kind(values)):
        return values
    return array(values, dtype)


asfarray = asarray
ascontiguousarray = asarray


def _length(shape):
    if type(shape) is tuple or type(shape) is list:
        if len(shape) != 1:
            raise ValueError("numpy here has vectors only, no matrices: give one length")
        shape = shape[0]
    if type(shape) is not int:
        raise TypeError("'" + type(shape).__name__ + "' object cannot be interpreted as an integer")
    if shape < 0:
        raise ValueError("negative dimensions are not allowed")
    if shape > 1 << 28:
        raise MemoryError("so many numbers do not fit into memory")
    return shape


def full(shape, value, dtype=None):
    kind = _kind_of(dtype) if dtype is not None else 2 if type(value) is float else int(type(value) is int)
    return _made(_kernels.full(_length(shape), _value(value), kind))


def zeros(shape, dtype=float):
    return _made(_kernels.full(_length(shape), 0.0, _kind_of(dtype)))


def ones(shape, dtype=float):
    return _made(_kernels.full(_length(shape), 1.0, _kind_of(dtype)))


empty = zeros


def zeros_like(a):
    return zeros(len(a), asarray(a).dtype)


def ones_like(a):
    return ones(len(a), asarray(a).dtype)


empty_like = zeros_like


def full_like(a, value):
    return full(len(a), value, asarray(a).dtype)


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    if step == 0:
        raise ZeroDivisionError("division by zero")
    kind = 1 if type(start) is int and type(stop) is int and type(step) is int else 2
    length = _math.ceil((stop - start) / step)
    made = _made(_kernels.arange(float(start), float(step), _length(length if length > 0 else 0), kind))
    return made if dtype is None else made.astype(dtype)


def linspace(start, stop, num=50, endpoint=True):
    return _made(_kernels.linspace(_value(start), _value(stop), _length(num), bool(endpoint)))


def concatenate(arrays, axis=0):
    _no_axis(axis)
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    return _made(_kernels.concatenate(*[a._h for a in arrays]))


hstack = concatenate


def append(a, values, axis=None):
    return concatenate((a, values))


def copy(a):
    return array(a)
