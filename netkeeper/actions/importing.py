"""Bringing contacts in: nobody twice, nobody lost, one step to take it all back."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.actions.import_decisions import NOT_YET
from netkeeper.actions.import_diary import new_diary_days
from netkeeper.actions.import_plan import Choices, Item, Plan
from netkeeper.actions.import_planner import Planner, ids_here, new_followups, new_interactions, source_name, state_of
from netkeeper.actions.promising import OpenPromises
from netkeeper.domain.cadence import effective_cadence, spread
from netkeeper.domain.contact import Contact
from netkeeper.domain.display import plain
from netkeeper.domain.errors import ConflictError, InvalidValueError, UnreadableFileError
from netkeeper.domain.fold import fold
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.ladder import StepChange
from netkeeper.domain.merging import completed
from netkeeper.domain.touch import with_days_of
from netkeeper.domain.updating import Said, remembered, said_of
from netkeeper.interchange.content import NO_HINTS, Hints, Incoming
from netkeeper.interchange.formats import Progress, format_to_read
from netkeeper.interchange.locked import ENDING, is_locked, unlock
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft
from netkeeper.system.files import why

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Table

SIZE_LIMIT_BYTES = 100_000_000
"""How large a file may be; address books with photos stay well below."""

MOST_CONTACTS = 30_000
"""The most of one file; a network of more is not one person's, and half a gigabyte of memory is enough for these."""

_PROGRESS_EVERY = 250


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        plan: What was done with each contact, and what was skipped.
        people: The added and updated contacts as they are now.
        what: What was done, in words; empty where there was nothing to do.
    """

    plan: Plan
    people: tuple[Contact, ...]
    what: str = ""


def read_file(path: str, hints: Hints = NO_HINTS, progress: Progress | None = None) -> Incoming:
    """Read a file of contacts.

    Args:
        path: The file.
        hints: What the person says of it.
        progress: Told how far the reading is; may raise to cancel.

    Raises:
        UnreadableFileError: It can't be read; the message names it.
    """
    data = _bytes_of(path)
    try:
        data = _unlocked(data, hints)
        found = format_to_read(data, path.removesuffix(ENDING), hints)
        assert found.read is not None
        incoming = found.read(data, hints, progress)
        if len(incoming.reading.contacts) > MOST_CONTACTS:
            raise UnreadableFileError(f"There are more than {MOST_CONTACTS:,} contacts in it; split it in several.")
        return replace(incoming, source=path, format=found.name)
    except UnreadableFileError as error:
        raise error.about_file(path) from error
    except MemoryError:
        raise UnreadableFileError(f"{path} takes more memory than there is; export it in parts.") from None


def open_as_table(path: str, hints: Hints = NO_HINTS) -> Table:
    """Open a file of contacts that is a table, to look at its columns; arguments and errors as :func:`read_file`."""
    from netkeeper.interchange.csv import open_table, parse_map

    data = _bytes_of(path)
    try:
        return open_table(_unlocked(data, hints), hints.encoding, parse_map(hints.columns), hints.header_line)
    except UnreadableFileError as error:
        raise error.about_file(path) from error


def _unlocked(data: bytes, hints: Hints) -> bytes:
    return unlock(data, hints.passphrase) if is_locked(data) else data


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


def preview(network: Network, incoming: Sequence[Incoming], choices: Choices | None = None) -> Plan:
    """What an import would do, with nothing changed.

    Args:
        network: Where to.
        incoming: What was read, a file each.
        choices: What the person wants otherwise than it is proposed.

    Raises:
        InvalidValueError: A choice is of nobody, or can't be; the message says what can.
    """
    plan = Planner(network, incoming).plan(choices)
    for place, action in (choices or {}).items():
        if not 0 <= place < len(plan.items):
            raise InvalidValueError(f"There is no number {place + 1} to choose; there are 1 to {len(plan.items)}.")
        item = plan.items[place]
        if item.action != action:
            raise InvalidValueError(
                f"Number {place + 1} ({item.read.contact.name}) can't be {action}; it can be {' or '.join(item.options)}."
            )
    return plan


def import_contacts(
    network: Network,
    incoming: Sequence[Incoming],
    today: date,
    *,
    source: str = "",
    agreed: Plan | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Bring contacts in: one transaction, so one undo; a backup is made first.

    What is done is decided on at the moment of writing, when nobody else can write.

    Args:
        network: Where to.
        incoming: What was read, a file each.
        today: The day: the first turns of many new people are spread from here.
        source: What it came from, for the history.
        agreed: The plan that the person has seen; their choices count. None to do what is proposed.
        progress: Told how much is ready to be written; may raise to cancel, and nothing has changed.

    Raises:
        ConflictError: What is to be done isn't what was agreed on, because the network has changed
            meanwhile; nothing was written.
        StoreError: It can't be written; nothing changed.
    """
    with network.storage.lock():
        plan = agreed
        if plan is None or plan.as_of != state_of(network):
            plan = Planner(network, incoming).plan(agreed.choices if agreed else None)
        if agreed is not None and not plan.does_the_same(agreed):
            raise ConflictError("The network was changed meanwhile, and with it what there is to do; look once more.")
        if not plan.changes_anything:
            return Imported(plan, ())
        plan = _with_ids(plan, network)
        with network.transaction() as draft:
            people = _put(network, draft, plan, incoming, today, progress)
            counted = f"{len(plan.added)} new, {len(plan.updated)} updated"
            what = f"Imported {plain(source)} ({counted})" if source else f"Imported contacts ({counted})"
            draft.describe(what)
            # Last of all, so that one that was cancelled leaves nothing behind.
            if network.storage.begun:
                network.storage.back_up("import")
        if diary := new_diary_days(network, plan, incoming):
            # A step of its own that nobody did: it is never in the way of taking the import back.
            with network.transaction("Noted what reviews offered") as draft:
                for day in diary:
                    draft.note_day(day)
    return Imported(plan, tuple(people), what)


