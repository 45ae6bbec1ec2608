"""The lines of a day about those who wait to be sorted: a few, which stay until the day is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.day_list import Day, DayList, how_dealt_with
from netkeeper.domain.review.items import Dealt, Nudge, Why, nudge, sort_line
from netkeeper.domain.review.sorting import offered_for_sorting


def sorting_list(
    day: Day, sortable: Sequence[ContactSummary], known: Mapping[str, ContactSummary], found: DayList
) -> tuple[list[Nudge], list[Dealt]]:
    """Whom a day offers for sorting, and who of them is sorted by now.

    Args:
        known: Everybody whom it offered and who is still here.
        found: What else it offers, which shares the ceiling.
    """
    taken = len(found.keep_in_touch) + len(found.stretch) + len(found.occasions)
    room = max(0, day.member.pace_ceiling - taken)
    still = offered_for_sorting(sortable, day.past, day.note.sort, room, day.on)
    still_ids = {each.id for each in still}
    dealt: list[Dealt] = []
    place = 0
    for contact_id in day.note.sort:
        standing = known.get(contact_id)
        if contact_id in still_ids:
            place += 1
        elif standing is not None and not standing.unsorted:
            line = nudge(standing, day.on)._replace(why=how_dealt_with(standing, day) or Why("sorted"))
            dealt.append(Dealt(line, "sort", place))
            place += 1
    return [sort_line(standing, day.on) for standing in still], dealt
