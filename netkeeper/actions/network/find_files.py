"""Finding a file to import: listing a folder, and parsing a typed or pasted path."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.formats import read_by_ending
from netkeeper.system.files import why

SEPARATORS = (os.sep, os.altsep) if os.altsep else (os.sep,)
"""The path separators of this platform."""


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """An entry of a folder.

    Attributes:
        name: Not safe to show.
        is_folder: Whether it is a folder, or a link to one.
        format: The title of the format that reads files of such a name; empty for none.
        size: In bytes; None for all but files.
        changed_at: When it was last changed, in local time; None where that is unknown.
    """

    name: str
    path: str
    is_folder: bool
    format: str = ""
    size: int | None = None
    changed_at: datetime | None = None


def look_into(folder: str) -> list[FolderEntry]:
    """The entries of a folder, hidden ones too: files that can be imported, folders, the rest; each newest first.

    Raises:
        UnreadableFileError: It can't be read.
    """
    try:
        with os.scandir(folder) as found:
            entries = [_entry(each) for each in found]
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "that is no file name"
        raise UnreadableFileError(f"Can't look into {folder}: {reason}.") from error
    return sorted(entries, key=_place)


def _entry(found: os.DirEntry[str]) -> FolderEntry:
    try:
        status = found.stat()
    except OSError:
        return FolderEntry(found.name, found.path, is_folder=False)  # A broken link, or deleted meanwhile.
    is_folder = stat.S_ISDIR(status.st_mode)
    is_file = stat.S_ISREG(status.st_mode)
    known = read_by_ending(found.name) if is_file else None
    return FolderEntry(
        found.name,
        found.path,
        is_folder,
        known.title if known else "",
        status.st_size if is_file else None,
        moment_of(status.st_mtime),
    )


def moment_of(seconds: float) -> datetime | None:
    """A file's time in local time; None where it is out of range, as some file systems have it."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _place(entry: FolderEntry) -> tuple[int, float, str]:
    kind = 1 if entry.is_folder else 0 if entry.format else 2
    return kind, -entry.changed_at.timestamp() if entry.changed_at else 0.0, entry.name


def split(path: str) -> tuple[str, str]:
    """A path's folder, with the separator, and name; either may be empty."""
    at = max(path.rfind(separator) for separator in SEPARATORS) + 1
    return path[:at], path[at:]


def possible_paths(text: str) -> list[str]:
    """The paths that a typed, pasted or dragged text can mean, the literal one first.

    File managers and terminals quote paths, escape blanks with a backslash, or make ``file:`` addresses. Of several
    dragged files, the first counts.
    """
    stripped = text.strip()
    found = dict.fromkeys(os.path.expanduser(each) for each in (text, stripped, *_unwrapped(stripped)) if each)
    return list(found)


def _unwrapped(text: str) -> Iterator[str]:
    lines = text.splitlines()
    if len(lines) > 1:
        yield from possible_paths(lines[0])
    if text.lower().startswith("file:"):
        yield _of_address(text.split()[0])
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        yield text[1:-1]
    try:
        # On Windows, a backslash is the path separator.
        words = shlex.split(text, posix=sys.platform != "win32")
    except ValueError:
        return  # An unclosed quotation mark.
    words = [word.strip("\"'") if sys.platform == "win32" else word for word in words]
    # Several words are several paths only if each is absolute; else a blank is part of the name.
    if len(words) == 1 or all(os.path.isabs(os.path.expanduser(word)) for word in words):
        yield from words[:1]


def _of_address(address: str) -> str:
    """The path of a ``file:`` address (RFC 8089)."""
    from urllib.parse import unquote

    path = address[5:]
    if path.startswith("//"):
        host, slash, rest = path[2:].partition("/")
        path = slash + rest if host.lower() in ("", "localhost") else f"//{host}{slash}{rest}"
    path = unquote(path, errors="surrogateescape")
    is_drive = sys.platform == "win32" and len(path) > 2 and path[0] == "/" and path[2] == ":"
    return path[1:] if is_drive else path
