"""What the numbers of an array stand for."""


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
