"""Describes changes of documents for History: each property before and after."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from netkeeper.domain.dates.describe import MONTH_NAMES, describe_cadence, describe_day
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.people.contact import Address, NameParts
from netkeeper.domain.people.properties import PROPERTIES, Kind
from netkeeper.domain.records.tables import TABLES, Description
from netkeeper.domain.records.values import Fields, day_of


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
    how: str
    differences: tuple[PropertyChange, ...]


class Teller:
    """Describes changes relative to a day, with the names of contacts."""

    def __init__(self, today: date, name_of: Callable[[str], str]) -> None:
        """Take the day that others are described relative to, and the function that returns a contact's name or nothing."""
        self.today = today
        self.name_of = name_of

    def told(self, table: str, before: Fields | None, after: Fields | None) -> DocumentChange:
        """Describe the change of one document.

        Args:
            before: None where it was added.
            after: None where it was removed.
        """
        how = "added" if before is None else "removed" if after is None else "changed"
        known = TABLES.get(table)
        description = known.part("describe") if known is not None else None
        if description is None:
            description = Description(lambda *_: table)
        return DocumentChange(
            description.about(self, after or before or {}),
            how,
            tuple(self._differences(description, before or {}, after or {})),
        )

    def _differences(self, description: Description, before: Fields, after: Fields) -> Iterator[PropertyChange]:
        labels = description.labels
        if labels is None:
            labels = {name: name for name in (*before, *after)}
        in_heading = description.heading if not before or not after else ()
        for name, label in labels.items():
            was, became = before.get(name), after.get(name)
            if name == "name_parts" and before.get("name") != after.get("name"):
                continue  # The parts follow from the name.
            if was != became and name not in in_heading:
                words = description.words.get(name)
                difference = PropertyChange(label, self._text(words, was), self._text(words, became))
                if difference.before != difference.after:
                    yield difference

    def _text(self, words: Callable[[Teller, Any], str] | None, value: Any) -> str:
        """A property's value in words; the stored value as text where ``words`` fails on it."""
        if value is None:
            return ""
        try:
            return words(self, value) if words else _plainly(value)
        except (NetkeeperError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return _plainly(value)

    def names(self, contact_ids: list[str]) -> str:
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


def _labelled(value: list[Mapping[str, str]]) -> str:
    return ", ".join(
        f"{each['value']} ({each['label']})" if each.get("label") else str(each["value"]) for each in value
    )


def _birthday(text: str) -> str:
    from netkeeper.domain.dates.birthday import Birthday

    born = Birthday.from_iso(text)
    return f"{born.day} {MONTH_NAMES[born.month - 1]}" + (f" {born.year}" if born.year else "")


_LABELS: Mapping[str, str] = {name: row.history for name, row in PROPERTIES.items() if row.history}
"""The properties of a contact that History describes, with their labels."""

_TOLD_BY_KIND: Mapping[Kind, Callable[[Teller, Any], str]] = {
    "addresses": lambda _, value: "; ".join(
        Address(**each).one_line() + (f" ({each['label']})" if each.get("label") else "") for each in value
    ),
    "birthday": lambda _, value: _birthday(value),
    "day": lambda teller, value: teller.day(value),
    "days": lambda _, value: f"every {describe_cadence(value)}" if value else "no reminders",
    "flag": lambda _, value: "yes" if value else "",
    "labelled": lambda _, value: _labelled(value),
    "ladder": lambda _, value: value[-1].get("reason", "") if value else "",
    "parts": lambda _, value: NameParts(**value).formatted(),
    "person": lambda teller, value: teller.name_of(value) or value,
}
"""How values are worded by kind of property; others are shown as stored."""

_WORDS: Mapping[str, Callable[[Teller, Any], str]] = {
    **{name: _TOLD_BY_KIND[row.kind] for name, row in PROPERTIES.items() if row.kind in _TOLD_BY_KIND},
    "of_team": lambda _, value: "the team's" if value else "",
}
"""How values are worded by property."""


CONTACTS = Description(lambda _, document: str(document.get("name", "")), _LABELS, ("name",), _WORDS)
