"""Suggestions for completing a word of the small language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from netkeeper.domain.interactions.interaction import Kind, Signal
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import FINNISH, KEYS, key_of
from netkeeper.domain.language.tokens import quote_value
from netkeeper.domain.language.values import FINNISH_VALUES, NONE
from netkeeper.domain.people.contact import Hope
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import PROPERTIES, SIMPLE
from netkeeper.domain.text.fold import fold

HAS = tuple(row.has for row in PROPERTIES.values() if row.has)
"""The values of ``has:``."""

IS = ("archived", "lasting", "fading", "unsorted")
"""The values of ``is:``."""

WHOSE = ("mine", "team")
"""The values of ``whose:``."""

_VALUES: dict[str, Sequence[str]] = {
    "step": tuple(Step),
    "hope": tuple(Hope),
    **{row.word: (*row.choices, NONE) for row in SIMPLE if row.choices},
    "whose": WHOSE,
    "kind": tuple(Kind),
    "signal": tuple(Signal),
    "is": IS,
    "has": HAS,
    "feel": ("1", "2", "3", "4", "5"),
    "every": ("2w", "4w", "6w", "3m", "none", "default"),
    "next": ("tomorrow", "fri", "1w", "2w", "1m"),
    "when": ("today", "yesterday", "mon", "1w"),
    "due": ("today", "tomorrow", "7d-", "2w+", "late", "none"),
    "last": ("7d-", "30d+", "60d+", "90d+", "today", "never"),
}


_IN_USE = frozenset({"field", "org", "title", "met", "name", "via"})
"""Keys that are completed with the values that contacts have."""

_EXACT = frozenset(
    {"field", "step", "hope", "is", "has", "due", "last", "every", *(row.word for row in SIMPLE if row.choices)}
)
"""Keys whose value is invalid until it is typed completely."""

_FEWEST_LETTERS = 2
"""The fewest typed letters for which a Finnish key is suggested."""

_MOST = 50
"""The most suggestions that are returned."""

_WORD = re.compile(r'(?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s"])+')
"""A word; blanks in quotation marks, closed or not, belong to it."""


class Suggestion(NamedTuple):
    """A replacement for a part of the typed text.

    Attributes:
        label: The text to show; not sanitized.
        about: A short explanation, not sanitized; may be empty.
        start: Start index of the replaced part.
        end: End index of the replaced part.
        text: The replacement.
    """

    label: str
    about: str
    start: int
    end: int
    text: str


def complete_search(text: str, cursor: int, in_use: Callable[[str], Sequence[str]]) -> list[Suggestion]:
    """Suggestions for the word before the cursor in a search: keys, or values of the typed key; none for free text.

    Args:
        text: The search as typed.
        cursor: Index of the cursor.
        in_use: Returns the values that contacts have for a key (``field org title met name via``), in the order
            in which to show them.
    """
    typed = next((found[0] for found in _WORD.finditer(text, 0, cursor) if found.end() == cursor), "")
    start = cursor - len(typed)
    minus = "-" if typed.startswith("-") else ""
    word, colon, value = typed.removeprefix("-").partition(":")
    if not colon:
        found = [each for each in _keys(word.lower()) if KEYS[key_of(each)].finding] if word else []
        words = [(f"{minus}{each}:", KEYS[key_of(each)].help.partition(";")[0]) for each in found]
        return [Suggestion(word, about, start, cursor, word) for word, about in words]
    key = key_of(word)
    if not key or not KEYS[key].finding:
        return []
    values = in_use(key) if key in _IN_USE else _values(word, value)
    matching = _matching_values(fold(value.lstrip('"')), values)
    if [fold(each) for each in matching] == [fold(value.strip('"'))]:
        return []  # The value is complete.
    return [
        Suggestion(str(each), "", start, cursor, f"{minus}{word}:{quote_value(each)} ") for each in matching[:_MOST]
    ]


def without_unfinished_value(text: str, in_use: Callable[[str], Sequence[str]]) -> str:
    """A search without its last word, if that is an incomplete value of a key in ``_EXACT``.

    Args:
        text: The search as typed, with the cursor at its end.
        in_use: As for :func:`complete_search`.
    """
    suggestions = complete_search(text, len(text), in_use)
    if not suggestions:
        return text
    start = suggestions[0].start
    word, colon, _ = text[start:].removeprefix("-").partition(":")
    return text[:start] if colon and key_of(word) in _EXACT else text


def _keys(typed: str) -> list[str]:
    """The keys that begin as typed; if none does in English, the Finnish ones, from two letters on."""
    found = [key for key in KEYS if key.startswith(typed)]
    if found or len(typed) < _FEWEST_LETTERS:
        return found
    finnish: dict[str, str] = {}
    for word, key in FINNISH.items():
        if fold(word).startswith(fold(typed)):
            finnish.setdefault(key, word)
    return [finnish[key] for key in KEYS if key in finnish]


def _values(word: str, typed: str) -> Sequence[str]:
    """The choices of a key: in Finnish if the key is Finnish, or if what is typed begins none of the English ones."""
    key = key_of(word)
    values, finnish = _VALUES.get(key, ()), FINNISH_VALUES.get(key, {})
    begins = fold(typed.lstrip('"'))
    if finnish and (word.lower() != key or (begins and not any(fold(each).startswith(begins) for each in values))):
        return tuple(finnish)
    return values


def possible_words(text: str, in_use: Callable[[str], Sequence[str]]) -> Sequence[Word]:
    """The words that an incomplete value at the end of a search may become; see :func:`without_unfinished_value`.

    Empty where the value is complete, or nothing of it is typed.

    Args:
        text: The search as typed, with the cursor at its end.
        in_use: As for :func:`complete_search`.
    """
    found = next((each for each in _WORD.finditer(text) if each.end() == len(text)), None)
    word, colon, value = found[0].partition(":") if found else ("", "", "")
    key = key_of(word)
    if not colon or key not in _EXACT or not value.strip('"') or without_unfinished_value(text, in_use) == text:
        return ()
    values = in_use(key) if key in _IN_USE else _values(word, value)
    return [Word(key, str(each)) for each in _matching_values(fold(value.lstrip('"')), values)]


def _matching_values(typed: str, values: Sequence[str]) -> list[str]:
    """The values that begin with folded ``typed``, then those of which a later word does."""
    beginning: list[str] = []
    within: list[str] = []
    inside = re.compile(rf"[\W_]{re.escape(typed)}")
    for value in values:
        folded = fold(value)
        if folded.startswith(typed):
            beginning.append(value)
        elif inside.search(folded):
            within.append(value)
    return beginning + within


def complete_word(prefix: str, fields: Iterable[str]) -> list[str]:
    """Words for a shell's completion of ``prefix``: keys, or values of the typed key.

    Args:
        prefix: The word as typed, with its ``-`` if it has one; so have the results.
        fields: The fields in use.
    """
    minus = "-" if prefix.startswith("-") else ""
    word, colon, value = prefix.removeprefix("-").partition(":")
    if not colon:
        return [f"{minus}{known}:" for known in _keys(word)]
    values = sorted(set(fields)) if key_of(word) == "field" else _values(word, value)
    typed = fold(value)
    return [f"{minus}{word}:{each}" for each in values if fold(each).startswith(typed)]
