"""Random numbers by seed. They are other numbers than NumPy's with the same seed, of the same distributions."""

import _kernels
import numpy as _np

from ._making import _length
from ._vector import _made

# Seed of default_rng() without one, so that a program gives the same numbers whenever it runs.
_seed = 0


class Generator:
    """Random numbers from one seed."""

    def __init__(self, seed):
        self._r = _kernels.random_numbers(float(seed))

    def _made(self, made, size):
        made = _made(made)
        return made[0] if size is None else made

    def random(self, size=None):
        return self._made(_kernels.random_uniform(self._r, _count(size), 0.0, 1.0), size)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._made(_kernels.random_uniform(self._r, _count(size), float(low), float(high)), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._made(_kernels.random_normal(self._r, _count(size), float(loc), float(scale)), size)

    def standard_normal(self, size=None):
        return self.normal(0.0, 1.0, size)

    def integers(self, low, high=None, size=None, endpoint=False):
        if high is None:
            low, high = 0, low
        high = high + 1 if endpoint else high
        if high <= low:
            raise ValueError("low >= high")
        return self._made(_kernels.random_integers(self._r, _count(size), float(low), float(high)), size)

    def permutation(self, x):
        made = _np.arange(x) if type(x) is int else _np.array(x)
        _kernels.random_shuffle(self._r, made._h)
        return made

    def shuffle(self, x):
        if type(x) is not _np.ndarray:
            x[:] = self.permutation(x).tolist()
        else:
            _kernels.random_shuffle(self._r, x._h)

    def choice(self, a, size=None, replace=True):
        a = _np.arange(a) if type(a) is int else _np.asarray(a)
        n = len(a)
        if n == 0:
            raise ValueError("a cannot be empty unless no samples are taken")
        if replace:
            chosen = self.integers(n, size=size)
            return a[chosen]
        if size is not None and _count(size) > n:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        chosen = self.permutation(n)[: _count(size)]
        return a[chosen[0]] if size is None else a[chosen]


def _count(size):
    return 1 if size is None else _length(size)


def default_rng(seed=None):
    if type(seed) is Generator:
        return seed
    return Generator(_seed if seed is None else seed)


# The functions of NumPy's older interface draw from one generator.


def _shared():
    global _generator
    if _generator is None:
        _generator = Generator(_seed)
    return _generator


_generator = None


def seed(seed=None):
    global _generator
    _generator = default_rng(seed)


def rand(*size):
    return _shared().random(size[0] if size else None)


def randn(*size):
    return _shared().normal(0.0, 1.0, size[0] if size else None)


def random(size=None):
    return _shared().random(size)


def uniform(low=0.0, high=1.0, size=None):
    return _shared().uniform(low, high, size)


def normal(loc=0.0, scale=1.0, size=None):
    return _shared().normal(loc, scale, size)


def randint(low, high=None, size=None):
    return _shared().integers(low, high, size)


def permutation(x):
    return _shared().permutation(x)


def shuffle(x):
    _shared().shuffle(x)


def choice(a, size=None, replace=True):
    return _shared().choice(a, size, replace)


def __getattr__(name):
    raise AttributeError(
        "numpy here has no random." + name + ": it has default_rng, with random, uniform, normal, integers, permutation, shuffle and choice"
    )
