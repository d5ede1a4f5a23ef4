"""The matrix of measurements: what each case runs and what it reads off."""

import hashlib
import json
import os
import subprocess
import sys
import time
from statistics import median

from measuring.builds import CACHE

# Without a threshold the default policy applies, which has one for each type.
DEFAULT = "default"
# The large published lists, one of each format.
LISTS = (
    "ofac_sdn/sdn_2024-05-03.csv", "ofac_consolidated/consolidated_2026-01-08.xml",
    "ofac_consolidated/cons_advanced_2020-03-17.xml.gz",
    "ofac_consolidated/CONS_ENHANCED_2025-01-10.ZIP",
    "us_csl/consolidated_2022-04-21.csv.gz", "us_csl/consolidated_2026-07-31_derived.csv.gz",
    "us_csl/dpl_2023-11.txt", "un/consolidated_2026-02-27.xml", "uk/ConList_2018-04-13.csv",
    "ca/sema_2025-05.xml", "opensanctions/targets.simple_ua_war_sanctions_2026-03-13.csv.gz",
    "opensanctions/entities.ftm_wd_persons_2024-03.json.gz",
)  # fmt: skip
WORST = ("common", "new", "long", "han", "near")
LIST_SIZES = ("10000", "57000", "100000", "300000", "1000000")
THRESHOLDS = ("0.65", "0.70", "0.75", "0.80", "0.85", "0.90", "0.95")


def all_cases():
    for threads in (1, 2):
        yield EngineCase("csl", "distinct", threads)
        yield EngineCase("csl", "traffic", threads)
    for stream in WORST:
        yield EngineCase("csl", stream, 1)
    for size in LIST_SIZES:
        yield EngineCase(size, "distinct", 2)
    for threshold in THRESHOLDS:
        yield EngineCase("csl", "distinct", 2, threshold)
    for format in ("jsonl", "csv", "lines"):
        for threads in (1, 2):
            yield ScreenCase("csl", "traffic", format, threads)
            yield ScreenCase("csl", "mixed", format, threads)
    yield OpenCase("csl")
    yield PipeCase("csl")
    for path in LISTS:
        yield LoadCase(path)


