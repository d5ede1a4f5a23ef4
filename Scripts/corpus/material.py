"""Reads the tables of name parts in Data/corpus."""

import os

FOLDER = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "Data", "corpus")


class Parts:
    """The parts of one culture and kind: texts as (latin, native) with their weights."""

    def __init__(self):
        self.texts = []
        self.weights = []

    def add(self, latin, native, weight):
        self.texts.append((latin, native))
        self.weights.append(weight)


def read(name):
    """The table as {culture: {part: Parts}}, in file order."""
    path = os.path.join(FOLDER, name)
    cultures = {}
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    if rows[0] != ["culture", "part", "latin", "native", "weight"]:
        raise SystemExit(f"{path}: unexpected columns {rows[0]}")
    for culture, part, latin, native, weight in rows[1:]:
        cultures.setdefault(culture, {}).setdefault(part, Parts()).add(latin, native, int(weight))
    return cultures
