"""Equality of promises, and promises without a text of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netkeeper.domain.dates.time_of_day import split_stored_hour
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.fold import as_compared

BE_IN_TOUCH = "be in touch"
"""The text of a promise that has none."""

PromiseKey = tuple[str, date, str]
"""The contact's id, the due day and the folded text of a promise."""


def promise_key(followup: FollowUp) -> PromiseKey:
    """The key by which promises are compared."""
    return followup.contact_id, followup.due_on, as_compared(followup.what) or BE_IN_TOUCH


def is_be_in_touch(followup: FollowUp) -> bool:
    """Whether a promise is only to be in touch, once; it may have a time of day."""
    return not followup.rrule and split_stored_hour(as_compared(followup.what))[0] in ("", BE_IN_TOUCH)


def says_the_same(one: FollowUp, other: FollowUp) -> bool:
    """Whether two promises are equal: the same key, and no different rules of recurrence."""
    by_two_rules = one.rrule and other.rrule and one.rrule != other.rrule
    return promise_key(one) == promise_key(other) and not by_two_rules


def without_duplicates(followups: Iterable[FollowUp]) -> list[FollowUp]:
    """Promises without duplicates: of equal ones, the recurring one, else the first."""
    kept: dict[PromiseKey, list[FollowUp]] = {}
    for followup in followups:
        alike = kept.setdefault(promise_key(followup), [])
        place = next((place for place, each in enumerate(alike) if says_the_same(each, followup)), None)
        if place is None:
            alike.append(followup)
        elif followup.rrule and not alike[place].rrule:
            alike[place] = followup
    return [followup for alike in kept.values() for followup in alike]
