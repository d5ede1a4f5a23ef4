"""Changes that names suffer on their way into a payment record."""

import unicodedata

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_letter(name, generator):
    """`name` with one letter replaced, left out, doubled or swapped with the next."""
    places = [i for i, c in enumerate(name) if c.isalpha()]
    if not places:
        return name
    i = places[int(generator.random() * len(places))]
    kind = int(generator.random() * 4)
    if kind == 0:
        letter = _LETTERS[int(generator.random() * 26)]
        return name[:i] + (letter.upper() if name[i].isupper() else letter) + name[i + 1 :]
    if kind == 1:
        return name[:i] + name[i + 1 :]
    if kind == 2:
        return name[:i] + name[i] + name[i:]
    return name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :]


def mutated(name, generator):
    """`name` in one of the ways in which the same party is written."""
    return _CHANGES[int(generator.random() * len(_CHANGES))](name, generator)


def _as_it_is(name, generator):
    return name


def _lower(name, generator):
    return name.lower()


def _upper(name, generator):
    return name.upper()


def _without_punctuation(name, generator):
    return " ".join("".join(c if c.isalnum() else " " for c in name).split())


def without_diacritics(name, generator=None):
    """`name` as a system without accented letters has it."""
    letters = (c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(letters))


def _in_other_order(name, generator):
    words = name.replace(",", " ").split()
    cut = int(generator.random() * len(words)) if words else 0
    return " ".join(words[cut:] + words[:cut])


def _without_last_word(name, generator):
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 else name


def _with_joined_words(name, generator):
    words = name.split()
    if len(words) < 2:
        return name
    i = int(generator.random() * (len(words) - 1))
    return " ".join(words[:i] + [words[i] + words[i + 1]] + words[i + 2 :])


# One-letter slips are the commonest, so they stand here three times.
_CHANGES = [
    one_letter, one_letter, one_letter, _as_it_is, _lower, _upper, _without_punctuation,
    without_diacritics, _in_other_order, _without_last_word, _with_joined_words,
]  # fmt: skip
