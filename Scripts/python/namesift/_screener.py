"""The screener."""

import collections
import concurrent.futures
import ctypes
import dataclasses
import json
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from ctypes import byref, c_double, c_void_p
from typing import Any, Optional, Union

from namesift import _arrow, _library
from namesift._errors import ConfigurationError, InvalidArgumentError
from namesift._library import LIBRARY, check, take_text

#: The version of the C interface that the library has.
ABI_VERSION: int = LIBRARY.namesift_abi_version()
#: The version of the engine, such as ``0.1.0``.
ENGINE_VERSION: str = LIBRARY.namesift_engine_version().decode()

# Rows that one thread takes at a time: a call costs microseconds, so that fewer would do, and with
# more the threads end at different times.
_ROWS_AT_A_TIME = 8192

Fields = Union[str, Mapping[str, str], Sequence[str]]
Policy = Union[str, "os.PathLike[str]", Mapping[str, Any]]


@dataclasses.dataclass(frozen=True)
class Counts:
    """What became of records: ``records`` is clear + alert + unscreenable + rejected.

    ``names`` and ``identifiers`` count what was screened, ``matches`` what is reported, ``omitted``
    the matches over ``max_matches``, ``suppressed`` by reason what the policy held back,
    ``outcomes`` the records with a match by what follows from it.
    """

    records: int = 0
    clear: int = 0
    alert: int = 0
    unscreenable: int = 0
    rejected: int = 0
    names: int = 0
    identifiers: int = 0
    matches: int = 0
    omitted: int = 0
    suppressed: Mapping[str, int] = dataclasses.field(default_factory=dict)
    outcomes: Mapping[str, int] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Match:
    """A listed party that a name may refer to.

    ``score`` is 0...1; ``name`` the party's primary name, ``matched_name`` the most similar of its
    names, ``name_type`` and ``strength`` what that is; ``reasons`` codes, most telling first;
    ``explanation`` how the score adds up; ``outcome`` what follows from the match, such as
    ``BLOCK`` or ``REVIEW``, by the ``measures``, the most severe first; ``identity`` how well the
    party is identified.
    """

    list: str
    uid: str
    name: str
    matched_name: str
    name_type: str
    strength: str
    score: float
    reasons: "tuple[str, ...]"
    explanation: Mapping[str, Any]
    identity: str
    outcome: str
    measures: "tuple[Mapping[str, Any], ...]"


@dataclasses.dataclass(frozen=True)
class NameScreening:
    """What screening one name gave.

    ``verdict`` is ``alert``, ``clear`` or ``unscreenable``, the last with its ``reason``;
    ``matches`` are best first, ``omitted`` counts those over ``max_matches``.
    """

    verdict: str
    matches: "tuple[Match, ...]"
    omitted: int
    reason: Optional[str]


class Rows:
    """Rows with named columns, for everything that reads Arrow: ``pyarrow.table(rows)``,
    ``polars.DataFrame(rows)``. They can be read any number of times and are not copied."""

    def __init__(self, results: "Sequence[_Result]", fill: Any) -> None:
        self._results = results
        self._fill = fill

    def __arrow_c_stream__(self, requested_schema: Optional[object] = None) -> object:
        """The rows as an Arrow stream, in the columns that they have."""
        stream = _arrow.Stream()
        pointers = (c_void_p * len(self._results))(*[result.pointer for result in self._results])
        self._fill(pointers, len(self._results), ctypes.addressof(stream))
        return _arrow.stream_capsule(stream)


@dataclasses.dataclass(frozen=True)
class Screening:
    """What screening a table gave.

    ``matches`` has a row for each match: ``record`` (the row of the table, from 0), ``field``,
    ``role``, ``list``, ``uid``, ``name``, ``matched_name``, ``name_type``, ``strength``, ``score``,
    ``reasons``, ``explanation`` (JSON, null unless asked for), ``identifier_kind``, ``identifier``
    and ``owned_percent`` (null unless the match is by one), ``identity``, ``outcome`` and
    ``measures`` (JSON, as in an output line of the command). Records come in their order, the
    matches of each best first.

    ``notices`` has a row for each name or record that could not be screened, with a ``code`` and,
    where there is one, a ``count`` and a ``limit``; and for matches that were omitted.
    """

    matches: Rows
    notices: Rows
    counts: Counts


