"""The array, a vector of numbers, and how its numbers come from the kernels.

One class has all operators and methods, so this file is long.
"""

import array as _array
import uctypes as _uctypes

import _kernels
import numpy as _np

from ._kinds import _DTYPES, _kind_of

# Numbers come back from the kernels in here.
_cells = _array.array("d", [0.0] * 4)
_kernels.use_cells(_uctypes.addressof(_cells))

# Kind of a kernel's failure, by the first letter of its text.
_EXCEPTIONS = {
    "V": ValueError,
    "T": TypeError,
    "I": IndexError,
    "M": MemoryError,
    "R": RuntimeError,
}


def _fail(text):
    raise _EXCEPTIONS[text[0]](text[1:])


def _made(result):
    if type(result) is str:
        _fail(result)
    return ndarray(result)


def _told(result):
    """The number that a kernel has left."""
    if result is not None:
        _fail(result)
    return _cells[0]


def _number(value, kind):
    """A number of Python's, of the kind that an array has."""
    if kind == 2:
        return value
    return bool(value) if kind == 0 else int(value)


def _kind(a):
    _kernels.kind(a._h)
    return int(_cells[0])


def _operate(kernel, a, b):
    """An operator of an array and anything."""
    type_ = type(b)
    if type_ is ndarray:
        result = kernel(a._h, b._h, 3)
    elif type_ is float:
        result = kernel(a._h, b, 2)
    elif type_ is int:
        result = kernel(a._h, float(b), 1)
    elif type_ is bool:
        result = kernel(a._h, float(b), 0)
    elif type_ is list or type_ is tuple or type_ is range:
        result = kernel(a._h, _np.array(b)._h, 3)
    else:
        return NotImplemented
    if type(result) is str:
        _fail(result)
    return ndarray(result)


def _in_place(kernel, a, b):
    type_ = type(b)
    if type_ is ndarray:
        result = kernel(a._h, b._h, 3)
    elif type_ is float:
        result = kernel(a._h, b, 2)
    elif type_ is int:
        result = kernel(a._h, float(b), 1)
    elif type_ is bool:
        result = kernel(a._h, float(b), 0)
    elif type_ is list or type_ is tuple:
        result = kernel(a._h, _np.array(b)._h, 3)
    else:
        return NotImplemented
    if result is not None:
        _fail(result)
    return a


