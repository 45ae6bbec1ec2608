"""Parsing of numbers in words, English and Finnish: ``three``, ``kahdenkymmenenviiden``, ``twenty-five``."""

from __future__ import annotations

import re

from netkeeper.domain.dates.vocabulary import NUMBERS

_ONES = (
    (1, "yksi|yhden"), (2, "kaksi|kahden"), (3, "kolme|kolmen"), (4, "nelja|neljan"), (5, "viisi|viiden"),
    (6, "kuusi|kuuden"), (7, "seitseman"), (8, "kahdeksan"), (9, "yhdeksan"),
)  # fmt: skip
_FINNISH = {word: number for number, words in _ONES for word in words.split("|")}
_ONE = "|".join(sorted(_FINNISH, key=len, reverse=True))
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_HUNDRED = frozenset({"hundred", "a hundred", "one hundred", "sata", "sadan"})
_ENGLISH = {
    **{word: number for number, word in enumerate(_TEENS, 13)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
}


def number_of(folded: str) -> int | None:
    """The number from 1 to 100 that folded words mean; None where they are no number."""
    if folded in NUMBERS:
        return NUMBERS[folded]
    if folded in _HUNDRED:
        return 100
    if folded in _ENGLISH:
        return _ENGLISH[folded]
    if found := re.fullmatch(rf"({_ONE})toista", folded):
        return 10 + _FINNISH[found[1]]
    if found := re.fullmatch(rf"({_ONE})kymmen(?:ta|en)({_ONE})?", folded):
        return 10 * _FINNISH[found[1]] + _FINNISH.get(found[2] or "", 0)
    tens, _, ones = folded.replace("-", " ").partition(" ")
    if tens in _TENS and ones and NUMBERS.get(ones, 10) < 10:
        return _ENGLISH[tens] + NUMBERS[ones]
    return None
