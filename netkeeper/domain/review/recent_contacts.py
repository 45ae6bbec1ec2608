"""How many contacts a day were had lately: what was done, which may be less or more than the pace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.interactions.interaction_summary import InteractionSummary

LATELY = 4
"""How many whole weeks, besides the one that has begun, are lately."""

LEAST_WEEKS = 2
"""With how few whole weeks it is too early to say."""

_WEEK = 7


class Doing(NamedTuple):
    """What was done over the last whole weeks.

    Attributes:
        contacts: With how many people one was in touch, each once a day.
        weeks: Over how many weeks.
    """

    contacts: int
    weeks: int

    @property
    def a_day(self) -> float:
        """Contacts a day, days off counted in, as the needs and the pace are."""
        return self.contacts / (self.weeks * _WEEK)


def doing(encounters: Iterable[InteractionSummary], began_on: date | None, today: date) -> Doing | None:
    """What was done lately, counted as the trend counts it.

    Args:
        began_on: The day the network began; None where there is none yet.

    Returns:
        It; None where fewer than two whole weeks have passed since the network began.
    """
    if began_on is None:
        return None
    monday = today - timedelta(days=today.weekday())
    # The week in which it began is none that was whole.
    weeks = min(LATELY, ((monday - began_on).days - 1) // _WEEK)
    if weeks < LEAST_WEEKS:
        return None
    first = monday - timedelta(weeks=weeks)
    met = {(contact_id, each.on) for each in encounters if first <= each.on < monday for contact_id in each.contact_ids}
    return Doing(len(met), weeks)
