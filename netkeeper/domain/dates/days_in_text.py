"""Days that are spoken of in free text: ``toimita pipot maanantaina``."""

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
"""How many words a day is looked for in."""

_AGAIN = frozenset({"every", "joka", "each", "since", "from", "asti", "not", "ei"})
"""Before a weekday, these say that no single day to come is meant."""

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
"""Before a weekday, these name a feast or another day with a name: Good Friday, Ash Wednesday."""

_TOWARDS = ("taihin", "viikkoon", "taiksi", "viikoksi", "taille", "viikolle")
"""Cases of weekdays that look ahead: ``perjantaihin``, ``perjantaiksi``, ``perjantaille``."""

_OPEN = _MONTHS_WITHIN | _SEASONS_WITHIN
"""Words that tell which thing is meant where one follows: ``kesällä otetut kuvat``, ``tammikuussa alkava kurssi``."""

_DONE = r"\w{3,}(?:tt[uy]\w*|t[uy]t|t[uy]n|n[uy]t|n[uy]tt[aä]|nee[nt]|neiden|neit[aä])"
"""Past participles of Finnish: after a day they tell what was done on it, ``maanantaina sovitut asiat``."""

_EDGES = frozenset({"alussa", "alkuun", "puolivalissa", "lopussa", "loppuun"})
"""Of a month, a season or a week, these say when."""

_STRONG = _NAMED_IN_FULL | _MONTHS_WITHIN | _SEASONS_WITHIN | _FEASTS_WITHIN | _PHRASES | {"viikonloppuna"}
"""Words that are a day by themselves, whatever stands around them."""

_DATE = (
    r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:t.*)?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
)
_NUMBER = r"[0-9]+(?:[.,/][0-9]+)?"
_ORDINAL = r"[0-9]{1,2}(?:\.|st|nd|rd|th)"
_WEEK_WORDS = frozenset({"vko", "vk", "viikolla", "viikolle", "vkolla"})
_GENITIVES = frozenset({"viikon", "kuun", "kuukauden"})
_CLOCK = r"[0-9]{1,2}:[0-9]{2}.*|klo"


DayInText = tuple[TypedDay, str]
"""A day that a text speaks of, and the words that say it."""


def find_day(text: str, today: date, *, past: bool = False) -> tuple[TypedDay, str] | None:
    """The one day to come that is spoken of, and the words that say it; see ``dates.day_in``.

    Args:
        text: The text.
        today: The day it was typed on.
        past: Whether a day up to today is looked for instead, as in the note of what happened.
    """
    return _single_day(list(_days_in(text, today, past=past).values()))


def _single_day(found: Sequence[DayInText]) -> DayInText | None:
    """The first of several that are the same day; None where they are not."""
    return found[0] if len({(day.day, day.hour) for day, _ in found}) == 1 else None


def _days_in(text: str, today: date, *, past: bool) -> dict[int, DayInText]:
    """All days that are spoken of on one side of today, by where their words begin; none where one is turned."""
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
    """The day before today and the day to come that a note speaks of, each with its words; None where it is none.

    Each is told from words that can mean nothing else, as ``eilen`` and ``tomorrow``; else both from the same words,
    which may mean either: ``perjantaina``. ``By friday`` is to come, and of two dates far apart the one near today is
    meant.
    """
    behind = {place: told for place, told in _days_in(text, today, past=True).items() if told[0].day < today}
    ahead_of = {place: told for place, told in _days_in(text, today, past=False).items() if told[0].day > today}
    was = _single_day([told for place, told in behind.items() if place not in ahead_of] or list(behind.values()))
    comes = _single_day([told for place, told in ahead_of.items() if place not in behind] or list(ahead_of.values()))
    if was is None or comes is None or was[1] != comes[1]:
        return was, comes
    ago, ahead = (today - was[0].day).days, (comes[0].day - today).days
    if max(ago, ahead) > UNSURE_DAYS >= min(ago, ahead):
        return (was, None) if ago < ahead else (None, comes)
    tokens = typed_words(comes[1]).split()
    is_ahead = any(token in ("by", "mennessa") or token.endswith(_TOWARDS) for token in tokens)
    return (None, comes) if is_ahead else (was, comes)


def _modifies_noun(words: Sequence[tuple[str, int, str]], length: int) -> bool:
    """Whether the first words tell which thing is meant, so that they are no day: ``kesällä otetut kuvat``."""
    last = words[length - 1]
    if length == len(words) or last[2].endswith((",", ";", ".", ":", "!", "?", ")")):
        return False
    return (length == 1 and typed_words(last[0]) in _OPEN) or re.fullmatch(_DONE, words[length][0].lower()) is not None


