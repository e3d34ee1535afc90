"""Lengths of vectors. There are no matrices here."""

import _kernels
import numpy as _np

from ._vector import _told

inf = float("inf")


def norm(x, ord=None, axis=None):
    x = _np.asarray(x)
    if ord is None or ord == 2:
        return _told(_kernels.norm(x._h))
    if ord == 1:
        return float(abs(x).sum())
    if ord == inf:
        return float(abs(x).max())
    raise ValueError("np.linalg.norm here knows the orders 1, 2 and inf")


def __getattr__(name):
    raise AttributeError(
        "numpy here has no linalg." + name + ": it has vectors only, and of them np.dot, np.linalg.norm and np.polyfit(x, y, 1)"
    )
