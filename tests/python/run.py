"""Runs programs and notebooks that the page wrote, and hands back what a, b and J come out.

Reads a job as JSON: scripts and notebooks, each with a name and the path of its file. The scripts run one after the
other in this process, each with nothing of the ones before; those that are marked as alone in a Python of their own, as
a person would run them. Each notebook gets a Jupyter kernel of its own.
"""

import asyncio
import contextlib
import io
import json
import os
import re
import runpy
import subprocess
import sys
import warnings
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NUMBER = r"([-+.\w]+)"
PRINTED = re.compile(f"a = {NUMBER}, b = {NUMBER}, J = {NUMBER}")
SURE = "These are the page's numbers"
# Notebooks that run at the same time.
KERNELS = 2


def numbers(printed, name, sure=True):
    """a, b and J as a program printed them, if it then found them to be the page's where it is sure of that."""
    found = PRINTED.search(printed)
    if not found or (SURE in printed) != sure:
        sys.exit(f"{name} printed:\n{printed}")
    return [float(number) for number in found.groups()]


def run_script(name, path, alone, sure):
    if alone:
        command = [sys.executable, "-W", "error", path]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=Path(path).parent)
        if done.returncode:
            sys.exit(f"{name} failed:\n{done.stderr}")
        return numbers(done.stdout, name, sure)
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("error")
            runpy.run_path(path, run_name="__main__")
    except BaseException as error:
        sys.exit(f"{name} failed, {type(error).__name__}: {error}\n{printed.getvalue()}")
    return numbers(printed.getvalue(), name, sure)


async def run_notebook(name, path, free):
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    if (book.nbformat, book.nbformat_minor) != (4, 5):
        sys.exit(f"{name} is nbformat {book.nbformat}.{book.nbformat_minor}")
    async with free:
        place = {"metadata": {"path": str(Path(path).parent)}}
        # Kernels warn that they listen on a port of this machine.
        client = NotebookClient(book, timeout=60, resources=place, extra_arguments=["--log-level=ERROR"])
        await client.async_execute()
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    complaints = [output.text for output in outputs if output.get("name") == "stderr"]
    if complaints:
        sys.exit(f"{name} complains:\n{''.join(complaints)}")
    pictures = sum("image/png" in output.get("data", {}) for output in outputs)
    if pictures != 3:
        sys.exit(f"{name} draws {pictures} pictures")
    return numbers("".join(output.get("text", "") for output in outputs), name)


async def run_notebooks(books):
    free = asyncio.Semaphore(KERNELS)
    return await asyncio.gather(*(run_notebook(book["name"], book["path"], free) for book in books))


def main():
    job = json.load(sys.stdin)
    os.chdir(job["folder"])
    scripts = [run_script(**script) for script in job["scripts"]]
    notebooks = asyncio.run(run_notebooks(job["notebooks"]))
    # Numbers that JSON does not have are told too.
    json.dump([[repr(number) for number in found] for found in scripts + notebooks], sys.stdout)


main()
