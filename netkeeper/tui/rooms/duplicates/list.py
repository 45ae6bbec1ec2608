"""Pairs of people who may be one, a line each."""

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
    """A line: of a pair, or above some.

    Attributes:
        text: The names of the two, or what stands above those that follow; as it came.
        pair: The two; None for a line above others.
    """

    text: str
    pair: Pair | None = None

    @property
    def key(self) -> str:
        """What tells a pair from all others; empty where the cursor doesn't rest."""
        return key_of(self.pair) if self.pair else ""


class PairList(LineList):
    """The list on Duplicates."""

    @dataclass
    class PairChosen(Message):
        """The cursor rests on another line."""

    @dataclass
    class PairOpened(Message):
        """A pair was asked to be looked at closely."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[PairRow] = ()

    @property
    def pair(self) -> Pair | None:
        """The pair that the cursor is on; None where there is none."""
        return self._rows[self.cursor].pair if self.cursor >= 0 else None

    def show(self, rows: Sequence[PairRow], go_to: str = "") -> None:
        """Show other pairs; the cursor keeps its place, or goes to the pair of a key."""
        self._rows = rows
        self.set_keys([row.key for row in rows], go_to)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """How sure it is, who they are, and what tells."""
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
        """Say that it did."""
        self.post_message(self.PairChosen())

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Open what is clicked again."""
        if again and self._rows[index].pair:
            self.post_message(self.PairOpened())


def key_of(pair: Pair) -> str:
    """What tells a pair from all others."""
    return f"{pair.one}:{pair.other}"
