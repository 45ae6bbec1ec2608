"""Today's review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.review.plan import Review, plan
from netkeeper.store.network import Network

if TYPE_CHECKING:
    from netkeeper.domain.search.search import Search


def review(network: Network, day: date, search: Search | None = None, *, today: date | None = None) -> Review:
    """The plan for a day.

    Args:
        network: Whose.
        day: The day.
        search: Who may be in it; None for everybody. The plan is then made for them alone: it is not the day's list.
        today: The day on which it is looked at, where that is another one.
    """
    standings = network.contact_summaries()
    diary = network.diary()
    if search is not None:
        # Most reviews are of everybody; finding has much to load.
        from netkeeper.actions.people.lists import found_ids

        ids = found_ids(network, search)
        standings = [standing for standing in standings if standing.id in ids]
        diary = tuple(each._replace(pace=None) if each.on == day else each for each in diary)
    return plan(
        standings,
        network.followups_on(day),
        network.member,
        day,
        promised=network.promised(),
        diary=diary,
        seen_on=today,
    )


def next_turns(network: Network, plan: Review) -> Review | None:
    """The plan for the next day on which it is somebody's turn; None where that is not within a year.

    Args:
        network: Whose.
        plan: Today's plan.
    """
    from netkeeper.domain.review.next_day import next_turn_day

    day = next_turn_day(
        network.contact_summaries(), network.promised(), network.member, plan.day, waits=bool(plan.waiting)
    )
    return review(network, day, today=plan.day) if day is not None else None
