"""Invented tokens: pronounceable, and never the same one twice."""

_ONSETS = "b br d dr f g gl h j k kl l m n p pr r s sh sk st t tr v w y z".split()
_RIMES = "a ai an ar e el en er i il in ir o ol on or u ul um un ".split()
_SYLLABLES = [onset + rime for onset in _ONSETS for rime in _RIMES]
_SPACE = len(_SYLLABLES) ** 3
# Coprime to the number of tokens, so that steps of it meet every token before one returns; about
# the golden section of it, so that neighbours look nothing alike.
_STEP = 98_231_563


def tokens(start):
    """An endless iterator over distinct tokens of three syllables.

    Two iterators share no token until one has gone as far as their starts lie apart.
    """
    count = len(_SYLLABLES)
    number = start
    while True:
        code = number * _STEP % _SPACE
        first, rest = divmod(code, count * count)
        second, third = divmod(rest, count)
        yield (_SYLLABLES[first] + _SYLLABLES[second] + _SYLLABLES[third]).capitalize()
        number += 1
