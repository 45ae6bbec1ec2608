"""The leaving pack: the network in every format, each file read back and compared with the network."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from netkeeper.actions.leaving.files import PACK, PackFile, files_for
from netkeeper.actions.leaving.guide import GUIDE, Written, guide_text, is_of_pack, known_checksums
from netkeeper.actions.leaving.proof import prove
from netkeeper.actions.network.exporting import file_separator, outgoing_of
from netkeeper.actions.network.for_others import team_share
from netkeeper.actions.network.interrupted import noted
from netkeeper.config import places
from netkeeper.domain.errors import AlreadyThereError, InvalidValueError, StoreError
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.locked import ENDING, lock
from netkeeper.interchange.proof import Count
from netkeeper.phrases.leaving import staying_words
from netkeeper.store.network import Network
from netkeeper.store.overwrite_guard import refuse_network_folder
from netkeeper.system.files import replace_file, why
from netkeeper.system.whole_folders import move_into, place_of, unfinished_folder

__all__ = ["GUIDE", "PACK", "Pack", "PackFile", "Written", "free_folder", "team_contacts", "write_pack"]

_ABSENT = "empty-network"
"""The name of a folder that is never made, of the network that files are imported into to prove them."""

PackProgress = Callable[[PackFile, int, int], None]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was written.

    Attributes:
        people: How many contacts it has.
        is_locked: Whether its files are locked with a passphrase.
        left: Names of files that stay in the folder and are called as a pack's are, because they are none of an
            earlier pack, or were changed since.
    """

    folder: str
    people: int
    files: tuple[Written, ...]
    left: tuple[str, ...] = ()
    is_locked: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every file holds all that its format can."""
        return not self.lacking

    @property
    def lacking(self) -> list[str]:
        """The names of the files that don't hold all that their format can."""
        return [file.name for file in self.files if not file.is_whole]

    @property
    def as_one(self) -> tuple[list[str], list[str]]:
        """The names of the files in which an import takes several entries for one person, and of these people."""
        people = {name: None for file in self.files for name in file.as_one}
        return [file.name for file in self.files if file.as_one], list(people)

    @property
    def whole_name(self) -> str:
        """The name of netkeeper's own file; empty where that lacks something."""
        own = [file.name for file in self.files if file.file.format == "json" and file.is_whole]
        return own[0] if own else ""


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
        for_team: Write the team's contacts only, without what is private.
        passphrase: Encrypts every file but the guide.
        force: Write into a folder that has files already, and replace those of the same name.
        progress: Called with the next file, how many are done, and how many there are; may raise to cancel, and
            nothing is left behind.

    Raises:
        InvalidValueError: There is no contact to write.
        AlreadyThereError: The folder has files in it, and ``force`` is off.
        StoreError: It can't be written, or the team would get files that are there already and may be of everybody;
            what was there is untouched.
    """
    folder = free_folder(folder, force=force)
    with network.storage.read_lock():
        ids = [contact.id for contact in team_contacts(network)] if for_team else None
        outgoing = outgoing_of(network, ids)
    if for_team:
        outgoing = team_share(outgoing)
    outgoing = replace(outgoing, on=places.today(), separator=file_separator(network))
    names = {_stored_name(file, passphrase) for file in files_for(outgoing)}
    if for_team and (staying := _earlier(folder, names)[1]):
        raise StoreError(staying_words(folder, staying), brief=staying_words("The folder", staying))
    with noted(network.folder, place_of(folder)), unfinished_folder(folder) as unfinished:
        written = tuple(_write_all(unfinished, outgoing, passphrase, progress, for_team=for_team))
        guide = guide_text(outgoing, written, for_team=for_team, is_locked=bool(passphrase))
        replace_file(os.path.join(unfinished, GUIDE), guide.encode("utf-8"))
        obsolete, left = _earlier(folder, names)
        move_into(unfinished, folder, obsolete)
    return Pack(folder, len(outgoing.cards), written, left, bool(passphrase))


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
    folder: str, outgoing: Outgoing, passphrase: str | None, progress: PackProgress | None, *, for_team: bool
) -> Iterator[Written]:
    files = files_for(outgoing)
    for done, file in enumerate(files):
        if progress is not None:
            progress(file, done, len(files))
        write = FORMATS[file.format].write
        assert write is not None
        content = file.content(outgoing)
        data = write(content)
        name = _stored_name(file, passphrase)
        path = os.path.join(folder, name)
        stored = lock(data, passphrase) if passphrase else data
        replace_file(path, stored, new_only=True)
        with open(path, "rb") as again:
            read_back = again.read()
        goes = file.text(ENDING if passphrase else "", for_team=for_team)
        yield Written(
            file,
            name,
            _proof(file, content, data, stored, read_back, os.path.join(folder, _ABSENT)),
            hashlib.sha256(read_back).hexdigest(),
            goes,
        )


def _proof(
    file: PackFile, content: Outgoing, data: bytes, stored: bytes, read_back: bytes, absent_folder: str
) -> tuple[Count, ...]:
    """The counts of a file that was read back.

    A locked one is compared byte by byte with what was locked, whose content is proved: age derives each file's key
    anew from the passphrase, which takes a second by design, and pyrage gives nobody the key that it has derived.
    """
    if read_back != stored:
        return (Count("as written", 0, 1),)
    return prove(file.format, read_back if stored is data else data, content, absent_folder)


def _stored_name(file: PackFile, passphrase: str | None) -> str:
    return file.name + (ENDING if passphrase else "")


def _earlier(folder: str, names: Collection[str]) -> tuple[list[str], tuple[str, ...]]:
    """What the folder has of an earlier pack and this one doesn't write, and files that are called as a pack's are.

    Args:
        names: The names of the files that this pack writes.

    Returns:
        Names of files that are unchanged since an earlier pack, and are in no use beside this one; and of others whose
        name is one of a pack's, locked or not.
    """
    checksums = known_checksums(folder)
    own = [name for name in checksums if name not in names and is_of_pack(folder, name, checksums)]
    others = {file.name + ending for file in PACK for ending in ("", ENDING)}.difference(names, own)
    left = sorted(name for name in others if os.path.lexists(os.path.join(folder, name)))
    return own, tuple(left)