class EngineCase:
    """Names in memory, screened by `engine-bench`."""

    def __init__(self, list_name, stream, threads, threshold=DEFAULT):
        self.list_name, self.stream, self.threads = list_name, stream, threads
        self.threshold = threshold
        self.name = f"engine/{list_name}/{stream}/{threads}"
        if threshold != DEFAULT:
            self.name += f"/{threshold}"

    def prepare(self, build, workload):
        # Long lists are slow, and what is read off is a rate.
        count = min(200_000, workload.names) if self.list_name != "csl" else workload.names
        is_long = self.stream in ("distinct", "traffic")
        self.file = workload.stream(self.stream, "lines", count if is_long else None)
        # Of a worst case all is measured as one part.
        self.cold = min(500_000, count // 2) if is_long else 0
        self.index = workload.index(build, self.list_name)

    def run(self, build):
        return json.loads(
            self._output(build, "--threads", str(self.threads), "--cold", str(self.cold))
        )

    def _output(self, build, *options):
        return subprocess.run(
            [build.engine_bench, "--index", self.index, *self._threshold(), *options, self.file],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    def _threshold(self):
        return () if self.threshold == DEFAULT else ("--threshold", self.threshold)

    def rate(self, measured):
        """Names a second, of the steady part."""
        return measured["steady"]["names_per_second"]

    def cpu(self, measured):
        """Processor time of a name in nanoseconds, of the steady part."""
        return measured["steady"]["cpu_ns_per_name"]

    def measure(self, build, workload, runs):
        self.prepare(build, workload)
        measured = [self.run(build) for _ in range(runs)]
        if len({run["results"] for run in measured}) != 1:
            sys.exit(f"bench: {self.name}: runs differ in their results")
        last = measured[-1]
        counters = last["counters"]
        result = {
            "case": self.name, "list": self.list_name, "stream": self.stream,
            "threads": self.threads, "threshold": self.threshold,
            "names_per_second": int(median(self.rate(run) for run in measured)),
            "cpu_ns_per_name": round(median(self.cpu(run) for run in measured), 1),
            "reference_ns": round(median(run["reference_ns"] for run in measured), 2),
            "bytes_per_second": int(
                median(self.rate(run) for run in measured) * last["bytes"] / last["names"]
            ),
            "open_seconds": last["open_seconds"],
            "peak_memory_bytes": last["peak_memory_bytes"],
            "hit_rate": last["alerts"] / last["names"],
            "distinct_share": distinct_share(self.file),
            "new_token_share": counters["memo_misses"] / max(1, counters["tokens"]),
            "tokens_per_name": counters["tokens"] / max(1, counters["readings"]),
            "results": last["results"], "counters": counters,
        }  # fmt: skip
        if last["cold"]:
            result["cold_names_per_second"] = int(
                median(run["cold"]["names_per_second"] for run in measured)
            )
            result["cold_cpu_ns_per_name"] = round(
                median(run["cold"]["cpu_ns_per_name"] for run in measured), 1
            )
        if self.threads == 1:
            latency = json.loads(self._output(build, "--latency"))
            result["p50_ns"], result["p99_ns"] = latency["p50_ns"], latency["p99_ns"]
        return result


class ScreenCase:
    """Records from stdin to stdout, screened by the command."""

    records = {"jsonl": 250_000, "csv": 500_000, "lines": 1_000_000}
    repeats = 1

    def __init__(self, list_name, stream, format, threads):
        self.list_name, self.stream, self.format = list_name, stream, format
        self.threads = threads
        self.name = f"screen/{list_name}/{stream}/{format}/{threads}"

    def prepare(self, build, workload):
        self.file = workload.stream(self.stream, self.format, self.records[self.format])
        self.index = workload.index(build, self.list_name)

    def run(self, build):
        manifest, counters = os.path.join(CACHE, "manifest"), os.path.join(CACHE, "counters")
        command = [
            build.namesift, "screen", "--index", self.index, "--threads", str(self.threads),
            "--manifest", manifest, "--input-format", self.format, "-",
        ]  # fmt: skip
        if has_counters(build):
            command[2:2] = ["--counters", counters]
        start, before = time.monotonic(), os.times()
        feeder = subprocess.Popen(
            ["cat", *([self.file] * self.repeats)], stdout=subprocess.PIPE
        )
        screen = subprocess.Popen(
            command, stdin=feeder.stdout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        feeder.stdout.close()
        digest = hashlib.sha256()
        while piece := screen.stdout.read(1 << 20):
            digest.update(piece)
        if screen.wait() not in (0, 1) or feeder.wait() != 0:
            sys.exit(f"bench: {self.name} failed: {' '.join(command)}")
        seconds, after = time.monotonic() - start, os.times()
        with open(manifest, encoding="utf-8") as file:
            told = json.load(file)
        return {
            "seconds": seconds,
            "cpu_seconds": after.children_user - before.children_user
            + after.children_system - before.children_system,
            "manifest": told,
            "output_sha256": digest.hexdigest(),
            "counters": read_json(counters) if has_counters(build) else None,
        }

    def rate(self, measured):
        """Records a second, of the whole command."""
        return measured["manifest"]["records"]["in"] / measured["seconds"]

    def cpu(self, measured):
        """Processor time of a record in nanoseconds, that of feeding it included."""
        return measured["cpu_seconds"] * 1e9 / measured["manifest"]["records"]["in"]

    def measure(self, build, workload, runs):
        self.prepare(build, workload)
        measured = [self.run(build) for _ in range(runs)]
        if len({run["output_sha256"] for run in measured}) != 1:
            sys.exit(f"bench: {self.name}: runs differ in their output")
        last = measured[-1]["manifest"]
        rate = median(self.rate(run) for run in measured)
        return {
            "case": self.name, "list": self.list_name, "stream": self.stream,
            "format": self.format, "threads": self.threads, "threshold": DEFAULT,
            "records_per_second": int(rate),
            "names_per_second": int(rate * last["names"] / last["records"]["in"]),
            "bytes_per_second": int(rate * last["bytes"] / last["records"]["in"]),
            "cpu_ns_per_record": round(median(self.cpu(run) for run in measured), 1),
            "peak_memory_bytes": max(run["manifest"]["peak_memory_bytes"] for run in measured),
            "hit_rate": last["records"]["alert"] / last["records"]["in"],
            "output_sha256": measured[-1]["output_sha256"],
            "counters": measured[-1]["counters"],
        }  # fmt: skip


class PipeCase(ScreenCase):
    """Ten million records through a pipe: memory must not depend on how many there are."""

    def __init__(self, list_name):
        super().__init__(list_name, "traffic", "lines", 2)
        self.name = f"pipe/{list_name}/traffic/lines/2"
        self.repeats = 10

    def measure(self, build, workload, runs):
        return super().measure(build, workload, 1)


class OpenCase:
    """From a list to an index, and from an index to the first verdict."""

    def __init__(self, list_name):
        self.list_name = list_name
        self.name = f"open/{list_name}"

    def prepare(self, build, workload):
        self.workload = workload
        self.index = workload.index(build, self.list_name)

    def run(self, build):
        start = time.monotonic()
        self.workload.index(build, self.list_name)
        compiled = time.monotonic()
        subprocess.run(
            [build.namesift, "screen", "--index", self.index, "--emit", "all",
             "--input-format", "lines", "-"],
            input=b"Anna Example\n", check=True, capture_output=True,
        )  # fmt: skip
        return {"compile": compiled - start, "open": time.monotonic() - compiled}

    def rate(self, measured):
        """First verdicts a second."""
        return 1 / measured["open"]

    def cpu(self, measured):
        """The time to the first verdict in nanoseconds."""
        return measured["open"] * 1e9

    def measure(self, build, workload, runs):
        self.prepare(build, workload)
        measured = [self.run(build) for _ in range(runs)]
        return {
            "case": self.name, "list": self.list_name,
            "compile_seconds": round(median(run["compile"] for run in measured), 3),
            "first_verdict_seconds": round(median(run["open"] for run in measured), 4),
        }  # fmt: skip


_MEASURE_CHILD = """
import json, os, subprocess, sys, time
start = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(json.dumps({"seconds": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime,
                  "peak": usage.ru_maxrss * 1024}))
sys.exit(os.waitstatus_to_exitcode(status) not in (0, 1))
"""


class LoadCase:
    """A published list, read from its file and told in `lists show`."""

    def __init__(self, path):
        self.path = path
        self.name = f"load/{os.path.basename(path)}"

    def prepare(self, build, workload):
        self.file = os.path.join(workload.published, self.path)

    def run(self, build):
        # By a small process between: a child starts with the peak of memory of its parent.
        result = subprocess.run(
            [sys.executable, "-S", "-c", _MEASURE_CHILD, build.namesift, "lists", "show", "--json",
             "--list", self.file],
            capture_output=True, text=True,
        )  # fmt: skip
        if result.returncode != 0:
            sys.exit(f"bench: {self.name} failed")
        told, usage = result.stdout.splitlines()
        return {"told": json.loads(told), **json.loads(usage)}

    def rate(self, measured):
        """Bytes of the file a second."""
        return os.path.getsize(self.file) / measured["seconds"]

    def cpu(self, measured):
        """Processor time of loading in nanoseconds."""
        return measured["cpu"] * 1e9

    def measure(self, build, workload, runs):
        self.prepare(build, workload)
        if not os.path.exists(self.file):
            print(f"skipped: {self.path} is not here")
            return None
        measured = [self.run(build) for _ in range(runs)]
        told = measured[-1]["told"][0]
        return {
            "case": self.name, "bytes": os.path.getsize(self.file),
            "entries": told["entries"], "names": told["names"],
            "load_seconds": round(median(run["seconds"] for run in measured), 3),
            "cpu_seconds": round(median(run["cpu"] for run in measured), 3),
            "peak_memory_bytes": max(run["peak"] for run in measured),
        }  # fmt: skip


def distinct_share(path):
    """The share of lines that no earlier line is equal to."""
    seen = set()
    count = 0
    with open(path, "rb") as file:
        for line in file:
            seen.add(hash(line))
            count += 1
    return len(seen) / count


def has_counters(build):
    """Whether the command counts its work: an old build does not."""
    if not hasattr(build, "counts"):
        text = subprocess.run([build.namesift, "screen", "--help"], capture_output=True, text=True)
        build.counts = "--counters" in text.stdout
    return build.counts


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)
