"""The list of an import's plan: a line for each person, with what is done and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from netkeeper.actions.importing.plan import Item, Unread
from netkeeper.domain.people.identity.import_diff import additions, replacements
from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.override import override
from netkeeper.phrases.import_why import besides_new, otherwise_words
from netkeeper.phrases.property_values import property_noun
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line

PlanRow = Item | Unread

MARKS = {
    "add": "+ new",
    "update": "± update",
    "take": "± take",
    "skip": "· skip",
    "unread": "! not read",
    "group": "· group",
}
"""Each sort's mark, with words for terminals without colour."""

_MARKS_IN_DOUBT = {"add": "? new", "update": "? update", "take": "? take", "skip": "? skip"}

_MARK_COLUMNS = 12
_INKS = {"add": "accent", "update": "accent", "skip": "quiet", "unread": "quiet", "group": "quiet"}
_MOST_NAME_COLUMNS = 30


class PlanList(LineList):
    """People to import, and entries that couldn't be read."""

    @dataclass
    class RowChosen(Message):
        """The cursor moved."""

    @dataclass
    class ActionTurned(Message):
        """The action of the line under the cursor is to be changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[PlanRow] = ()

    @property
    def row(self) -> PlanRow | None:
        """The line under the cursor; None in an empty list."""
        return self._rows[self.cursor] if self.cursor >= 0 else None

    @property
    def rows(self) -> Sequence[PlanRow]:
        """All lines."""
        return self._rows

    def show(self, rows: Sequence[PlanRow]) -> None:
        """Show other lines; the cursor stays on its line while that exists."""
        self._rows = rows
        self.set_keys([key_of(row) for row in rows])

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The action, the name and the reason."""
        row = self._rows[index]
        sort = sort_of(row)
        mark = pad(_mark(row), _MARK_COLUMNS)
        if isinstance(row, Unread):
            return [(fit(f"{mark}{line_words(row.line)}: {plain(row.reason)}", columns), "quiet")]
        name_columns = min(_MOST_NAME_COLUMNS, max(10, (columns - _MARK_COLUMNS) // 2 - 2))
        why_columns = columns - _MARK_COLUMNS - name_columns - 2
        return [
            (fit(mark, columns), _INKS[sort]),
            (pad(plain(row.read.contact.name), name_columns), "quiet" if sort == "skip" else "strong"),
            (f"  {fit(plain(short_reason(row)), why_columns)}" if why_columns > 0 else "", "quiet"),
        ]

    @override
    def cursor_moved(self) -> None:
        """Post :class:`RowChosen`."""
        self.post_message(self.RowChosen())

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the cursor is there by now)
        """Change the action at the second click."""
        if again:
            self.post_message(self.ActionTurned())


def short_reason(item: Item) -> str:
    """The reason in short: changes of an update, another notable reason, else position and a way to reach them."""
    contact = item.read.contact
    if item.is_update and item.known is not None:
        added = [property_noun(each.name) for each in additions(item.known, item.contact)]
        changed = [property_noun(each.name) for each in replacements(item.known, item.contact)]
        parts = [f"changes {', '.join(changed)}"] if changed else []
        beside = "interactions" if item.why.interactions else "details of the card"
        parts += [f"adds {', '.join(added) or beside}"] if added or not changed else []
        parts += [otherwise_words(each) for each in item.otherwise]
        reason = "; ".join(parts)
        return reason if item.known.name == contact.name or changed else f"{reason} to {item.known.name}"
    if not item.why.is_only_new:
        return besides_new(item.why)
    position = ", ".join(part for part in (contact.title, contact.organization) if part)
    reach = next((each.value for each in (*contact.emails, *contact.phones)), "")
    return " · ".join(part for part in (position, reach) if part)


def sort_of(row: PlanRow) -> str:
    """The action of a line, ``update`` where it takes as well, or ``unread`` or ``group``."""
    if isinstance(row, Item):
        return "update" if row.is_update else row.action
    return "group" if row.is_read else "unread"


def _mark(row: PlanRow) -> str:
    if isinstance(row, Unread):
        return MARKS[sort_of(row)]
    return (_MARKS_IN_DOUBT if is_in_doubt(row) else MARKS)[row.action]


def is_in_doubt(row: PlanRow) -> bool:
    """Whether a line is somebody who may be the one that is here or another, and nobody has chosen yet."""
    return isinstance(row, Item) and row.is_asked and row.action == row.proposed


def is_of(row: PlanRow, sort: str) -> bool:
    """Whether a line is of a sort: ``all``, ``doubt``, or what :func:`sort_of` says."""
    return sort == "all" or (is_in_doubt(row) if sort == "doubt" else sort_of(row) == sort)


def title_of(row: PlanRow | None) -> str:
    """Whose line it is, or what; not sanitized."""
    if isinstance(row, Item):
        return row.read.contact.name
    return "" if row is None else "A group" if row.is_read else "Not read"


def key_of(row: PlanRow) -> str:
    """A unique key of a line that doesn't depend on its action."""
    return str(row.place) if isinstance(row, Item) else f"{row.file}:{row.line}:{row.reason}"


def line_words(line: int) -> str:
    """A line number in words; 0 is unknown."""
    return f"line {line:,}" if line else "somewhere"
