"""The lines of a day for sorting, fixed until the day is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.day_list import Day, DayList, how_dealt_with
from netkeeper.domain.review.items import Dealt, Nudge, Why, nudge, sort_line
from netkeeper.domain.review.sorting import select_for_sorting


def sorting_list(
    day: Day, sortable: Sequence[ContactSummary], known: Mapping[str, ContactSummary], found: DayList
) -> tuple[list[Nudge], list[Dealt]]:
    """The open lines for sorting, and those that were sorted today.

    Args:
        known: The selected contacts that still exist, by their ids.
        found: The rest of the list, which shares the ceiling.
    """
    taken = len(found.keep_in_touch) + len(found.stretch) + len(found.occasions)
    room = max(0, day.member.pace_ceiling - taken)
    still = select_for_sorting(sortable, day.past, day.note.sort, room, day.on)
    still_ids = {each.id for each in still}
    dealt: list[Dealt] = []
    place = 0
    for contact_id in day.note.sort:
        summary = known.get(contact_id)
        if contact_id in still_ids:
            place += 1
        elif summary is not None and not summary.unsorted:
            line = nudge(summary, day.on)._replace(why=how_dealt_with(summary, day) or Why("sorted"))
            dealt.append(Dealt(line, "sort", place))
            place += 1
    return [sort_line(summary, day.on) for summary in still], dealt
