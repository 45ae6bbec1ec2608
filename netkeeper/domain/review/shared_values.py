"""What many share tells nothing of one of them: a field of half the network, the day on which an import brought all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from datetime import date

from netkeeper.domain.review.contact_summary import ContactSummary

MANY_SHARE, MANY_LEAST = 0.1, 8
"""A field that more than this share of all have, and more than so many, tells nothing of one of them."""


def is_shared_by_many(count: int, people: int) -> bool:
    """Whether something that so many of all people have in common tells nothing of one of them."""
    return count > max(MANY_LEAST, MANY_SHARE * people)


def with_those_above(field: str) -> list[str]:
    """A field and those it is under: ``food/cold-chain`` is ``food`` too."""
    parts = field.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def days_many_came(standings: Iterable[ContactSummary], days: Set[date]) -> set[date]:
    """Of some days those on which more people came than one adds by hand: an import's."""
    counts = Counter(each.created_on for each in standings if each.created_on in days)
    return {day for day, count in counts.items() if count > MANY_LEAST}