class Screener:
    """Lists with a policy, ready to be screened against by any number of threads.

    The index is mapped into memory: all processes of a machine share it. A screener can be closed
    by ``close`` or ``with``; otherwise it is when nothing refers to it.
    """

    def __init__(
        self,
        index: "str | os.PathLike[str]",
        *,
        policy: Optional[Policy] = None,
        threshold: Optional[float] = None,
        facts: Optional[Mapping[str, str]] = None,
        as_of: Optional[str] = None,
        measures: Optional[Policy] = None,
        instruments: "Optional[str | os.PathLike[str]]" = None,
        ownership: "Optional[str | os.PathLike[str]]" = None,
    ) -> None:
        """Opens an index that ``namesift compile`` made.

        Args:
            index: The file.
            policy: A policy file, as for ``--config``, or its content; None for the default policy.
            threshold: The lowest score that is a match, 0.0001...1 with at most four digits, in
                place of all thresholds of the policy; None leaves these.
            facts: Facts of all transactions whose records do not state them, as for ``--fact``:
                ``{"conduct": "purchase", "nexus": "us"}``.
            as_of: The time as of which all transactions are judged, such as ``2022-12-10``, in
                place of their own dates.
            measures: A file of measures as for ``--measures``, or its content.
            instruments: The file of what lies under instruments, as for ``--instruments``.
            ownership: The file of who owns whom, as for ``--ownership``.

        Raises:
            IndexFileError: The file is missing, damaged or of another version.
            ConfigurationError: Something to screen by is refused; the words name the line.
            InvalidArgumentError: The threshold is out of its range.
        """
        self._pointer = c_void_p()
        message = c_void_p()
        lines = "\n".join(f"{name}={value}" for name, value in (facts or {}).items())
        configuration = _library.Configuration(
            _json_text(policy),
            _bytes(lines, "facts") if lines else None,
            None if as_of is None else _bytes(as_of, "as_of"),
            _json_text(measures),
            None if instruments is None else os.fsencode(instruments),
            None if ownership is None else os.fsencode(ownership),
            _ten_thousandths(threshold),
        )
        status = LIBRARY.namesift_open(
            os.fsencode(index),
            byref(configuration),
            byref(self._pointer),
            byref(message),
        )
        check(status, message)

    def close(self) -> None:
        """Closes the screener, which no other thread may be using."""
        pointer, self._pointer = self._pointer, c_void_p()
        LIBRARY.namesift_close(pointer)

    def __enter__(self) -> "Screener":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_pointer", None):
            self.close()

    def describe(self) -> "dict[str, Any]":
        """The engine, the lists with their hashes, and the policy, named as in a run manifest."""
        text, message = c_void_p(), c_void_p()
        check(LIBRARY.namesift_describe(self._open(), byref(text), byref(message)), message)
        description: "dict[str, Any]" = json.loads(take_text(text))
        return description

    def screen(
        self,
        data: Any,
        *,
        fields: Optional[Fields] = None,
        threads: Optional[int] = None,
        max_matches: int = 25,
        explain: bool = False,
    ) -> Screening:
        """Screens the rows of a table, each as one record.

        Args:
            data: A table, batch or column of pyarrow, polars, pandas, DuckDB or anything else that
                speaks the Arrow PyCapsule protocol. It is not copied. A column alone holds names.
            fields: Where the parties are: ``{"debtor.name": "dbtr_nm", "debtor.country":
                "dbtr_ctry"}``, the same as text for ``--fields``, or the columns with names alone,
                each a role of its own. None recognises well-known columns.
            threads: The threads that screen; None for one for each processor this process may use.
            max_matches: The most matches of one record, 1...10,000; the others are counted.
            explain: Whether to tell how each score comes about.

        Returns:
            The matches, what could not be screened, and the counts. They are the same for any
            number of threads and any division into batches.

        Raises:
            InvalidArgumentError: A column is missing or not of text, or nothing is to be screened.
            InvalidArrowError: The table contradicts itself or its stream failed.
            TooLargeError: The matches of a batch are too many for Arrow.
        """
        threads = len(os.sched_getaffinity(0)) if threads is None else threads
        if threads < 1:
            raise InvalidArgumentError(f"threads is {threads}; it must be 1 or more")
        table = _arrow.Table(data)
        specification = _specification(fields)
        if not 1 <= max_matches <= 10_000:
            raise InvalidArgumentError(f"max_matches is {max_matches}; it must be in 1...10000")

        def work(task: _Task) -> _Result:
            options = _library.Options(
                specification,
                task.first_row,
                task.row_count,
                task.first_record,
                max_matches,
                explain,
            )
            return self._screen(table, task.batch, options)

        results = list(_in_order(work, _tasks(table), threads))
        return Screening(
            matches=Rows(results, LIBRARY.namesift_matches_stream),
            notices=Rows(results, LIBRARY.namesift_notices_stream),
            counts=_sum(results),
        )

    def screen_name(
        self,
        name: str,
        *,
        type: Optional[str] = None,
        country: Optional[str] = None,
        birth_date: Optional[str] = None,
        max_matches: int = 25,
    ) -> NameScreening:
        """Screens one name.

        Args:
            name: The name, in any script.
            type: What the party is: ``person``, ``organisation``, ``vessel`` and so on.
            country: A code of ISO 3166 or an English name.
            birth_date: Such as ``1948-12-10`` or ``1948``.
            max_matches: The most matches, 1...10,000.

        Raises:
            InvalidArgumentError: Text has a NUL or cannot be encoded, or a number is out of range.
        """
        party = _party(name, type, country, birth_date)
        text, message = c_void_p(), c_void_p()
        check(
            LIBRARY.namesift_screen_name(
                self._open(), byref(party), max_matches, byref(text), byref(message)
            ),
            message,
        )
        found = json.loads(take_text(text))
        matches = tuple(
            Match(
                **{
                    **match,
                    "reasons": tuple(match["reasons"]),
                    "measures": tuple(match["measures"]),
                }
            )
            for match in found["matches"]
        )
        return NameScreening(found["verdict"], matches, found["omitted"], found["reason"])

    def explain(
        self,
        name: str,
        *,
        uid: Optional[str] = None,
        type: Optional[str] = None,
        country: Optional[str] = None,
        birth_date: Optional[str] = None,
        max_matches: int = 3,
    ) -> "list[dict[str, Any]]":
        """The listed parties most like a name, whatever they score, and what becomes of each.

        Args:
            name, type, country, birth_date: As for ``screen_name``.
            uid: Compare with the entries of this identifier only.
            max_matches: The most parties, 1...10,000.

        Returns:
            Objects as ``namesift explain --json`` writes them, best first.

        Raises:
            InvalidArgumentError: The name cannot be screened, or no list has the identifier.
        """
        party = _party(name, type, country, birth_date)
        text, message = c_void_p(), c_void_p()
        check(
            LIBRARY.namesift_explain(
                self._open(),
                byref(party),
                None if uid is None else _bytes(uid, "uid"),
                max_matches,
                byref(text),
                byref(message),
            ),
            message,
        )
        explained: "list[dict[str, Any]]" = json.loads(take_text(text))
        return explained

    def _open(self) -> c_void_p:
        if not self._pointer:
            raise InvalidArgumentError("the screener is closed")
        return self._pointer

    def _screen(
        self, table: _arrow.Table, batch: "_arrow.Owned | _arrow.Lent", options: _library.Options
    ) -> "_Result":
        pointer, message = c_void_p(), c_void_p()
        status = LIBRARY.namesift_screen(
            self._open(),
            table.schema_address,
            batch.address,
            byref(options),
            byref(pointer),
            byref(message),
        )
        check(status, message)
        return _Result(pointer)


