"""A time of day as it is typed: ``9``, ``9:00``, ``21.30``."""

from __future__ import annotations

import re
from typing import NamedTuple

from netkeeper.domain.dates.vocabulary import PARTS_OF_DAY
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import quoted
from netkeeper.override import override


class TimeOfDay(NamedTuple):
    """An hour, 0 to 23, and a minute."""

    hour: int
    minute: int

    @override
    def __str__(self) -> str:
        """As one reads it: ``9:00``."""
        return f"{self.hour}:{self.minute:02}"


def parse_time(text: str) -> TimeOfDay:
    """What a typed time says.

    Args:
        text: An hour, and minutes after a colon or, as in Finland, a full stop.

    Raises:
        InvalidValueError: It is no time of day.
    """
    found = re.fullmatch(r"\s*([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*", text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise InvalidValueError(f"Can't read {quoted(text)} as a time of day; write it like 9:00 or 21:30.")
    return TimeOfDay(hour, minute)


_CLOCK_HOUR = r"[0-9]{1,2}:[0-9]{2}(?:-[0-9]{1,2}:[0-9]{2})?"
_STORED_HOUR = "|".join((_CLOCK_HOUR, "noon", *sorted({*PARTS_OF_DAY, *PARTS_OF_DAY.values()})))
"""An hour or a part of the day, as it is kept in a text because days have none."""

# Expressions are made where they are first needed: most promises name no hour, and a cold start stays light.
_WITH_HOUR = rf"(?:(.*\S) \(({_STORED_HOUR})\)|(?:(be in touch),? ?)?({_STORED_HOUR}))"


def split_stored_hour(what: str) -> tuple[str, str]:
    """What is promised without the hour or part of the day that is kept with it, and that; empty where there is none.

    ``send the offer (14:00)``, ``illalla``.
    """
    what = what.strip()
    if not _ends_with_hour(what):
        return what, ""
    found = re.fullmatch(_WITH_HOUR, what, re.IGNORECASE | re.DOTALL)
    return (found[1] or found[3] or "", found[2] or found[4]) if found else (what, "")


def _ends_with_hour(what: str) -> bool:
    """Whether a text ends as an hour or a part of the day does; most are told from that alone."""
    end = what.removesuffix(")").lower()
    return end[-1:].isdigit() or end.endswith(("noon", *PARTS_OF_DAY, *PARTS_OF_DAY.values()))


def with_hour(what: str, hour: str) -> str:
    """What is promised with its hour, since days have none: ``send the offer (14:00)``; another hour takes its place."""
    if not hour or holds_hour(what, hour):
        return what
    what = split_stored_hour(what)[0]
    return f"{what} ({hour})" if what else hour


def holds_hour(what: str, hour: str) -> bool:
    """Whether a text says an hour or part of the day by itself: ``soita ennen 19:00`` doesn't say ``9:00``."""
    return re.search(rf"(?<![\w:.])(?<![0-9]-){re.escape(hour)}(?![\w:]|-[0-9])", what, re.IGNORECASE) is not None


_AT = r"(?:klo|kello|kl|at|@)\.? ?"
_HOUR = r"[0-9]{1,2}(?:[:.][0-9]{2})?"
_HALF_DAY = r"(?: ?[ap]\.?m\.?)"
_CLOCK = rf"(?:{_HOUR}{_HALF_DAY}?(?: ?- ?{_HOUR}{_HALF_DAY}?)?)"
# Without "klo" or "at", only what can't be a date: a colon, am or pm, or minutes that are no month.
_PLAIN = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}{_HALF_DAY}?|{_HOUR}{_HALF_DAY}|[0-9]{{1,2}}\.(?:00|1[3-9]|[2-5][0-9]))"
_PLAIN_SPAN = rf"(?:{_PLAIN}(?: ?- ?{_HOUR}{_HALF_DAY}?)?|{_HOUR} ?- ?{_HOUR}{_HALF_DAY})"
_LAST = rf"(.+?)(?: ?\b{_AT}({_CLOCK})| ({_PLAIN_SPAN}))"
_FIRST = rf"(?:{_AT}({_CLOCK})|({_PLAIN_SPAN})) (.+)"
_INSTANT = r"([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
_IN_TEXT = rf"(?<![\w:.])(?:(?:klo|kello|@)\.? ?({_CLOCK})|([0-9]{{1,2}}:[0-9]{{2}}(?: ?- ?{_HOUR})?))(?![\w:]|-[0-9])"


def hour_in_text(text: str) -> str:
    """The first time of day that free text says beyond doubt, as ``14:00``; empty where it says none: ``kahvi klo 14``."""
    found = re.search(_IN_TEXT, text, re.IGNORECASE)
    try:
        return _written((found[1] or found[2]).lower()) if found else ""
    except InvalidValueError:
        return ""


def split_hour(typed: str) -> tuple[str, str]:
    """Take the time of day off a day: ``fri 14:00``, ``tomorrow at 10``, ``klo 9.30 perjantaina``, ``fri 2pm``.

    Args:
        typed: A day and a time, folded.

    Returns:
        The day, and the time as ``14:00`` or ``14:00-16:00``; all of it and nothing where no time is said.

    Raises:
        InvalidValueError: There is no such hour.
    """
    if found := re.fullmatch(_INSTANT, typed):
        return found[1], _written(found[2])
    if found := re.fullmatch(_LAST, typed):
        day, clock = found[1], found[2] or found[3]
    elif found := re.fullmatch(_FIRST, typed):
        day, clock = found[3], found[1] or found[2]
    else:
        return typed, ""
    # 24. 12.26 is a date.
    is_date = "." in clock and found[2] is None and not any(character.isalpha() for character in day)
    return (typed, "") if is_date else (day, _written(clock))


def _written(clock: str) -> str:
    """A time, or two with a hyphen between, as one reads it."""
    ends = [end.strip() for end in clock.split("-")]
    # In 2-4 pm, both are.
    half = re.search(_HALF_DAY, ends[-1])
    if half and len(ends) == 2 and not re.search(_HALF_DAY, ends[0]):
        ends[0] += half[0]
    return "-".join(str(_time(end)) for end in ends)


def _time(text: str) -> TimeOfDay:
    """A time as it is said, with ``am`` or ``pm`` or without."""
    half = re.search(_HALF_DAY, text)
    time = parse_time(text[: half.start()] if half else text)
    if half is None:
        return time
    if not 1 <= time.hour <= 12:
        raise InvalidValueError(f"Can't read {quoted(text)} as a time of day; write it like 9:00 or 21:30.")
    return TimeOfDay(time.hour % 12 + (12 if "p" in half[0] else 0), time.minute)
