"""Small networks, and looks at their files."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime

from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.records import Fields
from netkeeper.store.layout import DATA_FILES
from netkeeper.store.network import Network
from netkeeper.store.storage import JournaledStorage

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Plain = dict[str, dict[str, Fields]]


def storage_at(folder: str, moment: datetime = MOMENT) -> JournaledStorage:
    """The storage of a folder, at a fixed moment."""
    return JournaledStorage(folder, clock=lambda: moment)


def network_at(folder: str, moment: datetime = MOMENT) -> Network:
    """The network in a folder, at a fixed moment."""
    return Network(folder, clock=lambda: moment)


def put(storage: JournaledStorage, table: str, number: str, **document: object) -> None:
    """One transaction that sets one document."""
    with storage.transaction(f"Put {number} into {table}") as draft:
        draft.put(table, number, dict(document))


def remove(storage: JournaledStorage, table: str, number: str) -> None:
    """One transaction that removes one document."""
    with storage.transaction(f"Removed {number} from {table}") as draft:
        draft.put(table, number, None)


def add_people(network: Network, *names: str) -> list[str]:
    """Add people, each in a transaction of its own; their ids."""
    ids = []
    for name in names:
        with network.transaction(f"Added {name}") as draft:
            ids.append(draft.put_contact(Contact(id="", name=name)).id)
    return ids


def log_with(network: Network, contact_id: str, note: str) -> str:
    """Log a meeting; its id."""
    with network.transaction(f"Logged {note}") as draft:
        return draft.put_interaction(Interaction("", MOMENT.date(), (contact_id,), note=note)).id


def plain(storage: JournaledStorage) -> Plain:
    """All that a storage holds, as plain dictionaries, empty tables left out."""
    return {name: dict(documents) for name, documents in storage.read().items() if documents}


def on_disk(folder: str) -> Plain:
    """All that the files of a network hold, read anew."""
    return plain(JournaledStorage(folder))


def bytes_of(folder: str) -> dict[str, bytes]:
    """The bytes of the network's files, those that are there."""
    found = {}
    for name in DATA_FILES:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                found[name] = file.read()
    return found


def every_path(folder: str) -> list[str]:
    """Everything in a folder and below, itself included."""
    below = [os.path.join(parent, name) for parent, folders, names in os.walk(folder) for name in (*folders, *names)]
    return [folder, *below]


def modes(folder: str) -> dict[str, str]:
    """The mode of everything in a folder, by path below it, in octal."""
    return {os.path.relpath(path, folder): oct(stat.S_IMODE(os.lstat(path).st_mode)) for path in every_path(folder)}


def fingerprint(folder: str) -> dict[str, tuple[int, int, int]]:
    """What changes when anything in a folder is written: numbers, sizes and times of all that is in it."""
    found = {}
    for path in every_path(folder):
        status = os.lstat(path)
        found[path] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def unfinished(folder: str) -> list[str]:
    """What killed writes left behind."""
    return [path for path in every_path(folder) if os.path.basename(path).startswith(".netkeeper-tmp-")]


def outcome(act: Callable[[], object]) -> str:
    """The message of the error that something raises; empty where it raises none."""
    from netkeeper.domain.errors import NetkeeperError

    try:
        act()
    except NetkeeperError as error:
        return str(error)
    return ""
