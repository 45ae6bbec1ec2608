"""Formatting of days and spans of time, independent of the locale."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.text.counted import plural

WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_HALF_A_YEAR = 183
_MONTH_FROM_DAYS = 60
"""The shortest cadence, in days, that is shown in months (of 30 days); shorter ones are shown in days or weeks."""


def describe_day(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``yesterday``, ``Fri 27 Nov``; with the year where the day isn't near.

    The weekday determines the year, so ``parse_day`` can parse the result.
    """
    away = (day - today).days
    if -1 <= away <= 1:
        return ("today", "tomorrow", "yesterday")[away]
    return f"{WEEKDAY_NAMES[day.weekday()]} {_date(day, today)}"


def on_day(day: date, today: date) -> str:
    """:func:`describe_day` within a sentence: ``yesterday``, ``on Fri 20 Nov``."""
    shown = describe_day(day, today)
    return shown if abs((day - today).days) <= 1 else f"on {shown}"


def describe_date(day: date, today: date) -> str:
    """The same without the weekday: ``today``, ``27 Nov``, ``27 Nov 2027``."""
    return describe_day(day, today) if abs((day - today).days) <= 1 else _date(day, today)


def _date(day: date, today: date) -> str:
    named = f"{day.day} {MONTH_NAMES[day.month - 1]}"
    return named if is_near(day, today) else f"{named} {day.year}"


def describe_whole_day(day: date) -> str:
    """``Fri 27 Nov 2026``: always with the year, for text that is stored."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def is_near(day: date, today: date) -> bool:
    """Whether a day is shown without its year: it is in this year or within half a year."""
    return day.year == today.year or abs((day - today).days) < _HALF_A_YEAR


def describe_span(days: int) -> str:
    """A span as it is shown: ``3 days``, ``11 weeks``, ``5 months``, ``2 years``.

    Days up to two weeks, weeks up to three months, months up to two years; each rounded to the
    nearest, the sign dropped.
    """
    count, unit = span_of(days)
    return plural(count, "{count} {unit}", "{count} {unit}s", unit=unit)


def span_of(days: int) -> tuple[int, str]:
    """The count and unit (``day``, ``week``, ``month``, ``year``) in which :func:`describe_span` shows a span."""
    days = abs(days)
    if days < 14:
        return days, "day"
    if days < 90:
        return (days + 3) // 7, "week"
    if days < 720:
        return round(days * 12 / 365.25), "month"
    return round(days / 365.25), "year"


def describe_cadence(days: int) -> str:
    """A cadence for showing it after "every": ``6 weeks``, ``45 days``, ``3 months``, ``year``.

    A month has 30 days and a year 365, as in ``parse_cadence``, which can parse the result.
    """
    _, count, unit = cadence_unit(days)
    return plural(count, "{unit}", "{count} {unit}s", unit=unit)


def cadence_unit(days: int) -> tuple[int, int, str]:
    """The largest unit that a cadence is a multiple of: its length in days, the count, and its name."""
    if days % 365 == 0:
        return 365, days // 365, "year"
    if days % 7 == 0:
        return 7, days // 7, "week"
    if days % 30 == 0 and days >= _MONTH_FROM_DAYS:
        return 30, days // 30, "month"
    return 1, days, "day"
