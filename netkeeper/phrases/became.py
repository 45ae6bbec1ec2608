"""What became of a promise that was made, and of the day that was counted for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.time_of_day import split_stored_hour
from netkeeper.domain.promises.follow_up import FollowUp

_MOST_DAYS = 3


def what_became(
    followup: FollowUp, already: bool, moved_from: date | None, replaced: Sequence[FollowUp], today: date
) -> list[str]:
    """What there is to say of a promise beside its day: ``already promised``, ``instead of Fri 27 Nov``.

    Args:
        followup: The promise as it is now.
        already: Whether it was promised already.
        moved_from: The day that was counted, where that is a day off.
        replaced: The promises that it took the place of, as they were.
        today: The day.
    """
    parts = ["already promised"] if already else []
    if moved_from is not None:
        parts.append(f"{describe_day(moved_from, today)} is a day off")
    # In order, each once; its hour goes with it, for it is said nowhere else any more.
    at = split_stored_hour(followup.what)[1]
    before = {(promise.due_on, split_stored_hour(promise.what)[1]) for promise in replaced}
    days = sorted((day, hour) for day, hour in before if day != followup.due_on or hour not in ("", at))
    if days:
        more = f" and {len(days) - _MOST_DAYS} more" if len(days) > _MOST_DAYS else ""
        parts.append(f"instead of {', '.join(_day(*day, today) for day in days[:_MOST_DAYS])}{more}")
    return parts


def _day(day: date, hour: str, today: date) -> str:
    shown = describe_day(day, today)
    return f"{shown}, {hour}" if hour else shown


def in_brackets(parts: Sequence[str]) -> str:
    """The same behind what it is about; nothing where there is nothing to say."""
    return f" ({'; '.join(parts)})" if parts else ""


def told_move(day: date, moved_to: date, today: date) -> str:
    """That a day that was counted is a day off, and where to it moved: ``Sat 5 Dec is a day off: Mon 7 Dec``."""
    named = describe_day(day, today)
    return f"{named[0].upper()}{named[1:]} is a day off: {describe_day(moved_to, today)}"
