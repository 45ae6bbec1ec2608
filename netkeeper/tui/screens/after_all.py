"""Promising everybody a word after graduation, shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.leaving import days_after, plan_after
from netkeeper.domain.describe import describe_day
from netkeeper.tui.lines import Line
from netkeeper.tui.screens.dialog import LEAVING, Dialog, accepting, dialog_css
from netkeeper.tui.session import Session
from netkeeper.tui.widgets.page import Page


class AfterAllDialog(Dialog[str]):
    """To how many a word would be promised, and when."""

    CSS_PATH = dialog_css()
    BINDINGS: ClassVar[list[BindingType]] = [accepting("promise it", "Promise each of them a word"), LEAVING]

    def __init__(self, session: Session, contact_ids: Sequence[str]) -> None:
        """Show what would be promised.

        Args:
            session: What the screens share.
            contact_ids: To whom.
        """
        super().__init__("A word after graduation")
        self._session = session
        self._contact_ids = contact_ids

    def fields(self) -> ComposeResult:
        """How many promises there would be, and from when until when."""
        yield Page(self._lines())

    def _lines(self) -> list[Line]:
        today = self._session.today()
        days = days_after(self._session.network, self._contact_ids, today)
        if not days:
            return [[("Nobody of them is here any more.", "")]]
        count = len(days)
        when = f"from {describe_day(days[0], today)} to {describe_day(days[-1], today)}" if count > 1 else ""
        who = f"each of {count:,} people" if count > 1 else "one person"
        return [
            [(f"You would promise {who} to say how life goes,", "")],
            [(f"{when}, spread over those days." if when else f"on {describe_day(days[0], today)}.", "")],
            [("", "")],
            [("Until then each turn comes as usual.", "quiet")],
        ]

    def accept(self) -> None:
        """Promise it."""
        self.attempt(self._promise)

    def _promise(self) -> str:
        plan_after(self._session.network, self._contact_ids, self._session.today())
        return self._session.last_done
