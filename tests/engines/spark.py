"""Runs statements on Spark and hands back what it prints, as engines.py does for the other engines.

Spark is an engine of half a gigabyte that needs Java, so that only who asks for it has it.
"""

import contextlib
import io
import json
import sys

from pyspark.sql import SparkSession

FORMS = {
    "show": {},
    "show, not cut off": {"truncate": False},
    "show, vertical": {"vertical": True, "truncate": False},
}


def printed(frame, options):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        frame.show(1_000, **options)
    return text.getvalue()


def answers(spark, job):
    for table in job["tables"]:
        names, kind = table["spark"]["columns"], table["spark"]["type"]
        schema = ", ".join(f"`{name}` {kind}" for name in names)
        rows = spark.read.csv(str(table["path"]), header=True, enforceSchema=True, schema=schema)
        rows.createOrReplaceTempView(table["spark"]["name"])
    for statement in job["statements"]:
        if statement["engine"] != "spark":
            continue
        frame = spark.sql(statement["sql"].rstrip().rstrip(";"))
        for name, options in FORMS.items():
            if not statement["long"] or name == "show, not cut off":
                yield {"statement": statement["number"], "form": name, "text": printed(frame, options)}


def main():
    job = json.load(sys.stdin)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        found = list(answers(spark, job))
    finally:
        spark.stop()
    json.dump(found, sys.stdout)


main()
