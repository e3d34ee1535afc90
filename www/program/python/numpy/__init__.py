"""A small numpy: vectors of numbers, as a program for gradient descent needs them.

The numbers live outside Python, in typed arrays; an array holds a handle of them, and `_kernels` computes. Results are
NumPy's to the last digits. What is not here says so, and what there is instead.

Three things differ from NumPy. Slices with a step are copies. `*=`, `/=` and the like make a new array, as MicroPython knows `+=` and
`-=` alone. Single numbers are Python's own: dividing one by zero is an error.
"""

import math as _math

e = _math.e
pi = _math.pi
inf = float("inf")
nan = float("nan")
newaxis = None
float64 = float
float32 = float
double = float
int64 = int
int32 = int
bool_ = bool

from ._kinds import *
from ._vector import *
from ._making import *
from ._functions import *
from ._summaries import *
from . import linalg, random


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
