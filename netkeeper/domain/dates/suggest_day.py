"""What could have been meant by a date that can't be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from netkeeper.domain.dates.spelling import vocabulary, with_umlauts
from netkeeper.domain.dates.typed_day import EXAMPLES, try_day
from netkeeper.domain.dates.vocabulary import PERIODS, THIS, VAGUE
from netkeeper.domain.errors import WordError
from netkeeper.domain.text.display import quoted

_ALIKE = 0.75
"""From this ratio of matching letters on (difflib's), a word is one of a date with a slip in it."""

_SHORTEST = 4
"""How many letters a word has at least for a slip in it to be told."""

_MOST_LETTERS = 2
"""How many letters a slip leaves out or adds at most."""

_NEVER_SUGGESTED = frozenset(f"keskiviikko{ending}" for ending in ("lle", "hin", "ksi", "n", "ta"))
"""Endings that are understood, but that nobody should be told to write."""


def unreadable(typed: str, text: str, today: date, parse_day: Callable[..., date], *, past: bool) -> str:
    """What could have been meant, as the end of a sentence, with examples.

    Args:
        typed: What ``typed_words`` made of the text.
        text: The text as typed.
        today: The day it was typed on.
        parse_day: Reads one day, as :func:`netkeeper.domain.dates.parse_day.parse_day`.
        past: Whether a day up to today was asked for.
    """
    several = _several(text, today, parse_day)
    if several:
        return several
    meant = [guess for guess in _guesses(typed) if guess != typed and try_day(guess, today, past=past)]
    if not meant:
        return f". {EXAMPLES}"
    return f"; did you mean {' or '.join(quoted(with_umlauts(guess)) for guess in meant)}? {EXAMPLES}"


def _several(text: str, today: date, parse_day: Callable[..., date]) -> str:
    """What to say of several days where one is asked for; empty where it is none."""
    from netkeeper.domain.dates.day_ranges import days_of, split_span, typed_days

    if "," not in text and len(split_span(text, today)) < 2:
        return ""
    try:
        days = days_of(text, today, parse_day)
    except WordError:
        return ""
    if len(days) < 2:
        return ""
    one = typed_days(days[:1])
    return f": these are {len(days)} days. Give one of them, such as {one}."


def _guesses(typed: str) -> list[str]:
    """What could be read instead."""
    words = typed.split()
    if len(words) == 2 and words[0] in THIS and words[1] in PERIODS:
        return [f"end of {PERIODS[words[1]]}"]
    if any(word in VAGUE for word in words):
        return [" ".join(VAGUE.get(word, word) for word in words if word != "a")]
    if typed.startswith(("klo ", "at ")) or (len(words) == 1 and ":" in typed):
        return [f"today {typed}"]
    if words and words[-1].isdigit() and len(words[-1]) <= 2 and len(words) == 2:
        # fri 14: the hour, or the day of the month.
        return [f"{typed}:00"]
    corrected = _corrected(words)
    return [corrected] if corrected else []


def _corrected(words: list[str]) -> str:
    """The words with those that are no words of a date replaced by the one it is a slip of; empty where one is none."""
    known = vocabulary()
    found = []
    for word in words:
        if word.isalpha() and word not in known:
            likely = [each for each in known if _is_likely(word, each)]
            close = get_close_matches(word, likely, 1, _ALIKE) if len(word) >= _SHORTEST else []
            if not close:
                return ""
            word = close[0]
        found.append(word)
    return " ".join(found)


def _is_likely(word: str, known: str) -> bool:
    """Whether a word could be another with a slip in it, judging by how it begins and how long it is."""
    return known[0] == word[0] and abs(len(known) - len(word)) <= _MOST_LETTERS and known not in _NEVER_SUGGESTED
