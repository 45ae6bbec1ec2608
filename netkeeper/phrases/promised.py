"""Sentences about a promise that was made, safe to show: what is next, how its day came about, what it replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.time_of_day import split_stored_hour
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.enumerated import first_of

if TYPE_CHECKING:
    from netkeeper.domain.language.promise_words import PromiseWords
    from netkeeper.domain.promises.outcomes import Promised

_DAY_COLUMNS = 30


def promised_sentences(promised: Promised, words: PromiseWords, today: date) -> list[str]:
    """What is next and how its day came about; and, where the day moved off a day off, that it did."""
    followup = promised.followup
    became = what_became(followup, promised.already, None, promised.replaced, today)
    sentences = [next_sentence(followup, today, [*why_on_that_day(words, today), *became])]
    if promised.moved_from is not None:
        sentences.append(f"{moved_off_day_off(promised.moved_from, followup.due_on, today)}.")
    return sentences


def next_sentence(followup: FollowUp, today: date, why: Sequence[str] = ()) -> str:
    """What is next: ``Next: Mon 7 Dec, send the offer (from “in two weeks”)``."""
    return _NEXT[bool(followup.what), bool(why)].format(
        day=describe_day(followup.due_on, today), what=plain(followup.what), why="; ".join(why)
    )


_NEXT = {
    (False, False): "Next: {day}.",
    (False, True): "Next: {day} ({why}).",
    (True, False): "Next: {day}, {what}.",
    (True, True): "Next: {day}, {what} ({why}).",
}
"""By whether something was promised in words, and whether there is a reason for the day."""


def again_sentence(following: Sequence[FollowUp], today: date) -> str:
    """When recurring promises are due again: ``Again: Mon 7 Dec.``; empty where there is none."""
    if not following:
        return ""
    template = "{day} ({what})" if len(following) > 1 else "{day}"
    days = [
        (template if each.what else "{day}").format(day=describe_day(each.due_on, today), what=plain(each.what))
        for each in following
    ]
    return f"Again: {first_of(days)}."


def why_on_that_day(words: PromiseWords, today: date) -> list[str]:
    """Why a promise is due on its day, where the day was not typed as such; empty where it was."""
    other_hour = [f"{plain(words.hour)} counts, not {plain(words.other_hour)}"] if words.other_hour else []
    if words.other_day is not None:
        return [f"next: counts, not {describe_day(words.other_day, today)}", *other_hour]
    if other_hour:
        return other_hour
    if words.day_words:
        return [f"from “{fit(plain(words.day_words), _DAY_COLUMNS)}”"]
    if words.is_default:
        return ["in a week; say when with next:"]
    return []


def what_became(
    followup: FollowUp, already: bool, moved_from: date | None, replaced: Sequence[FollowUp], today: date
) -> list[str]:
    """Notes on a promise beside its day: ``already promised``, ``instead of Fri 27 Nov``.

    Args:
        already: Whether it was promised already.
        moved_from: The day that was counted, where that is a day off.
        replaced: The promises that it replaced, as they were.
    """
    notes = ["already promised"] if already else []
    if moved_from is not None:
        notes.append(f"{describe_day(moved_from, today)} is a day off")
    # The hour of a replaced promise goes with it, for nothing else shows it any more.
    at = split_stored_hour(followup.what)[1]
    before = {(promise.due_on, split_stored_hour(promise.what)[1]) for promise in replaced}
    days = sorted((day, hour) for day, hour in before if day != followup.due_on or hour not in ("", at))
    if days:
        notes.append(f"instead of {first_of([_day(*day, today) for day in days])}")
    return notes


def _day(day: date, hour: str, today: date) -> str:
    shown = describe_day(day, today)
    return f"{shown}, {hour}" if hour else shown


def in_brackets(notes: Sequence[str]) -> str:
    """Notes in brackets, a blank before them; empty where there is none."""
    return f" ({'; '.join(notes)})" if notes else ""


def moved_off_day_off(day: date, moved_to: date, today: date) -> str:
    """That a counted day is a day off, and where to it moved: ``Sat 5 Dec is a day off: Mon 7 Dec``."""
    named = describe_day(day, today)
    return f"{named[0].upper()}{named[1:]} is a day off: {describe_day(moved_to, today)}"
