"""Checking a network's files and content, read-only."""

from __future__ import annotations

import os
from collections.abc import Iterator

from netkeeper.domain.errors import DamagedError, NetkeeperError
from netkeeper.domain.people.photos import digest_in
from netkeeper.domain.records.tables import TABLES, exchanged_tables, tables_naming_people
from netkeeper.phrases.counted import counted, plural
from netkeeper.store import backups
from netkeeper.store.diagnosis import Diagnosis, bad, good, note
from netkeeper.store.folder_checks import examine_folder
from netkeeper.store.journal import Journal, Transaction
from netkeeper.store.layout import DATA_FILES, JOURNAL_FILE
from netkeeper.store.opening import OpenedNetwork, check_order, read_whole
from netkeeper.store.photos import photos_folder, read_photo
from netkeeper.store.restore import backup_problem
from netkeeper.store.snapshot import SnapshotStorage, Tables
from netkeeper.system.files import why

__all__ = ["Diagnosis", "examine"]


def examine(folder: str) -> list[Diagnosis]:
    """Check a network's folder, which need not exist.

    Returns:
        The findings in display order; damage is a finding, not an error.
    """
    folder = os.path.abspath(folder)
    if not os.path.lexists(folder):
        return [note(f"There is no network in {folder} yet; netkeeper add NAME begins one.")]
    try:
        os.listdir(folder)
    except OSError as error:
        return [bad(f"Can't look into {folder}: {why(error)}; name another folder with --data.")]
    found = _read_network(folder)
    return [*_files(folder, found), *_contents(folder, found), *examine_folder(folder), *_backups(folder, found)]


ReadNetwork = tuple[OpenedNetwork, Tables] | NetkeeperError | None
"""A network, the error of reading it, or None if there is none."""


def _read_network(folder: str) -> ReadNetwork:
    try:
        return read_whole(folder)
    except NetkeeperError as error:
        return error


def _files(folder: str, found: ReadNetwork) -> Iterator[Diagnosis]:
    """Findings about each file by itself, then about their consistency."""
    reported = set()
    for name in DATA_FILES:
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            try:
                yield from _journal(path) if name == JOURNAL_FILE else _snapshot(path)
            except NetkeeperError as error:
                reported.add(name)
                yield bad(str(error))
        elif isinstance(found, NetkeeperError):
            reported.add(name)
            yield bad(f"{path} is missing, though other files of the network are there.")
    if isinstance(found, NetkeeperError) and not reported:
        yield bad(str(found))


def _snapshot(path: str) -> Iterator[Diagnosis]:
    storage = SnapshotStorage(path)
    tables = storage.read()
    if tables is None or storage.meta is None:
        return
    count = sum(len(documents) for documents in tables.values())
    yield good(
        f"{os.path.basename(path)} is whole: {counted(count, 'entry', 'entries')}, up to change {storage.meta.seq}."
    )


def _journal(path: str) -> Iterator[Diagnosis]:
    found = Journal(path).read()
    if found is None or found.header is None:
        return
    check_order(Journal(path), found.header.base, found.transactions)
    count = counted(len(found.transactions), "change")
    yield good(f"{JOURNAL_FILE} is whole: {count} since change {found.header.base}.")
    unfinished = os.stat(path).st_size - found.place.offset
    if unfinished > 0:
        yield note(
            f"{JOURNAL_FILE} ends in a line of {counted(unfinished, 'byte')} that was cut short before it was saved; "
            "the next change clears it away."
        )


def _contents(folder: str, found: ReadNetwork) -> Iterator[Diagnosis]:
    """Findings about the content, if it can be read."""
    if isinstance(found, NetkeeperError):
        return
    if found is None:
        yield note(f"There is no network in {folder} yet; netkeeper add NAME begins one.")
        return
    opened, tables = found
    yield good(_summary(folder, opened, tables))
    yield from _unreadable(tables)
    yield from _dangling_references(tables)
    yield from _photos(folder, tables)


def _summary(folder: str, opened: OpenedNetwork, tables: Tables) -> str:
    contacts = tables.get("contacts", {})
    archived = sum(1 for document in contacts.values() if document.get("archived"))
    parts = [counted(len(contacts), "person", "people") + (f" ({archived} archived)" if archived else "")]
    for table in exchanged_tables():
        if table.people_of:
            documents = tables.get(table.name, {})
            open_ones = sum(1 for document in documents.values() if document.get("status") == "open")
            has_status = table.name == "followups" and documents
            parts.append(counted(len(documents), table.record) + (f" ({open_ones} open)" if has_status else ""))
    last = _last_change(folder, opened)
    since = f"; the last change, {last.at}: {last.what}" if last else ""
    return f"It holds {', '.join(parts)}{since}."


