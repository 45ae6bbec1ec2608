"""The dialog that makes a follow-up after graduation for several contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.leaving.who_is_lost import days_after, plan_after
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting

_NAMED = 3
_NAME_COLUMNS = 24


class AfterAllDialog(Dialog[str]):
    """Previews how many follow-ups would be made, and for which days."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("promise it", "Promise each of them a word"), LEAVING]

    def __init__(self, session: Session, contact_ids: Sequence[str], people: Sequence[Contact]) -> None:
        """Show what would be promised.

        Args:
            contact_ids: The contacts who get one.
            people: Everybody without a plan; those among them who get none are counted.
        """
        super().__init__("A word after graduation")
        self._session = session
        self._contact_ids = contact_ids
        self._left_out = [each for each in people if each.id not in frozenset(contact_ids)]

    @override
    def fields(self) -> ComposeResult:
        """How many follow-ups there would be, and the first and the last day."""
        yield Page(self._lines())

    def _lines(self) -> list[Line]:
        today = self._session.today()
        network = self._session.network
        days = days_after(network, self._contact_ids, today)
        if not days:
            return [[("Nobody of them is here any more.", "")]]
        count = len(days)
        when = f"from {describe_day(days[0], today)} to {describe_day(days[-1], today)}" if count > 1 else ""
        names = [network.contact(each).name for each in self._contact_ids if network.has_contact(each)]
        who = f"each of {count:,} people" if count > 1 else plain(names[0])
        named = [fit(plain(each), _NAME_COLUMNS) for each in names[:_NAMED]]
        more = f" and {count - len(named):,} more" if count > len(named) else ""
        return [
            [(f"You would promise {who} to say how life goes,", "")],
            [(f"{when}, spread over those days." if when else f"on {describe_day(days[0], today)}.", "")],
            *([[(f"{', '.join(named)}{more}", "quiet")]] if count > 1 else []),
            [("", "")],
            *[[(each, "")] for each in self._left_out_words()],
            [("Until then each turn comes as usual.", "quiet")],
        ]

    def _left_out_words(self) -> list[str]:
        """How many get none, and why."""
        unsorted = sum(each.unsorted for each in self._left_out)
        reasons = [(unsorted, "to be sorted first"), (len(self._left_out) - unsorted, "with no way to reach them")]
        return [f"Left out: {count:,} {why}." for count, why in reasons if count]

    @override
    def accept(self) -> None:
        """Promise it."""
        self.attempt(self._promise)

    def _promise(self) -> str:
        plan_after(self._session.network, self._contact_ids, self._session.today())
        return self._session.last_done
