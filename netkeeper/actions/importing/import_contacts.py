"""Importing contacts: reading files, the preview, and the import as one transaction."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.actions.importing.diary import new_diary_days
from netkeeper.actions.importing.plan import Choices, Plan, SameName
from netkeeper.actions.importing.planner import Planner, state_of
from netkeeper.actions.importing.write import put_plan, with_ids
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import ConflictError, InvalidValueError, UnreadableFileError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.review.placing import Placing
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import as_compared
from netkeeper.interchange.cards import ReadProgress
from netkeeper.interchange.content import NO_HINTS, Hints, Incoming
from netkeeper.interchange.formats import Format, format_to_read
from netkeeper.interchange.locked import ENDING, is_locked, unlock
from netkeeper.interchange.tidied import tidied
from netkeeper.interchange.zipped import connections_in
from netkeeper.phrases.counted import plural
from netkeeper.phrases.history import message_words
from netkeeper.store.network import Network
from netkeeper.system.files import why

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Table

SIZE_LIMIT_BYTES = 100_000_000
"""The largest file; address books with photos are well below."""

MOST_COLUMNS = 500
"""The most headers of columns that are remembered."""

MOST_CONTACTS = 30_000
"""The most contacts of one file: these take half a gigabyte of memory."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        people: The added and updated contacts.
        what: What was done, in words; empty where there was nothing to do.
        waiting: How many of the new contacts wait to be sorted.
    """

    plan: Plan
    people: tuple[Contact, ...]
    what: str = ""
    waiting: int = 0


def read_file(path: str, hints: Hints = NO_HINTS, progress: ReadProgress | None = None) -> Incoming:
    """Read a file of contacts.

    Args:
        hints: Encoding, columns, passphrase and the like, where the user gave them.
        progress: Called with how much is read; may raise to cancel.

    Raises:
        UnreadableFileError: It can't be read; the message names it.
    """
    data = _bytes_of(path)
    try:
        data = _unlocked(data, hints)
        found = format_to_read(data, path.removesuffix(ENDING), hints)
        incoming = read_as(found, data, hints, progress)
        if len(incoming.reading.contacts) > MOST_CONTACTS:
            raise UnreadableFileError(f"There are more than {MOST_CONTACTS:,} contacts in it; split it in several.")
        return replace(incoming, source=path)
    except UnreadableFileError as error:
        raise error.about_file(path) from error
    except MemoryError:
        raise UnreadableFileError(f"{path} takes more memory than there is; export it in parts.") from None


def read_as(known: Format, data: bytes, hints: Hints = NO_HINTS, progress: ReadProgress | None = None) -> Incoming:
    """Read the bytes of a file as one of a format, without what stands there in place of a value.

    Args:
        known: The format; one that can be read.
        hints: As for :func:`read_file`.
        progress: Called with how much is read; may raise to cancel.

    Raises:
        UnreadableFileError: It can't be read.
    """
    assert known.read is not None
    incoming = known.read(data, hints, progress)
    return replace(incoming, reading=tidied(incoming.reading), format=known.name)


def open_as_table(path: str, hints: Hints = NO_HINTS) -> Table:
    """Open a table of contacts, to show its columns; arguments and errors as :func:`read_file`."""
    from netkeeper.interchange.csv import open_table, parse_map

    data = _bytes_of(path)
    try:
        return open_table(_unlocked(data, hints), hints.encoding, parse_map(hints.columns), hints.header_line)
    except UnreadableFileError as error:
        raise error.about_file(path) from error


def _unlocked(data: bytes, hints: Hints) -> bytes:
    """The bytes to be read: unlocked, and those of the table of connections where it is LinkedIn's archive."""
    data = unlock(data, hints.passphrase) if is_locked(data) else data
    table = connections_in(data, SIZE_LIMIT_BYTES)
    return data if table is None else table


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


