"""Shows results as a table and keeps them as a record."""

import datetime
import json
import os
import platform

from measuring.builds import ROOT, output
from measuring.workload import SEED

RECORDS = os.path.join(ROOT, "Benchmarks", "Records")


def shown(result):
    """Prints the line of a result and passes it on."""
    line = f"{result['case']:34}"
    if "records_per_second" in result:
        line += f" {result['records_per_second']:>11,} records/s"
        line += f" {result['cpu_ns_per_record']:>10,.0f} ns cpu"
    elif "names_per_second" in result:
        line += f" {result['names_per_second']:>11,} names/s  "
        line += f" {result['cpu_ns_per_name']:>10,.0f} ns cpu"
        if "cold_names_per_second" in result:
            line += f"   cold {result['cold_names_per_second']:,}"
    elif "load_seconds" in result:
        line += f" {result['entries']:>7,} entries, {result['names']:>7,} names"
        line += f"   {result['load_seconds']:.2f} s"
    else:
        line += f" compile {result['compile_seconds']} s"
        line += f"   first verdict {result['first_verdict_seconds'] * 1000:.1f} ms"
    if "peak_memory_bytes" in result:
        line += f"   {result['peak_memory_bytes'] >> 20} MiB"
    print(line, flush=True)
    return result


def write(build, workload, results, kind="matrix"):
    """Keeps results in a record and gives its path."""
    record = {
        "date": datetime.date.today().isoformat(),
        "kind": kind,
        "machine": machine(),
        "commit": build.commit,
        "compiler": output(["swift", "--version"]).splitlines()[0].strip(),
        "engine": output([build.namesift, "--version"]).split("\n")[:3],
        "csl_is_real": workload.csl_is_real,
        "seed": SEED,
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "results": results,
    }
    name = f"{record['date']}-{host_class()}" + ("" if kind == "matrix" else f"-{kind}")
    path = os.path.join(RECORDS, name + ".json")
    os.makedirs(RECORDS, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(record, file, indent=1)
        file.write("\n")
    return os.path.relpath(path)


def host_class():
    """What kind of machine this is; never its name."""
    return f"{platform.machine()}-{os.cpu_count()}cpu"


def machine():
    model, caches = "", ""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                model = value.strip()
            elif key.strip() == "cache size":
                caches = value.strip()
    with open("/proc/meminfo", encoding="utf-8") as file:
        memory = int(file.readline().split()[1]) >> 20
    return {
        "processor": model, "cache": caches, "cpus": os.cpu_count(), "memory_gib": memory,
        "kernel": platform.release().split("-")[0],
    }  # fmt: skip
