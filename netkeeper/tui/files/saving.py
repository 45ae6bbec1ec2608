"""Paths to save to: a suggested name, completion of folders, and the reading of a typed path."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from netkeeper.actions.network.find_files import SEPARATORS, look_into, possible_paths, split
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold
from netkeeper.tui.draw.paths import shortened

_ISOLATES = "\u2068\u2069"
_MOST_SUGGESTIONS = 50
_MOST_NAMES = 100


def suggested_path(folder: str, today: date, extension: str, what: str = "contacts") -> str:
    """A path in a folder that doesn't exist yet, like ``contacts-2027-01-31.vcf`` or ``contacts-2027-01-31-2.vcf``.

    Args:
        folder: Replaced by the home folder where an input can't hold its path.
        extension: With its dot; empty for a folder.
        what: The beginning of the name.
    """
    if not _can_be_typed(folder):
        folder = os.path.expanduser("~")
    stem = f"{what}-{today.isoformat()}"
    for name in (stem, *(f"{stem}-{number}" for number in range(2, _MOST_NAMES))):
        if not os.path.lexists(os.path.join(folder, name + extension)):
            break
    return os.path.join(shortened(folder), name + extension)


def typed_path(text: str, folder: str) -> str:
    """The absolute path that a typed or pasted text means for a new file; empty for an empty text.

    Args:
        folder: The folder for relative paths.
    """
    paths = [os.path.join(folder, path.replace("\0", "")) for path in possible_paths(text.strip())]
    into = (path for path in paths if os.path.isdir(os.path.dirname(path)))
    return os.path.abspath(next(into, paths[0])) if paths else ""


def with_extension(path: str, before: Sequence[str], after: str) -> str:
    """The path with an extension that is one of ``before`` replaced by ``after``; any other is unchanged."""
    stem, ending = os.path.splitext(path)
    return stem + after if ending.lower() in before else path


def suggest_folders(typed: str, _cursor: int, folder: str) -> list[Suggestion]:
    """Completions of a typed path by folders.

    Args:
        folder: The folder for relative paths.
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
        for entry in fitting[:_MOST_SUGGESTIONS]
    ]


def is_folder(text: str, path: str) -> bool:
    """Whether a typed text, and the path that it means, name a folder."""
    return text.strip().endswith(SEPARATORS) or os.path.isdir(path)


def _can_be_typed(text: str) -> bool:
    """Whether an input shows a name unchanged: it has no control or invisible characters."""
    return plain(text).strip(_ISOLATES) == text
