"""The package for Python against the command: see Scripts/python/bench."""

import argparse
import json
import os
import resource
import subprocess
import time
from statistics import median

import namesift
import pyarrow
import pyarrow.csv
from measuring import builds
from measuring.workload import Workload

# Format, stream, records: a record of CSV has two names and what belongs to them.
CASES = (("lines", "distinct", 300_000), ("lines", "traffic", 1_000_000), ("csv", "traffic", 500_000))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    build = builds.this_tree(build=False)
    workload = Workload(build, 1_000_000)
    index = workload.index(build, "csl")
    print(f"{'records':24} {'table':>12} {'command':>12} {'ratio':>6} {'least':>6} {'most':>6}"
          f" {'table µs':>9} {'command µs':>10}")  # fmt: skip
    for format, stream, count in CASES:
        path = workload.stream(stream, format, count)
        table = read(path, format)
        for threads in (1, 2):
            turns = [turn(table, path, format, index, threads) for _ in range(options.runs)]
            ratios = [command["seconds"] / own["seconds"] for own, command in turns]
            names = turns[0][0]["names"]
            # Names a second by time, and microseconds of processor time for a name.
            rates = [names / median(side["seconds"] for side in sides) for sides in zip(*turns)]
            costs = [1e6 * median(side["cpu"] for side in sides) / names for sides in zip(*turns)]
            print(
                f"{f'{format}/{stream}/{threads}':24} {rates[0]:12,.0f} {rates[1]:12,.0f} "
                f"{median(ratios):6.2f} {min(ratios):6.2f} {max(ratios):6.2f} "
                f"{costs[0]:9.2f} {costs[1]:10.2f}",
                flush=True,
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"peak memory of this process: {peak} MiB, {pyarrow.total_allocated_bytes() >> 20} MiB of "
          "it a table")  # fmt: skip


def read(path, format):
    if format == "lines":
        with open(path, encoding="utf-8") as file:
            return pyarrow.table({"name": file.read().split("\n")[:-1]})
    with open(path, encoding="utf-8") as file:
        columns = file.readline().strip().split(",")
    texts = pyarrow.csv.ConvertOptions(column_types={name: pyarrow.string() for name in columns})
    return pyarrow.csv.read_csv(path, convert_options=texts)


def turn(table, path, format, index, threads):
    """Screens the table and the file, each by a screener that knows no name yet."""
    own, command = screen_table(table, index, threads), screen_file(path, format, index, threads)
    for what in ("names", "matches"):
        if own[what] != command[what]:
            raise SystemExit(f"bench: {own[what]} and {command[what]} {what}")
    return own, command


def screen_table(table, index, threads):
    with namesift.Screener(index) as screener:
        start, before = time.monotonic(), time.process_time()
        counts = screener.screen(table, threads=threads).counts
        return {
            "seconds": time.monotonic() - start,
            "cpu": time.process_time() - before,
            "names": counts.names,
            "matches": counts.matches,
        }


def screen_file(path, format, index, threads):
    manifest = os.path.join(builds.CACHE, "manifest")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = subprocess.run(
        [os.environ["NAMESIFT"], "screen", "--index", index, "--threads", str(threads),
         "--input-format", format, "--manifest", manifest, path],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ).stdout.splitlines()  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(manifest, encoding="utf-8") as file:
        told = json.load(file)
    return {
        # From the open index to the last byte written.
        "seconds": told["seconds"],
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "names": told["names"],
        "matches": sum(len(json.loads(line)["matches"]) for line in lines),
    }


if __name__ == "__main__":
    main()
