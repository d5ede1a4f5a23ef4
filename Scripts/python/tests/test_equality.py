"""A table gives what `namesift screen` gives for the same records."""

import csv
import io
import json

import pyarrow
import pytest
from conftest import ROOT

import namesift

SAMPLE = ROOT / "Data/samples/transactions.csv"
MATCH_MEMBERS = (
    "field role list uid name matched_name name_type strength score identity outcome".split()
)


def table_of(text, **schema):
    rows = list(csv.reader(io.StringIO(text)))
    columns = {name: [row[i] for row in rows[1:]] for i, name in enumerate(rows[0])}
    return pyarrow.table(columns)


def assert_equal(screening, lines, explains=False):
    """Compares matches, notices and counts with the lines of the command."""
    matches = pyarrow.table(screening.matches).to_pylist()
    expected = [(i, match) for i, line in enumerate(lines) for match in line["matches"]]
    assert len(matches) == len(expected) > 0
    for found, (record, match) in zip(matches, expected):
        assert found["record"] == record
        for member in MATCH_MEMBERS:
            assert found[member] == match[member], (record, member)
        assert found["reasons"] == [reason["code"] for reason in match["reasons"]]
        assert json.loads(found["measures"]) == match["measures"]
        identifier = match.get("identifier", {"kind": None, "value": None})
        assert found["identifier_kind"] == identifier["kind"]
        assert found["identifier"] == identifier["value"]
        if explains and "explanation" in match:
            assert json.loads(found["explanation"]) == match["explanation"]
    codes = [
        (notice["record"], notice["code"])
        for notice in pyarrow.table(screening.notices).to_pylist()
    ]
    told = []
    for i, line in enumerate(lines):
        told += [(i, name["reason"]) for name in line["unscreenable"]]
        told += [(i, note) for note in line.get("notes", [])]
        told += [(i, line["rejected"]["code"])] if "rejected" in line else []
        told += [(i, "MATCHES_OMITTED")] if line["omitted"] else []
    assert codes == told
    for verdict in ("clear", "alert", "unscreenable", "rejected"):
        count = sum(line["verdict"] == verdict for line in lines)
        assert getattr(screening.counts, verdict) == count
    assert screening.counts.records == len(lines)
    for outcome, count in screening.counts.outcomes.items():
        assert count == sum((line.get("outcome") or "").lower() == outcome for line in lines)


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_sample_transactions(screener, run, threads):
    text = SAMPLE.read_text()
    lines = run(["--input-format", "csv", "--explain"], text)
    screening = screener.screen(table_of(text), threads=threads, explain=True)
    assert_equal(screening, lines, explains=True)


def test_threshold_and_omitted_matches(index, run):
    text = SAMPLE.read_text()
    lines = run(["--input-format", "csv", "--threshold", "0.4", "--max-matches", "2"], text)
    assert any(line["omitted"] for line in lines)
    with namesift.Screener(index, threshold=0.4) as screener:
        assert_equal(screener.screen(table_of(text), max_matches=2), lines)


def test_policy_facts_and_date(index, run, tmp_path):
    policy = {"weak_names": "alert", "thresholds": {"default": 0.6}}
    path = tmp_path / "policy.json"
    path.write_text(json.dumps(policy))
    text = SAMPLE.read_text()
    lines = run(
        ["--input-format", "csv", "--config", path, "--fact", "conduct=purchase"]
        + ["--fact", "nexus=us", "--as-of", "2022-12-10"],
        text,
    )
    for given in (policy, path):
        screener = namesift.Screener(
            index,
            policy=given,
            facts={"conduct": "purchase", "nexus": "us"},
            as_of="2022-12-10",
        )
        assert_equal(screener.screen(table_of(text)), lines)


def test_fields_and_identifiers(index, run):
    text = (
        "who,isin_no,where,said\n"
        "Net Posa Technologies,US0378331005,CN,buy\n"
        ",US0378331006,,\n"
        "Dawning Infomation Industry,,China,nonsense\n"
    )
    fields = {
        "party.name": "who",
        "record.isin": "isin_no",
        "party.country": "where",
        "record.conduct": "said",
    }
    specification = ",".join(f"{target}={column}" for target, column in fields.items())
    lines = run(["--input-format", "csv", "--fields", specification], text)
    with namesift.Screener(index) as screener:
        for given in (fields, specification):
            assert_equal(screener.screen(table_of(text), fields=given), lines)


def test_invalid_text_rejects_the_record_as_in_a_file(screener, run):
    names = [b"Net Posa Technologies", b"Net \xff Posa", b"Net\0Posa", b"\xed\xa0\x80"]
    lines = run(["--input-format", "lines"], b"\n".join(names) + b"\n")
    column = pyarrow.Array.from_buffers(
        pyarrow.string(), len(names), pyarrow.array(names, pyarrow.binary()).buffers()
    )
    assert_equal(screener.screen(column), lines)


def test_one_name_is_a_record_with_it(screener, run):
    for name in ("Net Posa Technologies", "Ann Miller", "???", "曙光信息产业股份有限公司"):
        (line,) = run(["--input-format", "lines", "--explain"], name + "\n")
        screening = screener.screen_name(name)
        assert screening.verdict == line["verdict"]
        assert [match.uid for match in screening.matches] == [m["uid"] for m in line["matches"]]
        assert [match.score for match in screening.matches] == [
            m["score"] for m in line["matches"]
        ]
        assert [match.measures for match in screening.matches] == [
            tuple(m["measures"]) for m in line["matches"]
        ]
