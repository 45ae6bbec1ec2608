"""Bringing contacts in: nobody twice, nobody lost, one step to take it all back."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netkeeper.actions.import_plan import Plan, is_news, plan_import
from netkeeper.domain.cadence import effective_cadence, spread
from netkeeper.domain.contact import Contact
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.fold import fold
from netkeeper.domain.ladder import StepChange
from netkeeper.domain.merging import completed
from netkeeper.interchange.cards import Reading
from netkeeper.interchange.content import Incoming
from netkeeper.interchange.formats import Progress, format_to_read
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft
from netkeeper.system.files import why

SIZE_LIMIT_BYTES = 100_000_000
"""How large a file may be; address books with photos stay well below."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        plan: What was done with each contact, and what was skipped.
        people: The added and updated contacts as they are now.
    """

    plan: Plan
    people: tuple[Contact, ...]


def read_file(path: str, *, encoding: str | None = None, progress: Progress | None = None) -> Incoming:
    """Read a file of contacts.

    Args:
        path: The file.
        encoding: What its text is encoded in, where the file does not tell.
        progress: Told how far the reading is; may raise to cancel.

    Raises:
        UnreadableFileError: It can't be read; the message names it.
    """
    data = _bytes_of(path)
    read = format_to_read(data).read
    assert read is not None
    try:
        return read(data, encoding, progress)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error


def _bytes_of(path: str) -> bytes:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError(f"{path} is a folder; name a file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(f"{path} is no ordinary file.")
        if status.st_size > SIZE_LIMIT_BYTES:
            raise UnreadableFileError(
                f"{path} is larger than {SIZE_LIMIT_BYTES // 1_000_000} MB; export it in parts, or without photos."
            )
        with open(path, "rb") as file:
            return file.read(SIZE_LIMIT_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "that is no file name"
        raise UnreadableFileError(f"Can't read {path}: {reason}.") from error


def preview(network: Network, incoming: Iterable[Incoming]) -> Plan:
    """What an import would do, with nothing changed."""
    return plan_import(network, _together(incoming))


def import_contacts(network: Network, incoming: Iterable[Incoming], today: date, *, source: str = "") -> Imported:
    """Bring contacts in: one transaction, so one undo; a backup is made first.

    Args:
        network: Where to.
        incoming: What was read, a file each.
        today: The day: the first turns of many new people are spread from here.
        source: What it came from, for the history.

    Raises:
        StoreError: It can't be written; nothing changed.
    """
    together = _together(incoming)
    with network.storage.lock():
        plan = plan_import(network, together)
        if not plan.changes_anything:
            return Imported(plan, ())
        if network.storage.begun:
            network.storage.back_up("import")
        with network.transaction() as draft:
            people = _put(network, draft, plan, together, today)
            counted = f"{len(plan.added)} new, {len(plan.updated)} updated"
            draft.describe(f"Imported {source} ({counted})" if source else f"Imported contacts ({counted})")
    return Imported(plan, tuple(people))


def _together(incoming: Iterable[Incoming]) -> Incoming:
    """Several files as one."""
    files = list(incoming)
    if len(files) == 1:
        return files[0]
    return Incoming(
        Reading(
            tuple(read for file in files for read in file.reading.contacts),
            tuple(skipped for file in files for skipped in file.reading.skipped),
        ),
        tuple(interaction for file in files for interaction in file.interactions),
        tuple(followup for file in files for followup in file.followups),
        next((file.member for file in files if file.member), None),
    )


def _put(network: Network, draft: NetworkDraft, plan: Plan, incoming: Incoming, today: date) -> list[Contact]:
    """Put everything of a plan into a transaction."""
    ids = {item.read.contact.id: item.contact.id for item in plan.items if item.read.contact.id}
    # Two cards of one file may be one person: the last word on a contact holds all that was said.
    people = {item.contact.id: item.contact for item in plan.items if item.action != "skip"}
    new = [people[item.contact.id] for item in plan.added]
    people.update((contact.id, contact) for contact in _spread_out(new, network, today))
    new_ids = {contact.id for contact in new}
    for contact_id, on in _put_history(network, draft, incoming, ids):
        person = people.get(contact_id) or network.contact(contact_id)
        first_on, last_on = min(on, person.first_on or on), max(on, person.last_on or on)
        people[contact_id] = replace(person, first_on=first_on, last_on=last_on)
    by_name = _ids_by_name([*network.names(), *((contact.id, contact.name) for contact in new)])
    for item in plan.items:
        if item.kept:
            draft.put_kept(item.contact.id, item.kept)
    if incoming.member is not None and network.is_empty and not network.member.name:
        draft.put_member(completed(network.member, incoming.member))
    return [
        draft.put_contact(_with_via(person, ids, by_name), as_it_was=person.id in new_ids) for person in people.values()
    ]


def _put_history(
    network: Network, draft: NetworkDraft, incoming: Incoming, ids: dict[str, str]
) -> list[tuple[str, date]]:
    """Bring along what happened and what was promised, with the ids that the people have here.

    Returns:
        Whom each new interaction was with, and when.
    """
    touched: list[tuple[str, date]] = []
    interactions = network.table("interactions") if incoming.interactions else {}
    for interaction in incoming.interactions:
        contact_ids = tuple(dict.fromkeys(ids[old] for old in interaction.contact_ids if old in ids))
        if contact_ids and interaction.id not in interactions:
            draft.put_interaction(replace(interaction, contact_ids=contact_ids))
            touched.extend((contact_id, interaction.on) for contact_id in contact_ids)
    followups = network.storage.table("followups")
    for followup in incoming.followups:
        if followup.contact_id in ids and is_news(followup, followups.get(followup.id)):
            draft.put_followup(replace(followup, contact_id=ids[followup.contact_id]))
    return touched


def _spread_out(new: Sequence[Contact], network: Network, today: date) -> list[Contact]:
    """Give new people whom nothing is known to have happened with their first turns, spread over their cadence."""
    cadences = network.member.cadences
    waiting: dict[int, list[Contact]] = {}
    others = []
    for contact in new:
        contact = contact if contact.ladder else replace(contact, ladder=(StepChange(today, contact.step),))
        days = effective_cadence(contact.cadence, contact.step, cadences)
        has_a_turn = contact.created or contact.last_on is not None or contact.first_turn_on is not None
        if days is None or has_a_turn or contact.archived:
            others.append(contact)
        else:
            waiting.setdefault(days, []).append(contact)
    for days, contacts in waiting.items():
        turns = spread(len(contacts), days, today)
        others.extend(replace(contact, first_turn_on=turn) for contact, turn in zip(contacts, turns, strict=True))
    return others


def _ids_by_name(names: Iterable[tuple[str, str]]) -> Callable[[str], str | None]:
    """Looks a name up: the id of the one contact who has it."""
    found: dict[str, str | None] = {}
    for contact_id, name in names:
        folded = fold(name)
        found[folded] = None if folded in found else contact_id
    return lambda name: found.get(fold(name))


def _with_via(contact: Contact, ids: dict[str, str], by_name: Callable[[str], str | None]) -> Contact:
    """The contact with whoever introduced it named by the id that it has here."""
    if not contact.via:
        return contact
    via = ids.get(contact.via) or by_name(contact.via) or contact.via
    return contact if via in (contact.via, contact.id) else replace(contact, via=via)
