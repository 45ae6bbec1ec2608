"""Cutting what was typed into words: ``key:value``, ``-key:value``, and free text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.keys import KEYS


class Word(NamedTuple):
    """A word of the small language, or a stretch of free text.

    Attributes:
        key: One of ``KEYS``; empty for free text.
        value: What follows the colon, its quotation marks taken off; free text exactly as typed.
        negated: Whether a ``-`` stands before the key.
        start: Where the word starts in what was typed.
        end: Where it ends.
    """

    key: str
    value: str
    negated: bool = False
    start: int = 0
    end: int = 0


# A word starts at a blank or at the start. A free phrase in quotation marks hides the words in it.
_KEYED = re.compile(r'(?<!\S)(?:"[^"]*"(?!\S)|(-?)([A-Za-z][A-Za-z-]*):)')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.DOTALL)
_BARE = re.compile(r"\S*")


def split_text(text: str, *, strict: bool = True) -> list[Word]:
    """Cut one typed line into words.

    A value with blanks stands in quotation marks (``org:"Valio Oy"``), in which a backslash takes
    the special meaning off a quotation mark or backslash. A ``word:`` whose key isn't in ``KEYS`` is
    free text (``http://…``, ``12:30``), and so is anything inside a free phrase in quotation marks.

    Args:
        text: What was typed.
        strict: Whether slips are errors; without it, for text that is still being typed, an open
            quotation mark reaches to the end and a mistyped key is free text.

    Returns:
        The words in order; free text between two of them is one word, its inner blanks kept.

    Raises:
        WordError: A quotation mark stays open, a key is mistyped, or a character can't be stored.
    """
    _check_text(text)
    words: list[Word] = []
    free_from = 0
    for word in _keyed_words(text, strict):
        words += _free(text, free_from, word.start)
        words.append(word)
        free_from = word.end
    return words + _free(text, free_from, len(text))


def split_args(args: Sequence[str]) -> list[Word]:
    """Cut a shell's arguments into words.

    An argument that is one word keeps its blanks, since the shell has taken the quotation marks
    off: ``org:Valio Oy``. Any other argument is read as ``split_text`` reads it, so that a whole
    line in quotation marks works too. Positions count within the argument.

    Raises:
        WordError: As ``split_text``.
    """
    words: list[Word] = []
    for arg in args:
        found = _KEYED.match(arg)
        value = arg[found.end() :] if found and found[2] in KEYS else ""
        if found and value and not value.startswith('"') and not any(_known(other) for other in _KEYED.finditer(value)):
            _check_text(arg)
            words.append(Word(found[2], value, bool(found[1]), 0, len(arg)))
        else:
            words += split_text(arg)
    return words


def quote_value(value: str) -> str:
    """``value`` as it is written after a colon: in quotation marks where it needs them."""
    if value and not re.search(r'[\s"]', value):
        return value
    return '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'


def _check_text(text: str) -> None:
    """Refuse lone surrogates: bytes of a shell that were no text, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise WordError(f"{quoted(text)} holds bytes that are no text; type it again.", text) from error


def _known(found: re.Match[str]) -> bool:
    """Whether a match is a known key directly followed by a value."""
    return found[2] in KEYS and found.end() < len(found.string) and not found.string[found.end()].isspace()


def _free(text: str, start: int, end: int) -> list[Word]:
    """The free text between two places, trimmed; no word where there is none."""
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return []
    start += len(piece) - len(piece.lstrip())
    return [Word("", kept, False, start, start + len(kept))]


def _keyed_words(text: str, strict: bool) -> Iterator[Word]:
    """The words with a known key, in order."""
    place = 0
    while found := _KEYED.search(text, place):
        place = found.end()
        key = found[2]
        if key is None:
            continue
        if key not in KEYS:
            if strict:
                _refuse_slip(key, text[place : place + 60])
            continue
        value, place = _value(text, place, strict)
        yield Word(key, value, bool(found[1]), found.start(), place)


def _value(text: str, start: int, strict: bool) -> tuple[str, int]:
    """The value that starts at ``start``, and where it ends."""
    value = ""
    found = _QUOTED.match(text, start)
    if found is not None:
        if strict and not found[2]:
            raise WordError(f'{quoted(text[start:])} has no closing quotation mark; add a " at its end.', text[start:])
        value, start = re.sub(r'\\(["\\])', r"\1", found[1]), found.end()
    rest = _BARE.match(text, start)
    assert rest is not None
    return value + rest[0], rest.end()


def _refuse_slip(key: str, following: str) -> None:
    """Raise a WordError where an unknown key with a value is one slip away from a known one."""
    if not following or following[0].isspace() or following.startswith("//"):
        return
    for known in KEYS:
        if len(known) >= 4 and _one_edit_apart(key, known):
            raise WordError(f"Unknown word '{key}:'; did you mean '{known}:'?", f"{key}:")


def _one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter added, dropped, changed, or swapped with the next makes one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
