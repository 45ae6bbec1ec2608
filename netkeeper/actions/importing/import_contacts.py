"""Bringing contacts in: nobody twice, nobody lost, one step to take it all back."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.actions.importing.diary import new_diary_days
from netkeeper.actions.importing.plan import Choices, Plan
from netkeeper.actions.importing.planner import Planner, state_of
from netkeeper.actions.importing.write import put_plan, with_ids
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import ConflictError, InvalidValueError, UnreadableFileError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.review.placing import Placing
from netkeeper.domain.text.display import plain
from netkeeper.interchange.content import NO_HINTS, Hints, Incoming
from netkeeper.interchange.formats import ReadProgress, format_to_read
from netkeeper.interchange.locked import ENDING, is_locked, unlock
from netkeeper.phrases.counted import plural
from netkeeper.phrases.history import message_words
from netkeeper.store.network import Network
from netkeeper.system.files import why

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Table

SIZE_LIMIT_BYTES = 100_000_000
"""How large a file may be; address books with photos stay well below."""

MOST_CONTACTS = 30_000
"""The most of one file; a network of more is not one person's, and half a gigabyte of memory is enough for these."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        plan: What was done with each contact, and what was skipped.
        people: The added and updated contacts as they are now.
        what: What was done, in words; empty where there was nothing to do.
        waiting: How many of those who are new wait to be sorted.
    """

    plan: Plan
    people: tuple[Contact, ...]
    what: str = ""
    waiting: int = 0


def read_file(path: str, hints: Hints = NO_HINTS, progress: ReadProgress | None = None) -> Incoming:
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
    every: Placing | None = None,
    progress: ReadProgress | None = None,
) -> Imported:
    """Bring contacts in: one transaction, so one undo; a backup is made first.

    What is done is decided on at the moment of writing, when nobody else can write.

    Args:
        network: Where to.
        incoming: What was read, a file each.
        today: The day: the first turns of many new people are spread from here.
        source: What it came from, for the history.
        agreed: The plan that the person has seen; their choices count. None to do what is proposed.
        every: How often to be in touch with those of whom the files don't say it; None to have them wait to be
            sorted.
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
        plan = with_ids(plan, network)
        with network.transaction() as draft:
            people = put_plan(network, draft, plan, incoming, today, every, progress)
            counts = {"added": len(plan.added), "updated": len(plan.updated)}
            message = (
                Message("imported_from", {"source": plain(source), **counts}) if source else Message("imported", counts)
            )
            draft.describe(message)
            # Last of all, so that one that was cancelled leaves nothing behind.
            if network.storage.begun:
                network.storage.back_up("import")
        if diary := new_diary_days(network, plan, incoming):
            # A step of its own that nobody did: it is never in the way of taking the import back.
            with network.transaction("Noted what reviews offered") as draft:
                for day in diary:
                    draft.note_day(day)
    new_ids = plan.waiting
    waiting = sum(person.unsorted for person in people if person.id in new_ids)
    return Imported(plan, tuple(people), message_words(message), waiting)


def source_of(paths: Sequence[str]) -> str:
    """What the history calls the files that contacts came from."""
    first = os.path.basename(paths[0])
    return plural(len(paths), "{first}", "{first} and {more} more", first=first, more=len(paths) - 1)
