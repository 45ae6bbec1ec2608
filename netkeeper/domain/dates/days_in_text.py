"""Detection of days in free text: ``toimita pipot maanantaina``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from netkeeper.domain.dates.describe import is_near
from netkeeper.domain.dates.shifted_days import is_shifted
from netkeeper.domain.dates.spans import typed_words
from netkeeper.domain.dates.typed_day import TypedDay, try_day
from netkeeper.domain.dates.vocabulary import (
    BACKWARD,
    DAYS_AWAY,
    DAYS_WITH_PART,
    END,
    FEASTS,
    FILLERS,
    FORWARD,
    FORWARD_FIRST,
    LAST,
    MONTHS,
    NEXT,
    PARTS_OF_DAY,
    PERIODS,
    RELATIONS,
    SEASONS,
    START,
    THIS,
    WEEKDAYS,
    WEEKEND,
)
from netkeeper.domain.dates.yearless import UNSURE_DAYS, counts_what_follows, other_year, short_year

_MOST_WORDS = 6
"""The most words that one day is parsed from."""

_AGAIN = frozenset({"every", "joka", "each", "since", "from", "asti", "not", "ei"})
"""Words before a weekday that make it mean no single future day."""

_NAMED_IN_FULL = frozenset(
    word for word in WEEKDAYS if word.endswith(("day", "na", "lle", "hin", "ksi", "maanantai", "tiistai", "torstai"))
) | {"keskiviikkoon", "keskiviikko", "perjantai", "lauantai", "sunnuntai"}
_SHORT = frozenset({"tue", "tues", "thu", "thur", "thurs", "fri", "weds"})
_MONTHS_WITHIN = frozenset(word for word in MONTHS if word.endswith("kuussa"))
_SEASONS_WITHIN = frozenset(word for word in SEASONS if word.endswith(("lla", "ana", "vena", "syna")))
_FEASTS_WITHIN = frozenset(
    word for word in FEASTS if word.endswith(("ouluna", "ksena", "ppuna", "isena", "aattona", "paivana"))
)
_PHRASES = frozenset({*DAYS_AWAY, *DAYS_WITH_PART}) - {"now", "nyt", "toissapaiva", "huomen"}
_BEFORE_A_NAME = frozenset({"on", "by", *NEXT, *THIS})

_FEAST_BEFORE = frozenset(
    [
        "ash",
        "black",
        "blue",
        "casual",
        "cyber",
        "easter",
        "giving",
        "good",
        "holy",
        "maundy",
        "palm",
        "pancake",
        "shrove",
        "spy",
        "super",
        "whit",
    ]
)
"""Words before a weekday that make it the name of a feast or another named day: Good Friday, Ash Wednesday."""

_TOWARDS = ("taihin", "viikkoon", "taiksi", "viikoksi", "taille", "viikolle")
"""Endings of weekdays and weeks in cases that refer to the future: ``perjantaihin``, ``perjantaiksi``, ``perjantaille``."""

_OPEN = _MONTHS_WITHIN | _SEASONS_WITHIN
"""Words that modify a noun that follows: ``kesällä otetut kuvat``, ``tammikuussa alkava kurssi``."""

_DONE = r"\w{3,}(?:tt[uy]\w*|t[uy]t|t[uy]n|n[uy]t|n[uy]tt[aä]|nee[nt]|neiden|neit[aä])"
"""Past participles of Finnish, which make the day before them modify a noun: ``maanantaina sovitut asiat``."""

_EDGES = frozenset({"alussa", "alkuun", "puolivalissa", "lopussa", "loppuun"})
"""With a month, season or week, these give a date."""

_STRONG = _NAMED_IN_FULL | _MONTHS_WITHIN | _SEASONS_WITHIN | _FEASTS_WITHIN | _PHRASES | {"viikonloppuna"}
"""Words that are a day in every context."""

_DATE = (
    r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:t.*)?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
)
_NUMBER = r"[0-9]+(?:[.,/][0-9]+)?"
_ORDINAL = r"[0-9]{1,2}(?:\.|st|nd|rd|th)"
_WEEK_WORDS = frozenset({"vko", "vk", "viikolla", "viikolle", "vkolla"})
_GENITIVES = frozenset({"viikon", "kuun", "kuukauden"})
_CLOCK = r"[0-9]{1,2}:[0-9]{2}.*|klo"


DayInText = tuple[TypedDay, str]
"""A day and the part of the text that names it."""


def find_day(text: str, today: date, *, past: bool = False) -> DayInText | None:
    """The only day from today on that the text names; None where it names none or several.

    Args:
        text: Free text.
        today: The reference date.
        past: Look for a day up to today instead, as in the note of an interaction.
    """
    return _single_day(list(_days_in(text, today, past=past).values()))


def _single_day(found: Sequence[DayInText]) -> DayInText | None:
    """The first of them where all are the same day and hour; else None."""
    return found[0] if len({(day.day, day.hour) for day, _ in found}) == 1 else None


def _days_in(text: str, today: date, *, past: bool) -> dict[int, DayInText]:
    """The days in the text on one side of today, by the index where they begin; none where one of them is shifted."""
    words = [(found[0].strip("()[]\"'“”,;!?"), found.start(), found[0]) for found in re.finditer(r"\S+", text)]
    found: dict[int, DayInText] = {}
    place = 0
    while place < len(words):
        length, day = _longest(words[place : place + _MOST_WORDS], today, past)
        before = typed_words(words[place - 1][0]) if place else ""
        if day is not None and is_shifted(words, place, length, day.day):
            return {}
        is_apart = before not in _AGAIN and before not in _FEAST_BEFORE
        fits = day is not None and (day.day <= today if past else day.day >= today)
        if day is not None and fits and is_apart and not _modifies_noun(words[place:], length):
            start = text.index(words[place][0], words[place][1])
            last = words[place + length - 1]
            end = text.index(last[0], last[1]) + len(_bare(last[0]))
            found[start] = (day, text[start:end])
        place += length
    return found


def either_day(text: str, today: date) -> tuple[DayInText | None, DayInText | None]:
    """The past day and the future day that a note names; None for each that it doesn't name.

    Words that can only mean one of the two (``eilen``, ``tomorrow``) have priority; otherwise both results may come
    from the same words (``perjantaina``). ``By friday`` is future. Of a date without its year that is near on one side
    of today and far on the other, only the near one is returned.
    """
    behind = {place: day for place, day in _days_in(text, today, past=True).items() if day[0].day < today}
    ahead_of = {place: day for place, day in _days_in(text, today, past=False).items() if day[0].day > today}
    was = _single_day([day for place, day in behind.items() if place not in ahead_of] or list(behind.values()))
    comes = _single_day([day for place, day in ahead_of.items() if place not in behind] or list(ahead_of.values()))
    if was is None or comes is None or was[1] != comes[1]:
        return was, comes
    ago, ahead = (today - was[0].day).days, (comes[0].day - today).days
    if max(ago, ahead) > UNSURE_DAYS >= min(ago, ahead):
        return (was, None) if ago < ahead else (None, comes)
    tokens = typed_words(comes[1]).split()
    is_ahead = any(token in ("by", "mennessa") or token.endswith(_TOWARDS) for token in tokens)
    return (None, comes) if is_ahead else (was, comes)


def _modifies_noun(words: Sequence[tuple[str, int, str]], length: int) -> bool:
    """Whether the first ``length`` words modify a noun and so name no day: ``kesällä otetut kuvat``."""
    last = words[length - 1]
    if length == len(words) or last[2].endswith((",", ";", ".", ":", "!", "?", ")")):
        return False
    return (length == 1 and typed_words(last[0]) in _OPEN) or re.fullmatch(_DONE, words[length][0].lower()) is not None


def is_ordinary(text: str) -> bool:
    """Whether text that parses as a day is rather an ordinary word or a number."""
    typed = typed_words(text).strip()
    if re.fullmatch(_NUMBER, typed):
        # 24.12 is a day; 1.5 and 12/3 are numbers, until the month says otherwise.
        number = re.fullmatch(r"([0-9]{1,2})[./]([0-9]{1,2})", typed)
        return number is None or not 12 < int(number[1]) <= 31 or not 1 <= int(number[2]) <= 12
    return (typed in SEASONS and typed not in _SEASONS_WITHIN) or (typed in FEASTS and typed not in _FEASTS_WITHIN)


def _longest(words: Sequence[tuple[str, int, str]], today: date, past: bool) -> tuple[int, TypedDay | None]:
    """The longest run of words from the first on that is a day: its length, and the day; (1, None) where there is none."""
    for length in range(len(words), 0, -1):
        window = words[:length]
        # A day doesn't continue behind a comma.
        if any(raw.endswith((",", ";", "!", "?")) for _, _, raw in window[:-1]):
            continue
        phrase = " ".join(_bare(word) for word, _, _ in window)
        tokens = typed_words(phrase).split()
        if len(tokens) != length or not _is_unambiguous(tokens):
            continue
        is_end = length == len(words) or window[-1][2].endswith((",", ";", ".", "!", "?"))
        if counts_what_follows(tokens) and not (is_end and _is_near_year(tokens, today, past)):
            continue
        typed = try_day(phrase, today, past=past)
        if typed is not None:
            return length, typed if past or _is_near(phrase, typed, today) else None
    return 1, None


def _is_near_year(tokens: Sequence[str], today: date, past: bool) -> bool:
    """Whether the last word is a near year in two digits: ``24 dec 27``."""
    year = short_year(tokens, today, past=past)
    return year is not None and year.is_near


def _is_near(phrase: str, typed: TypedDay, today: date) -> bool:
    """Whether a date without its year can only mean this year: it is near, and not just past."""
    other = other_year(phrase, typed, today)
    return other is None or (is_near(typed.day, today) and (today - other).days > UNSURE_DAYS)


def _bare(word: str) -> str:
    """A word without a full stop or colon at its end; with it where the word holds a digit."""
    return word if any(character.isdigit() for character in word) else word.rstrip(".:")


def _is_unambiguous(tokens: Sequence[str]) -> bool:
    """Whether words that parse as a day are unlikely to mean anything else."""
    if tokens[-1] in FILLERS - {"mennessa"} or tokens[0] in ("of", "for", "the", "good"):
        return False
    if " ".join(tokens) in _PHRASES or any(token in _STRONG for token in tokens):
        return True
    if len(tokens) == 1:
        return _is_date(tokens[0]) or tokens[0] in _SHORT or _part_of_day(tokens[0])
    return _is_unambiguous_phrase(tokens)


def _is_date(token: str) -> bool:
    """Whether a word is a date in digits; the first character is checked before the pattern, for speed."""
    return token[:1].isdigit() and re.fullmatch(_DATE, token) is not None


def _is_unambiguous_phrase(tokens: Sequence[str]) -> bool:
    """As :func:`_is_unambiguous`, for several words none of which is a day in every context."""
    first, others = tokens[0], tokens[1:]
    if any(_is_date(token) or token in _SHORT for token in tokens):
        return True
    if others == ["mennessa"] and re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", first):
        return True
    if any(token in WEEKDAYS for token in tokens):
        has_context = (
            first in _BEFORE_A_NAME
            or _holds_week_number(tokens)
            or (first != "to" and any(re.fullmatch(_CLOCK, token) for token in tokens))
        )
        return has_context or "klo" in tokens
    if any(token in MONTHS for token in tokens) and any(token[0].isdigit() for token in tokens):
        is_short = any(token in MONTHS and len(token) < 4 for token in tokens)
        return not is_short or any(re.fullmatch(_ORDINAL, token) for token in tokens) or "may" not in tokens
    if first in _WEEK_WORDS and len(tokens) == 2:
        return True
    named = any(token in SEASONS or token in FEASTS or token in WEEKEND or token in MONTHS for token in tokens)
    if named:
        has_context = any(token in RELATIONS or token in _EDGES for token in tokens)
        return has_context or first in ("in", "at", "on", *NEXT, *THIS)
    if any(token in PERIODS for token in tokens):
        # Next week's meeting, ensi vuoden budjetti: a genitive says which one, not when.
        is_edge = any(token in START or token in END for token in tokens)
        is_whose = any(token in _GENITIVES or PERIODS.get(token) == "year" for token in tokens)
        if is_edge or (not is_whose and any(token in NEXT or token in LAST for token in tokens)):
            return True
    return first in FORWARD_FIRST or any(" ".join(others).endswith(words) for words in (*FORWARD, *BACKWARD))


def _holds_week_number(tokens: Sequence[str]) -> bool:
    """Whether the words contain a week number: ``ti vko 49``."""
    return any(word in _WEEK_WORDS and number.isdigit() for word, number in pairwise(tokens))


def _part_of_day(token: str) -> bool:
    """Whether one word is a weekday with a part of the day: ``perjantai-iltana``."""
    return any(token.removesuffix(part).rstrip("-") in _NAMED_IN_FULL for part in PARTS_OF_DAY if token.endswith(part))
