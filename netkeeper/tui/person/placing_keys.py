"""The keys that place an unsorted contact, in Sorting and on Today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from netkeeper.domain.review.placing import HALF_YEAR_DAYS, MONTH_DAYS, NO_REMINDERS, QUARTER_DAYS, YEAR_DAYS, Placing

if TYPE_CHECKING:
    from netkeeper.tui.core.session import Session

PLACINGS: Mapping[str, Placing] = {
    "month": Placing(MONTH_DAYS),
    "quarter": Placing(QUARTER_DAYS),
    "half-year": Placing(HALF_YEAR_DAYS),
    "year": Placing(YEAR_DAYS),
    "none": NO_REMINDERS,
}
"""The placing of each key, by the argument of its action."""

PLACING_BINDINGS: tuple[BindingType, ...] = (
    Binding("r", "place('quarter')", "quarter", show=False, id="sorting.quarter", tooltip="Be in touch every quarter"),
    Binding("h", "place('half-year')", "half-year", show=False, id="sorting.half-year", tooltip="Be in touch every half-year"),
    Binding("y", "place('year')", "year", show=False, id="sorting.year", tooltip="Be in touch every year"),
    Binding("n", "place('none')", "none", show=False, id="sorting.none", tooltip="Keep them, with no reminders"),
)  # fmt: skip
"""The keys that Sorting and Today share."""

MONTH = Binding("m", "place('month')", "month", show=False, id="sorting.month", tooltip="Be in touch every month")
TODAYS_MONTH = Binding("K", "place('month')", "month", show=False, id="today.month", tooltip="Be in touch every month")
"""Used on Today, where ``m`` does something else, and ``M`` finds who is here twice as in every list of people."""

PLACING_KEYS = (*(f"place('{name}')" for name in PLACINGS), "archive", "step")
"""The actions that place a contact, in the order of the key bar."""


def place_them(session: Session, contact_ids: Sequence[str], name: str) -> str:
    """Place contacts, as one transaction.

    Returns:
        What was done, in words.

    Raises:
        NetkeeperError: It can't be done; nothing changed.
    """
    from netkeeper.actions.review.sorting import place
    from netkeeper.tui.person.person_actions import with_open_promises

    done = place(session.network, contact_ids, PLACINGS[name], session.today())
    return with_open_promises(session, done.sentence, done.changed)
