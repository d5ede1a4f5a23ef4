"""Names of organisations: core word, place, field of business, legal form."""

from corpus import invented, material
from corpus.draws import BATCH, weighted
from corpus.people import COUNTRIES

# How often a culture occurs. A judgement, as for people.
CULTURES = {
    "english": 40, "chinese": 12, "german": 5, "spanish": 6, "arabic": 5, "russian": 5,
    "french": 4, "indian": 4, "italian": 3, "portuguese": 2, "dutch": 2, "nordic": 2,
    "turkish": 2, "persian": 2, "japanese": 3, "korean": 2, "malay": 1, "vietnamese": 1,
    "polish": 1, "greek": 1,
}  # fmt: skip
STYLES = {
    "{c} {s} {o}": 26, "{c} {s} {s2} {o}": 22, "{p} {c} {s} {o}": 16, "{n} {s} {o}": 16,
    "{c} {o}": 8, "{c} {c2} {s} {o}": 8, "{c} {s}": 6, "{c} {s} ({p}) {o}": 4,
}  # fmt: skip
NATIVE_SHARE = 0.06
UPPER_SHARE = 0.35


def names(generator, start=0):
    """An endless iterator over (name, type, country)."""
    table = material.read("organisations.tsv")
    draws = {
        (culture, part): _parts(generator, table, culture, part)
        for culture in [*CULTURES, "any"]
        for part in ("core", "place", "field", "form")
    }
    culture_of = weighted(generator, list(CULTURES), list(CULTURES.values()))
    style_of = weighted(generator, list(STYLES), list(STYLES.values()))
    new_token = invented.tokens(start)
    while True:
        chances = [generator.random() for _ in range(3 * BATCH)]
        for chance, local, upper in zip(chances[::3], chances[1::3], chances[2::3]):
            culture = next(culture_of)
            if chance < NATIVE_SHARE and culture in _NATIVE:
                yield _native(draws, culture), "organisation", COUNTRIES[culture]
                continue
            # Half of the companies of every culture have words that any company may have.
            words = culture if local < 0.5 else "any"
            style = next(style_of)
            name = style.format(
                c=next(draws[words, "core"])[0],
                c2=next(draws[culture, "core"])[0] if "{c2}" in style else "",
                p=next(draws[culture, "place"])[0] if "{p}" in style else "",
                s=next(draws[culture if local < 0.25 else "any", "field"])[0],
                s2=next(draws["any", "field"])[0] if "{s2}" in style else "",
                o=next(draws[culture, "form"])[0],
                n=next(new_token) if "{n}" in style else "",
            ).rstrip()
            yield name.upper() if upper < UPPER_SHARE else name, "organisation", COUNTRIES[culture]


# The cultures whose core words, fields and forms all have a spelling in their own script.
_NATIVE = {"chinese", "japanese", "korean", "russian", "arabic"}


def _parts(generator, table, culture, part):
    parts = (table.get(culture) or {}).get(part) or table["any"][part]
    return weighted(generator, parts.texts, parts.weights)


def _native(draws, culture):
    words = [_drawn_native(draws[culture, part]) for part in ("core", "field", "form")]
    if culture == "russian":
        return f"{words[2]} {words[0]}{words[1].lower()}"
    if culture == "chinese":
        return _drawn_native(draws[culture, "place"]) + "".join(words)
    return "".join(words) if culture in ("japanese", "korean") else " ".join(words)


def _drawn_native(draw):
    """The next part that has a spelling in the culture's own script."""
    while True:
        _, native = next(draw)
        if native:
            return native
