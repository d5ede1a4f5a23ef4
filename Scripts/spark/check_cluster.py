"""Compares what a cluster gives with what one machine gives: see Scripts/spark/test."""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMESIFT = os.environ["NAMESIFT"]
# Two executor processes with a core and a gigabyte each.
CLUSTER = "local-cluster[2,1,1024]"
PARTITIONS = 16
MEMBERS = "field role list uid name matched_name name_type strength score identity outcome".split()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    options = parser.parse_args()
    work = options.work

    subprocess.run(
        [NAMESIFT, "compile", "--list", "builtin:", "--output", work / "lists.nsx"],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    records = generate(options.records, work)
    expected, seconds, counts = screen_here(records, work)
    print(f"one machine: {options.records} records, {len(expected)} rows, {seconds:.1f} s")

    seconds = screen_on_cluster("whole", work)
    compare("whole", work, expected, counts)
    print(f"cluster: the same rows, {seconds:.1f} s with the start of the cluster")

    seconds = screen_on_cluster("killed", work, kills_executor=True)
    compare("killed", work, expected, counts)
    print(f"cluster with an executor killed in mid-job: the same rows, {seconds:.1f} s")

    check_refused_index(work)
    print("an executor with another index: the job fails")
    check_pipe(records, work, expected)
    print("rdd.pipe: the same rows")


def generate(count: int, work: pathlib.Path) -> pathlib.Path:
    """Records as CSV and, in as many files as there are to be partitions, as Parquet."""
    path = work / "records.csv"
    generate = [ROOT / "Scripts/generate-corpus", "--records", str(count), "--seed", "6"]
    subprocess.run(
        [*generate, "--format", "csv", "--stream", "mixed", "--output", path], check=True
    )
    convert = pyarrow.csv.ConvertOptions(
        column_types={name: pyarrow.string() for name in header(path)}
    )
    table = pyarrow.csv.read_csv(path, convert_options=convert)
    (work / "records").mkdir()
    size = -(-table.num_rows // PARTITIONS)
    for i in range(PARTITIONS):
        part = table.slice(i * size, size)
        pyarrow.parquet.write_table(part, work / "records" / f"part-{i:05}.parquet")
    return path


def header(path: pathlib.Path) -> "list[str]":
    with open(path) as file:
        return file.readline().strip().split(",")


def row(record_id: str, match: "dict[str, object]", reasons: "list[str]", measures: object) -> tuple:
    return (record_id, *(match[name] for name in MEMBERS), tuple(reasons), json.dumps(measures))


def rows_of_lines(lines: "list[bytes]") -> "list[tuple]":
    rows = []
    for line in map(json.loads, lines):
        for match in line["matches"]:
            reasons = [reason["code"] for reason in match["reasons"]]
            rows.append(row(line["record"]["id"], match, reasons, match["measures"]))
    return sorted(rows)


def screen_here(path: pathlib.Path, work: pathlib.Path) -> "tuple[list[tuple], float, dict]":
    start = time.monotonic()
    output = subprocess.run(
        [NAMESIFT, "screen", "--index", work / "lists.nsx", "--manifest", work / "here.json", path],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ).stdout
    seconds = time.monotonic() - start
    rows = rows_of_lines(output.splitlines())
    assert rows, "the records have no match, so nothing would be compared"
    return rows, seconds, json.loads((work / "here.json").read_text())["records"]


def submit(name: str, work: pathlib.Path, *arguments: str) -> "subprocess.Popen[bytes]":
    log = open(work / f"{name}.log", "wb")
    return subprocess.Popen(
        [
            pathlib.Path(sys.executable).with_name("spark-submit"),
            *("--master", CLUSTER, "--files", work / "lists.nsx"),
            *("--conf", "spark.ui.enabled=false", "--conf", "spark.sql.files.maxPartitionBytes=1g"),
            *("--conf", f"spark.sql.files.minPartitionNum={PARTITIONS}"),
            *("--conf", "spark.driver.memory=1g", "--conf", f"spark.local.dir={work}/spark"),
            *arguments,
        ],
        stdout=log,
        stderr=log,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_WORKER_DIR": f"{work}/workers"},
    )


def screen_on_cluster(name: str, work: pathlib.Path, kills_executor: bool = False) -> float:
    start = time.monotonic()
    job = submit(
        name,
        work,
        *(str(ROOT / "Scripts/spark/screen.py"), "--index", "lists.nsx", "--id", "txn_id"),
        *("--input", str(work / "records"), "--output", str(work / name)),
        *("--manifest", str(work / f"{name}.json")),
    )
    if kills_executor:
        kill_executor(job, work / name)
    finish(job, name, work)
    return time.monotonic() - start


def finish(job: "subprocess.Popen[bytes]", name: str, work: pathlib.Path) -> None:
    if job.wait(timeout=1800) != 0:
        sys.stderr.write((work / f"{name}.log").read_text()[-8000:])
        raise SystemExit(f"the job '{name}' failed")


def kill_executor(job: "subprocess.Popen[bytes]", output: pathlib.Path) -> None:
    """Kills one executor of the job when the first of its tasks are done and others are not."""
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and job.poll() is None:
        done = list(output.glob("_temporary/**/task_*")) if output.exists() else []
        executors = [pid for pid in descendants(job.pid) if is_executor(pid)]
        if 0 < len(done) < PARTITIONS - 2 and executors:
            os.kill(executors[0], signal.SIGKILL)
            return
        time.sleep(0.02)
    raise SystemExit("no executor could be killed in mid-job")


def descendants(pid: int) -> "list[int]":
    found = []
    for path in pathlib.Path("/proc").glob(f"{pid}/task/*/children"):
        try:
            children = [int(child) for child in path.read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


def is_executor(pid: int) -> bool:
    try:
        command = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"java" in command and b"CoarseGrainedExecutorBackend" in command


def compare(name: str, work: pathlib.Path, expected: "list[tuple]", counts: dict) -> None:
    table = pyarrow.dataset.dataset(work / name / "kind=match", format="parquet").to_table()
    found = sorted(
        row(match["txn_id"], match, match["reasons"], json.loads(match["measures"]))
        for match in table.to_pylist()
    )
    assert found == expected, f"{name}: {len(found)} rows, expected {len(expected)}"
    manifest = json.loads((work / f"{name}.json").read_text())
    assert manifest["records"] == counts, (manifest["records"], counts)
    assert manifest["partitions"] == PARTITIONS, manifest["partitions"]


def check_refused_index(work: pathlib.Path) -> None:
    job = submit("refused", work, str(ROOT / "Scripts/spark/refused_index.py"), str(work / "records"))
    finish(job, "refused", work)


def check_pipe(path: pathlib.Path, work: pathlib.Path, expected: "list[tuple]") -> None:
    job = submit(
        "pipe", work, str(ROOT / "Scripts/spark/pipe.py"), NAMESIFT, str(work / "records"),
        str(work / "pipe"),
    )
    finish(job, "pipe", work)
    lines = [
        line for part in sorted((work / "pipe").glob("part-*")) for line in part.read_bytes().splitlines()
    ]
    assert rows_of_lines(lines) == expected


main()
