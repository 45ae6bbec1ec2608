"""The leaving pack: the network in every format, each file read back and compared with the network."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from netkeeper.actions.network.exporting import outgoing_of
from netkeeper.actions.network.for_others import team_share
from netkeeper.config import places
from netkeeper.domain.errors import AlreadyThereError, InvalidValueError, StoreError
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.locked import ENDING, lock, unlock
from netkeeper.interchange.proof import Count, prove
from netkeeper.phrases.counted import plural
from netkeeper.store.network import Network
from netkeeper.store.overwrite_guard import refuse_network_folder
from netkeeper.system.files import make_folder, remove_tree, replace_file, why

PackProgress = Callable[[int, int], None]

GUIDE = "READ ME FIRST.txt"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack.

    Attributes:
        format: The format's name in ``FORMATS``.
        goes: Which program it is for and how to import it, for the pack's guide.
        as_events: Whether follow-ups are events in it rather than tasks.
    """

    name: str
    format: str
    goes: str
    as_events: bool = False


PACK: Sequence[PackFile] = (
    PackFile("contacts.vcf", "vcard", "Phone, iPhone and Mac: send it to yourself and open it; they ask to add all contacts."),
    PackFile("contacts-vcard-4.vcf", "vcard4", "Address books that want vCard 4.0, such as Nextcloud."),
    PackFile("google.csv", "google", "Google: contacts.google.com, Import, choose this file."),
    PackFile("outlook.csv", "outlook", "Outlook: People, Manage contacts, Import contacts, choose this file."),
    PackFile("contacts.csv", "csv", "A spreadsheet: in Excel, Data, From Text/CSV; in LibreOffice, just open it."),
    PackFile("follow-ups.ics", "ics", "Apple Reminders, Thunderbird, Nextcloud: what you promised, as tasks, and birthdays."),
    PackFile("follow-ups-as-events.ics", "ics", "Google Calendar and Outlook, which pass over tasks: the same as all-day events.", True),
    PackFile("network-book.html", "html", "To read and to print: open it in any browser, also without a connection."),
    PackFile("network-book.md", "markdown", "The same as text, for notes programs such as Obsidian."),
    PackFile("network.json", "json", "Another netkeeper: netkeeper import network.json brings everything, nothing lost."),
)  # fmt: skip
"""The files of the pack, in the order of its guide."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the pack that was written, with its counts of what was written and read back."""

    file: PackFile
    name: str
    counts: tuple[Count, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it holds everything that its format can."""
        return all(count.is_whole for count in self.counts)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was written.

    Attributes:
        people: How many contacts it has.
    """

    folder: str
    people: int
    files: tuple[Written, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every file holds all that its format can."""
        return all(file.is_whole for file in self.files)


def write_pack(
    network: Network,
    folder: str,
    *,
    for_team: bool = False,
    passphrase: str | None = None,
    force: bool = False,
    progress: PackProgress | None = None,
) -> Pack:
    """Write the pack and prove it: every file is read back from the disk and compared with the network.

    Args:
        folder: A new folder, or an empty one.
        for_team: Write the team's contacts only, without notes, feelings and hopes.
        passphrase: Encrypts every file but the guide.
        force: Write into a folder that has files already, and replace those of the same name.
        progress: Called with how many files are done; may raise to cancel, and nothing is left behind.

    Raises:
        InvalidValueError: There is no contact to write.
        AlreadyThereError: The folder has files in it, and ``force`` is off.
        StoreError: It can't be written; what was there is untouched.
    """
    folder = free_folder(folder, force=force)
    with network.storage.read_lock():
        ids = [contact.id for contact in team_contacts(network)] if for_team else None
        outgoing = outgoing_of(network, ids)
    if for_team:
        outgoing = team_share(outgoing)
    outgoing = replace(outgoing, on=places.today())
    has_files = os.path.isdir(folder) and bool(os.listdir(folder))
    parent = os.path.dirname(folder)
    make_folder(parent)
    try:
        unfinished = tempfile.mkdtemp(prefix=".netkeeper-pack-", dir=parent)
    except OSError as error:
        raise StoreError(f"Can't write {folder}: {why(error)}; nothing was changed.") from error
    try:
        written = _write_all(unfinished, outgoing, passphrase, progress)
        replace_file(os.path.join(unfinished, GUIDE), _guide(outgoing, written, passphrase).encode("utf-8"))
        _move(unfinished, folder, has_files=has_files)
    finally:
        if os.path.isdir(unfinished):
            remove_tree(unfinished)
    return Pack(folder, len(outgoing.cards), written)


def free_folder(folder: str, *, force: bool = False) -> str:
    """The absolute path of a folder that a pack may be written into.

    Raises:
        AlreadyThereError: It has files in it, and ``force`` is off.
        StoreError: It is no folder, has a network in it, or can't be read.
    """
    folder = os.path.abspath(os.path.expanduser(folder))
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise StoreError(f"{folder} is a file; name a folder.")
    refuse_network_folder(folder)
    try:
        if os.path.isdir(folder) and os.listdir(folder) and not force:
            raise AlreadyThereError(folder)
    except OSError as error:
        raise StoreError(f"Can't look into {folder}: {why(error)}.") from error
    return folder


def team_contacts(network: Network) -> list[Contact]:
    """The contacts that belong to the team.

    Raises:
        InvalidValueError: There is none.
    """
    people = [contact for contact in network.contacts() if contact.of_team]
    if not people:
        raise InvalidValueError(
            "Nobody is marked as the team's yet; mark them first: W in People, or netkeeper edit WHO whose:team.",
            brief="Nobody is marked as the team's yet; W in People marks them.",
        )
    return people


def _write_all(
    folder: str, outgoing: Outgoing, passphrase: str | None, progress: PackProgress | None
) -> tuple[Written, ...]:
    written = []
    for done, file in enumerate(PACK):
        if progress is not None:
            progress(done, len(PACK))
        write = FORMATS[file.format].write
        assert write is not None
        data = write(replace(outgoing, as_events=file.as_events))
        name = file.name + (ENDING if passphrase else "")
        path = os.path.join(folder, name)
        replace_file(path, lock(data, passphrase) if passphrase else data, new_only=True)
        with open(path, "rb") as again:
            read_back = again.read()
        read_back = unlock(read_back, passphrase) if passphrase else read_back
        written.append(Written(file, name, prove(file.format, read_back, outgoing)))
    return tuple(written)


def _move(unfinished: str, folder: str, *, has_files: bool) -> None:
    """Move the finished pack to its folder: as a whole, or file by file into one that has other files."""
    try:
        if not has_files:
            os.replace(unfinished, folder) if not os.path.isdir(folder) else _into(unfinished, folder)
        else:
            _into(unfinished, folder)
    except OSError as error:
        raise StoreError(f"Can't write {folder}: {why(error)}.") from error


def _into(unfinished: str, folder: str) -> None:
    for name in os.listdir(unfinished):
        os.replace(os.path.join(unfinished, name), os.path.join(folder, name))
        # An earlier pack may have left the same file unencrypted, or encrypted with another passphrase.
        other = os.path.join(folder, name.removesuffix(ENDING) if name.endswith(ENDING) else name + ENDING)
        if name != GUIDE and os.path.lexists(other):
            os.remove(other)


def _guide(outgoing: Outgoing, written: Sequence[Written], passphrase: str | None) -> str:
    """The guide: which file is for which program, with the counts of what was read back."""
    count = len(outgoing.cards)
    lines = [
        plural(
            count,
            "Your network: {count} person, taken out of netkeeper on {on}.",
            "Your network: {count} people, taken out of netkeeper on {on}.",
            on=outgoing.on,
        ),
        "",
        "Each file holds the same people in the form that one kind of program wants. Take the one that fits, and",
        "only that one: two of them in the same place would bring everybody twice.",
        "",
    ]
    if passphrase:
        lines += [
            "The files are locked with your passphrase (age format). netkeeper import asks for it; any program for age",
            "opens them too: age --decrypt -o contacts.vcf contacts.vcf.age",
            "",
        ]
    for each in written:
        lines += [each.name, f"    {each.file.goes}"]
        counts = ", ".join(f"{count.what} {count.found} of {count.wanted}" for count in each.counts)
        lines += [f"    Read back and compared: {counts}.", ""]
    lines += [
        "These are other people's details. Keep the files to yourself, and delete those that you don't need.",
        "",
    ]
    return "\n".join(lines)