class ndarray:
    """A vector of numbers."""

    def __init__(self, handle):
        self._h = handle

    ndim = 1

    def __len__(self):
        _kernels.size(self._h)
        return int(_cells[0])

    @property
    def size(self):
        return len(self)

    @property
    def shape(self):
        return (len(self),)

    @property
    def dtype(self):
        return _DTYPES[_kind(self)]

    @property
    def T(self):
        return self

    def __repr__(self):
        return _kernels.repr(self._h)

    def __str__(self):
        return _kernels.text(self._h)

    def __iter__(self):
        return iter(self.tolist())

    def __bool__(self):
        n = len(self)
        if n == 1:
            return self.item() != 0
        if n == 0:
            raise ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
        raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")

    def __contains__(self, value):
        return (self == value).any()

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    # Operators.

    def __add__(self, other):
        return _operate(_kernels.add, self, other)

    def __radd__(self, other):
        return _operate(_kernels.radd, self, other)

    def __sub__(self, other):
        return _operate(_kernels.sub, self, other)

    def __rsub__(self, other):
        return _operate(_kernels.rsub, self, other)

    def __mul__(self, other):
        return _operate(_kernels.mul, self, other)

    def __rmul__(self, other):
        return _operate(_kernels.rmul, self, other)

    def __truediv__(self, other):
        return _operate(_kernels.truediv, self, other)

    def __rtruediv__(self, other):
        return _operate(_kernels.rtruediv, self, other)

    def __floordiv__(self, other):
        return _operate(_kernels.floordiv, self, other)

    def __rfloordiv__(self, other):
        return _operate(_kernels.rfloordiv, self, other)

    def __mod__(self, other):
        return _operate(_kernels.mod, self, other)

    def __rmod__(self, other):
        return _operate(_kernels.rmod, self, other)

    def __pow__(self, other):
        type_ = type(other)
        if type_ is int or type_ is float:
            if other == 2:
                return _made(_kernels.square(self._h)) if type_ is int or _kind(self) == 2 else _np.square(self * 1.0)
            if _kind(self) == 2:
                if other == 0.5:
                    return _made(_kernels.sqrt(self._h))
                if other == -1:
                    return 1.0 / self
                if other == 1:
                    return self.copy()
            elif type_ is int and other < 0:
                raise ValueError("Integers to negative integer powers are not allowed.")
        return _operate(_kernels.pow, self, other)

    def __rpow__(self, other):
        return _operate(_kernels.rpow, self, other)

    def __iadd__(self, other):
        return _in_place(_kernels.iadd, self, other)

    def __isub__(self, other):
        return _in_place(_kernels.isub, self, other)

    def __matmul__(self, other):
        return _np.dot(self, other)

    def __rmatmul__(self, other):
        return _np.dot(other, self)

    def __lt__(self, other):
        return _operate(_kernels.lt, self, other)

    def __le__(self, other):
        return _operate(_kernels.le, self, other)

    def __gt__(self, other):
        return _operate(_kernels.gt, self, other)

    def __ge__(self, other):
        return _operate(_kernels.ge, self, other)

    def __eq__(self, other):
        return _operate(_kernels.eq, self, other)

    def __ne__(self, other):
        return _operate(_kernels.ne, self, other)

    def __and__(self, other):
        return _operate(getattr(_kernels, "and"), self, other)

    def __rand__(self, other):
        return _operate(_kernels.rand, self, other)

    def __or__(self, other):
        return _operate(getattr(_kernels, "or"), self, other)

    def __ror__(self, other):
        return _operate(_kernels.ror, self, other)

    def __xor__(self, other):
        return _operate(_kernels.xor, self, other)

    def __rxor__(self, other):
        return _operate(_kernels.rxor, self, other)

    def __invert__(self):
        return _made(_kernels.invert(self._h))

    def __neg__(self):
        return _made(_kernels.negative(self._h))

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return _made(_kernels.absolute(self._h))

    def __round__(self, decimals=0):
        return _np.round(self, decimals)

    # Parts.

    def __getitem__(self, index):
        type_ = type(index)
        if type_ is int:
            result = _kernels.item(self._h, index)
            if result is not None:
                _fail(result)
            return _number(_cells[0], _kind(self))
        if type_ is slice:
            start, step, length = self._places(index)
            return _made(_kernels.slice(self._h, start, step, length))
        if index is Ellipsis:
            return _made(_kernels.slice(self._h, 0, 1, len(self)))
        return _made(_kernels.take(self._h, _index(index)._h))

    def __setitem__(self, index, value):
        type_ = type(index)
        if type_ is int and type(value) is not ndarray:
            result = _kernels.set_item(self._h, index, _value(value))
        elif type_ is int:
            result = _kernels.set_item(self._h, index, value.item())
        elif type_ is slice or index is Ellipsis:
            start, step, length = self._places(slice(None) if index is Ellipsis else index)
            result = _kernels.set_slice(self._h, start, step, length, _vector(value)._h)
        else:
            result = _kernels.put(self._h, _index(index)._h, _vector(value)._h)
        if result is not None:
            _fail(result)

    def _places(self, part):
        start, stop, step = part.indices(len(self))
        return start, step, len(range(start, stop, step))

    def item(self, index=None):
        if index is None:
            if len(self) != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            index = 0
        return self[index]

    def tolist(self):
        n = len(self)
        numbers = _array.array("d", bytes(8 * n))
        if n:
            _kernels.write(self._h, _uctypes.addressof(numbers))
        kind = _kind(self)
        if kind == 2:
            return list(numbers)
        return [int(value) for value in numbers] if kind == 1 else [value != 0 for value in numbers]

    def copy(self):
        return _made(_kernels.copy(self._h))

    def astype(self, type_):
        return _made(_kernels.cast(self._h, _kind_of(type_)))

    def flatten(self):
        return self.copy()

    def ravel(self):
        return self

    def reshape(self, *shape):
        if len(shape) == 1 and type(shape[0]) is tuple:
            shape = shape[0]
        if shape == (-1,) or shape == (len(self),):
            return self
        raise ValueError("numpy here has vectors only, no matrices: work with the columns one by one")

    def fill(self, value):
        self[:] = value

    def sort(self, axis=-1, kind=None):
        _no_axis(axis)
        self[:] = _made(_kernels.sort(self._h))

    # Reductions.

    def sum(self, axis=None):
        return _np.sum(self, axis)

    def prod(self, axis=None):
        return _np.prod(self, axis)

    def mean(self, axis=None):
        return _np.mean(self, axis)

    def std(self, axis=None, ddof=0):
        return _np.std(self, axis, ddof=ddof)

    def var(self, axis=None, ddof=0):
        return _np.var(self, axis, ddof=ddof)

    def min(self, axis=None):
        return _np.min(self, axis)

    def max(self, axis=None):
        return _np.max(self, axis)

    def argmin(self, axis=None):
        return _np.argmin(self, axis)

    def argmax(self, axis=None):
        return _np.argmax(self, axis)

    def all(self, axis=None):
        return _np.all(self, axis)

    def any(self, axis=None):
        return _np.any(self, axis)

    def dot(self, other):
        return _np.dot(self, other)

    def cumsum(self, axis=None):
        return _np.cumsum(self, axis)

    def round(self, decimals=0):
        return _np.round(self, decimals)

    def clip(self, min=None, max=None):
        return _np.clip(self, min, max)

    def argsort(self, axis=-1, kind=None):
        return _np.argsort(self, axis)

    def nonzero(self):
        return _np.nonzero(self)

    def __getattr__(self, name):
        raise AttributeError("numpy here has no array." + name)


