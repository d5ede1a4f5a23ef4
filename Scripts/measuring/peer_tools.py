"""Runs the other tools; started by Scripts/bench --peers in their environment."""

import json
import sys
import time

import numpy
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

CUTOFF = 0.85
TOP = 10
WORKERS = 2


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    listed = [name.lower() for name in request["listed"]]
    queries = [name.lower() for name in request["queries"]]
    alerts = [(name.lower(), other.lower()) for name, other in request["alerts"]]
    place = {name: i for i, name in enumerate(listed)}
    alerts = [(name, place[other]) for name, other in alerts if other in place]
    answers = {
        "RapidFuzz cdist Jaro-Winkler": jaro_winkler(listed, queries, alerts),
        "sparse_dot_topn trigrams, top 10": trigrams(listed, queries, alerts),
    }
    json.dump(answers, sys.stdout)


def jaro_winkler(listed, queries, alerts):
    start = time.perf_counter()
    scores = process.cdist(
        queries, listed, scorer=JaroWinkler.normalized_similarity, score_cutoff=CUTOFF,
        workers=WORKERS, dtype=numpy.float32,
    )  # fmt: skip
    seconds = time.perf_counter() - start
    del scores
    found = sum(
        JaroWinkler.normalized_similarity(name, listed[i]) >= CUTOFF for name, i in alerts
    )
    return {"names_per_second": len(queries) / seconds, "recall": found / max(1, len(alerts))}


def trigrams(listed, queries, alerts):
    model = TrigramModel(listed)
    right = model.matrix(listed).T.tocsr()
    start = time.perf_counter()
    sp_matmul_topn(model.matrix(queries), right, top_n=TOP, n_threads=WORKERS)
    seconds = time.perf_counter() - start
    answers = sp_matmul_topn(
        model.matrix([name for name, _ in alerts]), right, top_n=TOP, n_threads=WORKERS
    )
    found = 0
    for row, (_, i) in enumerate(alerts):
        found += i in answers.indices[answers.indptr[row] : answers.indptr[row + 1]]
    return {"names_per_second": len(queries) / seconds, "recall": found / max(1, len(alerts))}


class TrigramModel:
    """Names as vectors of their character trigrams, weighted by rarity, of length one."""

    def __init__(self, names):
        self.columns = {}
        counts = []
        for name in names:
            for gram in set(self._grams(name)):
                column = self.columns.setdefault(gram, len(self.columns))
                if column == len(counts):
                    counts.append(0)
                counts[column] += 1
        self.weights = numpy.log(len(names) / numpy.array(counts, dtype=numpy.float64)) + 1

    @staticmethod
    def _grams(name):
        return [name[i : i + 3] for i in range(max(1, len(name) - 2))]

    def matrix(self, names):
        data, indices, starts = [], [], [0]
        for name in names:
            row = {}
            for gram in self._grams(name):
                column = self.columns.get(gram)
                if column is not None:
                    row[column] = row.get(column, 0.0) + self.weights[column]
            length = sum(value * value for value in row.values()) ** 0.5
            indices.extend(row)
            data.extend(value / length for value in row.values())
            starts.append(len(indices))
        return csr_matrix(
            (numpy.array(data, dtype=numpy.float32), indices, starts),
            shape=(len(names), len(self.columns)),
        )


if __name__ == "__main__":
    main()
