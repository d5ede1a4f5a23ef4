"""A watchlist of any size that shares most of its tokens with the records, but hardly a match.

Each name is parts that occur in the records around a token invented for it alone: without that
token a record's name explains too little of it to match.
"""

import random

from corpus import invented, material
from corpus.draws import weighted

_START = 120_000_000


def lines(count, seed):
    """The header and `count` entries, each with its line end."""
    generator = random.Random(seed)
    people = material.read("people.tsv")["english"]
    words = material.read("organisations.tsv")["any"]
    given = weighted(generator, people["given"].texts, people["given"].weights)
    family = weighted(generator, people["family"].texts, people["family"].weights)
    core = weighted(generator, words["core"].texts, words["core"].weights)
    field = weighted(generator, words["field"].texts, words["field"].weights)
    token = invented.tokens(_START)
    yield "list,uid,type,name\n"
    for number in range(1, count + 1):
        if generator.random() < 0.6:
            name = f"{next(family)[0].upper()}, {next(given)[0]} {next(token)}"
            yield f'SYNTHETIC,{number},person,"{name}"\n'
        else:
            name = f"{next(core)[0]} {next(token)} {next(field)[0]} Ltd"
            yield f"SYNTHETIC,{number},organisation,{name}\n"
