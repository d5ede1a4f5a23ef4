"""Weighted draws, in batches because a single draw costs twenty times as much."""

from itertools import accumulate

BATCH = 2048


def weighted(generator, items, weights):
    """An endless iterator over `items`, drawn with replacement in proportion to `weights`."""
    cumulative = list(accumulate(weights))
    while True:
        yield from generator.choices(items, cum_weights=cumulative, k=BATCH)


def uniform(generator, items):
    """An endless iterator over `items`, each as likely as the others."""
    while True:
        yield from generator.choices(items, k=BATCH)


# Even the most frequent party has a small share of all payments; without this the luck of one
# name would decide how many alerts a stream gives.
_FLATTENING = 25


def zipf_index(generator, count):
    """A number in 0..<count, the first ones the likeliest: P(i) ~ 1 / (i + 25)."""
    return int(_FLATTENING * ((1 + count / _FLATTENING) ** generator.random() - 1))
