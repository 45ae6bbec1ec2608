"""Today's review."""

from __future__ import annotations

from datetime import date

from netkeeper.actions.lists import found_ids
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.records import followup_from
from netkeeper.domain.review import Review, plan
from netkeeper.domain.search import Search
from netkeeper.store.network import Network


def review(network: Network, today: date, search: Search | None = None) -> Review:
    """The plan for a day.

    Args:
        network: Whose.
        today: The day.
        search: Who may be in it; None for everybody.
    """
    standings = network.standings()
    if search is not None:
        ids = found_ids(network, search)
        standings = [standing for standing in standings if standing.id in ids]
    return plan(standings, _relevant(network, today), network.member, today)


def _relevant(network: Network, today: date) -> list[FollowUp]:
    """The follow-ups that matter to a review: open ones, and those closed on the day."""
    day = today.isoformat()
    return [
        followup_from(number, document)
        for number, document in network.storage.table("followups").items()
        if document["status"] == "open" or document.get("closed_on") == day
    ]
