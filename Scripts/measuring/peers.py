"""Other tools on the same list and the same names, in the same run.

RapidFuzz: `process.cdist` with Jaro-Winkler, a cut-off of 0.85 and two workers: every name with
every listed one. sparse_dot_topn: the ten listed names with the greatest cosine of their character
trigrams, weighted by how rare they are: candidates only. Both get names in lower case; what they
spend on reading files and starting up is not counted.

Recall is the share of Namesift's matches, which are those of exhaustive screening, that the tool
finds as well: the listed name is in its answer. The two use other scores, so that a miss says what
a bank would not see, not that the tool is at fault.
"""

import json
import os
import subprocess
import sys
import venv
from statistics import median

from measuring import report
from measuring.builds import CACHE, ROOT, output
from measuring.cases import EngineCase

PACKAGES = ("rapidfuzz==3.14.3", "numpy", "scipy", "sparse_dot_topn")
# Enough for a second of the slowest tool.
QUERY_COUNT = 2_000


def measure(build, workload, runs):
    python = environment()
    names, matches = queries_and_matches(build, workload)
    request = os.path.join(CACHE, "peers.json")
    with open(request, "w", encoding="utf-8") as file:
        json.dump(
            {"listed": listed_names(workload), "queries": names, "alerts": matches}, file
        )
    case = EngineCase("csl", "distinct", 2)
    case.prepare(build, workload)
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(case.run(build))
        theirs.append(json.loads(output([python, _worker(), request])))
    print(f"{'tool':34} {'names/s':>12} {'ratio':>9} {'least':>9} {'most':>9}  recall")
    results = []
    whole = [
        run["names"] / (run["cold"]["seconds"] + run["steady"]["seconds"]) for run in ours
    ]
    print(f"{'namesift, 2 threads, cold start':34} {median(whole):12,.0f} {1:9}")
    for tool in theirs[0]:
        rates = [run[tool]["names_per_second"] for run in theirs]
        ratios = [own / rate for own, rate in zip(whole, rates)]
        recall = theirs[0][tool]["recall"]
        print(
            f"{tool:34} {median(rates):12,.0f} {median(ratios):9,.0f} {min(ratios):9,.0f} "
            f"{max(ratios):9,.0f}  {recall:.3f}"
        )
        results.append({
            "tool": tool, "names_per_second": round(median(rates), 1),
            "namesift_names_per_second": int(median(whole)), "ratio": round(median(ratios), 1),
            "least_ratio": round(min(ratios), 1), "most_ratio": round(max(ratios), 1),
            "recall": round(recall, 4), "matches": len(matches),
        })  # fmt: skip
    print(report.write(build, workload, results, kind="peers"))


def environment():
    """The Python of a virtual environment with the tools."""
    folder = os.path.join(ROOT, ".venv-peers")
    python = os.path.join(folder, "bin", "python3")
    if not os.path.exists(python):
        venv.create(folder, with_pip=True)
    installed = subprocess.run(
        [python, "-c", "import rapidfuzz, numpy, scipy, sparse_dot_topn"], capture_output=True
    )
    if installed.returncode != 0:
        output([python, "-m", "pip", "install", "--quiet", *PACKAGES])
    return python


def _worker():
    return os.path.join(os.path.dirname(os.path.realpath(__file__)), "peer_tools.py")


def listed_names(workload):
    """The names of the list, each once."""
    sys.path.insert(0, os.path.join(ROOT, "Scripts"))
    from corpus import listed_names as reader

    return reader.read([workload.csl])


def queries_and_matches(build, workload):
    """The first names of the distinct stream, and the matches of all of it: (name, listed name)."""
    path = workload.stream("distinct", "lines")
    with open(path, encoding="utf-8") as file:
        names = [line.rstrip("\n") for _, line in zip(range(QUERY_COUNT), file)]
    lines = subprocess.run(
        [build.namesift, "screen", "--index", workload.index(build, "csl"),
         "--input-format", "lines", "--verify", "20", path],
        check=True, capture_output=True, text=True,
    ).stdout.splitlines()  # fmt: skip
    found = []
    for line in lines[:20_000]:
        for match in json.loads(line)["matches"]:
            found.append((match["text"], match["matched_name"]))
    return names, found[:3_000]
