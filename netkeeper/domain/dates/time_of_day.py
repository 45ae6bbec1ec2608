"""Parsing of times of day: ``9``, ``9:00``, ``21.30``; and the time that is stored in the text of a promise."""

from __future__ import annotations

import re
from typing import NamedTuple

from netkeeper.domain.dates.vocabulary import PARTS_OF_DAY
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import quoted
from netkeeper.override import override


class TimeOfDay(NamedTuple):
    """A time of day: hour 0 to 23, minute 0 to 59."""

    hour: int
    minute: int

    @override
    def __str__(self) -> str:
        """``9:00``."""
        return f"{self.hour}:{self.minute:02}"


def parse_time(text: str) -> TimeOfDay:
    """Parse an hour, with minutes after a colon or, as in Finland, a full stop.

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
"""Pattern of a time or part of the day in the text of a promise, where it is stored because due days have no time."""

# Patterns are compiled on first use: most promises name no hour, and start-up time counts.
_WITH_HOUR = rf"(?:(.*\S) \(({_STORED_HOUR})\)|(?:(be in touch),? ?)?({_STORED_HOUR}))"


def split_stored_hour(what: str) -> tuple[str, str]:
    """The text of a promise and the hour or part of the day stored in it: ``send the offer (14:00)``, ``illalla``.

    Either may be empty.
    """
    what = what.strip()
    if not _ends_with_hour(what):
        return what, ""
    found = re.fullmatch(_WITH_HOUR, what, re.IGNORECASE | re.DOTALL)
    return (found[1] or found[3] or "", found[2] or found[4]) if found else (what, "")


def _ends_with_hour(what: str) -> bool:
    """Whether a text may end with a time or part of the day: a fast check before the pattern."""
    end = what.removesuffix(")").lower()
    return end[-1:].isdigit() or end.endswith(("noon", *PARTS_OF_DAY, *PARTS_OF_DAY.values()))


def with_hour(what: str, hour: str) -> str:
    """The text of a promise with ``hour`` stored in it: ``send the offer (14:00)``; replaces a stored hour."""
    if not hour or holds_hour(what, hour):
        return what
    what = split_stored_hour(what)[0]
    return f"{what} ({hour})" if what else hour


def holds_hour(what: str, hour: str) -> bool:
    """Whether a text contains a time or part of the day as a whole word: ``19:00`` doesn't contain ``9:00``."""
    return re.search(rf"(?<![\w:.])(?<![0-9]-){re.escape(hour)}(?![\w:]|-[0-9])", what, re.IGNORECASE) is not None


_AT = r"(?:klo|kello|kl|at|@)\.? ?"
_HOUR = r"[0-9]{1,2}(?:[:.][0-9]{2})?"
_HALF_DAY = r"(?: ?[ap]\.?m\.?)"
_CLOCK = rf"(?:{_HOUR}{_HALF_DAY}?(?: ?- ?{_HOUR}{_HALF_DAY}?)?)"
# Without "klo" or "at", only times that can't be dates: with a colon, am or pm, or minutes that are no month.
_PLAIN = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}{_HALF_DAY}?|{_HOUR}{_HALF_DAY}|[0-9]{{1,2}}\.(?:00|1[3-9]|[2-5][0-9]))"
_PLAIN_SPAN = rf"(?:{_PLAIN}(?: ?- ?{_HOUR}{_HALF_DAY}?)?|{_HOUR} ?- ?{_HOUR}{_HALF_DAY})"
_LAST = rf"(.+?)(?: ?\b{_AT}({_CLOCK})| ({_PLAIN_SPAN}))"
_FIRST = rf"(?:{_AT}({_CLOCK})|({_PLAIN_SPAN})) (.+)"
_INSTANT = r"([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
_IN_TEXT = rf"(?<![\w:.])(?:(?:klo|kello|@)\.? ?({_CLOCK})|([0-9]{{1,2}}:[0-9]{{2}}(?: ?- ?{_HOUR})?))(?![\w:]|-[0-9])"


def hour_in_text(text: str) -> str:
    """The first unambiguous time of day in free text (``kahvi klo 14``) as ``14:00``; empty where there is none."""
    found = re.search(_IN_TEXT, text, re.IGNORECASE)
    try:
        return _written((found[1] or found[2]).lower()) if found else ""
    except InvalidValueError:
        return ""


def split_hour(typed: str) -> tuple[str, str]:
    """Split a folded day from its time: ``fri 14:00``, ``tomorrow at 10``, ``klo 9.30 perjantaina``, ``fri 2pm``.

    Returns:
        The day, and the time as ``14:00`` or ``14:00-16:00``; the whole text and empty where there is no time.

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
    """A time, or two with a hyphen between, in the format ``14:00``."""
    ends = [end.strip() for end in clock.split("-")]
    # In "2-4 pm", both times are pm.
    half = re.search(_HALF_DAY, ends[-1])
    if half and len(ends) == 2 and not re.search(_HALF_DAY, ends[0]):
        ends[0] += half[0]
    return "-".join(str(_time(end)) for end in ends)


def _time(text: str) -> TimeOfDay:
    """Parse a time with or without ``am`` or ``pm``."""
    half = re.search(_HALF_DAY, text)
    time = parse_time(text[: half.start()] if half else text)
    if half is None:
        return time
    if not 1 <= time.hour <= 12:
        raise InvalidValueError(f"Can't read {quoted(text)} as a time of day; write it like 9:00 or 21:30.")
    return TimeOfDay(time.hour % 12 + (12 if "p" in half[0] else 0), time.minute)
