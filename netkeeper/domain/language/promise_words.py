"""Parsing of promises: ``next:``, ``todo:``, and a day in the text of the promise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.parse_day import day_in, read_sure_day
from netkeeper.domain.dates.time_of_day import holds_hour, hour_in_text
from netkeeper.domain.dates.typed_day import try_day
from netkeeper.domain.dates.vocabulary import BACKWARD, FORWARD, UNITS, WEEKDAYS
from netkeeper.domain.dates.yearless import counts_what_follows, short_year
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.contact_words import refuse_slips
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.partial_days import DAY_KEYS, NO_WEEKDAY, is_date, refuse_partial_days
from netkeeper.domain.language.values import one_line
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold

TODO_DAYS = 7
"""Days until a promise without a day is due (``todo:`` without ``next:``)."""

_DIRECTIONS = frozenset({*BACKWARD, *FORWARD}) - {"back", "later"}
_EDGES = frozenset({"alussa", "alkuun", "mennessa"})
"""Words that may leave the day unchanged but belong to it all the same: ``joulukuun alussa``."""
_STOPS = (",", ";", "!", "?")
_MOST_MORE = 4
"""The most words after the first that a day may have: ``next:in 10 days``, ``next:fri at 14``."""


class PromiseWords(NamedTuple):
    """A parsed promise.

    Attributes:
        next_on: The due day; None: no promise.
        todo: The text; may be empty.
        is_span: Whether the day was counted from today, so that it may be moved to a working day.
        hour: The time of day typed with the day and not contained in ``todo``; may be empty.
        day_words: The words of ``todo`` that the day is from; empty where it is from ``next:`` or the default.
        other_day: Another day in ``todo``, which ``next:`` overrides.
        is_default: Whether no day was typed, so that it is due in a week.
        other_hour: Another time of day in ``todo``, which the one with ``next:`` overrides.
    """

    next_on: date | None = None
    todo: str = ""
    is_span: bool = False
    hour: str = ""
    day_words: str = ""
    other_day: date | None = None
    is_default: bool = False
    other_hour: str = ""


def take_promise(words: Sequence[Word], today: date) -> tuple[PromiseWords, list[Word]]:
    """Parse ``next:`` and ``todo:``, for ``add`` and ``log``.

    Returns:
        The promise, and the other words. A ``todo:`` without ``next:`` is due on the day that its text names,
        else in a week.

    Raises:
        WordError: One can't be parsed, or only in part, or occurs twice; or the day has passed.
    """
    refuse_slips(words, today)
    words = with_whole_days(words, today)
    refuse_partial_days(words, today)
    values, rest = take_values(words, ("next", "todo"))
    todo = one_line("todo", values["todo"]) if "todo" in values else ""
    if "next" not in values:
        return promise_from_text(todo, today) if todo else PromiseWords(), rest
    return promise_for_day(values["next"], todo, today), rest


def promise_for_day(typed: str, todo: str, today: date, key: str = "next") -> PromiseWords:
    """A promise for a typed day, with the text ``todo``.

    Raises:
        WordError: The day can't be parsed, or has passed.
    """
    day = read_sure_day(typed.strip(" ,;"), today)
    if day.day < today:
        raise WordError(
            f"{with_day(key, typed, day.day, today)} has passed; give today or a day to come.", f"{key}:{typed}"
        )
    inside = day_in(todo, today) if todo else None
    other_day = inside[0].day if inside is not None and inside[0].day != day.day else None
    hour_in_todo = hour_in_text(todo) if day.hour[:1].isdigit() else ""
    if not day.hour or holds_hour(todo, day.hour) or hour_in_todo == day.hour:
        return PromiseWords(day.day, todo, day.is_span, other_day=other_day)
    return PromiseWords(day.day, todo, day.is_span, day.hour, other_day=other_day, other_hour=hour_in_todo)


def promise_from_text(todo: str, today: date) -> PromiseWords:
    """A promise whose day is the one that its text names, else in a week."""
    inside = day_in(todo, today)
    if inside is None:
        return PromiseWords(today + timedelta(days=TODO_DAYS), todo, is_span=True, is_default=True)
    day, day_words = inside
    return PromiseWords(day.day, todo, day.is_span, day_words=day_words)


def with_whole_days(words: Sequence[Word], today: date) -> list[Word]:
    """The words, with the free text that belongs to an unquoted day moved to its value: ``next:fri 14:00``.

    Only text that changes the day, adds an hour or repeats the day is moved. The unit after a number of
    ``every:`` is moved too: ``every:2 weeks``.
    """
    whole: list[Word] = []
    for word in _joined_text(words):
        last = whole[-1] if whole else None
        if last is None or word.key or word.quoted or last.quoted or last.negated:
            whole.append(word)
            continue
        count = _more_of_day(last, word.value, today) if last.key in DAY_KEYS else _more_of_cadence(last, word.value)
        if count:
            whole[-1] = last._replace(value=f"{last.value} {word.value[:count]}", end=word.start + count)
        if rest := word.value[count:].strip():
            whole.append(word._replace(value=rest, start=word.end - len(rest)))
    return whole


def _joined_text(words: Sequence[Word]) -> list[Word]:
    """The words, with adjacent free text merged, since a shell passes each word as an argument."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and not (word.key or word.quoted or word.negated or last.key or last.quoted):
            joined[-1] = last._replace(value=f"{last.value} {word.value}", end=last.end + 1 + len(word.value))
        else:
            joined.append(word)
    return joined


