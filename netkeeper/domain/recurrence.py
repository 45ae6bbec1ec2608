"""How a promise recurs, as people type it: ``2w``, ``monthly``, ``every 3 months``."""

from __future__ import annotations

from netkeeper.domain.day_words import NUMBERS, UNITS
from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.followup import every_days, every_months
from netkeeper.domain.spans import parse_cadence, typed_words

_NAMED_MONTHS = {
    "monthly": 1,
    "quarterly": 3,
    "yearly": 12,
    "annually": 12,
    "kuukausittain": 1,
    "vuosittain": 12,
}
_MONTHS = {"month": 1, "year": 12}
_MOST_MONTHS = 120


def parse_recurrence(text: str) -> str:
    """Read how often a promise recurs.

    Days and weeks are counted; months and years go by the calendar, so that the 15th stays the 15th.

    Returns:
        The rule (RFC 5545, section 3.3.10); empty for ``none``.

    Raises:
        WordError: It can't be read.
    """
    months = _months(typed_words(text).removeprefix("every ").removeprefix("joka "))
    if months is not None:
        if not 1 <= months <= _MOST_MONTHS:
            raise WordError(f"Can't repeat every {quoted(text)}; write 2w, 1m or 1y, up to ten years.", text)
        return every_months(months)
    days = parse_cadence(text)
    if days is None:
        raise WordError(f"Can't read {quoted(text)} as how often; write 2w, 1m or 1y.", text)
    return every_days(days) if days else ""


def _months(typed: str) -> int | None:
    """How many months ``3m`` or ``a year`` are; None where it speaks of neither."""
    if typed in _NAMED_MONTHS:
        return _NAMED_MONTHS[typed]
    count = typed.rstrip("abcdefghijklmnopqrstuvwxyz").strip()
    noun = typed.removeprefix(count).strip()
    if not count and " " in noun:
        count, noun = noun.split(" ", 1)
    months = _MONTHS.get(UNITS.get(noun, ""))
    if months is None or (len(noun) < 3 and not count):
        return None
    if count in NUMBERS:
        return NUMBERS[count] * months
    if not count:
        return months
    return int(count) * months if count.isascii() and count.isdigit() and len(count) < 5 else None
