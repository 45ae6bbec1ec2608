"""The dialog that undoes every transaction from one on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.network.undo import go_back
from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.phrases.history import done_words
from netkeeper.store.history import UndoRange
from netkeeper.store.journal import Transaction
from netkeeper.system.local_time import moment_text
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting

_MOST_NAMED = 8
"""How many of the transactions are named: the newest and the oldest."""

_MOST_COLUMNS = 64


class GoBackDialog(Dialog[str]):
    """Shows what would be undone, and does it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("go back", "Take all of this back, in one step"),
        LEAVING,
    ]

    def __init__(self, session: Session, found: UndoRange) -> None:
        super().__init__("Back to here")
        self._session = session
        self._found = found
        self._shown_seq = session.network.storage.seq

    @override
    def fields(self) -> ComposeResult:
        """How many transactions, which ones, and that it is one step."""
        yield Page(list(self._lines()))

    def _lines(self) -> list[Line]:
        taken_back, brought_back = self._found.taken_back, self._found.brought_back
        first = moment_text(self._found.first.at, self._session.today())
        lines: list[Line] = []
        if taken_back:
            asked = plural(
                len(taken_back),
                "Take back 1 thing, to how it was before {first}?",
                "Take back {count:,} things, to how it was before {first}?",
                first=first,
            )
            lines += [[(asked, "strong")], [("", "")]]
            lines += _named(taken_back)
        if brought_back:
            lines += [[("", "")]] if taken_back else []
            again = plural(
                len(brought_back),
                "1 thing that you took back since, there again:",
                "{count:,} things that you took back since, there again:",
            )
            lines += [[(again, "strong")]]
            lines += _named(brought_back)
        return [*lines, [("", "")], [("It is one step: taking it back brings all of this again.", "quiet")]]

    @override
    def accept(self) -> None:
        """Go back."""
        self.attempt(self._go_back)

    def _go_back(self) -> str:
        found = go_back(self._session.network, self._found.first.seq, self._shown_seq)
        return plural(
            len(found.taken_back),
            "Went back to before “{what}”: 1 thing taken back",
            "Went back to before “{what}”: {count:,} things taken back",
            what=plain(done_words(found.first.what, found.first.message)),
        )


def _named(done: Sequence[Transaction]) -> list[Line]:
    """A line each for the newest and the oldest of some transactions."""
    lines: list[Line] = [[(f"  {fit(plain(each.what), _MOST_COLUMNS)}", "")] for each in done]
    if len(lines) > _MOST_NAMED:
        left_out = len(lines) - _MOST_NAMED + 1
        middle: Line = [(f"  … {left_out:,} more …", "quiet")]
        lines = [*lines[: _MOST_NAMED // 2], middle, *lines[1 - _MOST_NAMED // 2 :]]
    return lines
