"""Where a file is to go: its name to begin with, the folders on the way, and what a typed path means."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from netkeeper.actions.network.find_files import SEPARATORS, look_into, meant_by, split
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold
from netkeeper.tui.draw.paths import shortened

_ISOLATES = "\u2068\u2069"
_MOST_OFFERS = 50
_MOST_NAMES = 100


def suggested_path(folder: str, today: date, extension: str, what: str = "contacts") -> str:
    """A path for a new file or folder: in a folder, with the day in its name, and not there yet.

    Args:
        folder: The folder; the home folder is taken where a line can't hold its name.
        extension: What the name ends in.
        what: What it begins with.
    """
    if not _can_be_typed(folder):
        folder = os.path.expanduser("~")
    stem = f"{what}-{today.isoformat()}"
    for name in (stem, *(f"{stem}-{number}" for number in range(2, _MOST_NAMES))):
        if not os.path.lexists(os.path.join(folder, name + extension)):
            break
    return os.path.join(shortened(folder), name + extension)


def path_meant(text: str, folder: str) -> str:
    """The whole path that a typed or pasted text means for a new file; empty for none.

    Args:
        folder: What it is relative to.
    """
    paths = [os.path.join(folder, path.replace("\0", "")) for path in meant_by(text.strip())]
    into = (path for path in paths if os.path.isdir(os.path.dirname(path)))
    return os.path.abspath(next(into, paths[0])) if paths else ""


def with_extension(path: str, before: Sequence[str], after: str) -> str:
    """A typed path that ends in one of ``before``, with ``after`` in its place; any other as it is."""
    stem, ending = os.path.splitext(path)
    return stem + after if ending.lower() in before else path


def offer_folders(typed: str, _cursor: int, folder: str) -> list[Suggestion]:
    """The folders that what is typed of a path can go on with.

    Args:
        folder: What it is relative to.
    """
    head, name = split(typed)
    wanted = fold(name)
    try:
        entries = look_into(os.path.join(folder, os.path.expanduser(head)))
    except UnreadableFileError:
        return []
    fitting = [
        entry
        for entry in entries
        if entry.is_folder
        and fold(entry.name).startswith(wanted)
        and entry.name.startswith(".") == name.startswith(".")
        and _can_be_typed(entry.name)
    ]
    fitting.sort(key=lambda entry: fold(entry.name))
    return [
        Suggestion(entry.name + os.sep, "", len(head), len(typed), entry.name + os.sep)
        for entry in fitting[:_MOST_OFFERS]
    ]


def is_folder(text: str, path: str) -> bool:
    """Whether what is typed names a folder rather than a file in one."""
    return text.strip().endswith(SEPARATORS) or os.path.isdir(path)


def _can_be_typed(text: str) -> bool:
    """Whether a line can hold a name as it is: nothing invisible in it, no controls."""
    return plain(text).strip(_ISOLATES) == text
