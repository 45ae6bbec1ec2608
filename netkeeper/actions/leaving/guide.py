"""The guide of a leaving pack: which file is for which program, what was read back, and checksums."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from netkeeper.actions.leaving.files import PackFile
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.locked import ENDING
from netkeeper.interchange.proof import Count
from netkeeper.phrases.counted import plural
from netkeeper.phrases.leaving import as_one_guide_words

GUIDE = "READ ME FIRST.txt"

_COLUMNS = 120

_CHECKSUM = re.compile(r"^([0-9a-f]{64})  ([^/\\\n]+)$", re.MULTILINE)
_LONGEST_GUIDE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the pack that was written, with its counts of what was written and read back.

    Attributes:
        digest: The SHA-256 of its bytes in hexadecimal.
        goes: Which program it is for, in this pack.
    """

    file: PackFile
    name: str
    counts: tuple[Count, ...]
    digest: str = ""
    goes: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it holds everything that its format can."""
        return all(count.is_whole for count in self.counts)

    @property
    def as_one(self) -> tuple[str, ...]:
        """Names of people who have several entries in it that an import takes for one."""
        return tuple(name for count in self.counts for name in count.as_one)


def guide_text(outgoing: Outgoing, written: Sequence[Written], *, for_team: bool, is_locked: bool) -> str:
    """The guide's text.

    Args:
        for_team: Whether the pack is for the team rather than for the member.
        is_locked: Whether its files are locked with a passphrase.
    """
    return "\n".join(_lines(outgoing, written, for_team=for_team, is_locked=is_locked)) + "\n"


def _lines(outgoing: Outgoing, written: Sequence[Written], *, for_team: bool, is_locked: bool) -> Iterator[str]:
    yield _heading(outgoing, for_team=for_team)
    if archived := sum(card.contact.archived for card in outgoing.cards):
        yield plural(
            archived,
            "{count} of them is archived, and is in a file beside the others where a program can't tell.",
            "{count} of them are archived, and are in files beside the others where a program can't tell.",
        )
    yield ""
    if for_team:
        yield from (line.format(ending=ENDING if is_locked else "") for line in _FOR_TEAM)
    yield from _LOCKED if is_locked else _PLAIN
    if archived:
        yield from _BESIDE
    yield from _PROVED if is_locked else _OPEN
    for each in written:
        counts = ", ".join(f"{count.what} {count.found} of {count.wanted}" for count in each.counts)
        yield from (each.name, *_indented(each.goes), *_indented(f"Read back and compared: {counts}."))
        if each.as_one:
            yield from _indented(as_one_guide_words(each.as_one))
        yield ""
    yield from _TEAM_END if for_team else _OWN_END
    yield from (
        "",
        "Checksums (SHA-256), by which a copy can be checked, and by which netkeeper knows its own files:",
        "",
    )
    for each in written:
        yield f"{each.digest}  {each.name}"


def _indented(text: str) -> list[str]:
    return wrap(text, _COLUMNS, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _heading(outgoing: Outgoing, *, for_team: bool) -> str:
    on = outgoing.on
    if not for_team:
        return plural(
            len(outgoing.cards),
            "Your network: {count} person, taken out of netkeeper on {on}.",
            "Your network: {count} people, taken out of netkeeper on {on}.",
            on=on,
        )
    team = outgoing.member.team if outgoing.member else ""
    return plural(
        len(outgoing.cards),
        "The contacts of {team}: {count} person, taken out of netkeeper on {on}.",
        "The contacts of {team}: {count} people, taken out of netkeeper on {on}.",
        on=on,
        team=team or "the team",
    )


_FOR_TEAM = (
    "What is private stayed behind: notes, how people were met, feelings, signals, hopes, importance, and what was",
    "promised and done. What is promised and still open is in follow-ups.ics{ending} and network.json{ending}.",
    "",
)

_PLAIN = (
    "Each kind of program wants a form of its own, so people are in several files. Take the one that fits, and only",
    "that one: the same people in two files in one place would be there twice.",
)

_LOCKED = (
    "The files are locked with your passphrase (age format), and this page is not. Without the passphrase nobody opens",
    "them, you neither. netkeeper import asks for it; any program for age opens them too:",
    "",
    "    age --decrypt -o contacts.vcf contacts.vcf.age",
    "",
    "Each kind of program wants a form of its own, so people are in several files. Open the one that fits, take only",
    "that one (the same people in two files in one place would be there twice), and delete what you opened afterwards.",
)

_BESIDE = ("A file of archived people has nobody else in it, and may go to the same place as the one that it names.",)

_OPEN = ("The files are not locked: whoever gets hold of them can read them.", "")

_PROVED = (
    "",
    "What is in each was read back and compared before it was locked, and the locked file is on the disk byte for byte.",
    "",
)

_OWN_END = ("These are other people's details. Keep the files to yourself, and delete those that you don't need.",)

_TEAM_END = ("These are other people's details. Keep the files within the team, and delete those that nobody needs.",)


def known_checksums(folder: str) -> Mapping[str, str]:
    """The checksums by file name that a folder's guide tells; none where there is no guide."""
    if not os.path.isfile(os.path.join(folder, GUIDE)):
        return {}
    try:
        with open(os.path.join(folder, GUIDE), "rb") as file:
            text = file.read(_LONGEST_GUIDE_BYTES).decode("utf-8", "replace")
    except OSError:
        return {}
    return {name: digest for digest, name in _CHECKSUM.findall(text)}


def is_of_pack(folder: str, name: str, checksums: Mapping[str, str]) -> bool:
    """Whether a file in a folder is unchanged from the pack whose guide told these checksums."""
    if not os.path.isfile(os.path.join(folder, name)):
        return False
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return checksums.get(name) == hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return False
