"""Codecs of the tables beside contacts, under the same ids: unknown properties, and source values of imports."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.people.identity.source_updates import SourceValues, united
from netkeeper.domain.records.tables import Description
from netkeeper.domain.records.values import Fields


def kept_lines(_: str, document: Fields) -> tuple[str, ...]:
    """The vCard content lines that netkeeper has no place for, as they came."""
    return tuple(document["lines"])


def kept_document(lines: tuple[str, ...]) -> Fields:
    """Content lines as a document."""
    return {"lines": list(lines)}


def joined_kept(stays: Fields, goes: Fields) -> Fields:
    """The unknown properties of two merged contacts, without duplicates."""
    lines = (*stays.get("lines", ()), *(line for line in goes.get("lines", ()) if line not in stays.get("lines", ())))
    return {"lines": list(lines)} if lines else {}


def source_values_from(_: str, document: Fields) -> Mapping[str, SourceValues]:
    """The source values of a contact, by source."""
    return {source: {name: tuple(values) for name, values in by_name.items()} for source, by_name in document.items()}


def source_values_document(source_values: Mapping[str, SourceValues]) -> Fields:
    """Source values as a document."""
    return {source: {name: list(values) for name, values in each.items()} for source, each in source_values.items()}


def joined_source_values(stays: Fields, goes: Fields) -> Fields:
    """The source values of two merged contacts."""
    return united(stays, goes)


KEPT_DESCRIPTION = Description("What another address book wrote", {"lines": "lines"}, kinds={"lines": "vcard lines"})
"""How History describes unknown properties."""
