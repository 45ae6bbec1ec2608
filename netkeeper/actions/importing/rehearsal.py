"""An import into an empty network that exists in memory only: what would be there afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from netkeeper.actions.importing.plan import Item
from netkeeper.actions.importing.planner import Planner
from netkeeper.actions.importing.write import put_plan, with_ids
from netkeeper.domain import records
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.records.tables import TABLES
from netkeeper.interchange.content import Incoming
from netkeeper.store.draft import Draft
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What an import into an empty network brings.

    Attributes:
        contacts: The contacts.
        records: The records by table.
        kept: The contacts' unknown properties by id.
        as_one: What each entry of the files has, by the id of the contact, for contacts that several were taken for.
    """

    contacts: tuple[Contact, ...]
    records: Mapping[str, tuple[Any, ...]]
    kept: Mapping[str, tuple[str, ...]]
    as_one: Mapping[str, tuple[Contact, ...]]


def rehearsed(incoming: Sequence[Incoming], absent_folder: str, today: date) -> Rehearsed:
    """Import files into an empty network up to its commit, which never comes; nothing is written.

    Args:
        absent_folder: The path of a folder that doesn't exist.
        today: The day from which first turns of new contacts are spread.
    """
    network = Network(absent_folder)
    plan = with_ids(Planner(network, incoming).plan(), network)
    draft = Draft("", lambda *_: None)
    put_plan(
        network,
        NetworkDraft(draft, network.storage, datetime.combine(today, datetime.min.time(), UTC)),
        plan,
        incoming,
        today,
        None,
        frozenset(),
        None,
    )
    found: dict[str, dict[str, Any]] = {}
    for change in draft.changes():
        found.setdefault(change.table, {})[change.id] = change.after
    return Rehearsed(
        tuple(records.contact_from(*each) for each in found.get("contacts", {}).items()),
        {
            name: tuple(TABLES[name].read(*each) for each in documents.items())
            for name, documents in found.items()
            if TABLES[name].exchanged
        },
        {number: tuple(document["lines"]) for number, document in found.get("kept", {}).items()},
        _as_one(plan.items),
    )


def _as_one(items: Iterable[Item]) -> dict[str, tuple[Contact, ...]]:
    entries: dict[str, list[Contact]] = {}
    for item in items:
        entries.setdefault(item.contact.id, []).append(item.contact if item.action == "add" else item.read.contact)
    return {number: tuple(each) for number, each in entries.items() if len(each) > 1}
