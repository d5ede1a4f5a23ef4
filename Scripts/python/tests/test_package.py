"""The rest of the package: names, scores, explanations, errors, memory."""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

import pyarrow
import pytest
from conftest import COMMAND

import namesift


def test_scores_are_those_of_the_command():
    for a, b in (("Jon Smith", "John Smith"), ("Владимир", "Vladimir"), ("Ann", "Bob")):
        line = subprocess.run(
            [COMMAND, "score", "--json", a, b], check=True, capture_output=True
        ).stdout
        assert namesift.score(a, b) == json.loads(line)["score"]
        assert namesift.explain_score(a, b) == json.loads(line)


def test_explanations_are_those_of_the_command(screener):
    lines = subprocess.run(
        [COMMAND, "explain", "--json", "--list", "builtin:", "Net Posa Technologies"],
        check=True,
        capture_output=True,
    ).stdout.splitlines()
    assert screener.explain("Net Posa Technologies") == [json.loads(line) for line in lines]
    uid = json.loads(lines[0])["uid"]
    assert screener.explain("Zebra", uid=uid)[0]["uid"] == uid
    with pytest.raises(namesift.InvalidArgumentError, match="no list has an entry 'X-0'"):
        screener.explain("Zebra", uid="X-0")


def test_description_tells_the_lists(screener):
    description = screener.describe()
    assert description["engine"] == namesift.ENGINE_VERSION
    assert all(len(one["sha256"]) == 64 for one in description["lists"])


def test_errors_name_no_screened_name(screener):
    for call in (
        lambda: namesift.score("Secretperson\0", "b"),
        lambda: namesift.score("Secretperson\ud800", "b"),
        lambda: screener.screen_name("Secretperson\0"),
        lambda: screener.screen_name("Secretperson", max_matches=-1),
        lambda: screener.explain("Secretperson " * 200),
    ):
        with pytest.raises(namesift.InvalidArgumentError) as caught:
            call()
        assert "Secret" not in str(caught.value)


def test_refused_indexes_and_configurations(index, tmp_path):
    damaged = bytearray(index.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path = tmp_path / "damaged.nsx"
    path.write_bytes(damaged)
    for wrong, words in ((path, "damaged"), (tmp_path / "none", "No such file"), (__file__, "not a")):
        with pytest.raises(namesift.IndexFileError, match=words):
            namesift.Screener(wrong)
    for options, words in (
        ({"policy": {"tresholds": 1}}, "policy:1: unknown key 'tresholds'"),
        ({"facts": {"conduct": "sneeze"}}, "conduct=sneeze"),
        ({"as_of": "yesterday"}, "'yesterday' is not a day"),
        ({"ownership": tmp_path / "none.csv"}, "none.csv"),
    ):
        with pytest.raises(namesift.ConfigurationError, match=words):
            namesift.Screener(index, **options)
    for threshold in (0, 1.1, 0.12345):
        with pytest.raises(namesift.InvalidArgumentError, match="threshold"):
            namesift.Screener(index, threshold=threshold)


def test_closed_screener(index):
    screener = namesift.Screener(index)
    screener.close()
    screener.close()
    with pytest.raises(namesift.InvalidArgumentError, match="closed"):
        screener.screen_name("Ann")


def test_shared_screener_is_opened_once(index):
    one = namesift.shared_screener(index, threshold=0.9)
    assert namesift.shared_screener(index, threshold=0.9) is one
    assert namesift.shared_screener(index) is not one
    os.utime(index)
    assert namesift.shared_screener(index, threshold=0.9) is not one


def test_many_threads_share_a_screener(screener):
    names = ["Net Posa Technologies", "Ann Miller", "Yitu", "曙光信息产业股份有限公司"] * 50
    alone = [screener.screen_name(name) for name in names]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(screener.screen_name, names)) == alone


def test_library_needs_only_the_runtime_of_c():
    library = pathlib.Path(namesift.__file__).with_name("libnamesift.so")
    lines = subprocess.run(["ldd", library], check=True, capture_output=True, text=True).stdout
    names = {line.split()[0].rsplit("/", 1)[-1].split(".so")[0] for line in lines.splitlines()}
    assert names <= {"linux-vdso", "libc", "libm", "libgcc_s", "ld-linux-x86-64"}


@pytest.mark.parametrize("others", ["pyarrow", "polars", "pandas", "duckdb", "pyarrow, polars"])
def test_loads_before_and_behind_others(others):
    for order in (f"{others}, namesift", f"namesift, {others}"):
        code = f"import {order}; assert namesift.score('Ann', 'Ann') == 1"
        subprocess.run([sys.executable, "-c", code], check=True)


def resident():
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_memory_does_not_grow(index):
    full = "NAMESIFT_FULL" in os.environ
    table = pyarrow.table({"name": ["Net Posa Technologies", None, "Ann Miller", "???"] * 5})

    def cycle():
        with namesift.Screener(index) as screener:
            screener.screen_name("Net Posa Technologies")

    def batch(screener):
        pyarrow.table(screener.screen(table, threads=1).matches)

    with namesift.Screener(index) as screener:
        for _ in range(20):
            cycle()
            batch(screener)
        before = resident()
        for _ in range(1000 if full else 100):
            cycle()
        for _ in range(10_000 if full else 1000):
            batch(screener)
        grown = resident() - before
    # A cycle or a batch that kept its smallest allocation would add this many pages many times.
    assert grown < 8 << 20, grown
