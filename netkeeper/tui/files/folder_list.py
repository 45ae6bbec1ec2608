"""The list of a folder's entries, to choose a file from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.message import Message

from netkeeper.actions.network.find_files import FolderEntry
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.text.display import pad, plain
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, fitted

_LEAST_NAME_COLUMNS = 16
_GAP = 2


class FolderList(LineList):
    """Files and folders, one a line; files of unknown formats are dim, but can be opened."""

    @dataclass
    class EntryOpened(Message):
        """A file or folder was chosen."""

        entry: FolderEntry

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._entries: Sequence[FolderEntry] = ()
        self._today = date.min

    @property
    def entry(self) -> FolderEntry | None:
        """The entry under the cursor; None in an empty list."""
        return self._entries[self.cursor] if self.cursor >= 0 else None

    def show(self, entries: Sequence[FolderEntry], today: date, go_to: str = "") -> None:
        """Show other entries.

        Args:
            today: The day that dates are described relative to.
            go_to: The path of the entry to put the cursor on; empty to keep the cursor.
        """
        self._entries = entries
        self._today = today
        self.set_keys([entry.path for entry in entries], go_to)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """Name, format, size and day of change; the latter are left out from the left where there is no room."""
        entry = self._entries[index]
        ink = "strong" if entry.format else "" if entry.is_folder else "quiet"
        mark = "▸" if entry.is_folder else " "
        name = f"{plain(entry.name)}/" if entry.is_folder else plain(entry.name)
        about = [(entry.format, 15), (size_words(entry.size), 8), (self._day(entry), 15)]
        while about and columns - 2 - sum(width + _GAP for _, width in about) < _LEAST_NAME_COLUMNS:
            del about[0]
        name_columns = columns - 2 - sum(width + _GAP for _, width in about)
        line: Line = [(f"{mark} ", "accent"), (pad(name, name_columns), ink)]
        for text, width in about:
            shown = pad(text, width) if text == entry.format else f"{text:>{width}}"
            line.append((" " * _GAP + shown, "" if ink == "strong" else "quiet"))
        return fitted(line, columns)

    def _day(self, entry: FolderEntry) -> str:
        return describe_day(entry.changed_at.date(), self._today) if entry.changed_at else ""

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Open a folder at once, a file at the second click."""
        if again or self._entries[index].is_folder:
            self.post_message(self.EntryOpened(self._entries[index]))


def size_words(size: int | None) -> str:
    """A number of bytes in decimal units (``1.2 KB``); empty for None."""
    if size is None:
        return ""
    amount, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.1f} {unit}" if amount < 10 and unit != "B" else f"{amount:.0f} {unit}"
