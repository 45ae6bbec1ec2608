"""What an import does with each, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from netkeeper.actions.importing.plan import Item, Unread
from netkeeper.domain.people.identity.import_diff import replacements, what_is_added
from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.override import override
from netkeeper.phrases.import_why import besides_new
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line

PlanRow = Item | Unread

MARKS = {"add": "+ new", "update": "± update", "skip": "· skip", "unread": "! not read"}
"""How each sort is marked, in words too, for terminals that show no colour."""

_MARK_COLUMNS = 12
_INKS = {"add": "accent", "update": "accent", "skip": "quiet", "unread": "quiet"}
_MOST_NAME_COLUMNS = 30


class PlanList(LineList):
    """People that come in, and what could not be read."""

    @dataclass
    class RowChosen(Message):
        """The cursor rests on another line."""

    @dataclass
    class ActionTurned(Message):
        """Something else is wanted for the line under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[PlanRow] = ()

    @property
    def row(self) -> PlanRow | None:
        """What the cursor is on; None where there is nothing."""
        return self._rows[self.cursor] if self.cursor >= 0 else None

    @property
    def rows(self) -> Sequence[PlanRow]:
        """All lines."""
        return self._rows

    def show(self, rows: Sequence[PlanRow]) -> None:
        """Show other lines; the cursor stays where it is as long as that is there."""
        self._rows = rows
        self.set_keys([key_of(row) for row in rows])

    @override
    def draw(self, index: int, columns: int) -> Line:
        """What is done, with whom, and why."""
        row = self._rows[index]
        sort = sort_of(row)
        mark = pad(MARKS[sort], _MARK_COLUMNS)
        if isinstance(row, Unread):
            return [(fit(f"{mark}{where(row.line)}: {plain(row.reason)}", columns), "quiet")]
        name_columns = min(_MOST_NAME_COLUMNS, max(10, (columns - _MARK_COLUMNS) // 2 - 2))
        why_columns = columns - _MARK_COLUMNS - name_columns - 2
        return [
            (fit(mark, columns), _INKS[sort]),
            (pad(plain(row.read.contact.name), name_columns), "quiet" if sort == "skip" else "strong"),
            (f"  {fit(plain(in_short(row)), why_columns)}" if why_columns > 0 else "", "quiet"),
        ]

    @override
    def cursor_moved(self) -> None:
        """Say that it did."""
        self.post_message(self.RowChosen())

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the cursor is there by now)
        """Turn the action of the line that is clicked again."""
        if again:
            self.post_message(self.ActionTurned())


def in_short(item: Item) -> str:
    """What matters most of why it is so: what is added, what one may want to look at, or else who it is."""
    contact = item.read.contact
    if item.action == "update" and item.known is not None:
        added, changed = what_is_added(item.known, item.contact), replacements(item.known, item.contact)
        said = [f"changes {', '.join(words for words, _, _ in changed)}"] if changed else []
        said += [f"adds {', '.join(added) or 'details of the card'}"] if added or not changed else []
        told = "; ".join(said)
        return told if item.known.name == contact.name or changed else f"{told} to {item.known.name}"
    if not item.why.is_only_new:
        return besides_new(item.why)
    position = ", ".join(part for part in (contact.title, contact.organization) if part)
    reach = next((each.value for each in (*contact.emails, *contact.phones)), "")
    return " · ".join(part for part in (position, reach) if part)


def sort_of(row: PlanRow) -> str:
    """What is done with it, or ``unread``."""
    return row.action if isinstance(row, Item) else "unread"


def key_of(row: PlanRow) -> str:
    """What tells a line from all others, whatever is done with it."""
    return str(row.place) if isinstance(row, Item) else f"{row.file}:{row.line}:{row.reason}"


def where(line: int) -> str:
    """Where in its file something is."""
    return f"line {line:,}" if line else "somewhere"