def _last_change(folder: str, opened: OpenedNetwork) -> Transaction | None:
    """The last transaction in the journal or the newest archived one."""
    if opened.in_journal:
        return opened.in_journal[-1]
    try:
        for path in backups.archived_journals(folder, opened.network)[:1]:
            kept = Journal(path).read()
            return kept.transactions[-1] if kept and kept.transactions else None
    except NetkeeperError:
        pass  # Reported by ``_backups``.
    return None


def _unreadable(tables: Tables) -> Iterator[Diagnosis]:
    """Documents that are valid JSON but not valid records of their table."""
    for table in TABLES.values():
        strange = []
        for number, document in tables.get(table.name, {}).items() if table.decode is not None else ():
            try:
                table.read(number, document)
            except (NetkeeperError, LookupError, TypeError, ValueError, AttributeError):
                strange.append(number)
        if strange:
            yield bad(
                f"{counted(len(strange), 'entry', 'entries')} of {table.name} can't be read: {_first_few(strange)}."
            )


def _dangling_references(tables: Tables) -> Iterator[Diagnosis]:
    """References to contacts that don't exist."""
    people = tables.get("contacts", {})
    for table in tables_naming_people():
        documents = tables.get(table.name, {})
        numbers = [n for n, document in documents.items() if not people.keys() >= set(table.references_in(document))]
        if numbers:
            yield note(
                f"{counted(len(numbers), table.people_of[0].called)} with somebody who isn't there any more: {_first_few(numbers)}. "
                "That does no harm; netkeeper history shows what was taken away."
            )


def _photos(folder: str, tables: Tables) -> Iterator[Diagnosis]:
    """Photos that are missing or damaged, by the names of their contacts."""
    referred = [
        (contact_id, digest)
        for contact_id, document in tables.get("kept", {}).items()
        for line in document.get("lines", ())
        if (digest := digest_in(line))
    ]
    whole = {digest for digest in {each for _, each in referred} if read_photo(folder, digest) is not None}
    people = tables.get("contacts", {})
    lost = list(dict.fromkeys(contact_id for contact_id, digest in referred if digest not in whole))
    if whole:
        yield good(plural(len(whole), "1 photo is whole.", "{count:,} photos are whole."))
    if lost:
        names = [str(people.get(contact_id, {}).get("name", contact_id)) for contact_id in lost]
        yield bad(
            plural(
                len(lost),
                "The photo of {names} is gone or damaged; all else is there. Importing the card again brings it back, "
                "once what is damaged is removed from {folder}.",
                "The photos of {names} are gone or damaged; all else is there. Importing the cards again brings them "
                "back, once what is damaged is removed from {folder}.",
                names=_first_few(names),
                folder=photos_folder(folder),
            )
        )
    if unused := backups.photo_names(folder) - {digest for _, digest in referred}:
        yield note(
            plural(
                len(unused),
                "1 photo is nobody's any more; it is kept for as long as undo or a backup may bring it back.",
                "{count:,} photos are nobody's any more; they are kept for as long as undo or a backup may bring them back.",
            )
        )


def _first_few(numbers: list[str], most: int = 3) -> str:
    rest = f" and {len(numbers) - most} more" if len(numbers) > most else ""
    return ", ".join(numbers[:most]) + rest


def _backups(folder: str, network: ReadNetwork) -> Iterator[Diagnosis]:
    """Findings about backups and archived journals, and the remedy for damage."""
    try:
        found = [backup for backup in backups.list_backups(folder) if backup.reason != backups.DAMAGED]
        journals = backups.all_archived_journals(folder)
    except NetkeeperError as error:
        yield bad(str(error))
        return
    problems = {backup.name: backup_problem(folder, backup.name) for backup in found}
    whole = [backup.name for backup in found if problems[backup.name] is None]
    if whole:
        yield good(f"{counted(len(whole), 'good backup')}; the newest is {whole[0]}.")
    elif network is not None:
        yield note("There is no good backup yet; netkeeper backup makes one.")
    for name, problem in problems.items():
        if problem is not None:
            yield note(f"The backup {name} is no good: {problem} It can be removed.")
    for path in journals:
        try:
            Journal(path).read()
        except NetkeeperError as error:
            yield note(f"{error} It is only needed to look back and undo beyond it.")
    yield from _remedy(folder, network, has_backup=bool(whole))


def _remedy(folder: str, network: ReadNetwork, *, has_backup: bool) -> Iterator[Diagnosis]:
    """The remedy for a damaged or missing network."""
    if isinstance(network, DamagedError):
        if has_backup:
            yield note("netkeeper restore brings the newest good backup back; what is there now is put aside first.")
        else:
            yield note("Nothing was changed. A copy of the folder from elsewhere (another disk) may be whole.")
    elif network is None and has_backup:
        yield bad(f"There is no network in {folder}, but there are backups of one; netkeeper restore brings it back.")
