"""The contacts a day that the cadences need, beside those that the pace has room for."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.capacity import Capacity
from netkeeper.domain.review.recent_contacts import RecentContacts
from netkeeper.phrases.counted import plural


def capacity_brief(found: Capacity) -> str:
    """In a few words: ``needs 3.9 a day, pace 3``."""
    return f"needs {amount(found.demand)} a day, pace {amount(found.supply)}"


def capacity_sentence(found: Capacity) -> str:
    """In a sentence, with how many contacts can be kept."""
    needs, room = amount(found.demand), amount(found.supply)
    rate = "1 contact a day" if needs == "1" else f"{needs} contacts a day"
    templates = _ENOUGH if found.is_enough else _TOO_MUCH_WITH_CHANGES if found.cadences else _TOO_MUCH
    return plural(found.people, *templates, rate=rate, room=room, keeps=found.keeps)


_ENOUGH = (
    "Your network needs {rate}, your pace has room for {room}: you can keep the one person there is.",
    "Your network needs {rate}, your pace has room for {room}: you can keep all {count} people.",
)
_TOO_MUCH = (
    "Your network needs {rate}, your pace has room for {room}: at this pace you can keep {keeps} of 1 person.",
    "Your network needs {rate}, your pace has room for {room}: at this pace you can keep {keeps} of {count:,} people.",
)
_TOO_MUCH_WITH_CHANGES = (
    (
        "Your network needs {rate}, your pace has room for {room}: at this pace you can keep {keeps} of 1 person, "
        "or change these cadences:"
    ),
    (
        "Your network needs {rate}, your pace has room for {room}: at this pace you can keep {keeps} of {count:,} "
        "people, or change these cadences:"
    ),
)


def doing_sentence(found: RecentContacts | None) -> str:
    """Contacts a day over the last weeks; or that it is too early to say."""
    if found is None:
        return "What you do a day is too early to say: that takes two whole weeks."
    if not found.contacts:
        return f"Nothing was logged in the last {found.weeks} weeks."
    return f"You did {amount(found.a_day)} a day over the last {found.weeks} weeks."


def balance_words(found: Capacity, now: Mapping[Step, int]) -> list[str]:
    """A line for each cadence that would have to change; or what else would help. Empty where the pace is enough."""
    if found.is_enough:
        return []
    if not found.cadences:
        return ["No cadence of a step is long enough for that. Give fewer people one of their own, or a higher pace."]
    return [
        f"{step}s: every {describe_cadence(now[step])} → every {describe_cadence(days)}"
        for step, days in found.cadences.items()
        if days != now[step]
    ]


def amount(contacts: float) -> str:
    """Contacts a day, rounded to a tenth: ``3.9``, ``3``; at least ``0.1`` for more than none."""
    rounded = f"{contacts:.1f}".removesuffix(".0")
    return "0.1" if rounded == "0" and contacts > 0 else rounded
