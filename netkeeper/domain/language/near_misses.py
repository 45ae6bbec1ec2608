"""Words of a note that read as ``key:value`` but for a blank or a word before: ``next 2w``, ``due: 2w``, ``kahvit/next:2w``.

They may be the note's own and are never refused; but they are told of, so that nothing is lost unsaid.
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
"""Words that are told of without a sign, folded; the others are too common."""
_GLUED = re.compile(r"[^\W\d_]+[(\[{/.;|&+](([^\W\d_]+)[:=](\S+))")


class NearMiss(NamedTuple):
    """Words that may have been meant for one of the small language.

    Attributes:
        typed: As typed.
        corrected: How it is written where it is to count; empty where that isn't known.
    """

    typed: str
    corrected: str


def near_misses(text: str, today: date) -> Iterator[NearMiss]:
    """Those of a note, in order.

    Args:
        text: What was typed without a key and without quotation marks.
        today: The day it was typed on.
    """
    words = text.split()
    for place, word in enumerate(words):
        glued = _GLUED.fullmatch(word)
        if glued is not None:
            key, value = key_of(glued[2]), _value(key_of(glued[2]), [glued[3]], today)
            if key and value:
                yield NearMiss(word, _as_word(key, value))
            continue
        # A promise goes on to the end.
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
            # The day of it is told of as any other.
            continue
        yield NearMiss(typed, _as_word(key, value))


def _value(key: str, words: Sequence[str], today: date) -> str:
    """What the first words say for a key; nothing where they don't."""
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