def preview(
    network: Network,
    incoming: Sequence[Incoming],
    choices: Choices | None = None,
    same_name: SameName = "sure",
) -> Plan:
    """The plan of an import; changes nothing.

    Args:
        choices: Actions instead of the proposed ones.
        same_name: What is proposed for whoever is recognized by the name and not by a key.

    Raises:
        InvalidValueError: A choice is of no contact, or isn't possible; the message says what is.
    """
    plan = Planner(network, incoming, same_name=same_name).plan(choices)
    for place, action in (choices or {}).items():
        if not 0 <= place < len(plan.items):
            raise InvalidValueError(f"There is no number {place + 1} to choose; there are 1 to {len(plan.items)}.")
        item = plan.items[place]
        if item.action != action and (item.action, action) != ("take", "update"):
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
    settled: Set[int] = frozenset(),
    progress: ReadProgress | None = None,
) -> Imported:
    """Import contacts in one transaction, after a backup.

    The plan is made, or checked, under the lock.

    Args:
        today: The day from which first turns of new contacts are spread.
        source: The source's name, for the history.
        agreed: The plan that the user has seen, with its choices; None for the proposals.
        every: The cadence of new contacts for which the files have none; None to have them wait to be sorted.
        settled: The places of those of whom a person has said that what the file says otherwise stays as it is here; it
            is not told again.
        progress: Called with how much is ready to be written; may raise to cancel, and nothing has changed.

    Raises:
        ConflictError: The plan isn't the agreed one any more, because the network has changed; nothing was written.
        StoreError: It can't be written; nothing changed.
    """
    with network.storage.lock():
        plan = agreed
        if plan is None or plan.as_of != state_of(network):
            same_name = agreed.same_name if agreed else "sure"
            plan = Planner(network, incoming, same_name=same_name).plan(agreed.choices if agreed else None)
        if agreed is not None and not plan.does_the_same(agreed):
            raise ConflictError("The network was changed meanwhile, and with it what there is to do; look once more.")
        left = [item.place for item in plan.contradicting if item.place in settled]
        columns = _columns_then(network, incoming)
        if not (plan.changes_anything or left):
            if columns != network.member.columns:
                with network.transaction("Noted what columns of tables are") as draft:
                    draft.put_member(replace(network.member, columns=columns))
            return Imported(plan, ())
        plan = with_ids(plan, network)
        with network.transaction() as draft:
            people = put_plan(network, draft, plan, incoming, today, every, settled, progress)
            if columns != network.member.columns:
                draft.put_member(replace(network.member, columns=columns))
            counts = {"added": len(plan.added), "updated": len(plan.updated)}
            message = (
                Message("imported_from", {"source": plain(source), **counts}) if source else Message("imported", counts)
            )
            if not plan.changes_anything:
                message = Message("left_as_here", {"count": len(left)})
            draft.describe(message)
            # Last, so that a cancelled import leaves none behind.
            if network.storage.begun and plan.changes_anything:
                network.storage.back_up("import")
        if diary := new_diary_days(network, plan, incoming):
            # A transaction of its own, which history and undo pass over, so that the import can still be undone.
            with network.transaction("Noted whom reviews selected") as draft:
                for day in diary:
                    draft.note_day(day)
    new_ids = plan.waiting
    waiting = sum(person.unsorted for person in people if person.id in new_ids)
    return Imported(plan, tuple(people), message_words(message), waiting)


def _columns_then(network: Network, incoming: Sequence[Incoming]) -> dict[str, str]:
    """What columns of tables are, as the user said then or now, by the folded header; for later tables with the same."""
    said = {as_compared(header): target for file in incoming for header, target in file.reading.chosen.items()}
    columns = {**network.member.columns, **said}
    return dict(columns) if columns == network.member.columns else dict(list(columns.items())[-MOST_COLUMNS:])


def source_of(paths: Sequence[str]) -> str:
    """The name of the files for the history: the first one's, and how many more."""
    first = os.path.basename(paths[0])
    return plural(len(paths), "{first}", "{first} and {more} more", first=first, more=len(paths) - 1)
