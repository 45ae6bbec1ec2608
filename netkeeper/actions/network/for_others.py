"""Exports for other people: without what is private.

What is private is declared where each property is: ``private`` in ``domain/people/properties.py``,
``domain/records/tables.py`` and ``domain/member/settings.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from dataclasses import replace
from typing import Any

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import shared
from netkeeper.domain.people.privacy import without_private
from netkeeper.domain.records.tables import TABLES, TEAM, WITHOUT, Table
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing

_NOTED = frozenset(("notes", TEAM))
"""What leaves out unknown properties of cards and the values of earlier imports, which may be notes."""


def left_out(outgoing: Outgoing, without: Collection[str]) -> Outgoing:
    """An export for others: without what is private, what names people who don't go along, and the member.

    Args:
        without: Any of ``WITHOUT``; with none, the export is returned as it is.

    Raises:
        InvalidValueError: It is none of them.
    """
    for each in without:
        if each not in WITHOUT:
            raise InvalidValueError(f"There is no {quoted(each)} to leave out; there is {' and '.join(WITHOUT)}.")
    return _for_others(outgoing, frozenset(without)) if without else outgoing


def team_share(outgoing: Outgoing) -> Outgoing:
    """The team's part of an export: contacts, and what is open with them, without what is private."""
    made = _for_others(outgoing, frozenset((TEAM,)))
    is_open = {
        name: tuple(each for each in records if getattr(each, "is_open", True))
        for name, records in made.records.items()
    }
    return replace(made, records=is_open)


def _for_others(outgoing: Outgoing, without: Set[str]) -> Outgoing:
    known = {card.contact.id for card in outgoing.cards}
    return replace(
        outgoing,
        cards=tuple(_card(card, without, known) for card in outgoing.cards),
        records={
            name: tuple(_records(TABLES[name], records, without, known)) for name, records in outgoing.records.items()
        },
        member=shared(outgoing.member or Member()),
    )


def _card(card: WriteContact, without: Set[str], known: Set[str]) -> WriteContact:
    contact = without_private(card.contact, without, known)
    via_name = card.via_name if contact.via else ""
    if without.isdisjoint(_NOTED):
        return replace(card, contact=contact, via_name=via_name)
    return WriteContact(contact, via_name=via_name)


def _records(table: Table, records: tuple[Any, ...], without: Set[str], known: Set[str]) -> Iterator[Any]:
    """A table's records about known contacts, without private properties and references to others."""
    if table.private is None:
        return
    names = table.private_names(without)
    for each in records:
        document = {name: value for name, value in table.document(each).items() if name not in names}
        document = table.with_people(document, lambda one: one if one in known else None)
        if not table.people_of or any(filter(None, table.references_in(document))):
            yield table.read(each.id, document)
