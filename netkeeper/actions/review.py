"""Today's review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.review import Review, plan
from netkeeper.store.network import Network

if TYPE_CHECKING:
    from netkeeper.domain.search import Search


def review(network: Network, today: date, search: Search | None = None) -> Review:
    """The plan for a day.

    Args:
        network: Whose.
        today: The day.
        search: Who may be in it; None for everybody.
    """
    standings = network.standings()
    if search is not None:
        # Most reviews are of everybody; finding has much to load.
        from netkeeper.actions.lists import found_ids

        ids = found_ids(network, search)
        standings = [standing for standing in standings if standing.id in ids]
    return plan(
        standings,
        network.followups_on(today),
        network.member,
        today,
        promised_ids=network.promised_ids(),
        diary=network.diary(),
    )
