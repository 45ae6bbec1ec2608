"""Every key: what it is now, what it does, and what it is by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.display import fit, pad
from netkeeper.tui.key_table import KeyMeaning, keys_now, taken_by
from netkeeper.tui.lines import Line, beside
from netkeeper.tui.widgets.line_list import LineList

_KEY_COLUMNS = 11


class _Row(NamedTuple):
    """A heading, or a key."""

    text: str
    meaning: KeyMeaning | None = None

    @property
    def key(self) -> str:
        return self.meaning.binding_id if self.meaning else ""


class KeyList(LineList):
    """Keys to move."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "move_key", "new key", key_display="enter", id="keys.move", tooltip="Give it another key"),
        Binding("backspace,delete", "reset", "as it was", id="keys.reset", tooltip="Back to the key it has by itself"),
    ]

    @dataclass
    class KeyWanted(Message):
        """A binding is to have another key.

        Attributes:
            meaning: Which.
        """

        meaning: KeyMeaning

    @dataclass
    class KeyReset(Message):
        """A binding is to have its own key again.

        Attributes:
            meaning: Which.
        """

        meaning: KeyMeaning

    def __init__(self, key_text: Callable[[str], str], *, id: str | None = None) -> None:  # noqa: A002
        """List keys.

        Args:
            key_text: Tells how a key is written.
            id: As for any widget.
        """
        super().__init__(id=id)
        self._key_text = key_text
        self._rows: Sequence[_Row] = ()
        self._moved: Mapping[str, str] = {}
        self._clashing: Set[str] = frozenset()

    def show(self, table: Sequence[KeyMeaning], moved: Mapping[str, str]) -> None:
        """Show keys as they are now; the cursor keeps its place.

        Args:
            table: Every binding, by group.
            moved: The keys of those that were moved.
        """
        self._moved = moved
        self._clashing = {
            meaning.binding_id
            for meaning in table
            if meaning.binding_id in moved
            and any(taken_by(key, meaning, table, moved) for key in keys_now(meaning, moved))
        }
        rows: list[_Row] = []
        for meaning in table:
            if not rows or (last := rows[-1].meaning) is None or last.group != meaning.group:
                rows.append(_Row(meaning.group.upper()))
            rows.append(_Row(meaning.meaning, meaning))
        self._rows = rows
        self.set_keys([row.key for row in rows])
        self.refresh()

    def draw(self, index: int, columns: int) -> Line:
        """A heading, or a key and what it does."""
        row = self._rows[index]
        if row.meaning is None:
            return [(fit(row.text, columns), "accent")]
        now = keys_now(row.meaning, self._moved)
        own = self._texts(row.meaning.keys)
        line: Line = [(pad(self._texts(now) or "–", _KEY_COLUMNS), "key"), ("  ", ""), (row.text, "")]
        end: Line = [("taken twice  ", "accent")] if row.key in self._clashing else []
        return beside(line, [*end, (f"was {own}", "quiet")] if now != row.meaning.keys else [], columns)

    def clicked(self, index: int, *, again: bool) -> None:
        """Ask for another key where one is clicked twice."""
        if again and self._rows[index].meaning:
            self.action_move_key()

    def action_move_key(self) -> None:
        """Ask for another key for what is under the cursor."""
        if (meaning := self._meaning) is not None:
            self.post_message(self.KeyWanted(meaning))

    def action_reset(self) -> None:
        """Ask for the key that it has by itself."""
        if (meaning := self._meaning) is not None:
            self.post_message(self.KeyReset(meaning))

    @property
    def _meaning(self) -> KeyMeaning | None:
        return self._rows[self.cursor].meaning if self.cursor >= 0 else None

    def _texts(self, keys: Sequence[str]) -> str:
        return " ".join(self._key_text(key) for key in keys)
