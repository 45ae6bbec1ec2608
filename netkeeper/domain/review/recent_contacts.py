"""The average number of contacts a day over the last whole weeks, to compare with the pace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.interactions.interaction_summary import InteractionSummary

LATELY = 4
"""The most whole weeks that count."""

LEAST_WEEKS = 2
"""The fewest whole weeks from which an average is given."""

_WEEK = 7


class RecentContacts(NamedTuple):
    """Contacts over the last whole weeks.

    Attributes:
        contacts: Number of pairs of a person and a day with an interaction.
        weeks: Number of weeks.
    """

    contacts: int
    weeks: int

    @property
    def a_day(self) -> float:
        """Contacts a day, averaged over days off too, like demand and supply in ``capacity``."""
        return self.contacts / (self.weeks * _WEEK)


def recent_contacts(
    interactions: Iterable[InteractionSummary], began_on: date | None, today: date
) -> RecentContacts | None:
    """The contacts of the last whole weeks, counted as in the trend; None where fewer than two have passed.

    Args:
        began_on: The day the network began; None for an empty one.
    """
    if began_on is None:
        return None
    monday = today - timedelta(days=today.weekday())
    # The week in which the network began doesn't count as whole.
    weeks = min(LATELY, ((monday - began_on).days - 1) // _WEEK)
    if weeks < LEAST_WEEKS:
        return None
    first = monday - timedelta(weeks=weeks)
    met = {
        (contact_id, each.on) for each in interactions if first <= each.on < monday for contact_id in each.contact_ids
    }
    return RecentContacts(len(met), weeks)
