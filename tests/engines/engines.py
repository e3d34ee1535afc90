"""Runs statements on real engines and hands back what their tools print.

Reads a job as JSON: tables with the paths of their files, statements, and the folder with PostgreSQL's programs. Writes
a list of what was printed, each with the number of its statement and how it was printed. SQL for engines that are not
here is only parsed, each in its own dialect, by sqlglot.
"""

import csv
import io
import json
import os
import pwd
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import sqlglot
from datafusion import SessionContext
from sqlglot import expressions

PSQL = {
    "psql": [],
    "psql -x": ["-x"],
    "psql -A": ["-A"],
    "psql -t": ["-t"],
    "psql --csv": ["--csv"],
    "psql -H": ["-H"],
    "psql -H -x": ["-H", "-x"],
    "psql -P format=latex": ["-P", "format=latex"],
    "psql -P border=0": ["-P", "border=0"],
    "psql -P border=2 -P linestyle=unicode": ["-P", "border=2", "-P", "linestyle=unicode"],
    "psql -x -P border=2": ["-x", "-P", "border=2"],
}
DUCKDB = [
    "duckbox", "box", "table", "column", "markdown", "csv", "tabs", "list", "line", "json", "jsonlines", "html", "latex",
    "insert",
]
# One form is enough for a thousand rows; DuckDB's own shows only the first and the last of them.
LONG = {"psql", "csv", "duckbox", "sqlite3 in Python"}

# What sqlglot calls them.
DIALECTS = {"postgresql": "postgres", "sqlserver": "tsql"}


def run(command, text=None, user=None):
    """What a program prints; its complaint, where it fails."""
    extra = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    done = subprocess.run(command, input=text, capture_output=True, text=True, cwd="/", **extra)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stderr}{done.stdout}")
    return done.stdout


def forms(statement, names):
    return [name for name in names if not statement["long"] or name in LONG]


def on_postgresql(tables, statements, programs):
    """A server of our own on a socket in a new folder. It refuses to run as root, so that it then gets another user."""
    user = None
    if os.geteuid() == 0:
        known = {entry.pw_name: entry for entry in pwd.getpwall()}
        user = known.get("postgres") or known["nobody"]
    with tempfile.TemporaryDirectory(prefix="downhill-") as folder:
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = Path(folder, "data")
        run([
            programs / "initdb", "-D", data, "-U", "downhill", "--auth=trust", "--encoding=UTF8", "--locale=C",
            "--no-sync",
        ], user=user)
        server = [programs / "pg_ctl", "-D", data, "-w"]
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        run([*server, "-l", Path(folder, "log"), "-o", options, "start"], user=user)
        try:
            psql = [programs / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "downhill", "postgres"]
            for table in tables:
                run([*psql, "-c", table["create"]["postgresql"]])
                run([*psql, "-c", f"\\copy {table['name']} FROM '{table['path']}' CSV HEADER"])
            for statement in statements:
                for name in forms(statement, PSQL):
                    yield statement, name, run([*psql, *PSQL[name]], statement["sql"])
        finally:
            run([*server, "-m", "immediate", "stop"], user=user)


def on_duckdb(tables, statements):
    with tempfile.TemporaryDirectory(prefix="downhill-") as folder:
        duckdb = [sys.executable, "-m", "duckdb_cli", "-init", os.devnull, Path(folder, "data")]
        load = "".join(
            f"{table['create']['duckdb']};\nCOPY {table['name']} FROM '{table['path']}' (HEADER);\n" for table in tables
        )
        run(duckdb, load)
        for statement in statements:
            for name in forms(statement, DUCKDB):
                yield statement, name, run(duckdb, f".mode {name}\n{statement['sql']}")


def on_datafusion(tables, statements):
    """A columnar engine that the page has no statements for: DuckDB's for sums run on it as they are.

    Rows that it orders by random() are not a fair sample.
    """
    context = SessionContext()
    for table in tables:
        create = table["create"]["datafusion"]
        context.sql(f"{create} STORED AS CSV LOCATION '{table['path']}' OPTIONS ('format.has_header' 'true')")
    for statement in statements:
        if not statement["long"]:
            frame = context.sql(statement["sql"])
            yield statement, "datafusion, as a dictionary", repr(frame.to_pydict())
            yield statement, "datafusion", str(frame)


def on_sqlite(tables, statements):
    database = sqlite3.connect(":memory:")
    for table in tables:
        database.execute(table["create"]["sqlite"])
        with open(table["path"], newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            next(rows)
            database.executemany(f"INSERT INTO {table['name']} VALUES (?, ?)", rows)
    for statement in statements:
        cursor = database.execute(statement["sql"])
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        yield statement, "sqlite3 in Python", repr(rows)
        if not statement["long"]:
            yield statement, "json", json.dumps([dict(zip(names, row)) for row in rows])
            # As its own program prints numbers.
            yield statement, "sqlite3", "|".join(f"{value:.15g}" for value in rows[0])
            text = io.StringIO()
            csv.writer(text, delimiter=";").writerows([names, *rows])
            yield statement, "csv", text.getvalue()


def check_syntax(statement, columns):
    """Whether a statement is one that selects these columns, in the dialect of its engine."""
    engine = statement["engine"]
    parsed = sqlglot.parse(statement["sql"], dialect=DIALECTS.get(engine, engine))
    parsed = [tree for tree in parsed if tree is not None]
    if len(parsed) != 1 or not isinstance(parsed[0], expressions.Select):
        sys.exit(f"This is not one SELECT in the SQL of {engine}:\n{statement['sql']}")
    if parsed[0].named_selects != columns:
        sys.exit(f"This selects {parsed[0].named_selects}:\n{statement['sql']}")


def main():
    job = json.load(sys.stdin)
    for statement in job["statements"]:
        check_syntax(statement, ["x", "y"] if statement["long"] else job["columns"])

    def of(engine):
        return [statement for statement in job["statements"] if statement["engine"] == engine]

    programs = Path(job["postgresql"])
    printed = [
        *on_postgresql(job["tables"], of("postgresql"), programs),
        *on_duckdb(job["tables"], of("duckdb")),
        *on_datafusion(job["tables"], of("duckdb")),
        *on_sqlite(job["tables"], of("sqlite")),
    ]
    answers = [{"statement": statement["number"], "form": form, "text": text} for statement, form, text in printed]
    json.dump(answers, sys.stdout)


main()
