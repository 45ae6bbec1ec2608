"""Coming back after weeks away, with ``o`` (spread) and without it.

Whoever comes back opens the app every day from then on and follows what it shows, a pace of it a day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.living import START, Life, Netkeeper, lived
from netkeeper.domain.member.member import Member
from netkeeper.domain.review.next_day import turns_ahead
from netkeeper.domain.review.plan import Review
from netkeeper.domain.review.spreading import MOST_DAYS, spread_rest

BEFORE = 60
"""For how many days the app is used before."""
BREAKS = (21, 42)
"""For how many days one is away."""
BEARABLE_DAYS = 15
"""The day of coming back and two weeks."""
FOLLOWED_DAYS = 60
"""For how many days it is looked at how long everybody waits."""
LONGER = 0.1
"""By how many cadences the longest wait may be longer than without the spread: another one may be the last."""


@dataclass(frozen=True, slots=True)
class Return:
    """What the days after a break were like.

    Attributes:
        promises: How many promises each day showed.
        asked: How many lines each day asked for in all, the stretch and occasions aside.
        waiting: How many could wait beyond that.
        by_itself: How many of them, by what falls due by itself: more of that may come on a day than the pace.
        longest: The longest time without contact that ended after the break, as a multiple of the cadence.
    """

    promises: list[int]
    asked: list[int]
    waiting: list[int]
    by_itself: list[int]
    longest: float


def come_back(size: int, away: int, *, spreads: bool, seed: int = 1, member: Member | None = None) -> Return:
    """Use the app for two months, stay away, and come back.

    Args:
        size: How many people are in the network.
        away: For how many days.
        spreads: Whether ``o`` is pressed on the day of coming back.
        seed: For everything that chance decides.
        member: Whose pace and days off count.
    """
    life, rule = lived(size, BEFORE, seed=seed, member=member or Member())
    back_on = START + timedelta(days=BEFORE + away)
    found = Return([], [], [], [], 0.0)
    due: Counter[date] = Counter()
    longest = 0.0
    for day in (back_on + timedelta(days=number) for number in range(FOLLOWED_DAYS)):
        if life.member.days_off.is_day_off(day):
            continue
        review = rule.look(life, day)
        if spreads and not found.asked:
            due = _spread(life, review)
            # Promises and turns have moved.
            review = rule.look(life, day)
        too_many = (found.by_itself[-1] if found.by_itself else 0) + due[day] - life.member.pace
        found.by_itself.append(max(0, too_many))
        found.promises.append(len(review.promises))
        found.asked.append(len(review.promises) + len(review.keep_in_touch))
        found.waiting.append(review.waiting)
        longest = max(longest, _follow(life, rule, review))
    return replace(found, longest=longest)


def missed_on_return(size: int, away: int, *, seed: int = 1, member: Member | None = None) -> list[str]:
    """Which marks two weeks after a break miss, in words; arguments as :func:`come_back`."""
    pace = (member or Member()).pace
    spread, plain = (come_back(size, away, spreads=each, seed=seed, member=member) for each in (True, False))
    missed = []
    if (most := max(spread.asked[:BEARABLE_DAYS])) > pace:
        missed.append(f"{most} lines on a day, over the pace of {pace}")
    both = zip(spread.waiting[:BEARABLE_DAYS], spread.by_itself, strict=False)
    if (left := max(waiting - by_itself for waiting, by_itself in both)) > 0:
        missed.append(f"{left} more wait on a day than by what falls due by itself")
    if spread.longest > plain.longest + LONGER:
        missed.append(f"somebody waits {spread.longest:.2f} cadences, {plain.longest:.2f} without the spread")
    return missed


def _spread(life: Life, review: Review) -> Counter[date]:
    """What ``o`` does; returns how much falls due on each day to come by itself."""
    today = review.day
    ahead = turns_ahead(life.people.values(), life.promised, life.member, today, today + timedelta(days=MOST_DAYS))
    to_come = [each.due_on for each in life.followups if each.is_open and each.due_on > today]
    spread = spread_rest(review, to_come, life.member, ahead)
    life.followups = [replace(each, due_on=spread.promises.get(each.id, each.due_on)) for each in life.followups]
    for contact_id, day in spread.turns.items():
        life.people[contact_id] = life.people[contact_id]._replace(nudge_from=day)
    return Counter(to_come) + Counter(ahead)


def _follow(life: Life, rule: Netkeeper, review: Review) -> float:
    """Do a pace of what a day shows, promises first; returns the longest wait that ended, in cadences."""
    today = review.day
    selected = [each.contact_id for each in (*review.keep_in_touch, *review.stretch)]
    ids = dict.fromkeys([*(each.contact_id for each in review.promises), *selected])
    done = list(ids)[: life.member.pace]
    life.followups = [each for each in life.followups if each.contact_id not in done or each.due_on > today]
    longest = 0.0
    for contact_id in done:
        person = life.people[contact_id]
        if person.cadence_days:
            longest = max(longest, (today - (person.last_on or person.created_on)).days / person.cadence_days)
        life.people[contact_id] = person._replace(last_on=today, first_turn_on=None, nudge_from=None)
    rule.after(life, today, selected, [each for each in done if each in selected])
    return longest
