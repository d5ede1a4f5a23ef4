"""Reads the names of published lists, to mutate them."""

import csv
import gzip
import io
import os
import sys

_SAMPLE = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "Data", "lists")


def read(paths):
    """The distinct names of the lists at `paths`, in file order; of Data/lists without paths."""
    if not paths:
        present = sorted(os.listdir(_SAMPLE)) if os.path.isdir(_SAMPLE) else []
        paths = [os.path.join(_SAMPLE, name) for name in present if name.endswith(".csv")]
    names = {}
    for path in paths:
        for name in _names(path):
            if name.strip():
                names[name.strip()] = None
    return list(names)


def _names(path):
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        sys.exit(f"generate-corpus: {path}: {error.strerror}")
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    text = data.decode("utf-8-sig", errors="replace").rstrip("\x1a")
    rows = csv.reader(io.StringIO(text))
    header = next(rows, [])
    if "name" in header:
        column = header.index("name")
        other = header.index("alt_names") if "alt_names" in header else None
        for row in rows:
            if len(row) > column:
                yield row[column]
                if other is not None and len(row) > other:
                    yield from row[other].split("; ")
    elif len(header) == 12 and header[0].strip().isdigit():
        yield header[1]
        for row in rows:
            if len(row) == 12:
                yield row[1]
    else:
        yield from text.splitlines()