def shared_screener(index: "str | os.PathLike[str]", **configuration: Any) -> Screener:
    """The screener of this process for an index and a configuration, opened at the first call.

    For tasks that come and go while their process stays, as in Spark. The last four are kept; a
    file that was replaced is opened again. Do not close what this gives.

    Args:
        index, configuration: As for ``Screener``; the configuration as JSON has it.

    Raises:
        NamesiftError: As for ``Screener``.
    """
    status = os.stat(index)
    key = json.dumps(
        [os.path.realpath(os.fspath(index)), status.st_mtime_ns, status.st_size, configuration],
        sort_keys=True,
    )
    with _shared_lock:
        screener = _shared.pop(key, None) or Screener(index, **configuration)
        _shared[key] = screener
        while len(_shared) > 4:
            _shared.pop(next(iter(_shared)))
    return screener


# The one used last is the last.
_shared: "dict[str, Screener]" = {}
_shared_lock = threading.Lock()


def score(query: str, listed: str, *, type: Optional[str] = None) -> float:
    """How alike a name and a listed name are, 0...1, without any list.

    Args:
        query: The name to screen.
        listed: The listed name.
        type: What the listed party is, such as ``person``.

    Raises:
        InvalidArgumentError: One of the names cannot be screened.
    """
    value, _ = _score(query, listed, type, explains=False)
    return value


def explain_score(query: str, listed: str, *, type: Optional[str] = None) -> "dict[str, Any]":
    """How the score of two names comes about, as ``namesift score --json`` tells it.

    Raises:
        InvalidArgumentError: One of the names cannot be screened.
    """
    _, text = _score(query, listed, type, explains=True)
    explanation: "dict[str, Any]" = json.loads(text)
    return explanation


