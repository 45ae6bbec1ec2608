"""Properties of a contact and their values, in a few words; unsanitized."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.dates.describe import MONTH_NAMES, describe_cadence
from netkeeper.domain.people.properties import PROPERTIES


def property_noun(name: str) -> str:
    """What a property is called in a sentence."""
    return PROPERTIES[name].title or name


def value_words(name: str, value: Any, name_of: Callable[[str], str] = str) -> str:
    """A property's value as one reads it; empty for none.

    Args:
        name: The property.
        value: Its value.
        name_of: Returns the name of whoever introduced them, by the id.
    """
    if value in ("", None):
        return ""
    if name == "via":
        return name_of(value)
    return _WORDS.get(name, _words)(value)


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(getattr(item, "value", None) or str(item) for item in value)
    return str(value)


def _birthday(born: Birthday) -> str:
    template = "{day} {month}" if born.year is None else "{day} {month} {year}"
    return template.format(day=born.day, month=MONTH_NAMES[born.month - 1], year=born.year)


def _cadence(days: int) -> str:
    return f"every {describe_cadence(days)}" if days else "no reminders"


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "name_parts": lambda parts: parts.formatted(),
    "addresses": lambda addresses: " · ".join(each.one_line() for each in addresses),
    "birthday": _birthday,
    "cadence": _cadence,
}
"""How values are worded, by property; others are shown as they are."""
