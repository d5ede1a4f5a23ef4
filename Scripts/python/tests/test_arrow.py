"""Every layout that Arrow has for text gives the same result."""

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import namesift

NAMES = [
    "Net Posa Technologies",
    None,
    "",
    "Ann Miller",
    "曙光信息产业股份有限公司",
    "???",
    "Net Posa Technologies",
    "Yitu",
    None,
    "SHENZHEN DJI SCIENCES AND TECHNOLOGIES",
]


def rows(screening):
    return (
        pyarrow.table(screening.matches).to_pylist(),
        pyarrow.table(screening.notices).to_pylist(),
        screening.counts,
    )


@pytest.fixture(scope="module")
def expected(screener):
    result = rows(screener.screen(pyarrow.table({"name": NAMES})))
    assert (result[2].records, result[2].unscreenable) == (len(NAMES), 4) and result[2].alert > 2
    return result


@pytest.mark.parametrize(
    "type",
    [
        pyarrow.string(),
        pyarrow.large_string(),
        pyarrow.string_view(),
        *(
            pyarrow.dictionary(number, pyarrow.string())
            for number in (
                pyarrow.int8(),
                pyarrow.uint8(),
                pyarrow.int16(),
                pyarrow.uint16(),
                pyarrow.int32(),
                pyarrow.uint32(),
                pyarrow.int64(),
                pyarrow.uint64(),
            )
        ),
        pyarrow.dictionary(pyarrow.int32(), pyarrow.large_string()),
    ],
    ids=str,
)
@pytest.mark.parametrize("padding", [0, 1, 9])
def test_layouts_and_slices(screener, expected, type, padding):
    plain = pyarrow.array(["Ann"] * padding + NAMES + ["Bob"] * padding)
    column = (
        plain.dictionary_encode().cast(type) if pyarrow.types.is_dictionary(type) else plain.cast(type)
    )
    sliced = column.slice(padding, len(NAMES))
    assert rows(screener.screen(pyarrow.table({"name": sliced}))) == expected
    # The offset of the batch counts besides that of its column.
    whole = pyarrow.StructArray.from_arrays([column], ["name"]).slice(padding, len(NAMES))
    assert rows(screener.screen(whole)) == expected
    batch = pyarrow.record_batch({"name": column}).slice(padding, len(NAMES))
    assert rows(screener.screen(batch)) == expected


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_chunks(screener, expected, size):
    chunks = [NAMES[i : i + size] for i in range(0, len(NAMES), size)]
    column = pyarrow.chunked_array([[]] + chunks + [[]], pyarrow.string())
    assert rows(screener.screen(pyarrow.table({"name": column}))) == expected
    assert rows(screener.screen(column)) == expected


def test_null_rows_of_a_struct_have_no_name(screener):
    names = pyarrow.array(["Net Posa Technologies"] * 2)
    batch = pyarrow.StructArray.from_arrays(
        [names], ["name"], mask=pyarrow.array([True, False])
    )
    screening = screener.screen(batch)
    assert screening.counts.unscreenable == 1 and screening.counts.alert == 1


def test_other_libraries(screener, expected):
    for data in (
        polars.DataFrame({"name": NAMES}),
        polars.DataFrame({"name": polars.Series(NAMES, dtype=polars.Categorical)}),
        pandas.DataFrame({"name": pandas.array(NAMES, dtype="string[pyarrow]")}),
        pandas.DataFrame({"name": pandas.Categorical(NAMES)}),
        pyarrow.RecordBatchReader.from_batches(
            pyarrow.schema({"name": pyarrow.string()}),
            pyarrow.table({"name": NAMES}).to_batches(max_chunksize=3),
        ),
    ):
        assert rows(screener.screen(data)) == expected
    connection = duckdb.connect()
    connection.execute("create table t (i integer, name varchar)")
    connection.executemany("insert into t values (?, ?)", list(enumerate(NAMES)))
    relation = connection.sql("select name from t order by i")
    assert rows(screener.screen(relation)) == expected


def test_empty_tables(screener):
    for table in (
        pyarrow.table({"name": pyarrow.array([], pyarrow.string())}),
        pyarrow.record_batch({"name": pyarrow.array([], pyarrow.string_view())}),
        pyarrow.schema({"name": pyarrow.string()}).empty_table(),
    ):
        matches, notices, counts = rows(screener.screen(table))
        assert (matches, notices, counts.records) == ([], [], 0)


def test_columns_without_any_text(screener):
    screening = screener.screen(pyarrow.table({"name": pyarrow.nulls(3)}))
    assert screening.counts.unscreenable == 3


def test_many_rows_in_order(screener, expected):
    repeated = NAMES * 3000
    screening = screener.screen(pyarrow.table({"name": repeated}), threads=2)
    records = pyarrow.table(screening.matches)["record"].to_numpy()
    assert (numpy.diff(records) >= 0).all()
    assert screening.counts.records == len(repeated)
    assert screening.counts.matches == 3000 * expected[2].matches


def test_results_are_read_again_and_outlive_the_screener(index):
    screener = namesift.Screener(index)
    screening = screener.screen(pyarrow.table({"name": NAMES}))
    first = pyarrow.table(screening.matches)
    second = pyarrow.table(screening.matches)
    screener.close()
    copy = first.to_pylist()
    del screening
    assert first == second and second.to_pylist() == copy
    assert polars.DataFrame(first).height == len(copy)


def test_capsules_that_nobody_reads(screener):
    screening = screener.screen(pyarrow.table({"name": NAMES}))
    for _ in range(100):
        screening.matches.__arrow_c_stream__()


def test_wrong_tables(screener):
    table = pyarrow.table({"name": ["Ann"], "age": [1]})
    cases = [
        (table, {"party.name": "nome"}, "no column 'nome'"),
        (table, {"party.name": "age"}, "Arrow type 'l'"),
        (table, "party.name", "not of the form"),
        (pyarrow.table({"x": ["Ann"]}), None, "no field with a name is recognised"),
        (pyarrow.table([["a"], ["b"]], ["name", "name"]), {"p.name": "name"}, "two columns"),
        ([1, 2], None, "neither __arrow_c_stream__"),
    ]
    for data, fields, words in cases:
        with pytest.raises(namesift.InvalidArgumentError, match=words):
            screener.screen(data, fields=fields)


def test_offsets_that_run_backwards_are_refused(screener):
    offsets = numpy.array([0, 5, 2, 8], dtype=numpy.int32)
    column = pyarrow.Array.from_buffers(
        pyarrow.string(),
        3,
        [None, pyarrow.py_buffer(offsets), pyarrow.py_buffer(b"abcdefgh")],
    )
    with pytest.raises(namesift.InvalidArrowError, match="row 1: offsets run from 5 to 2"):
        screener.screen(column)


def test_dictionary_numbers_out_of_range_are_refused(screener):
    column = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0, 7], pyarrow.int32()), pyarrow.array(["Ann"]), safe=False
    )
    with pytest.raises(namesift.InvalidArrowError, match="number 7 of a dictionary of 1"):
        screener.screen(column)


def test_oversized_text_is_rejected_alone(screener):
    names = ["Net Posa Technologies", "a" * ((16 << 20) + 1), "Ann Miller"]
    screening = screener.screen(pyarrow.table({"name": names}))
    assert (screening.counts.rejected, screening.counts.alert) == (1, 1)
    (notice,) = pyarrow.table(screening.notices).to_pylist()
    assert notice["code"] == "TOO_LONG" and notice["limit"] == 16 << 20
