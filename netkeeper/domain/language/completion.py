"""Completing a half-typed word."""

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
"""What ``has:`` can ask for."""

IS = ("archived", "lasting", "fading", "unsorted")
"""What ``is:`` can ask for."""

WHOSE = ("mine", "team")
"""What ``whose:`` can say."""

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
"""Keys that are completed with the values there are."""

_EXACT = frozenset(
    {"field", "step", "hope", "is", "has", "due", "last", "every", *(row.word for row in SIMPLE if row.choices)}
)
"""Keys whose value means nothing until it is whole."""

_FEWEST_LETTERS = 2
"""Letters from which a Finnish key is offered."""

_MOST = 50
"""As many as one may want to look through under a line."""

_WORD = re.compile(r'(?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s"])+')
"""A word, with blanks where those stand in quotation marks, closed or not yet."""


class Suggestion(NamedTuple):
    """How to go on with what is typed.

    Attributes:
        label: What is offered, as it came; made safe where it is shown.
        about: A word of explanation, as it came; may be empty.
        start: Where what it replaces starts in what is typed.
        end: Where that ends.
        text: What comes in its place.
    """

    label: str
    about: str
    start: int
    end: int
    text: str


def complete_search(text: str, cursor: int, in_use: Callable[[str], Sequence[str]]) -> list[Suggestion]:
    """How the word before the cursor may go on, where one types what to find.

    Args:
        text: What is typed.
        cursor: Where the cursor is in it.
        in_use: The values there are for a key (``field org title met name via``), in the order in which
            to show them.

    Returns:
        Keys that find something, or the values of the key; nothing for free text.
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
    offered = _matching_values(fold(value.lstrip('"')), values)
    if [fold(each) for each in offered] == [fold(value.strip('"'))]:
        return []  # It is typed already.
    return [Suggestion(str(each), "", start, cursor, f"{minus}{word}:{quote_value(each)} ") for each in offered[:_MOST]]


def without_unfinished_value(text: str, in_use: Callable[[str], Sequence[str]]) -> str:
    """What is typed without its last word, where that is a value that is half typed: it means nothing yet.

    Args:
        text: What is typed, with the cursor at its end.
        in_use: As for :func:`complete_search`.
    """
    offered = complete_search(text, len(text), in_use)
    if not offered:
        return text
    word, colon, _ = text[offered[0].start :].removeprefix("-").partition(":")
    return text[: offered[0].start] if colon and key_of(word) in _EXACT else text


def _keys(typed: str) -> list[str]:
    """The keys that begin as typed; in Finnish where none does in English, and as much was typed as tells."""
    found = [key for key in KEYS if key.startswith(typed)]
    if found or len(typed) < _FEWEST_LETTERS:
        return found
    finnish: dict[str, str] = {}
    for word, key in FINNISH.items():
        if fold(word).startswith(fold(typed)):
            finnish.setdefault(key, word)
    return [finnish[key] for key in KEYS if key in finnish]


def _values(word: str, typed: str) -> Sequence[str]:
    """The values of a key that is chosen from: in Finnish where the key is, or where what is typed begins so."""
    key = key_of(word)
    values, finnish = _VALUES.get(key, ()), FINNISH_VALUES.get(key, {})
    begins = fold(typed.lstrip('"'))
    if finnish and (word.lower() != key or (begins and not any(fold(each).startswith(begins) for each in values))):
        return tuple(finnish)
    return values


def possible_words(text: str, in_use: Callable[[str], Sequence[str]]) -> Sequence[Word]:
    """What the last word may become that is being typed, where it means nothing until it is whole.

    Args:
        text: What is typed, with the cursor at its end.
        in_use: As for :func:`complete_search`.

    Returns:
        The word with each of the values that begin as typed; nothing where it is whole, or no value is begun yet.
    """
    found = next((each for each in _WORD.finditer(text) if each.end() == len(text)), None)
    word, colon, value = found[0].partition(":") if found else ("", "", "")
    key = key_of(word)
    if not colon or key not in _EXACT or not value.strip('"') or without_unfinished_value(text, in_use) == text:
        return ()
    values = in_use(key) if key in _IN_USE else _values(word, value)
    return [Word(key, str(each)) for each in _matching_values(fold(value.lstrip('"')), values)]


def _matching_values(typed: str, values: Sequence[str]) -> list[str]:
    """The values that begin as typed, then those with a word that does."""
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
    """Whole words that begin with ``prefix``: keys, then the values of the key.

    Args:
        prefix: What is typed of the word, with its ``-`` if it has one.
        fields: The fields in use.

    Returns:
        The words, with the ``-`` where there was one, in the order in which to show them.
    """
    minus = "-" if prefix.startswith("-") else ""
    word, colon, value = prefix.removeprefix("-").partition(":")
    if not colon:
        return [f"{minus}{known}:" for known in _keys(word)]
    values = sorted(set(fields)) if key_of(word) == "field" else _values(word, value)
    typed = fold(value)
    return [f"{minus}{word}:{each}" for each in values if fold(each).startswith(typed)]