# MARK: - Tasks


@dataclasses.dataclass(frozen=True)
class _Task:
    """Rows of one batch. The batch lives as long as a task refers to it."""

    batch: "_arrow.Owned | _arrow.Lent"
    first_row: int
    row_count: int
    first_record: int


class _Result:
    """A namesift_result."""

    def __init__(self, pointer: c_void_p) -> None:
        self.pointer = pointer

    def counts(self) -> _library.Counts:
        counts: _library.Counts = LIBRARY.namesift_result_counts(self.pointer)
        return counts

    def __del__(self) -> None:
        LIBRARY.namesift_result_close(self.pointer)


def _tasks(table: _arrow.Table) -> "Iterator[_Task]":
    first_record = 0
    seen = False
    for batch in table.batches():
        length = batch.structure.length
        if not seen or length > 0:
            # An empty batch is screened as well: whether its columns are there is to be told.
            for first in range(0, max(length, 1), _ROWS_AT_A_TIME):
                yield _Task(batch, first, min(_ROWS_AT_A_TIME, length - first), first_record)
        seen = True
        first_record += length


def _in_order(work: Any, tasks: "Iterator[_Task]", threads: int) -> "Iterator[_Result]":
    if threads == 1:
        yield from map(work, tasks)
        return
    # Only so many tasks wait that the batches of a long stream are not all in memory.
    waiting: "collections.deque[concurrent.futures.Future[_Result]]" = collections.deque()
    with concurrent.futures.ThreadPoolExecutor(threads, "namesift") as pool:
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) > 4 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _sum(results: "Sequence[_Result]") -> Counts:
    names = [field[0] for field in _library.Counts._fields_]
    total = dict.fromkeys(names, 0)
    for result in results:
        counts = result.counts()
        for name in names:
            total[name] += getattr(counts, name)

    def group(prefix: str) -> "dict[str, int]":
        return {name[len(prefix) :]: total.pop(name) for name in names if name.startswith(prefix)}

    return Counts(suppressed=group("suppressed_"), outcomes=group("outcome_"), **total)


# MARK: - Arguments


def _score(
    query: str, listed: str, type: Optional[str], explains: bool
) -> "tuple[float, str]":
    first, second = _bytes(query, "first name"), _bytes(listed, "second name")
    value, text, message = c_double(), c_void_p(), c_void_p()
    status = LIBRARY.namesift_score(
        first,
        len(first),
        second,
        len(second),
        None if type is None else _bytes(type, "type"),
        byref(value),
        byref(text) if explains else None,
        byref(message),
    )
    check(status, message)
    return value.value, take_text(text) if explains else ""


def _bytes(text: str, what: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        # Not the words of the error, which quote the text.
        raise InvalidArgumentError(
            f"the {what} has half a surrogate pair at character {error.start}"
        ) from None


def _party(
    name: str, type: Optional[str], country: Optional[str], birth_date: Optional[str]
) -> _library.Party:
    values: "list[Any]" = []
    for text, what in (
        (name, "name"),
        (type, "type"),
        (country, "country"),
        (birth_date, "birth date"),
    ):
        encoded = None if text is None else _bytes(text, what)
        values += [encoded, len(encoded or b"")]
    return _library.Party(*values)


def _ten_thousandths(threshold: Optional[float]) -> int:
    if threshold is None:
        return 0
    value = round(threshold * 10_000)
    if not 1 <= value <= 10_000 or abs(value - threshold * 10_000) > 1e-6:
        raise InvalidArgumentError(
            f"threshold is {threshold}; it must be in 0.0001...1 with at most four digits"
        )
    return value


def _json_text(source: Optional[Policy]) -> Optional[bytes]:
    if source is None:
        return None
    if isinstance(source, Mapping):
        return json.dumps(source).encode()
    with open(source, "rb") as file:
        content = file.read()
    if b"\0" in content:
        raise ConfigurationError(f"{os.fspath(source)}: has a NUL byte")
    return content


def _specification(fields: Optional[Fields]) -> Optional[bytes]:
    if fields is None:
        return None
    if isinstance(fields, str):
        text = fields
    else:
        pairs = (
            list(fields.items())
            if isinstance(fields, Mapping)
            else [(f"{column}.name", column) for column in fields]
        )
        for _, column in pairs:
            if "," in column:
                raise InvalidArgumentError(f"column '{column}' has a comma; rename it")
        text = ",".join(f"{target}={column}" for target, column in pairs)
    if "\0" in text:
        raise InvalidArgumentError("fields have a NUL character")
    return _bytes(text, "fields")
