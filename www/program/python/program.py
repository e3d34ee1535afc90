"""What stands around the reader's program: `show`, pauses, and the costs and predictions that figures ask for."""

import array
import gc
import uctypes

import _program
import numpy
from numpy._vector import _name
from _program import pause_due, waiting

# A line at a time: slope, intercept and what is computed of them.
_cells = array.array("d", [0.0] * 4)
_program.use_line(uctypes.addressof(_cells))

_show = _program.show
collect = gc.collect

# How many rows the program was given.
_rows = [0]


def _number(value, name):
    type_ = type(value)
    if type_ is int or type_ is bool:
        return float(value)
    if type_ is numpy.ndarray and len(value) == 1:
        return float(value.item())
    raise TypeError("show(a, b) wants two numbers, and " + name + " is " + _name(value))


def show(a, b):
    """Hands a line to the figures: one call, one epoch."""
    if type(a) is not float:
        a = _number(a, "a")
    if type(b) is not float:
        b = _number(b, "b")
    _show(a, b)


def refuse_import(name):
    raise ImportError("no module named '" + name + "'")


def refuse_input(prompt=""):
    raise EOFError("EOF when reading a line")


def has(names, name):
    return callable(names.get(name))


def answer(names, name):
    """Puts the program's number of this name into the cells, if there is one."""
    try:
        _cells[2] = _result(names.get(name), name)
    except TypeError:
        return False
    return True


def cost(names):
    """The program's own cost of the line in the cells."""
    value = names["cost"](_cells[0], _cells[1])
    if type(value) is not float:
        value = _result(value, "cost(a, b)")
    _cells[2] = value


def _result(value, name):
    type_ = type(value)
    if type_ is float or type_ is int or type_ is bool:
        return float(value)
    if type_ is numpy.ndarray and len(value) == 1:
        return float(value.item())
    raise TypeError(name + " has to return one number, and returned " + _name(value))


def predict(names, x):
    """The program's own predictions for the line in the cells, as an array."""
    a, b = _cells[0], _cells[1]
    x = numpy.ndarray(x)
    whole = names["predict"](x, a, b)
    if type(whole) is numpy.ndarray and len(whole) == len(x):
        return whole._h
    if type(whole) is list and len(whole) == len(x):
        return numpy.array(whole)._h
    return numpy.full(len(x), _result(whole, "predict(x, a, b)"))._h


def prepare(names, x, y, epochs):
    """Gives the program its data and settings; learning rate, tolerance and seed are in the cells."""
    numpy.random._seed = int(_cells[2])
    x = numpy.ndarray(x)
    _rows[0] = len(x)
    names.update(
        {
            "x": x,
            "y": numpy.ndarray(y),
            "L": _cells[0],
            "epochs": epochs,
            "tolerance": _cells[1],
            "show": show,
            "input": refuse_input,
            "_pause_due": pause_due,
            "_collect": collect,
            "_waiting": waiting,
            "_refuse_import": refuse_import,
        }
    )


def thin(names, stride):
    """Puts one of so many rows in the place of all, in every array that has a number for each; returns what was there."""
    before = {}
    for name, value in names.items():
        if type(value) is numpy.ndarray and len(value) == _rows[0]:
            before[name] = value
    for name, value in before.items():
        names[name] = value[stride // 2 :: stride]
    return before


def restore(names, before):
    names.update(before)