def _value(value):
    """A number for a place of an array."""
    if type(value) is float:
        return value
    if type(value) is int or type(value) is bool:
        return float(value)
    if type(value) is ndarray or type(value) is list or type(value) is tuple:
        return float(_vector(value).item())
    raise TypeError("an array holds numbers, and this is " + _name(value))


def _name(value):
    """What a value is, with its article."""
    if value is None:
        return "None"
    if value is Ellipsis:
        return "the gap ..."
    name = {str: "string", ndarray: "array", dict: "dictionary", _FUNCTION: "function"}.get(type(value), type(value).__name__)
    return ("an " if name[0] in "aeiou" else "a ") + name


_FUNCTION = type(_name)


def _vector(value):
    """The array that a value is, or makes."""
    if type(value) is ndarray:
        return value
    if type(value) is float:
        return ndarray(_made(_kernels.full(1, value, 2))._h)
    return _np.array(value)


def _index(index):
    if type(index) is ndarray:
        return index
    if type(index) is list:
        return _np.array(index, int) if not index else _np.array(index)
    if type(index) is tuple:
        if len(index) == 1:
            return _np.array(index) if type(index[0]) is int else _index(index[0])
        raise IndexError("too many indices for array: array is 1-dimensional, but " + str(len(index)) + " were indexed")
    if type(index) is bool or index is None:
        raise IndexError("numpy here has vectors only: no new axis, and no single truth value as an index")
    raise IndexError("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")


def _no_axis(axis):
    if axis is not None and axis != 0 and axis != -1:
        raise ValueError("axis " + str(axis) + " is out of bounds for array of dimension 1")
