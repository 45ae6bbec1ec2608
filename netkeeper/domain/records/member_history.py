"""How History describes the member's settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from netkeeper.domain.dates.describe import WEEKDAY_NAMES, describe_cadence
from netkeeper.domain.member.settings import SETTINGS, Stored
from netkeeper.domain.records.tables import Description
from netkeeper.domain.records.values import day_of

if TYPE_CHECKING:
    from netkeeper.domain.editing.describe_changes import Teller


def _days_off(teller: Teller, value: Mapping[str, Any]) -> str:
    from netkeeper.domain.dates.day_ranges import describe_days

    weekdays = ", ".join(WEEKDAY_NAMES[each] for each in value.get("weekdays", ()))
    days = describe_days(map(day_of, value.get("dates", ())), teller.today)
    holidays = "not on public holidays" if value.get("works_on_holidays") else ""
    return "; ".join(filter(None, (weekdays, days, holidays)))


_WORDS: Mapping[Stored, Callable[[Teller, Any], str]] = {
    "cadences": lambda _, value: ", ".join(
        f"{step} {f'every {describe_cadence(days)}' if days else 'no reminders'}" for step, days in value.items()
    ),
    "day": lambda teller, value: teller.day(value),
    "days off": _days_off,
    "flag": lambda _, value: "yes" if value else "",
    "pairs": lambda teller, value: "; ".join(teller.names(pair) for pair in value),
    "searches": lambda _, value: ", ".join(f"{name}: {typed}" for name, typed in value.items()),
}
"""How values are worded by kind; others are shown as stored."""

DESCRIPTION = Description(
    lambda *_: "You and your review",
    {name: label for name, setting in SETTINGS.items() if (label := setting.label) is not None},
    words={name: _WORDS[setting.stored] for name, setting in SETTINGS.items() if setting.stored in _WORDS},
)
