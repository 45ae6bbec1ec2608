"""The list of all bindings in the settings, with their current and default keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.text.display import fit, pad
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, beside
from netkeeper.tui.keys.names import key_labels
from netkeeper.tui.keys.registry import BoundKey

_KEY_COLUMNS = 11


class _Row(NamedTuple):
    """A heading (``bound`` is None), or a binding."""

    text: str
    bound: BoundKey | None = None

    @property
    def key(self) -> str:
        return self.bound.id if self.bound else ""


class KeyList(LineList):
    """Bindings whose keys can be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "move_key", "new key", key_display="enter", id="keys.move", tooltip="Give it another key"),
        Binding("backspace,delete", "reset", "as it was", id="keys.reset", tooltip="Back to the key it has by itself"),
    ]

    @dataclass
    class KeyWanted(Message):
        """A binding is to get another key."""

        bound: BoundKey

    @dataclass
    class KeyReset(Message):
        """A binding is to get its default key again."""

        bound: BoundKey

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[_Row] = ()

    def show(self, keys: Sequence[BoundKey]) -> None:
        """Show bindings; the cursor keeps its place.

        Args:
            keys: All bindings, sorted by place.
        """
        rows: list[_Row] = []
        for bound in keys:
            if not rows or (last := rows[-1].bound) is None or last.place != bound.place:
                rows.append(_Row(bound.place.upper()))
            rows.append(_Row(bound.tooltip, bound))
        self._rows = rows
        self.set_keys([row.key for row in rows])
        self.refresh()

    @override
    def draw(self, index: int, columns: int) -> Line:
        """A heading, or keys and tooltip."""
        row = self._rows[index]
        if row.bound is None:
            return [(fit(row.text, columns), "accent")]
        line: Line = [(pad(key_labels(row.bound.keys), _KEY_COLUMNS), "key"), ("  ", ""), (row.text, "")]
        was = f"was {key_labels(row.bound.default)}" if row.bound.keys != row.bound.default else ""
        return beside(line, [(was, "quiet")] if was else [], columns)

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """A second click asks for another key."""
        if again and self._rows[index].bound:
            self.action_move_key()

    def action_move_key(self) -> None:
        """Ask for another key for the binding under the cursor."""
        if (bound := self._bound) is not None:
            self.post_message(self.KeyWanted(bound))

    def action_reset(self) -> None:
        """Ask for the default key of the binding under the cursor."""
        if (bound := self._bound) is not None:
            self.post_message(self.KeyReset(bound))

    @property
    def _bound(self) -> BoundKey | None:
        return self._rows[self.cursor].bound if self.cursor >= 0 else None
