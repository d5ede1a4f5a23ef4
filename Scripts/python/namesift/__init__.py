"""Screens names against restricted-party lists, inside Python, without copying a table.

    >>> import namesift
    >>> screener = namesift.Screener("lists.nsx")
    >>> screening = screener.screen(table, fields={"debtor.name": "dbtr_nm"})
    >>> pyarrow.table(screening.matches)

``namesift compile`` makes the index. Scores are 0...1 in steps of one ten-thousandth. No message of
an error has a screened name in it.
"""

from namesift._errors import (
    ConfigurationError,
    IndexFileError,
    InvalidArgumentError,
    InvalidArrowError,
    NamesiftError,
    TooLargeError,
)
from namesift._screener import (
    ABI_VERSION,
    ENGINE_VERSION,
    Counts,
    Match,
    NameScreening,
    Rows,
    Screener,
    Screening,
    explain_score,
    score,
    shared_screener,
)

__all__ = [
    "ABI_VERSION",
    "ConfigurationError",
    "ENGINE_VERSION",
    "Counts",
    "IndexFileError",
    "InvalidArgumentError",
    "InvalidArrowError",
    "Match",
    "NameScreening",
    "NamesiftError",
    "Rows",
    "Screener",
    "Screening",
    "TooLargeError",
    "explain_score",
    "score",
    "shared_screener",
]
