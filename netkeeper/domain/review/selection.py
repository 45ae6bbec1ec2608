"""Whom a day offers of all those whose turn it is: as many as there is room for, and nobody forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from datetime import date, timedelta
from heapq import nsmallest
from operator import itemgetter

from netkeeper.domain.member.cadence import next_contact_on
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay, resting
from netkeeper.domain.review.scan import Stretch, Survey, Turn

AWAY_DAYS = 7
"""After so many days without anything done, the review starts gently."""

BY_DAYS_FROM = 80
"""Where so many people wait for each place, every other place goes to whoever waits longest in days."""

LONG_UNSEEN_DAYS = 21
"""From so many days after their turn on, one place at least goes to whoever of those never offered waits longest."""

TOO_LONG = 2.0
"""A wait over this many times the median wait (each in own cadences) counts as overdue."""
SHORT_REST_DAYS = 3
"""Days until somebody overdue who was offered and left is offered again, in place of the usual rest."""

_LOOKED_AT = 100
"""Sample size for the median wait: as many people, spread evenly over all who wait."""

_SINCE = itemgetter(4)


def stretch_of(
    seen: Survey, candidates: Iterable[Stretch], dealt_with: Set[str], already: Collection[str]
) -> list[ContactSummary]:
    """At most one person never met: in an own field or hoped for, another one from day to day.

    Args:
        dealt_with: Whom something was done with today.
        already: Whom the day offered before, so that it stays with them.
    """
    if seen.is_new_met:
        return []  # Somebody new was met today: that was the stretch.
    candidates = [each for each in candidates if each[2] not in dealt_with]
    kept = [each for each in candidates if each[2] in already]
    return [min(kept or candidates)[3]] if candidates else []


def offered(
    turns: Sequence[Turn],
    soon: Sequence[Turn],
    diary: Sequence[DiaryDay],
    already: Collection[str],
    room: int,
    today: date,
) -> list[ContactSummary]:
    """Whom to be in touch with: those who waited longest; then, where there is room, whose turn would come on days off.

    Where more wait than there is room for, places go by the wait as a multiple of the cadence; and the more
    people wait, the more of them by the days alone, one at least where somebody never offered waits for weeks: else
    those with a long cadence would never be seen in a network that asks for too much. Whoever was offered lately and
    left gives way to the others.

    Args:
        turns: Whose turn it is.
        soon: Whose turn comes on the days off that follow.
        diary: The days before this one.
        already: Whom this day offered before: they keep their places, so that the list doesn't change while one
            works through it.
    """
    if room <= 0:
        return []
    kept = sorted(turn for turn in (*turns, *soon) if turn[2] in already)[:room] if already else []
    if kept:
        held = {turn[2] for turn in kept}
        turns = [turn for turn in turns if turn[2] not in held]
        soon = [turn for turn in soon if turn[2] not in held]
    chosen = sorted(kept + _chosen(turns, soon, diary, room - len(kept), today)) if kept else None
    return [turn[3] for turn in (chosen or _chosen(turns, soon, diary, room, today))]


def _chosen(
    turns: Sequence[Turn], soon: Sequence[Turn], diary: Sequence[DiaryDay], room: int, today: date
) -> list[Turn]:
    lately = {contact_id for day in diary for contact_id in day.offered}
    rested: Sequence[Turn] = ()
    if lately:
        last_on = {turn[2]: turn[3].last_on for turn in (*turns, *soon) if turn[2] in lately}
        rests = resting(diary, last_on, today) - _too_long(turns, diary, today)
        rested = [turn for turn in turns if turn[2] in rests]
        turns = [turn for turn in turns if turn[2] not in rests]
        soon = [turn for turn in soon if turn[2] not in rests]
    chosen = nsmallest(room, turns)
    if len(turns) > room > 0:
        # Those who were offered lately have been seen; as many as those chosen already may be among the longest waiting.
        unseen = [turn for turn in turns if turn[2] not in lately] if lately else turns
        by_days = round(room * len(turns) / (len(turns) + BY_DAYS_FROM * room))
        if by_days:
            longest = _longest_waiting(unseen, room)
        else:
            # Few wait; yet those with a long cadence would not be seen for most of a year.
            longest = _long_unseen(unseen, today)
            by_days = min(1, len(longest))
        first, others = chosen[: room - by_days], chosen[room - by_days :]
        picked = [turn for turn in longest if turn not in first][:by_days]
        chosen = sorted((first + picked + [turn for turn in others if turn not in picked])[:room])
    chosen += nsmallest(room - len(chosen), rested)
    chosen += nsmallest(room - len(chosen), soon)
    return chosen


def _longest_waiting(turns: Sequence[Turn], count: int) -> list[Turn]:
    """Those who wait longest in days; of equals those who are more overdue, whatever order they come in."""
    found = nsmallest(count, turns, key=_SINCE)
    if not found:
        return []
    # Thousands may have come on one day: full keys for all of them would take ten times as long.
    latest = _SINCE(found[-1])
    earlier = sorted([turn for turn in found if _SINCE(turn) < latest], key=itemgetter(4, 0, 1, 2))
    return earlier + nsmallest(count - len(earlier), [turn for turn in turns if _SINCE(turn) == latest])


def _long_unseen(turns: Sequence[Turn], today: date) -> list[Turn]:
    """Those whose turn came :data:`LONG_UNSEEN_DAYS` ago or earlier, the earliest first."""
    found: list[tuple[date, Turn]] = []
    for turn in turns:
        each = turn[3]
        days = (each.last_on, each.nudge_from, each.created_on, each.first_turn_on, each.tried_on)
        on = next_contact_on(each.cadence_days, *days)
        if on is not None and (today - on).days >= LONG_UNSEEN_DAYS:
            found.append((on, turn))
    return [turn for _, turn in sorted(found)]


def _too_long(turns: Sequence[Turn], diary: Sequence[DiaryDay], today: date) -> frozenset[str]:
    """Who has waited so much longer than most that they rest a few days at most, however often they were left."""
    if not turns:
        return frozenset()
    some = sorted(turn[0] for turn in turns[:: len(turns) // _LOOKED_AT + 1])
    limit = some[len(some) // 2] * TOO_LONG
    after = today - timedelta(days=SHORT_REST_DAYS)
    just_offered = {contact_id for day in diary if day.on > after for contact_id in day.offered}
    return frozenset(turn[2] for turn in turns if turn[0] <= limit and turn[2] not in just_offered)


def days_away(latest_on: date | None, diary: Sequence[DiaryDay], today: date) -> int:
    """For how many days nothing was done before today; 0 where that is less than a week, or the diary is new.

    Args:
        latest_on: The latest day of contact with anybody before today.
        diary: The days before this one on which the review was opened.
    """
    if not diary:
        return 0
    away = (today - max(latest_on or date.min, *(day.on for day in diary))).days
    return away if away >= AWAY_DAYS else 0
