"""Endless streams of parties: what a screening engine is measured with."""

import random

from corpus import invented, material, mutations, organisations, people
from corpus.draws import uniform, weighted, zipf_index

# Where each source of invented tokens starts to count, so that no two meet: twelve million new
# tokens in a million records of four names is the most that a stream takes.
_PEOPLE_START = 0
_ORGANISATIONS_START = 40_000_000
_PERSON_SHARE = 0.55
# The share of names that came through a system without accented letters.
_PLAIN_SHARE = 0.4


def parties(name, seed, count, listed, listed_share=None):
    """The stream `name` as an endless iterator over (name, type, country).

    `count` is how many parties will be taken; it sets how many different ones repeat.
    """
    generator = random.Random(seed)
    return STREAMS[name](generator, count, listed, listed_share)


def _fresh(generator, listed, listed_share):
    """New parties, a share of them mutated listed names."""
    persons = people.names(generator, _PEOPLE_START)
    companies = organisations.names(generator, _ORGANISATIONS_START)
    draw = generator.random
    while True:
        if listed and draw() < listed_share:
            name = listed[int(draw() * len(listed))]
            yield mutations.mutated(name, generator), "", ""
        else:
            party = next(persons) if draw() < _PERSON_SHARE else next(companies)
            if not party[0].isascii() and draw() < _PLAIN_SHARE:
                party = (mutations.without_diacritics(party[0]), *party[1:])
            yield party


def _or(listed_share, usual):
    return usual if listed_share is None else listed_share


def _mixed(generator, count, listed, listed_share):
    fresh = _fresh(generator, listed, _or(listed_share, 0.005))
    repeated = _repeated(generator, fresh, max(1, count // 10))
    while True:
        yield next(fresh) if generator.random() < 0.4 else next(repeated)


def _traffic(generator, count, listed, listed_share):
    fresh = _fresh(generator, listed, _or(listed_share, 0.001))
    return _repeated(generator, fresh, max(1, count // 10))


def _repeated(generator, fresh, size):
    """Zipf-distributed draws from `size` parties, each made when it first occurs."""
    known = {}
    while True:
        index = zipf_index(generator, size)
        party = known.get(index)
        if party is None:
            party = known[index] = next(fresh)
        yield party


def _distinct(generator, count, listed, listed_share):
    seen = set()
    for party in _fresh(generator, listed, _or(listed_share, 0.001)):
        if party[0] not in seen:
            seen.add(party[0])
            yield party


def _common(generator, count, listed, listed_share):
    """The thirty commonest parts of each kind, three to a name."""
    table = material.read("people.tsv")["english"]
    words = [text[0] for part in ("given", "family") for text in table[part].texts[:30]]
    words += [text[0] for text in material.read("organisations.tsv")["any"]["field"].texts[:30]]
    word = uniform(generator, words)
    while True:
        yield f"{next(word)} {next(word)} {next(word)}", "", ""


def _new(generator, count, listed, listed_share):
    token = invented.tokens(80_000_000)
    while True:
        yield f"{next(token)} {next(token)} {next(token)}", "", ""


def _long(generator, count, listed, listed_share):
    fresh = _fresh(generator, listed, 0)
    words = []
    while True:
        while len(words) < 40:
            words += next(fresh)[0].split()
        yield " ".join(words[:40]), "", ""
        del words[:40]


def _han(generator, count, listed, listed_share):
    persons = material.read("people.tsv")["chinese"]
    companies = material.read("organisations.tsv")["chinese"]
    draw = {
        part: _native_draw(generator, parts)
        for part, parts in [*persons.items(), *companies.items()]
    }
    while True:
        if generator.random() < _PERSON_SHARE:
            yield next(draw["family"]) + next(draw["given"]), "person", "CN"
        else:
            words = [next(draw[part]) for part in ("place", "core", "field", "form")]
            yield "".join(words), "organisation", "CN"


def _native_draw(generator, parts):
    pairs = [(text[1], weight) for text, weight in zip(parts.texts, parts.weights) if text[1]]
    return weighted(generator, [text for text, _ in pairs], [weight for _, weight in pairs])


def _near(generator, count, listed, listed_share):
    if not listed:
        raise SystemExit("generate-corpus: --stream near needs --list")
    for name in uniform(generator, listed):
        yield mutations.one_letter(name, generator), "", ""


STREAMS = {
    "mixed": _mixed, "traffic": _traffic, "distinct": _distinct, "common": _common,
    "new": _new, "long": _long, "han": _han, "near": _near,
}  # fmt: skip
