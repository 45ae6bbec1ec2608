"""Contacts without what is private, as ``Property.private`` declares it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import StepChange
from netkeeper.domain.people.properties import PROPERTIES, PropertyKind, empty


def without_private(contact: Contact, without: Collection[str], named: Collection[str]) -> Contact:
    """A contact without its private properties.

    Of the ladder the moves remain, without their reasons; of an introducer, a reference to somebody in ``named``.

    Args:
        without: Any of ``properties.EVERY``.
        named: The ids of the contacts that go out together.
    """
    private = [row for row in PROPERTIES.values() if not row.private.isdisjoint(without)]
    remaining: dict[str, Any] = {}
    for row in private:
        remains = _REMAINS.get(row.kind)
        remaining[row.name] = remains(getattr(contact, row.name), named) if remains else empty(row.name)
    return replace(contact, **remaining)


def _moves(ladder: tuple[StepChange, ...], _: Collection[str]) -> tuple[StepChange, ...]:
    return tuple(replace(move, reason="") for move in ladder)


_REMAINS: Mapping[PropertyKind, Callable[[Any, Collection[str]], Any]] = {
    "ladder": _moves,
    "person": lambda via, named: via if via in named else "",
}
"""What remains of a private property, by its kind; nothing of other kinds."""
