"""The list of pairs who may be one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.message import Message

from netkeeper.domain.people.identity.duplicates import Pair
from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.override import override
from netkeeper.phrases.duplicates import sign_words
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.rooms.duplicates.words import sure_word

_SURE_COLUMNS = 8
_GAP = 2


class PairRow(NamedTuple):
    """A pair, or a heading.

    Attributes:
        text: The names of the two, or the heading; not yet sanitized.
        pair: The pair; None for a heading.
    """

    text: str
    pair: Pair | None = None

    @property
    def key(self) -> str:
        """The pair's key; empty for a heading, where the cursor doesn't rest."""
        return key_of(self.pair) if self.pair else ""


class PairList(LineList):
    """The list on Duplicates."""

    @dataclass
    class PairChosen(Message):
        """The cursor rests on another line."""

    @dataclass
    class PairOpened(Message):
        """A pair was opened."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[PairRow] = ()

    @property
    def pair(self) -> Pair | None:
        """The pair under the cursor; None for none."""
        return self._rows[self.cursor].pair if self.cursor >= 0 else None

    def show(self, rows: Sequence[PairRow], go_to: str = "") -> None:
        """Show pairs; the cursor stays on its pair, or goes to the one whose key is ``go_to``."""
        self._rows = rows
        self.set_keys([row.key for row in rows], go_to)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """How sure it is, the names, and the signs of it."""
        row = self._rows[index]
        if row.pair is None:
            return [(fit(plain(row.text), columns), "accent")]
        sure = sure_word(row.pair.sure)
        room = columns - _SURE_COLUMNS - _GAP
        names = (room + 1) // 2
        return [
            (pad(sure, _SURE_COLUMNS), "accent" if sure == "sure" else "quiet"),
            (pad(plain(row.text), names), "strong"),
            (" " * _GAP, ""),
            (fit(plain(sign_words(row.pair.signs)), max(0, room - names)), "quiet"),
        ]

    @override
    def cursor_moved(self) -> None:
        """Announce it."""
        self.post_message(self.PairChosen())

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Open a pair that is clicked again."""
        if again and self._rows[index].pair:
            self.post_message(self.PairOpened())


def key_of(pair: Pair) -> str:
    """The key of a pair's line."""
    return f"{pair.one}:{pair.other}"
