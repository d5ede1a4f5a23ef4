"""Screens the records of a Spark cluster against restricted-party lists, where they lie.

    spark-submit --files lists.nsx Scripts/spark/screen.py --index lists.nsx \\
        --input payments/ --format parquet --id payment_id \\
        --fields debtor.name=dbtr_nm,creditor.name=cdtr_nm --output screened/ --manifest run.json

Every task screens one partition with as many threads as Spark gives it (`spark.task.cpus`); all
processes of a machine share the pages of the index. The package `namesift` must be installed in the
Python of the executors: it carries the engine.

OUTPUT gets a folder for each kind of row, each with a file for each partition of the input:
`kind=match` has the columns of --id and those of `Screening.matches`, `kind=notice` those of
`Screening.notices`, `kind=partition` the account of each partition. Only the output of tasks that
Spark commits is there, so a task that was tried again or in two places counts once. The job fails,
and OUTPUT has no _SUCCESS, when an executor has another index than the driver.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyarrow
import pyarrow.compute
from pyspark import SparkFiles, TaskContext
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as spark_types

import namesift

TEXT, LONG = spark_types.StringType(), spark_types.LongType()
# The columns of a result, besides those of --id; the rows of a kind fill some of them.
COLUMNS = [
    ("kind", TEXT),
    ("record", LONG),
    ("field", TEXT),
    ("role", TEXT),
    ("list", TEXT),
    ("uid", TEXT),
    ("name", TEXT),
    ("matched_name", TEXT),
    ("name_type", TEXT),
    ("strength", TEXT),
    ("score", spark_types.DoubleType()),
    ("reasons", spark_types.ArrayType(TEXT)),
    ("explanation", TEXT),
    ("identifier_kind", TEXT),
    ("identifier", TEXT),
    ("owned_percent", TEXT),
    ("identity", TEXT),
    ("outcome", TEXT),
    ("measures", TEXT),
    ("code", TEXT),
    ("count", LONG),
    ("limit", LONG),
    ("partition", LONG),
    ("account", TEXT),
]


def main() -> None:
    options = arguments()
    spark = SparkSession.builder.appName("namesift").getOrCreate()
    try:
        manifest = run(spark, options)
    finally:
        spark.stop()
    text = json.dumps(manifest, indent=2) + "\n"
    if options.manifest:
        with open(options.manifest, "w") as file:
            file.write(text)
    else:
        print(text, end="")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--index", required=True, help="the name that --files gives the index")
    parser.add_argument("--input", required=True, help="a path, or the name of a table")
    parser.add_argument(
        "--format", choices=["parquet", "csv", "json", "table"], default="parquet"
    )
    parser.add_argument("--output", required=True, help="a new folder")
    parser.add_argument("--manifest", help="a local file; by default standard output")
    parser.add_argument("--fields", help="where the parties are: ROLE.ATTR=COLUMN,…")
    parser.add_argument(
        "--id", action="append", default=[], help="a column that goes with every row, repeatable"
    )
    parser.add_argument("--config", help="a policy, as for namesift screen")
    parser.add_argument("--threshold", type=float)
    parser.add_argument(
        "--fact", action="append", default=[], help="ATTR=VALUE for all transactions, repeatable"
    )
    parser.add_argument("--as-of", help="judge all transactions as of a time")
    parser.add_argument("--max-matches", type=int, default=25)
    parser.add_argument("--explain", action="store_true")
    options = parser.parse_args()
    options.facts = dict(fact.split("=", 1) for fact in options.fact if "=" in fact)
    if len(options.facts) != len(options.fact):
        parser.error("--fact must be ATTR=VALUE")
    taken = [column for column in options.id if column in dict(COLUMNS)]
    if taken:
        parser.error(f"--id {taken[0]}: the output has a column of that name; rename it")
    return options


def run(spark: SparkSession, options: argparse.Namespace) -> "dict[str, Any]":
    """Screens, and gives the manifest."""
    records = read(spark, options)
    missing = [column for column in options.id if column not in records.columns]
    if missing:
        raise SystemExit(f"screen.py: no column '{missing[0]}' for --id")
    # Opened here first, so that a refused index or policy stops the job before it starts.
    settings = {
        "index": options.index,
        "policy": json.load(open(options.config)) if options.config else None,
        "threshold": options.threshold,
        "facts": options.facts,
        "as_of": options.as_of,
    }
    description = screener(settings).describe()
    settings["sha256"] = file_hash(SparkFiles.get(options.index))
    schema = output_schema(records, options.id)
    task = Task(settings, options.id, options.fields, options.max_matches, options.explain)
    screened = records.mapInArrow(task, schema)
    screened.write.partitionBy("kind").parquet(options.output)
    rows = (
        spark.read.schema(schema)
        .parquet(options.output)
        .where("kind = 'partition'")
        .select("partition", "account")
        .collect()
    )
    return {**description, **summed([Row(*row) for row in rows], settings["sha256"])}


def read(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    if options.format == "table":
        return spark.table(options.input)
    reader = spark.read.format(options.format)
    if options.format == "csv":
        reader = reader.option("header", True).option("escape", '"').option("multiLine", True)
    return reader.load(options.input)


def output_schema(records: DataFrame, ids: "list[str]") -> spark_types.StructType:
    return spark_types.StructType(
        [spark_types.StructField(name, type) for name, type in COLUMNS]
        + [spark_types.StructField(name, records.schema[name].dataType) for name in ids]
    )


class Row(NamedTuple):
    """The account of a partition, as JSON."""

    partition: int
    account: str


def summed(rows: "list[Row]", sha256: str) -> "dict[str, Any]":
    """The accounts of all partitions as one.

    Raises:
        RuntimeError: A partition is there twice, used another index, or lost a record.
    """
    accounts = [json.loads(row.account) for row in rows]
    if len({row.partition for row in rows}) != len(rows):
        raise RuntimeError("a partition is in the output twice")
    if any(account["sha256"] != sha256 for account in accounts):
        raise RuntimeError("not all executors had the same index")
    totals: "dict[str, Counter[str]]" = {}
    for group in GROUPS:
        totals[group] = Counter()
        for account in accounts:
            totals[group].update(account.get(group, {}))
    records = totals["records"]
    verdicts = ("clear", "alert", "unscreenable", "rejected")
    if records["in"] != sum(records[verdict] for verdict in verdicts):
        raise RuntimeError(f"records do not add up: {dict(records)}")
    return {
        "index_sha256": sha256,
        "partitions": len(accounts),
        **{group: dict(counts) for group, counts in totals.items()},
    }


class Task:
    """Screens one partition."""

    def __init__(
        self,
        settings: "dict[str, Any]",
        ids: "list[str]",
        fields: "str | None",
        max_matches: int,
        explain: bool,
    ) -> None:
        self._settings = settings
        self._ids = ids
        self._options = {"fields": fields, "max_matches": max_matches, "explain": explain}

    def __call__(
        self, batches: "Iterator[pyarrow.RecordBatch]"
    ) -> "Iterator[pyarrow.RecordBatch]":
        context = TaskContext.get()
        path = SparkFiles.get(self._settings["index"])
        # Once a task, as the file may have come with another job of the same process.
        sha256 = file_hash(path)
        if sha256 != self._settings["sha256"]:
            raise RuntimeError(
                f"{self._settings['index']}: SHA-256 {sha256} on this executor, "
                f"{self._settings['sha256']} on the driver"
            )
        own = screener(self._settings)
        account: "dict[str, Counter[str]]" = {
            group: Counter() for group in GROUPS
        }
        first = 0
        schema = None
        for batch in batches:
            screening = own.screen(batch, threads=context.cpus(), **self._options)
            add(account, screening.counts)
            schema = schema or batch.schema
            for kind, rows in (("match", screening.matches), ("notice", screening.notices)):
                table = pyarrow.table(rows)
                if table.num_rows:
                    yield from self._rows(kind, table, batch, first)
            first += batch.num_rows
        counted = {group: dict(counts) for group, counts in account.items()}
        yield self._account(context.partitionId(), {"sha256": sha256, **counted}, schema)

    def _rows(
        self, kind: str, table: pyarrow.Table, batch: pyarrow.RecordBatch, first: int
    ) -> "Iterator[pyarrow.RecordBatch]":
        """The rows of a result with the id columns of their records."""
        record = table["record"].combine_chunks()
        columns = {name: table[name] for name in table.column_names}
        columns["record"] = pyarrow.compute.add(record, first)
        columns["kind"] = pyarrow.array([kind] * table.num_rows)
        for name in self._ids:
            columns[name] = batch.column(name).take(record)
        yield from self._filled(columns, table.num_rows, batch.schema)

    def _account(
        self, partition: int, account: "dict[str, Any]", schema: "pyarrow.Schema | None"
    ) -> pyarrow.RecordBatch:
        columns = {
            "kind": pyarrow.array(["partition"]),
            "partition": pyarrow.array([partition]),
            "account": pyarrow.array([json.dumps(account, sort_keys=True)]),
        }
        return next(self._filled(columns, 1, schema))

    def _filled(
        self, columns: "dict[str, Any]", count: int, schema: "pyarrow.Schema | None"
    ) -> "Iterator[pyarrow.RecordBatch]":
        """All columns of the output, in order, those that are missing filled with nulls."""
        arrays, names = [], []
        for name, type in COLUMNS:
            arrow = ARROW[type.typeName()]
            arrays.append(
                columns[name].cast(arrow) if name in columns else pyarrow.nulls(count, arrow)
            )
            names.append(name)
        for name in self._ids:
            # A partition without a batch tells no type; then Spark takes nulls of any.
            type = pyarrow.null() if schema is None else schema.field(name).type
            arrays.append(columns[name] if name in columns else pyarrow.nulls(count, type))
            names.append(name)
        yield from pyarrow.table(arrays, names).combine_chunks().to_batches()


# What an account counts.
GROUPS = ("records", "work", "suppressed", "outcomes")
ARROW = {
    "string": pyarrow.string(),
    "long": pyarrow.int64(),
    "bigint": pyarrow.int64(),
    "double": pyarrow.float64(),
    "array": pyarrow.list_(pyarrow.string()),
}


def add(account: "dict[str, Counter[str]]", counts: namesift.Counts) -> None:
    account["records"].update(
        {
            "in": counts.records,
            "clear": counts.clear,
            "alert": counts.alert,
            "unscreenable": counts.unscreenable,
            "rejected": counts.rejected,
        }
    )
    account["work"].update(
        {
            "names": counts.names,
            "identifiers": counts.identifiers,
            "matches": counts.matches,
            "omitted": counts.omitted,
        }
    )
    account["suppressed"].update(counts.suppressed)
    account["outcomes"].update(counts.outcomes)


def screener(settings: "dict[str, Any]") -> namesift.Screener:
    """The screener of the process, which Spark keeps for many tasks: the index is opened once."""
    return namesift.shared_screener(
        SparkFiles.get(settings["index"]),
        policy=settings["policy"],
        threshold=settings["threshold"],
        facts=settings["facts"],
        as_of=settings["as_of"],
    )


def file_hash(path: str) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


if __name__ == "__main__":
    main()