def is_ordinary(text: str) -> bool:
    """Whether a text that could be read as a day is an ordinary word or a number all the same."""
    typed = typed_words(text).strip()
    if re.fullmatch(_NUMBER, typed):
        # 24.12 is a day; 1.5 and 12/3 are numbers, until the month says otherwise.
        number = re.fullmatch(r"([0-9]{1,2})[./]([0-9]{1,2})", typed)
        return number is None or not 12 < int(number[1]) <= 31 or not 1 <= int(number[2]) <= 12
    return (typed in SEASONS and typed not in _SEASONS_WITHIN) or (typed in FEASTS and typed not in _FEASTS_WITHIN)


def _longest(words: Sequence[tuple[str, int, str]], today: date, past: bool) -> tuple[int, TypedDay | None]:
    """How many of the words say a day, as many as do, and the day; one word and None where none do."""
    for length in range(len(words), 0, -1):
        window = words[:length]
        # A comma ends what belongs together.
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
    """Whether the last of some words is a year in two digits: ``24 dec 27``."""
    year = short_year(tokens, today, past=past)
    return year is not None and year.is_near


def _is_near(phrase: str, typed: TypedDay, today: date) -> bool:
    """Whether a date without its year is near, and not just past, so that it can only mean this one."""
    other = other_year(phrase, typed, today)
    return other is None or (is_near(typed.day, today) and (today - other).days > UNSURE_DAYS)


def _bare(word: str) -> str:
    """A word without the full stop or colon that ends a sentence; a date keeps its own."""
    return word if any(character.isdigit() for character in word) else word.rstrip(".:")


def _is_unambiguous(tokens: Sequence[str]) -> bool:
    """Whether words that read as a day can hardly mean anything else."""
    if tokens[-1] in FILLERS - {"mennessa"} or tokens[0] in ("of", "for", "the", "good"):
        return False
    if " ".join(tokens) in _PHRASES or any(token in _STRONG for token in tokens):
        return True
    if len(tokens) == 1:
        return _is_date(tokens[0]) or tokens[0] in _SHORT or _part_of_day(tokens[0])
    return _is_unambiguous_phrase(tokens)


def _is_date(token: str) -> bool:
    """Whether one word is a date in digits; that is told from most by how they begin."""
    return token[:1].isdigit() and re.fullmatch(_DATE, token) is not None


def _is_unambiguous_phrase(tokens: Sequence[str]) -> bool:
    first, others = tokens[0], tokens[1:]
    if any(_is_date(token) or token in _SHORT for token in tokens):
        return True
    if others == ["mennessa"] and re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", first):
        return True
    if any(token in WEEKDAYS for token in tokens):
        is_said = (
            first in _BEFORE_A_NAME
            or _holds_week_number(tokens)
            or (first != "to" and any(re.fullmatch(_CLOCK, token) for token in tokens))
        )
        return is_said or "klo" in tokens
    if any(token in MONTHS for token in tokens) and any(token[0].isdigit() for token in tokens):
        is_short = any(token in MONTHS and len(token) < 4 for token in tokens)
        return not is_short or any(re.fullmatch(_ORDINAL, token) for token in tokens) or "may" not in tokens
    if first in _WEEK_WORDS and len(tokens) == 2:
        return True
    named = any(token in SEASONS or token in FEASTS or token in WEEKEND or token in MONTHS for token in tokens)
    if named:
        is_told = any(token in RELATIONS or token in _EDGES for token in tokens)
        return is_told or first in ("in", "at", "on", *NEXT, *THIS)
    if any(token in PERIODS for token in tokens):
        # Next week's meeting, ensi vuoden budjetti: these tell which one, not when.
        is_edge = any(token in START or token in END for token in tokens)
        is_whose = any(token in _GENITIVES or PERIODS.get(token) == "year" for token in tokens)
        if is_edge or (not is_whose and any(token in NEXT or token in LAST for token in tokens)):
            return True
    return first in FORWARD_FIRST or any(" ".join(others).endswith(words) for words in (*FORWARD, *BACKWARD))


def _holds_week_number(tokens: Sequence[str]) -> bool:
    """Whether the number of a week stands among the words: ``ti vko 49``."""
    return any(word in _WEEK_WORDS and number.isdigit() for word, number in pairwise(tokens))


def _part_of_day(token: str) -> bool:
    """Whether one word is a weekday and a part of the day: ``perjantai-iltana``."""
    return any(token.removesuffix(part).rstrip("-") in _NAMED_IN_FULL for part in PARTS_OF_DAY if token.endswith(part))
