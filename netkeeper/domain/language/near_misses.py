"""Text in a note that is almost ``key:value``: with a blank in it or a word before it.

Examples: ``next 2w``, ``due: 2w``, ``kahvit/next:2w``. It may be part of the note, so it is reported and not refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.dates.days_in_text import find_day
from netkeeper.domain.dates.parse_day import reads_as_day
from netkeeper.domain.language.keys import key_of
from netkeeper.domain.language.tokens import quote_value
from netkeeper.domain.text.fold import fold

_MOST = 3
_ENDS = ",;.!?)]}"
_INTENDED_KEY = {
    "next": "next",
    "due": "next",
    "last": "",
    "when": "when",
    "every": "every",
    "feel": "feel",
    "todo": "todo",
}
_KEY_WITHOUT_SIGN = {
    "next": "next",
    "seuraava": "next",
    "seuraavaksi": "next",
    "feel": "feel",
    "fiilis": "feel",
    "todo": "todo",
}
"""Folded words that are reported also without a sign after them; other keys are too common as words."""
_GLUED = re.compile(r"[^\W\d_]+[(\[{/.;|&+](([^\W\d_]+)[:=](\S+))")


class NearMiss(NamedTuple):
    """Text that may have been meant as a word of the small language.

    Attributes:
        typed: As typed.
        corrected: As ``key:value``; empty where it isn't known.
    """

    typed: str
    corrected: str


def near_misses(text: str, today: date) -> Iterator[NearMiss]:
    """The near misses in free text without quotation marks, in order."""
    words = text.split()
    for place, word in enumerate(words):
        glued = _GLUED.fullmatch(word)
        if glued is not None:
            key, value = key_of(glued[2]), _value(key_of(glued[2]), [glued[3]], today)
            if key and value:
                yield NearMiss(word, _as_word(key, value))
            continue
        # The value of todo: extends to the end of the text.
        count = len(words) if key_of(word.rstrip(":=")) == "todo" else _MOST + 1
        following = words[place + 1 : place + 1 + count]
        bare = word.rstrip(":=")
        sign = word[len(bare) :]
        if not sign and following and following[0][0] in ":=":
            sign, first = following[0][0], following[0].lstrip(":=")
            rest = ([first] if first else []) + following[1:]
        else:
            rest = following
        key = key_of(bare) if sign else _KEY_WITHOUT_SIGN.get(fold(bare), "")
        value = _value(key, rest[: count - 1], today)
        if not value:
            continue
        typed = " ".join(words[place : place + 1 + len(following)])
        typed = typed[: typed.index(value, len(bare)) + len(value)]
        if not sign and key == "next" and find_day(typed, today) is not None:
            # Days in the note are reported elsewhere.
            continue
        yield NearMiss(typed, _as_word(key, value))


def _value(key: str, words: Sequence[str], today: date) -> str:
    """The longest valid value of a key that the words begin with; empty where there is none."""
    if not words or key not in _INTENDED_KEY:
        return ""
    if key == "todo":
        return " ".join(words) if words[0][0].isalnum() else ""
    if key == "feel":
        number = words[0].rstrip(_ENDS)
        return number if number in ("1", "2", "3", "4", "5") else ""
    for count in range(len(words), 0, -1):
        value = " ".join(words[:count]).rstrip(_ENDS)
        if reads_as_day(value, today):
            return value
    return ""


def _as_word(key: str, value: str) -> str:
    key = _INTENDED_KEY[key]
    return f"{key}:{value if key == 'todo' else quote_value(value)}" if key else ""
