"""A small numpy: vectors of numbers, as a program for gradient descent needs them.

The numbers live outside Python, in typed arrays; an array holds a handle of them, and `_kernels` computes. Results are
NumPy's to the last digits. What is not here says so, and what there is instead.
"""

import array as _array
import math as _math
import uctypes as _uctypes

import _kernels

e = _math.e
pi = _math.pi
inf = float("inf")
nan = float("nan")
newaxis = None

# Numbers come back from the kernels in here.
_cells = _array.array("d", [0.0] * 4)
_kernels.use_cells(_uctypes.addressof(_cells))

_EXCEPTIONS = {
    "V": ValueError,
    "T": TypeError,
    "I": IndexError,
    "M": MemoryError,
    "R": RuntimeError,
}
_VECTOR = 3


class dtype:
    """The type of an array's numbers."""

    def __init__(self, name, kind):
        self.name = name
        self._kind = kind

    def __repr__(self):
        return "dtype('" + self.name + "')"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        return _kind_of(other) == self._kind

    def __hash__(self):
        return self._kind


_DTYPES = (dtype("bool", 0), dtype("int64", 1), dtype("float64", 2))
float64 = float
float32 = float
double = float
int64 = int
int32 = int
bool_ = bool


def _kind_of(type_):
    if type_ is None or type_ is float or type_ in ("float", "float64", "d"):
        return 2
    if type_ is int or type_ in ("int", "int64"):
        return 1
    if type_ is bool or type_ == "bool":
        return 0
    if type(type_) is dtype:
        return type_._kind
    raise TypeError("numpy here has float64, int64 and bool, and no other data type")


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
        result = kernel(a._h, array(b)._h, 3)
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
        result = kernel(a._h, array(b)._h, 3)
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
                return _made(_kernels.square(self._h)) if type_ is int or _kind(self) == 2 else square(self * 1.0)
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

    def __imul__(self, other):
        return _in_place(_kernels.imul, self, other)

    def __itruediv__(self, other):
        return _in_place(_kernels.itruediv, self, other)

    def __matmul__(self, other):
        return dot(self, other)

    def __rmatmul__(self, other):
        return dot(other, self)

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
        return round(self, decimals)

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
        return sum(self, axis)

    def prod(self, axis=None):
        return prod(self, axis)

    def mean(self, axis=None):
        return mean(self, axis)

    def std(self, axis=None, ddof=0):
        return std(self, axis, ddof=ddof)

    def var(self, axis=None, ddof=0):
        return var(self, axis, ddof=ddof)

    def min(self, axis=None):
        return min(self, axis)

    def max(self, axis=None):
        return max(self, axis)

    def argmin(self, axis=None):
        return argmin(self, axis)

    def argmax(self, axis=None):
        return argmax(self, axis)

    def all(self, axis=None):
        return all(self, axis)

    def any(self, axis=None):
        return any(self, axis)

    def dot(self, other):
        return dot(self, other)

    def cumsum(self, axis=None):
        return cumsum(self, axis)

    def round(self, decimals=0):
        return round(self, decimals)

    def clip(self, min=None, max=None):
        return clip(self, min, max)

    def argsort(self, axis=-1, kind=None):
        return argsort(self, axis)

    def nonzero(self):
        return nonzero(self)

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
    return array(value)


def _index(index):
    if type(index) is ndarray:
        return index
    if type(index) is list:
        return array(index, int) if not index else array(index)
    if type(index) is tuple:
        if len(index) == 1:
            return array(index) if type(index[0]) is int else _index(index[0])
        raise IndexError("too many indices for array: array is 1-dimensional, but " + str(len(index)) + " were indexed")
    if type(index) is bool or index is None:
        raise IndexError("numpy here has vectors only: no new axis, and no single truth value as an index")
    raise IndexError("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")


def _no_axis(axis):
    if axis is not None and axis != 0 and axis != -1:
        raise ValueError("axis " + str(axis) + " is out of bounds for array of dimension 1")


# Making arrays.


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


# Functions of each number.


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


# Numbers from all numbers.


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


def isclose(a, b, rtol=1e-05, atol=1e-08):
    isnumber = isscalar(a) and isscalar(b)
    a = asarray(a)
    b = asarray(b)
    near = absolute(a - b) <= atol + rtol * absolute(b)
    close = where(isfinite(a) & isfinite(b), near, a == b)
    return close[0] if isnumber else close


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return all(isclose(a, b, rtol, atol))


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


def set_printoptions(**options):
    pass


def seterr(**options):
    pass


class errstate:
    """Does nothing: no warnings are given here."""

    def __init__(self, **options):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *error):
        pass


from . import linalg, random

_INSTEAD = {
    "matrix": "vectors only: work with the columns one by one",
    "outer": "vectors only: work with the columns one by one",
    "vstack": "vectors only: work with the columns one by one",
    "column_stack": "vectors only: work with the columns one by one",
    "stack": "vectors only: work with the columns one by one",
    "c_": "vectors only: work with the columns one by one",
    "eye": "vectors only: work with the columns one by one",
    "identity": "vectors only: work with the columns one by one",
    "transpose": "vectors only: work with the columns one by one",
    "meshgrid": "vectors only: two nested loops do the same",
    "gradient": "no derivatives: write the gradient of the cost yourself",
    "poly1d": "np.polyfit(x, y, 1) and np.polyval",
    "cov": "np.mean: ((x - x.mean()) * (y - y.mean())).mean()",
    "corrcoef": "np.mean and np.std: ((x - x.mean()) * (y - y.mean())).mean() / (x.std() * y.std())",
    "percentile": "np.sort and np.median",
    "quantile": "np.sort and np.median",
    "nanmean": "np.mean(x[np.isfinite(x)])",
    "nansum": "np.sum(x[np.isfinite(x)])",
    "loadtxt": "x and y, which hold the page's data",
    "genfromtxt": "x and y, which hold the page's data",
    "heaviside": "np.where",
    "vectorize": "operators on whole arrays",
}


def __getattr__(name):
    instead = _INSTEAD.get(name)
    if instead is None:
        raise AttributeError("numpy here has no " + name)
    raise AttributeError("numpy here has no " + name + "; it has " + instead)
