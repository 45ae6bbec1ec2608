"""Selects the turns of a day: the most urgent, with places for contacts that would otherwise never be selected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from datetime import date, timedelta
from heapq import nsmallest
from operator import itemgetter

from netkeeper.domain.member.cadence import next_contact_on
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay, resting
from netkeeper.domain.review.scan import ScanResult, Stretch, Turn

AWAY_DAYS = 7
"""Days without activity after which the next review is a short one."""

BY_DAYS_FROM = 80
"""Turns per place at which half of the places go to the longest waits in days, not in cadences."""

LONG_UNSEEN_DAYS = 21
"""Days after its turn from which the longest waiting contact that was never selected gets a place."""

TOO_LONG = 2.0
"""A wait over this many times the median wait (each in own cadences) counts as overdue."""
SHORT_REST_DAYS = 3
"""Days until somebody overdue who was selected and left is selected again, in place of the usual rest."""

_LOOKED_AT = 100
"""Sample size for the median wait: as many people, spread evenly over all who wait."""

_SINCE = itemgetter(4)


def stretch_of(
    seen: ScanResult, candidates: Iterable[Stretch], dealt_with: Set[str], already: Collection[str]
) -> list[ContactSummary]:
    """The stretch of a day, another one from day to day: the best candidate, or none.

    Args:
        dealt_with: The ids of contacts dealt with today, which are left out.
        already: The ids that the day selected before, which are preferred.
    """
    if seen.is_new_met:
        return []  # A first interaction today was the stretch.
    candidates = [each for each in candidates if each[2] not in dealt_with]
    kept = [each for each in candidates if each[2] in already]
    return [min(kept or candidates)[3]] if candidates else []


def select_turns(
    turns: Sequence[Turn],
    soon: Sequence[Turn],
    diary: Sequence[DiaryDay],
    already: Collection[str],
    room: int,
    today: date,
) -> list[ContactSummary]:
    """Select turns; then, where there is room, turns that would come on the days off that follow.

    Where there are more turns than places, they go by weight (the wait in cadences); the more turns, the more places
    go by the wait in days, at least one where a contact that was never selected waits for weeks: otherwise long
    cadences would never be selected in a network with too much demand. Contacts that rest (``diary.resting``) come
    last.

    Args:
        turns: Turns that have come.
        soon: Turns that come on the days off that follow.
        diary: The days before this one.
        already: The ids that this day selected before, which stay selected.
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
    lately = {contact_id for day in diary for contact_id in day.selected}
    rested: Sequence[Turn] = ()
    if lately:
        last_on = {turn[2]: turn[3].last_on for turn in (*turns, *soon) if turn[2] in lately}
        rests = resting(diary, last_on, today) - _too_long(turns, diary, today)
        rested = [turn for turn in turns if turn[2] in rests]
        turns = [turn for turn in turns if turn[2] not in rests]
        soon = [turn for turn in soon if turn[2] not in rests]
    chosen = nsmallest(room, turns)
    if len(turns) > room > 0:
        # Contacts that were selected lately don't count as unseen.
        unseen = [turn for turn in turns if turn[2] not in lately] if lately else turns
        by_days = round(room * len(turns) / (len(turns) + BY_DAYS_FROM * room))
        if by_days:
            longest = _longest_waiting(unseen, room)
        else:
            # Few turns: long cadences would still not be selected for most of a year.
            longest = _long_unseen(unseen, today)
            by_days = min(1, len(longest))
        first, others = chosen[: room - by_days], chosen[room - by_days :]
        picked = [turn for turn in longest if turn not in first][:by_days]
        chosen = sorted((first + picked + [turn for turn in others if turn not in picked])[:room])
    chosen += nsmallest(room - len(chosen), rested)
    chosen += nsmallest(room - len(chosen), soon)
    return chosen


def _longest_waiting(turns: Sequence[Turn], count: int) -> list[Turn]:
    """The turns with the longest wait in days; among equals the most overdue ones."""
    found = nsmallest(count, turns, key=_SINCE)
    if not found:
        return []
    # Thousands may count from one day: sorting all by the full key would take ten times as long.
    latest = _SINCE(found[-1])
    earlier = sorted([turn for turn in found if _SINCE(turn) < latest], key=itemgetter(4, 0, 1, 2))
    return earlier + nsmallest(count - len(earlier), [turn for turn in turns if _SINCE(turn) == latest])


def _long_unseen(turns: Sequence[Turn], today: date) -> list[Turn]:
    """The turns that came :data:`LONG_UNSEEN_DAYS` ago or earlier, the earliest first."""
    found: list[tuple[date, Turn]] = []
    for turn in turns:
        each = turn[3]
        days = (each.last_on, each.nudge_from, each.created_on, each.first_turn_on, each.tried_on)
        on = next_contact_on(each.cadence_days, *days)
        if on is not None and (today - on).days >= LONG_UNSEEN_DAYS:
            found.append((on, turn))
    return [turn for _, turn in sorted(found)]


def _too_long(turns: Sequence[Turn], diary: Sequence[DiaryDay], today: date) -> frozenset[str]:
    """The ids of overdue turns (see :data:`TOO_LONG`), which rest at most :data:`SHORT_REST_DAYS`."""
    if not turns:
        return frozenset()
    some = sorted(turn[0] for turn in turns[:: len(turns) // _LOOKED_AT + 1])
    limit = some[len(some) // 2] * TOO_LONG
    after = today - timedelta(days=SHORT_REST_DAYS)
    just_selected = {contact_id for day in diary if day.on > after for contact_id in day.selected}
    return frozenset(turn[2] for turn in turns if turn[0] <= limit and turn[2] not in just_selected)


def days_away(latest_on: date | None, diary: Sequence[DiaryDay], today: date) -> int:
    """Number of days before today without activity; 0 where that is less than a week, or the diary is empty.

    Args:
        latest_on: The day of the latest interaction before today.
        diary: The days before this one on which the review was opened.
    """
    if not diary:
        return 0
    away = (today - max(latest_on or date.min, *(day.on for day in diary))).days
    return away if away >= AWAY_DAYS else 0
