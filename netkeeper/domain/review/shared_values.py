"""Values that too many contacts share to characterise one: a common field, the day of an import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from datetime import date

from netkeeper.domain.review.contact_summary import ContactSummary

MANY_SHARE, MANY_LEAST = 0.1, 8
"""A value is common where more than this share of all contacts have it, and more than this number."""


def is_shared_by_many(count: int, people: int) -> bool:
    """Whether a value that ``count`` of all people have is common."""
    return count > max(MANY_LEAST, MANY_SHARE * people)


def with_those_above(field: str) -> list[str]:
    """A field with its parents, the topmost first: ``food``, ``food/cold-chain``."""
    parts = field.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def days_many_came(summaries: Iterable[ContactSummary], days: Set[date]) -> set[date]:
    """Those of some days on which more contacts were created than one adds by hand: days of an import."""
    counts = Counter(each.created_on for each in summaries if each.created_on in days)
    return {day for day, count in counts.items() if count > MANY_LEAST}