def source_of(paths: Sequence[str]) -> str:
    """What the history calls the files that contacts came from."""
    first = os.path.basename(paths[0])
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"


def _with_ids(plan: Plan, network: Network) -> Plan:
    """The plan with an id for everybody who is new."""
    ids = {item.contact.id: "" for item in plan.added if item.contact.id.startswith(NOT_YET)}
    for not_yet in ids:
        ids[not_yet] = network.storage.new_id("contacts")

    def settled(item: Item) -> Item:
        contact_id = ids.get(item.contact.id)
        return replace(item, contact=replace(item.contact, id=contact_id)) if contact_id else item

    return replace(plan, items=tuple(map(settled, plan.items)))


def _put(
    network: Network,
    draft: NetworkDraft,
    plan: Plan,
    incoming: Sequence[Incoming],
    today: date,
    progress: Progress | None,
) -> list[Contact]:
    """Put everything of a plan into a transaction."""
    ids = ids_here(plan.items)
    # Two cards of one file may be one person: the last word on a contact holds all that was said.
    people = {item.contact.id: item.contact for item in plan.items if item.action != "skip"}
    new = [people[item.contact.id] for item in plan.added]
    people.update((contact.id, contact) for contact in _spread_out(new, network, today))
    new_ids = {contact.id for contact in new}
    for interaction in _put_history(network, draft, incoming, ids):
        for contact_id in interaction.contact_ids:
            person = people.get(contact_id) or network.contact(contact_id)
            people[contact_id] = with_days_of(person, interaction)
    introducers = _Introducers(network, plan, new, ids)
    for item in plan.items:
        if item.kept:
            draft.put_kept(item.contact.id, item.kept)
    _put_said(network, draft, plan, incoming)
    member = next((file.member for file in incoming if file.member), None)
    if member is not None and network.is_empty and not network.member.name:
        draft.put_member(completed(network.member, member))
    for day in new_diary_days(network, plan, incoming):
        draft.put_answer(day)
    put = []
    for done, person in enumerate(people.values()):
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done, len(people))
        put.append(draft.put_contact(introducers.named_in(person), as_it_was=person.id in new_ids))
    if progress is not None:
        progress(len(people), len(people))
    return put


def _put_said(network: Network, draft: NetworkDraft, plan: Plan, incoming: Sequence[Incoming]) -> None:
    """Remember what each source says of whom, so that a later file of it tells what is new."""
    sources = (source_name(file, read) for file in incoming for read in file.reading.contacts)
    cards: dict[str, dict[str, list[Contact]]] = {}
    said: dict[str, dict[str, Said]] = {}
    for item, source in zip(plan.items, sources, strict=True):
        contact_id = item.contact.id
        if not item.is_left_out and not contact_id.startswith(NOT_YET):
            cards.setdefault(contact_id, {}).setdefault(source, []).append(item.read.contact)
            if item.action == "add" and item.read.said:
                said[contact_id] = dict(item.read.said)
    for contact_id, by_source in cards.items():
        before = network.said(contact_id)
        now = {**before, **said.get(contact_id, {})}
        for source, contacts in by_source.items():
            now = remembered(now, source, said_of(contacts))
        if now != before:
            draft.put_said(contact_id, now)


def _put_history(
    network: Network, draft: NetworkDraft, incoming: Sequence[Incoming], ids: dict[str, str]
) -> list[Interaction]:
    """Bring along what happened and what was promised, with the ids that the people have here.

    Returns:
        The new interactions.
    """
    new: list[Interaction] = []
    for interaction in new_interactions(network, incoming):
        contact_ids = tuple(dict.fromkeys(ids[old] for old in interaction.contact_ids if old in ids))
        if contact_ids:
            new.append(draft.put_interaction(replace(interaction, contact_ids=contact_ids)))
    waiting = OpenPromises(network, draft)
    for followup in new_followups(network, incoming, ids):
        if followup.is_open:
            waiting.put(followup)
        else:
            draft.put_followup(followup)
    return new


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


class _Introducers:
    """Whoever introduced somebody, by the id that they have here."""

    def __init__(self, network: Network, plan: Plan, new: Iterable[Contact], ids: dict[str, str]) -> None:
        self._ids = ids
        self._by_name: dict[str, str | None] = {}
        for contact_id, name in (*network.names(), *((contact.id, contact.name) for contact in new)):
            folded = fold(name)
            self._by_name[folded] = None if folded in self._by_name else contact_id
        # Of those who stay away, the name is all there is.
        self._left_out = {item.read.contact.id: item.read.contact.name for item in plan.items if item.is_left_out}

    def named_in(self, contact: Contact) -> Contact:
        """The contact, with whoever introduced it named as they are here."""
        if not contact.via:
            return contact
        name = self._left_out.get(contact.via, contact.via)
        via = self._ids.get(contact.via) or self._by_name.get(fold(name)) or name
        return contact if via in (contact.via, contact.id) else replace(contact, via=via)