def _more_of_cadence(word: Word, text: str) -> int:
    """How many characters of the text after ``every:`` and a number belong to it as the unit; 0 for other words."""
    unit = text.split(None, 1)[0]
    is_one = word.key == "every" and word.value.isdecimal() and fold(unit).strip(".,;!?") in UNITS
    return len(unit) if is_one else 0


def _more_of_day(word: Word, text: str, today: date) -> int:
    """How many characters of the text after a day belong to it."""
    if not word.value.strip() or (word.value.endswith((",", ";")) and not _is_year(text.split(None, 1)[0])):
        return 0
    past = word.key == "when"
    alone = try_day(word.value, today, past=past)
    for end in reversed(_ends(word.value, text, today, past=past)):
        more = text[:end].strip(" ,;")
        longer = try_day(f"{word.value} {more}", today, past=past)
        if longer is None:
            continue
        # "when:3d ago" is the day of "when:3d", and "ago" belongs to it.
        if alone is None or longer.day != alone.day or longer.hour != alone.hour or _repeats_day(more):
            return end
    return 0


def _repeats_day(more: str) -> bool:
    """Whether words that don't change a day repeat it, and so are no note: ``fri 27.11.``, ``toukokuu 2027``."""
    bare = fold(more)
    if bare in _DIRECTIONS:
        return True
    return all(
        word in _EDGES or is_date(word) or word.isdecimal() or (word in WEEKDAYS and word not in NO_WEEKDAY)
        for word in (each.strip(",;!?") for each in bare.split())
    )


def _ends(day: str, text: str, today: date, *, past: bool) -> list[int]:
    """End indexes of the first words of the text after a day that may belong to it."""
    ends: list[int] = []
    place = 0
    words = [word.strip(",;") for word in fold(day).split()]
    pieces = text.split(None, _MOST_MORE)
    for number, piece in enumerate(pieces[:_MOST_MORE]):
        place = text.index(piece, place) + len(piece)
        words.append(fold(piece).strip(" ,;!?"))
        is_end = number + 1 == len(pieces) or piece.endswith(_STOPS)
        if not counts_what_follows(words) or (
            is_end and (year := short_year(words, today, past=past)) and year.is_near
        ):
            ends.append(place)
        # A comma ends the day, except before a year: Dec 24, 2027.
        if piece.endswith(_STOPS) and not (number + 1 < len(pieces) and _is_year(pieces[number + 1])):
            break
    return ends


def _is_year(piece: str) -> bool:
    """Whether a word is a year in four digits."""
    year = piece.strip(",;.!?")
    return len(year) == 4 and year.isdecimal() and year.startswith(("19", "20"))


def take_values(words: Sequence[Word], keys: Sequence[str]) -> tuple[dict[str, str], list[Word]]:
    """Split off the words with some keys that may occur once: their values by key, and the other words.

    Raises:
        WordError: One occurs twice, is negated, or has no value.
    """
    values: dict[str, str] = {}
    rest: list[Word] = []
    for word in words:
        if word.key not in keys:
            rest.append(word)
            continue
        typed = f"{word.key}:{word.value}"
        if word.negated:
            raise WordError(f"-{word.key}: says nothing here; leave it out.", f"-{typed}")
        if word.key in values:
            raise WordError(f"{word.key}: is said twice; say it once.", typed)
        if not word.value.strip():
            example = KEYS[word.key].example
            raise WordError(f"{word.key}: has no value; write it like {example}, with no blank between.", typed)
        values[word.key] = word.value
    return values, rest


def with_day(key: str, value: str, day: date, today: date) -> str:
    """A word as typed, followed by its day in brackets unless that was typed."""
    typed, shown = plain(value).strip(" ,;"), describe_day(day, today)
    return f"{key}:{typed}" if typed == shown else f"{key}:{typed} ({shown})"
