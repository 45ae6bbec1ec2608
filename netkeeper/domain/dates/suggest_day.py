"""Suggestions for a date that can't be parsed."""

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
"""The lowest similarity (difflib's ratio) at which a word counts as a mistyped word of a date."""

_SHORTEST = 4
"""The fewest letters of a word that is corrected."""

_MOST_LETTERS = 2
"""The largest difference in length between a mistyped word and its correction."""

_NEVER_SUGGESTED = frozenset(f"keskiviikko{ending}" for ending in ("lle", "hin", "ksi", "n", "ta"))
"""Forms that are parsed, but incorrect Finnish, so that they are not suggested."""


def unreadable(typed: str, text: str, today: date, parse_day: Callable[..., date], *, past: bool) -> str:
    """The end of the error message for an unreadable date: what could have been meant, and examples.

    Args:
        typed: The result of ``typed_words``.
        text: The text as typed.
        today: The reference date.
        parse_day: :func:`netkeeper.domain.dates.parse_day.parse_day`, which imports this module only when needed.
        past: Whether the date was parsed with ``past``.
    """
    several = _several(text, today, parse_day)
    if several:
        return several
    meant = [guess for guess in _guesses(typed) if guess != typed and try_day(guess, today, past=past)]
    if not meant:
        return f". {EXAMPLES}"
    return f"; did you mean {' or '.join(quoted(with_umlauts(guess)) for guess in meant)}? {EXAMPLES}"


def _several(text: str, today: date, parse_day: Callable[..., date]) -> str:
    """The end of the message where the text is several days; empty where it isn't."""
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
    """Texts that could have been meant; not checked for being dates."""
    words = typed.split()
    if len(words) == 2 and words[0] in THIS and words[1] in PERIODS:
        return [f"end of {PERIODS[words[1]]}"]
    if any(word in VAGUE for word in words):
        return [" ".join(VAGUE.get(word, word) for word in words if word != "a")]
    if typed.startswith(("klo ", "at ")) or (len(words) == 1 and ":" in typed):
        return [f"today {typed}"]
    if words and words[-1].isdigit() and len(words[-1]) <= 2 and len(words) == 2:
        # "fri 14" may be an hour or a day of the month; only the hour can be written in another way.
        return [f"{typed}:00"]
    corrected = _corrected(words)
    return [corrected] if corrected else []


def _corrected(words: list[str]) -> str:
    """The words with each unknown one replaced by the similar word of a date; empty where one has none."""
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
    """Whether ``known`` is a candidate for correcting ``word``: the same first letter, and a similar length."""
    return known[0] == word[0] and abs(len(known) - len(word)) <= _MOST_LETTERS and known not in _NEVER_SUGGESTED
