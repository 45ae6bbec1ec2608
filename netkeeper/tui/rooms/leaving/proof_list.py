"""The files of a pack, with how many records were found when reading each back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from netkeeper.actions.leaving.pack import Written
from netkeeper.domain.text.display import fit, pad
from netkeeper.domain.text.display import width as cells
from netkeeper.interchange.proof import Count
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line

_GAP = 2
_MARK = 2
_BETWEEN = (" of ", "/")
"""The separators between found and wanted, the long one and the short one."""
_KINDS = ("people", "emails", "phones", "notes", "follow-ups", "interactions")
"""The columns; other counts, and those that don't fit, are shown below the list."""


class ProofList(LineList):
    """The list of the files of a pack."""

    HEAD = 1

    @dataclass
    class FileChosen(Message):
        """The cursor rests on another file."""

    def __init__(self, files: Sequence[Written], *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._files = files
        self._names = max((cells(each.name) for each in files), default=0)

    @override
    def on_mount(self) -> None:
        """Show the files."""
        self.set_keys([each.name for each in self._files])

    @property
    def file(self) -> Written | None:
        """The file under the cursor; None for none."""
        return self._files[self.cursor] if self.cursor >= 0 else None

    @override
    def cursor_moved(self) -> None:
        """Announce it."""
        self.post_message(self.FileChosen())

    @override
    def draw_head(self, columns: int) -> Line:
        """The titles of the columns."""
        line: Line = [(" " * (_MARK + self._names), "")]
        for kind, room in self._layout(columns)[1]:
            line.append((" " * _GAP + pad(kind, room), "quiet"))
        return line

    @override
    def draw(self, index: int, columns: int) -> Line:
        """A file, whether it is whole, and its counts."""
        file = self._files[index]
        line: Line = [
            ("✓ " if file.is_whole else "! ", "" if file.is_whole else "accent"),
            (pad(fit(file.name, columns - _MARK), min(self._names, columns - _MARK)), "strong"),
        ]
        between, kinds = self._layout(columns)
        counts = {count.what: count for count in file.counts}
        for kind, room in kinds:
            count = counts.get(kind)
            text = _written(count, between) if count else ""
            line += [(" " * _GAP, ""), (pad(text, room), "" if not count or count.is_whole else "accent")]
        return line

    def _layout(self, columns: int) -> tuple[str, list[tuple[str, int]]]:
        """The separator, and the columns that fit, each with its width in cells."""
        room = columns - _MARK - self._names
        for between in _BETWEEN:
            kinds = self._kinds(between)
            if sum(needed + _GAP for _, needed in kinds) <= room:
                return between, kinds
        while kinds and sum(needed + _GAP for _, needed in kinds) > room:
            kinds.pop()
        return between, kinds

    def _kinds(self, between: str) -> list[tuple[str, int]]:
        """The columns that any file has a count for, each with the cells of its longest count."""
        found = []
        for kind in _KINDS:
            texts = [_written(count, between) for file in self._files for count in file.counts if count.what == kind]
            if texts:
                found.append((kind, max(map(len, (kind, *texts)))))
        return found


def _written(count: Count, between: str) -> str:
    return f"{count.found:,}{between}{count.wanted:,}"
