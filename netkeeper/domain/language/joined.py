"""What a typed line is made of: words, and those that are joined to a value by ``:`` or ``=``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from netkeeper.domain.language.keys import key_of


class Word(NamedTuple):
    """A word of the small language, or a stretch of free text.

    Attributes:
        key: One of ``KEYS``, whatever the language it was typed in; empty for free text.
        value: What follows the colon, its quotation marks taken off; free text exactly as typed.
        negated: Whether a ``-`` stands before the key.
        start: Where the word starts in what was typed.
        end: Where it ends.
        quoted: Whether quotation marks or ``--`` make it text: a value ends there, and no slip is looked for in it.
    """

    key: str
    value: str
    negated: bool = False
    start: int = 0
    end: int = 0
    quoted: bool = False


class Joined(NamedTuple):
    """A word that is joined to what follows by ``:`` or ``=``.

    Attributes:
        word: The word as typed, without its minus.
        sign: ``:`` or ``=``.
        value: What follows up to the next blank; empty where a blank follows.
        start: Where the word starts, its minus included.
        place: Where the value starts.
        negated: Whether a minus stands before it.
        opened: What the word is behind, and no key may be: an opening bracket or another sign (``(next:2w)``).
    """

    word: str
    sign: str
    value: str
    start: int = 0
    place: int = 0
    negated: bool = False
    opened: str = ""


# A word starts at a blank, a comma, or at the start, or is opened by a sign there. A free phrase in quotation marks
# hides the words in it.
_JOINED = r'(?<!\S)"[^"]*"(?!\S)|(?<![^\s,;])([(\[{</+*#&|>–—•]{0,3})(-?)([^\W\d_][\w-]*)([:=])'
BARE = r"\S*"
"""A value that stands in no quotation marks."""


def joined_words(text: str, place: int = 0) -> Iterator[Joined]:
    """The words of a text from a place on that are joined by ``:`` or ``=``, outside of quoted phrases, in order."""
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
