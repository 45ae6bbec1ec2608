"""The review of a day."""

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
        search: Limits it to the selected contacts, apart from the day's stored selection; None for all.
        today: The current day, where the plan is for another.
    """
    summaries = network.contact_summaries()
    diary = network.diary()
    if search is not None:
        # Searching is heavy to load, and most reviews have no search.
        from netkeeper.actions.people.lists import found_ids

        ids = found_ids(network, search)
        summaries = [summary for summary in summaries if summary.id in ids]
        diary = tuple(each._replace(pace=None) if each.on == day else each for each in diary)
    return plan(
        summaries,
        network.followups_on(day),
        network.member,
        day,
        promised=network.promised(),
        diary=diary,
        seen_on=today,
    )


def next_turns(network: Network, plan: Review) -> Review | None:
    """The plan for the next day with any contact's turn; None where there is none within a year."""
    from netkeeper.domain.review.next_day import next_turn_day

    day = next_turn_day(
        network.contact_summaries(), network.promised(), network.member, plan.day, waits=bool(plan.waiting)
    )
    return review(network, day, today=plan.day) if day is not None else None
