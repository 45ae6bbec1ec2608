"""Detection of words next to a day in free text that shift it to another day: ``a week after friday``, ``ensimmäisenä maanantaina``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netkeeper.domain.dates.number_words import number_of
from netkeeper.domain.dates.spans import typed_words
from netkeeper.domain.dates.vocabulary import BACKWARD, FORWARD, FORWARD_FIRST, RELATIONS, UNITS, WEEKDAYS

FoundWord = tuple[str, int, str]
"""A word of a text without enclosing punctuation, its index in the text, and the word as written."""

_BEFORE = frozenset(
    [
        "after",
        "before",
        "ennen",
        "until",
        "till",
        "til",
        "than",
        "following",
        "except",
        "paitsi",
        "edeltavana",
        "edellisena",
    ]
)
"""Words before a day that shift it."""

_AFTER = frozenset(
    ["jalkeen", "edeltavana", "asti", "saakka", "lahtien", "alkaen", "week", "fortnight", "onward", "onwards", "of"]
)
"""Words after a day that shift it."""

_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "other",
        "ensimmaisena",
        "toisena",
        "kolmantena",
        "neljantena",
        "viidentena",
        "viimeisena",
        "viimeiseksi",
        "ensimmaiseksi",
        "seuraavaa",
    ]
)
"""Words before a weekday that count it: ``first monday of december``."""

_QUANTITIES = (
    r".*[0-9].*|muutam\w*|usea\w*|use(?:i|amm)\w*|mone[nt]\w*|pari\w*|puol\w*|puoli\w*|few|several|many|some|half|couple"
    r"|of|ja|tai|and|or|plus|\w*(?:kymmen|toista|sada|sata|tuhan)\w*"
)
"""Pattern of words before a span that belong to its number."""

_AND = frozenset({"or", "and", "tai", "ja"})
_FROM_A_DAY = r"(?:\w*(?:tai|viiko)|huomise|joulu|juhannukse|vapu|paasiaise)sta|from|before|after"
_END = (",", ";", "!", "?", ":", ")")


def is_shifted(words: Sequence[FoundWord], place: int, length: int, day: date) -> bool:
    """Whether a word next to a day shifts it, so that the day alone would be wrong.

    Args:
        words: The words of a text.
        place: Index of the first word of the day.
        length: Number of words of the day.
        day: The day that these words mean.
    """
    tokens = [_folded(word) for word in words[place : place + length]]
    before = _before(words, place)
    after = _after(words, place + length)
    first, following = before[-1] if before else "", after[0] if after else ""
    if first in _BEFORE and before[-3:-1] not in (["no", "later"], ["not", "later"]):
        return True
    if following in _AFTER or following.startswith("jalkeis") or after[:2] in (["after", "next"], ["before", "last"]):
        return True
    if first == "the" and following in RELATIONS:
        return True
    if first.startswith("jalkeis") or (_contain(tokens, WEEKDAYS) and _is_ordinal(first)):
        return True
    if _contain(tokens, RELATIONS):
        return _is_unit(first)
    if _is_span(tokens):
        return _is_part_of_span(tokens, first, after)
    return _contradicts(tokens, first, following, day)


def _before(words: Sequence[FoundWord], place: int) -> list[str]:
    """Up to three words before ``place`` in the same part of the sentence, the nearest last."""
    found: list[str] = []
    for word in reversed(words[max(0, place - 3) : place]):
        if word[2].endswith(_END) or (word[2].endswith(".") and _folded(word) not in WEEKDAYS and len(word[2]) > 4):
            break
        found.insert(0, _folded(word))
    return found


def _after(words: Sequence[FoundWord], place: int) -> list[str]:
    """Up to two words from ``place`` on in the same part of the sentence."""
    last = words[place - 1]
    ends = last[2].endswith(_END) or (last[2].endswith(".") and not any(letter.isdigit() for letter in last[2]))
    found: list[str] = []
    for word in [] if ends else words[place : place + 2]:
        found.append(_folded(word))
        if word[2].endswith(_END):
            break
    return found


def _folded(word: FoundWord) -> str:
    return typed_words(word[0]).rstrip(".:")


def _contain(tokens: Sequence[str], words: object) -> bool:
    return isinstance(words, (dict, frozenset)) and any(token in words for token in tokens)


def _is_ordinal(word: str) -> bool:
    return word in _ORDINALS or re.fullmatch(r"[0-9]{1,2}(?:st|nd|rd|th)", word) is not None


def _is_unit(word: str) -> bool:
    """Whether a word is a unit of time, with or without a number: ``week``, ``päivää``, ``2w``."""
    return len(word) > 1 and re.sub(r"^[0-9]+", "", word) in UNITS


def _is_span(tokens: Sequence[str]) -> bool:
    whole = " ".join(tokens)
    return tokens[0] in FORWARD_FIRST or any(f" {words}" in whole for words in (*FORWARD, *BACKWARD))


def _is_part_of_span(tokens: Sequence[str], first: str, after: Sequence[str]) -> bool:
    """Whether the words around a span belong to it: ``2-3 viikon päästä``, ``in a week or two``."""
    if re.fullmatch(_QUANTITIES, first) or (tokens[0] in UNITS and number_of(first) is not None):
        return True
    if len(after) > 1 and after[0] in _AND:
        return number_of(after[1]) is not None or after[1] in UNITS or after[1][:1].isdigit()
    return bool(after) and re.fullmatch(_FROM_A_DAY, after[0]) is not None


def _contradicts(tokens: Sequence[str], first: str, following: str, day: date) -> bool:
    """Whether a weekday next to a date differs from that of the date: ``ma 27.11.`` where that is a Friday."""
    if _contain(tokens, WEEKDAYS) or not any(token[0].isdigit() for token in tokens):
        return False
    beside = [WEEKDAYS[word] for word in (first, following if following != "to" else "") if word in WEEKDAYS]
    return any(weekday != day.weekday() for weekday in beside)
