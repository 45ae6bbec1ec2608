"""The dialogs that reduce the workload: spreading the rest over coming days, and cadences that fit the pace."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.review.workload import balance, spread_over, to_spread
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.review.capacity import Capacity
from netkeeper.domain.review.plan import Review
from netkeeper.domain.review.recent_contacts import RecentContacts
from netkeeper.override import override
from netkeeper.phrases.capacity import balance_words, capacity_sentence, doing_sentence
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting

_MOST_DAYS_SHOWN = 8


class SpreadDialog(Dialog[str]):
    """Previews how the rest would be spread over the coming days, and does it."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("spread them", "Spread them over these days"), LEAVING]

    def __init__(self, session: Session, plan: Review) -> None:
        """Show what would move.

        Args:
            plan: The plan for today, as drawn.
        """
        super().__init__("Spread over the coming days")
        self._session = session
        self._plan = plan

    @override
    def fields(self) -> ComposeResult:
        """How many come on each day."""
        yield Page(list(self._lines()))

    def _lines(self) -> list[Line]:
        spread, today = to_spread(self._session.network, self._plan), self._plan.day
        kept = self._session.network.member.pace
        lines: list[Line] = [
            [(f"Today keeps {kept}. The others come a few a day, your days off left free:", "")],
            [("", "")],
        ]
        for day, count in spread.days[:_MOST_DAYS_SHOWN]:
            lines.append([(f"  {describe_day(day, today):<12}", "quiet"), (f" {'●' * min(count, 20)} {count}", "")])
        if rest := spread.days[_MOST_DAYS_SHOWN:]:
            more = sum(count for _, count in rest)
            lines.append([(f"  and {more} more, until {describe_day(rest[-1][0], today)}", "quiet")])
        moved = len(spread.promises)
        if moved:
            text = plural(
                moved,
                "One of them is a promise: their days move too; today keeps the oldest.",
                "{count} of them are promises: their days move too; today keeps the oldest.",
            )
            lines += [[("", "")], [(text, "quiet")]]
        return lines

    @override
    def accept(self) -> None:
        """Spread them."""
        self.attempt(self._spread)

    def _spread(self) -> str:
        spread_over(self._session.network, self._plan)
        return self._session.last_done


class BalanceDialog(Dialog[str]):
    """Compares the contacts a week that the cadences need with the pace, and changes the cadences."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("change them", "Change the cadences to these"), LEAVING]

    def __init__(self, session: Session, found: Capacity, done: RecentContacts | None) -> None:
        """Compare the two.

        Args:
            found: The comparison, with the cadences that would fit.
            done: Contacts made lately; None where it is too early to say.
        """
        super().__init__("Your network and your pace")
        self._session = session
        self._found = found
        self._done = done

    @override
    def fields(self) -> ComposeResult:
        """The comparison in words, and each change."""
        member = self._session.network.member
        lines: list[Line] = [[(doing_sentence(self._done), "")], [(capacity_sentence(self._found), "")], [("", "")]]
        lines += [[(line, "")] for line in balance_words(self._found, member.cadences)]
        if self._found.cadences:
            follow = plural(
                self._found.follow,
                "{count:,} person follows their step's cadence; whoever has one of their own keeps it.",
                "{count:,} people follow their step's cadence; whoever has one of their own keeps it.",
            )
            lines += [[("", "")], [(follow, "quiet")]]
        yield Page(lines)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide Enter where no cadences would fit."""
        if action == "accept" and not self._found.cadences:
            return False
        return super().check_action(action, parameters)

    @override
    def accept(self) -> None:
        """Change the cadences."""
        if self._found.cadences:
            cadences = self._found.cadences
            self.attempt(lambda: balance(self._session.network, cadences))
