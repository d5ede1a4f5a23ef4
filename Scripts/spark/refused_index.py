"""Checks that tasks refuse an index that is not the driver's: see Scripts/spark/test."""

import json
import sys

from pyspark.sql import SparkSession

import screen

spark = SparkSession.builder.getOrCreate()
# This is the main module here, so tasks look for the other one in a file.
spark.sparkContext.addPyFile(screen.__file__)
settings = {
    **dict.fromkeys(("policy", "threshold", "facts", "as_of")),
    "index": "lists.nsx",
    "sha256": "0" * 64,
}
task = screen.Task(settings, ["txn_id"], None, 25, False)
records = spark.read.parquet(sys.argv[1])
schema = screen.output_schema(records, ["txn_id"])
try:
    records.mapInArrow(task, schema).count()
except Exception as error:
    if "on this executor" not in str(error):
        raise
else:
    raise SystemExit("a task took another index than the driver's")
account = {"sha256": "0" * 64, "records": {"in": 1, "clear": 1}}
for rows in (
    [screen.Row(0, json.dumps(account)), screen.Row(1, json.dumps({**account, "sha256": "1"}))],
    [screen.Row(0, json.dumps(account)), screen.Row(0, json.dumps(account))],
    [screen.Row(0, json.dumps({**account, "records": {"in": 2, "clear": 1}}))],
):
    try:
        screen.summed(rows, "0" * 64)
    except RuntimeError:
        continue
    raise SystemExit("accounts that do not fit were summed")
spark.stop()
