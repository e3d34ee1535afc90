"""Runs programs under real Python with real NumPy, as the page runs them.

Answers each line of its input, {"source", "x", "y", "L", "epochs", "tolerance"} with x and y as bytes in base64, with a line
{"lines", "output", "error", "ms"}: what the program has shown, as bytes in base64, what it has printed, the name of its
exception, and the milliseconds of processor time that it took.
"""

import base64
import contextlib
import io
import json
import sys
import time
import warnings

import numpy as np

warnings.simplefilter("ignore")


def numbers(text):
    return np.frombuffer(base64.b64decode(text)).copy()


def run(request):
    lines = []

    def show(a, b):
        lines.extend((float(a), float(b)))

    names = {name: request[name] for name in ("L", "epochs", "tolerance")}
    names.update(x=numbers(request["x"]), y=numbers(request["y"]), show=show)
    output, error = io.StringIO(), None
    start = time.process_time()
    with contextlib.redirect_stdout(output):
        try:
            exec(request["source"], names)
        except Exception as raised:
            error = type(raised).__name__
    ms = (time.process_time() - start) * 1e3
    shown = base64.b64encode(np.array(lines, float).tobytes()).decode()
    return {"lines": shown, "output": output.getvalue(), "error": error, "ms": ms}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
