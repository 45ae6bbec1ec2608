"""What many share tells nothing of one of them: a field of half the network, the day on which an import brought all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date

from netkeeper.domain.standing import Standing
from netkeeper.domain.survey import MANY_LEAST, is_shared_by_many


def common_fields(standings: Sequence[Standing]) -> set[str]:
    """The fields that many share; those under a field (``food/cold-chain``) count as it too."""
    # Lists of fields are few, and each is shared by many: looking at each once is quicker.
    lists = {id(each.fields): each.fields for each in standings}
    counts: Counter[str] = Counter()
    for number, people in Counter(id(each.fields) for each in standings).items():
        for field in {part for each in lists[number] for part in _with_those_above(each)}:
            counts[field] += people
    return {field for field, count in counts.items() if is_shared_by_many(count, len(standings))}


def _with_those_above(field: str) -> list[str]:
    parts = field.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def days_many_came(standings: Iterable[Standing], days: Set[date]) -> set[date]:
    """Of some days those on which more people came than one adds by hand: an import's."""
    counts = Counter(each.created_on for each in standings if each.created_on in days)
    return {day for day, count in counts.items() if count > MANY_LEAST}
