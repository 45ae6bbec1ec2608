"""What a change did to a document, in words: a heading, and each property before and after."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.dates.day_ranges import describe_days
from netkeeper.domain.dates.describe import MONTH_NAMES, WEEKDAY_NAMES, describe_cadence, describe_day
from netkeeper.domain.editing.document_changes import How, changed_values, how_changed
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.people.contact import Address, NameParts
from netkeeper.domain.promises.recurrence_words import describe_recurrence
from netkeeper.domain.records.tables import TABLES, Description
from netkeeper.domain.records.values import Fields, day_of
from netkeeper.domain.text.counted import plural


class PropertyChange(NamedTuple):
    """A property that changed.

    Attributes:
        label: The name of the property in words.
        before: The old value as unsanitized text; empty for none.
        after: The new value likewise.
    """

    label: str
    before: str
    after: str


class DocumentChange(NamedTuple):
    """A document that changed.

    Attributes:
        about: A heading, unsanitized: a name, an interaction with its contacts, a promise.
        how: ``added``, ``changed`` or ``removed``.
        differences: The changed properties that the heading doesn't include.
    """

    about: str
    how: How
    differences: tuple[PropertyChange, ...]


class Teller:
    """Describes changes relative to a day, with the names of contacts."""

    def __init__(self, today: date, name_of: Callable[[str], str]) -> None:
        """Take the day that others are described relative to, and the function that returns a contact's name or nothing."""
        self.today = today
        self.name_of = name_of

    def describe(self, table: str, before: Fields | None, after: Fields | None) -> DocumentChange:
        """Describe the change of one document.

        Args:
            before: None where it was added.
            after: None where it was removed.
        """
        known = TABLES.get(table)
        description = known.part("describe") if known is not None else None
        if description is None:
            description = Description("{table}")
        worded = [
            PropertyChange(each.label, self._text(each.kind, each.before), self._text(each.kind, each.after))
            for each in changed_values(description, before or {}, after or {})
        ]
        return DocumentChange(
            self._heading(description.heading, table, after or before or {}),
            how_changed(before, after),
            tuple(each for each in worded if each.before != each.after),
        )

    def _heading(self, template: str, table: str, document: Fields) -> str:
        # A table of somebody's own may hold anything under these names.
        contact_ids = document.get("contact_ids", [document.get("contact_id", "")]) if "{people}" in template else ()
        return template.format(
            table=table,
            name=document.get("name", ""),
            kind=str(document.get("kind", "other")).capitalize(),
            people=self.names(contact_ids),
        )

    def _text(self, kind: str, value: Any) -> str:
        """A property's value in words; the stored value as text where it isn't as its kind says."""
        if value is None:
            return ""
        try:
            return _WORDS[kind](self, value) if kind in _WORDS else _plainly(value)
        except (NetkeeperError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return _plainly(value)

    def names(self, contact_ids: Sequence[str]) -> str:
        """The names of contacts."""
        return ", ".join(self.name_of(each) or "somebody" for each in contact_ids)

    def day(self, text: str) -> str:
        """A day in words."""
        return describe_day(day_of(text), self.today)


def _plainly(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _address(each: Mapping[str, str]) -> str:
    line = Address(**each).one_line()
    return f"{line} ({each['label']})" if each.get("label") else line


def _labelled(each: Mapping[str, str]) -> str:
    return f"{each['value']} ({each['label']})" if each.get("label") else str(each["value"])


def _birthday(text: str) -> str:
    born = Birthday.from_iso(text)
    template = "{day} {month} {year}" if born.year else "{day} {month}"
    return template.format(day=born.day, month=MONTH_NAMES[born.month - 1], year=born.year)


def _cadence(days: int) -> str:
    return f"every {describe_cadence(days)}" if days else "no reminders"


def _step_cadence(step: str, days: int) -> str:
    return f"{step} every {describe_cadence(days)}" if days else f"{step} no reminders"


def _days_off(teller: Teller, value: Mapping[str, Any]) -> str:
    weekdays = ", ".join(WEEKDAY_NAMES[each] for each in value.get("weekdays", ()))
    days = describe_days(map(day_of, value.get("dates", ())), teller.today)
    holidays = "not on public holidays" if value.get("works_on_holidays") else ""
    return "; ".join(filter(None, (weekdays, days, holidays)))


_WORDS: Mapping[str, Callable[[Teller, Any], str]] = {
    "addresses": lambda _, value: "; ".join(map(_address, value)),
    "birthday": lambda _, value: _birthday(value),
    "cadences": lambda _, value: ", ".join(_step_cadence(step, days) for step, days in value.items()),
    "contact": lambda teller, value: teller.names([value]),
    "contacts": lambda teller, value: teller.names(value),
    "day": lambda teller, value: teller.day(value),
    "days": lambda _, value: _cadence(value),
    "days off": _days_off,
    "flag": lambda _, value: "yes" if value else "",
    "labelled": lambda _, value: ", ".join(map(_labelled, value)),
    "ladder": lambda _, value: value[-1].get("reason", "") if value else "",
    "vcard lines": lambda _, value: plural(len(value), "{count} line", "{count} lines"),
    "pairs": lambda teller, value: "; ".join(teller.names(pair) for pair in value),
    "parts": lambda _, value: NameParts(**value).formatted(),
    "person": lambda teller, value: teller.name_of(value) or value,
    "recurrence": lambda _, value: describe_recurrence(value),
    "searches": lambda _, value: ", ".join(f"{name}: {typed}" for name, typed in value.items()),
    "team's": lambda _, value: "the team's" if value else "",
}
"""How values are worded, by their kind; others are shown as stored."""
