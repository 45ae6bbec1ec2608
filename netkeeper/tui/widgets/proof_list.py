"""The files of a pack, with how much of everything was found again in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from netkeeper.actions.pack import Written
from netkeeper.domain.display import fit, pad
from netkeeper.domain.display import width as cells
from netkeeper.tui.lines import Line
from netkeeper.tui.widgets.line_list import LineList

_GAP = 2
_MARK = 2
_KINDS = ("people", "emails", "phones", "notes", "follow-ups", "interactions")
"""What is counted, in the order of the columns; what there is no room for is told below."""


class ProofList(LineList):
    """The list of what was taken along."""

    HEAD = 1

    @dataclass
    class FileChosen(Message):
        """The cursor rests on another file."""

    def __init__(self, files: Sequence[Written], *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._files = files
        self._names = max((cells(each.name) for each in files), default=0)

    def on_mount(self) -> None:
        """Show the files."""
        self.set_keys([each.name for each in self._files])

    @property
    def file(self) -> Written | None:
        """The file that the cursor is on."""
        return self._files[self.cursor] if self.cursor >= 0 else None

    def cursor_moved(self) -> None:
        """Say that it did."""
        self.post_message(self.FileChosen())

    def draw_head(self, columns: int) -> Line:
        """What is counted."""
        line: Line = [(" " * (_MARK + self._names), "")]
        for kind, room in self._columns(columns):
            line.append((" " * _GAP + pad(kind, room), "quiet"))
        return line

    def draw(self, index: int, columns: int) -> Line:
        """A file, whether all of it was found again, and how much of everything."""
        file = self._files[index]
        line: Line = [
            ("✓ " if file.is_whole else "! ", "" if file.is_whole else "accent"),
            (pad(fit(file.name, columns - _MARK), min(self._names, columns - _MARK)), "strong"),
        ]
        counts = {count.what: count for count in file.counts}
        for kind, room in self._columns(columns):
            count = counts.get(kind)
            text = f"{count.found:,} of {count.wanted:,}" if count else ""
            line += [(" " * _GAP, ""), (pad(text, room), "" if not count or count.is_whole else "accent")]
        return line

    def _columns(self, columns: int) -> list[tuple[str, int]]:
        """The kinds there is room for, each with its cells."""
        room = columns - _MARK - self._names
        found = []
        for kind in _KINDS:
            texts = [
                f"{count.found:,} of {count.wanted:,}"
                for file in self._files
                for count in file.counts
                if count.what == kind
            ]
            needed = max(map(len, (kind, *texts)))
            room -= needed + _GAP
            if room < 0:
                break
            if texts:
                found.append((kind, needed))
        return found
