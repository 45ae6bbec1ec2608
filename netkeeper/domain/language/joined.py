"""The tokens of a typed line: words of the small language, and words joined to a value by ``:`` or ``=``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from netkeeper.domain.language.keys import key_of


class Word(NamedTuple):
    """A word of the small language, or a run of free text.

    Attributes:
        key: One of ``KEYS``, also where it was typed in Finnish; empty for free text.
        value: The value without its quotation marks; free text exactly as typed.
        negated: Whether a ``-`` precedes the key.
        start: Start index in the typed text.
        end: End index in the typed text.
        quoted: Whether it was in quotation marks or after ``--``: the value is complete, and not checked for slips.
    """

    key: str
    value: str
    negated: bool = False
    start: int = 0
    end: int = 0
    quoted: bool = False


class Joined(NamedTuple):
    """A word, whether a key or not, that is joined to a value by ``:`` or ``=``.

    Attributes:
        word: The word as typed, without its minus.
        sign: ``:`` or ``=``.
        value: The text up to the next blank; may be empty.
        start: Start index of the word, including a minus.
        place: Start index of the value.
        negated: Whether a minus precedes it.
        opened: An opening bracket or another sign before the word, behind which a key doesn't count (``(next:2w)``).
    """

    word: str
    sign: str
    value: str
    start: int = 0
    place: int = 0
    negated: bool = False
    opened: str = ""


# A word starts after a blank or comma or at the start of the text, and may have opening signs before it. A phrase in
# quotation marks that is no value is skipped as a whole.
_JOINED = r'(?<!\S)"[^"]*"(?!\S)|(?<![^\s,;])([(\[{</+*#&|>–—•]{0,3})(-?)([^\W\d_][\w-]*)([:=])'
BARE = r"\S*"
"""Pattern of a value without quotation marks."""


def joined_words(text: str, place: int = 0) -> Iterator[Joined]:
    """The joined words from index ``place`` on, outside of quoted phrases, in order."""
    if ":" not in text and "=" not in text:
        return
    joined = re.compile(_JOINED)
    while found := joined.search(text, place):
        place = found.end()
        if found[3] is not None:
            rest = re.compile(BARE).match(text, place)
            assert rest is not None
            yield Joined(found[3], found[4], rest[0], found.start(), place, bool(found[2]), found[1])


def begins_with_key(text: str) -> bool:
    """Whether a text begins with a key and its colon."""
    found = re.match(_JOINED, text) if ":" in text else None
    return found is not None and found[4] == ":" and not found[1] and bool(key_of(found[3]))
