"""Names of people as payment systems hold them: several cultures, scripts, orders and cases."""

from corpus import invented, material
from corpus.draws import BATCH, uniform, weighted

# How often a culture occurs, as a bank with customers everywhere may see it. A judgement.
CULTURES = {
    "english": 38, "chinese": 9, "spanish": 8, "arabic": 5, "indian": 5, "russian": 4,
    "german": 4, "french": 4, "portuguese": 3, "italian": 3, "turkish": 2, "persian": 2,
    "japanese": 2, "korean": 2, "vietnamese": 1, "filipino": 1, "malay": 1, "pakistani": 1,
    "polish": 1, "dutch": 1, "nordic": 1, "ukrainian": 1, "greek": 1, "hebrew": 1, "serbian": 1,
    "croatian": 1, "czech": 1, "hungarian": 1, "romanian": 1, "bulgarian": 1, "armenian": 1,
    "georgian": 1, "azeri": 1, "kazakh": 1, "latvian": 1,
}  # fmt: skip
COUNTRIES = {
    "english": "US", "chinese": "CN", "spanish": "ES", "arabic": "AE", "indian": "IN",
    "russian": "RU", "german": "DE", "french": "FR", "portuguese": "PT", "italian": "IT",
    "turkish": "TR", "persian": "IR", "japanese": "JP", "korean": "KR", "vietnamese": "VN",
    "filipino": "PH", "malay": "MY", "pakistani": "PK", "polish": "PL", "dutch": "NL",
    "nordic": "NO", "ukrainian": "UA", "greek": "GR", "hebrew": "IL", "serbian": "RS",
    "croatian": "HR", "czech": "CZ", "hungarian": "HU", "romanian": "RO", "bulgarian": "BG",
    "armenian": "AM", "georgian": "GE", "azeri": "AZ", "kazakh": "KZ", "latvian": "LV", "any": "SG",
}  # fmt: skip
FAMILY_FIRST = {"chinese", "japanese", "korean", "hungarian"}
UNSPACED = {"chinese", "japanese", "korean"}
STYLES = {
    "{g} {f}": 30, "{g} {i} {f}": 16, "{g} {g2} {f}": 22, "{f}, {g}": 6, "{f}, {g} {g2}": 6,
    "{g} {f} {f2}": 6, "{i}. {f}": 2, "{g} {n}": 5, "{g} {f} {n}": 3, "Mr {g} {f}": 1,
}  # fmt: skip
# The share of names written in the culture's own script where it has one.
NATIVE_SHARE = 0.07
UPPER_SHARE = 0.3


def names(generator, start=0):
    """An endless iterator over (name, type, country).

    `start` says from where invented tokens count.
    """
    table = material.read("people.tsv")
    given = {c: _parts(generator, table, c, "given") for c in CULTURES}
    family = {c: _parts(generator, table, c, "family") for c in CULTURES}
    culture_of = weighted(generator, list(CULTURES), list(CULTURES.values()))
    style_of = weighted(generator, list(STYLES), list(STYLES.values()))
    initial_of = uniform(generator, list("ABCDEFGHJKLMNPRSTW"))
    new_token = invented.tokens(start)
    while True:
        chances = [generator.random() for _ in range(2 * BATCH)]
        for chance, upper in zip(chances[::2], chances[1::2]):
            culture = next(culture_of)
            first, last = next(given[culture]), next(family[culture])
            if chance < NATIVE_SHARE and first[1] and last[1]:
                yield _native(culture, first[1], last[1]), "person", COUNTRIES[culture]
                continue
            style = next(style_of)
            # Only what the style asks for is drawn, above all no token is invented in vain.
            name = style.format(
                g=first[0],
                f=last[0],
                i=next(initial_of),
                g2=next(given[culture])[0] if "{g2}" in style else "",
                f2=next(family[culture])[0] if "{f2}" in style else "",
                n=next(new_token) if "{n}" in style else "",
            )
            if upper < UPPER_SHARE:
                name = name.upper()
            yield name, "person", COUNTRIES[culture]


def _parts(generator, table, culture, part):
    parts = table[culture][part]
    return weighted(generator, parts.texts, parts.weights)


def _native(culture, first, last):
    if culture in UNSPACED:
        return last + first
    return f"{last} {first}" if culture in FAMILY_FIRST else f"{first} {last}"
