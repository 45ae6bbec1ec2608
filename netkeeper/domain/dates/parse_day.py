"""Parsing of dates as people type them, day first, in English and Finnish.

Nothing is guessed: text that can't be parsed raises an error that suggests what could have been meant.
"""

from __future__ import annotations

from datetime import date

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.spans import typed_words
from netkeeper.domain.dates.typed_day import FIRST_YEAR, LAST_YEAR, TypedDay, read_day_and_hour
from netkeeper.domain.dates.yearless import UNSURE_DAYS, other_year
from netkeeper.domain.errors import WordError
from netkeeper.domain.text.display import quoted


def parse_day(text: str, today: date, *, past: bool = False) -> date:
    """The day of :func:`read_day`."""
    return read_day(text, today, past=past).day


def read_day(text: str, today: date, *, past: bool = False) -> TypedDay:
    """Parse a date as people type it, in English or Finnish, in any grammatical case that means a date.

    Understood: ``today tomorrow yesterday huomenna eilen``; ``fri``, ``perjantaina``, ``perjantaille``, ``next fri``
    (next week's), ``coming fri``, ``seuraavana perjantaina`` (the next, never today), ``last fri`` (the latest before today), ``fri next week``; ``weekend`` (its Saturday); ``2w``,
    ``in 10 days``, ``2 weeks ago``, ``-3d``, ``viikon päästä``, ``half a year``; ``viikon päästä perjantaina``;
    ``24.12.``, ``24.12.2026``, ``24.12.26``, ``24/12/2026``, ``2026-12-24``; ``24 dec``, ``24 dec 26``,
    ``joulukuun 24.``; ``24th``; ``week 48`` (its Monday, ISO 8601), ``ti vko 49``; ``next week`` (Monday),
    ``next month`` (the 1st), ``last week`` (seven days ago), ``end of next month``; a month or a season (its first
    day): ``tammikuussa``, ``jan 2027``, ``kesällä``; ``jouluna``, ``after easter``. Each with an hour or a part of the
    day. Months and years are added on the calendar: 31 January and a month is the last of February.

    Args:
        text: The date.
        today: The reference date.
        past: Resolve text that fits several days to the latest one up to today (``when:``), instead
            of the next one. The next ``24.12.`` may be today; the next ``fri`` never is.

    Returns:
        A day from 1900 to 2200, with its hour.

    Raises:
        WordError: It can't be parsed, is ambiguous, or there is no such day.
    """
    typed = typed_words(text)
    found = read_day_and_hour(typed, text, today, past) if typed else None
    if found is None:
        from netkeeper.domain.dates.suggest_day import unreadable

        raise WordError(
            f"Can't read {quoted(text)} as a date{unreadable(typed, text, today, parse_day, past=past)}", text
        )
    if not FIRST_YEAR <= found.day.year <= LAST_YEAR:
        raise WordError(f"{quoted(text)} is too far away: dates go from {FIRST_YEAR} to {LAST_YEAR}.", text)
    return found


_JUST_PAST = "{text} may be {near}, just past, or the day a year later; write it with its year, such as {written}."
_STILL_TO_COME = (
    "{text} may be {near}, still to come, or the day a year earlier; write it with its year, such as {written}."
)


def read_sure_day(text: str, today: date, *, past: bool = False) -> TypedDay:
    """As :func:`read_day`, but refuse a date without its year that is within 60 days on the other side of today.

    On 23 November, ``20.11.`` as a future day would be almost a year away, where three days ago may be meant.

    Raises:
        WordError: As ``read_day``; or the year is ambiguous: the message names both years.
    """
    typed = read_day(text, today, past=past)
    other = other_year(text, typed, today, past=past)
    if other is None or abs((other - today).days) > UNSURE_DAYS:
        return typed
    template = _STILL_TO_COME if past else _JUST_PAST
    # With date.min as the reference date, describe_day always shows the year.
    near = describe_day(other, date.min)
    raise WordError(
        template.format(text=quoted(text), near=near, written=f"{other.day}.{other.month}.{other.year}"), text
    )


def parse_days(text: str, today: date) -> tuple[date, ...]:
    """Parse days and ranges of days, separated by commas: ``24.12. to 2.1., 1.5.``, ``1.-5.12.``.

    See :func:`netkeeper.domain.dates.day_ranges.days_of`.
    """
    from netkeeper.domain.dates.day_ranges import days_of

    return days_of(text, today, parse_day)


def reads_as_day(text: str, today: date) -> bool:
    """Whether the whole text is a day or a span of time, such as ``fri``, ``2w``, ``24.12.``, ``tammikuussa``.

    Not a number, with or without a decimal point (``1.5``), nor a season or feast in the nominative
    (``kesä``, ``joulu``), which are ordinary words.
    """
    from netkeeper.domain.dates.days_in_text import is_ordinary

    if is_ordinary(text):
        return False
    typed = typed_words(text)
    try:
        return bool(typed) and read_day_and_hour(typed, text, today, past=False) is not None
    except WordError:
        # A day that is ambiguous or doesn't exist is meant as a day all the same: january, 31.2.
        return True


def day_in(text: str, today: date) -> tuple[TypedDay, str] | None:
    """The only day from today on that free text names: ``toimita pipot maanantaina``.

    Only unambiguous words count: no bare number, no month or weekday that is also another word.

    Returns:
        The day, and the part of ``text`` that names it; None where there is none, or several.
    """
    from netkeeper.domain.dates.days_in_text import find_day

    return find_day(text, today)
