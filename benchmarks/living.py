"""A seeded person who lives with a network day by day, and what became of it.

The person opens the app on most days, goes on holiday for three weeks, imports three hundred people, and
leaves half of what they are nudged about. Promises are made along the way, and kept on most days they are
shown. A rule decides what each day shows; the rest is the same for every rule.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from operator import add
from random import Random
from typing import NamedTuple, Protocol

from netkeeper.domain.member.cadence import spread
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import KEPT_DAYS, DiaryDay
from netkeeper.domain.review.pace import adapted
from netkeeper.domain.review.plan import Review, plan

START = date(2026, 1, 5)
DAYS = 730
OPENS = 0.85
"""On how many of the days the app is opened."""
DOES = 0.5
"""How many of the nudges are followed."""
KEEPS = 0.9
"""How many of the promises that are shown are kept that day."""
PROMISES = 0.25
"""After how many contacts something is promised."""
ENERGY = 8
"""How many nudges a day the person looks at, however long the list."""
HOLIDAY = range(200, 221)
IMPORT_DAY, IMPORTED = 40, 300
SORTS = 0.3
"""How many of those who are offered to be sorted are sorted that day, where an import has them wait."""
WITHIN_DAYS = 60
"""Whose turn came later than so many days before the end may not have been shown yet, and is not called forgotten."""
FAR = 0.15
"""How many of the promises are for months ahead, such as for after graduation."""


class Shown(NamedTuple):
    """What a day shows: the ids of those nudged about, in order, promises aside."""

    nudged: list[str]


class Rule(Protocol):
    """What decides whom a day shows."""

    def show(self, life: Life, today: date) -> list[str]:
        """The ids of those whom the day shows, promises aside, the first first."""

    def after(self, life: Life, today: date, selected: Sequence[str], done: Sequence[str]) -> None:
        """Take note of what became of a day."""


@dataclass(slots=True)
class Life:
    """A network and the person who lives with it."""

    member: Member
    people: dict[str, ContactSummary]
    followups: list[FollowUp] = field(default_factory=list)
    contacts: dict[str, list[date]] = field(default_factory=dict)
    surfaced: set[str] = field(default_factory=set)
    turned: dict[str, date] = field(default_factory=dict)
    lists: list[int] = field(default_factory=list)
    paces: list[int] = field(default_factory=list)
    late_promises: int = 0
    opened_on: list[date] = field(default_factory=list)
    to_sort: dict[str, bool] = field(default_factory=dict)
    beside: list[int] = field(default_factory=list)

    @property
    def promised(self) -> dict[str, date]:
        """When the first open promise to somebody is due, by the contact's id."""
        open_ones = sorted((each for each in self.followups if each.is_open), key=lambda each: each.due_on)
        return {each.contact_id: each.due_on for each in reversed(open_ones)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it.

    Attributes:
        longest: The longest time without contact, as a multiple of the cadence.
        p95: The 95th percentile of the same, over all times between contacts.
        by_step: Longest and median of the longest time of each person, by step.
        never: How many people whose turn came were never shown; those of the last days aside (``WITHIN_DAYS``).
        largest: The longest daily list, promises aside.
        list_p95: Its 95th percentile.
        varies: How the daily list varies: its standard deviation over its mean.
        late: How many promises were first shown later than on the first opened day from their due day on.
        load: What the network asks for in the end over what the person gives on the days they open the app.
        unseen: How many who wait to be sorted were never offered for it.
        most_lines: The longest daily list with those to be sorted and the occasions, promises aside.
    """

    longest: float
    p95: float
    by_step: dict[Step, tuple[float, float]]
    never: int
    largest: int
    list_p95: float
    varies: float
    late: int
    load: float
    unseen: int = 0
    most_lines: int = 0


class Netkeeper:
    """netkeeper's own review, with the diary and the pace that finds its own way."""

    def __init__(self) -> None:
        self._diary: tuple[DiaryDay, ...] = ()
        self._change = 0
        self._sort: tuple[str, ...] = ()

    def show(self, life: Life, today: date) -> list[str]:
        """As the app shows it."""
        if change := adapted(life.member, self._diary, today):
            life.member = replace(life.member, pace=change.pace)
        self._change = change.by if change else 0
        review = self.look(life, today)
        self._sort = tuple(each.contact_id for each in review.sort)
        life.to_sort.update(dict.fromkeys(self._sort, True))
        life.beside.append(len(self._sort) + len(review.occasions))
        return [each.contact_id for each in (*review.keep_in_touch, *review.stretch)]

    def look(self, life: Life, today: date) -> Review:
        """The plan for a day, as things stand."""
        due = [each for each in life.followups if each.is_open and each.due_on <= today]
        people = list(life.people.values())
        review = plan(people, due, life.member, today, promised=life.promised, diary=self._diary)
        assert {each.followup.id for each in review.promises} == {each.id for each in due}
        return review

    def after(self, life: Life, today: date, selected: Sequence[str], done: Sequence[str]) -> None:
        """Write the diary."""
        day = DiaryDay(
            today, tuple(selected), tuple(done), pace=life.member.pace, changed=self._change, sort=self._sort
        )
        kept_from = today - timedelta(days=KEPT_DAYS)
        self._diary = (*(each for each in self._diary if each.on > kept_from), day)


class OneList:
    """Everything overdue on one list, sorted by date."""

    def show(self, life: Life, today: date) -> list[str]:
        """All of it."""
        due = [(on, contact_id) for contact_id, on in _turns(life) if on <= today]
        return [contact_id for _, contact_id in sorted(due)]

    def after(self, life: Life, today: date, selected: Sequence[str], done: Sequence[str]) -> None:
        """Nothing is noted."""


class FixedReminders:
    """A reminder fixed at creation, every so many days, whatever was logged meanwhile."""

    def __init__(self) -> None:
        self._looked_on = START - timedelta(days=1)

    def show(self, life: Life, today: date) -> list[str]:
        """Every reminder that fell since the app was last opened."""
        fell = []
        for contact_id, person in life.people.items():
            if person.cadence_days:
                since = (self._looked_on - person.created_on).days // person.cadence_days
                until = (today - person.created_on).days // person.cadence_days
                if until > since and until > 0:
                    fell.append(contact_id)
        return fell

    def after(self, life: Life, today: date, selected: Sequence[str], done: Sequence[str]) -> None:  # noqa: ARG002
        """Reminders that were shown are gone."""
        self._looked_on = today


def live(
    size: int,
    rule: Callable[[], Rule],
    *,
    seed: int = 1,
    days: int = DAYS,
    imported: int = IMPORTED,
    member: Member | None = None,
    sorts: float | None = None,
) -> Outcome:
    """Live with a network for a while.

    Args:
        size: How many people are in it to begin with.
        rule: Makes what decides whom each day shows.
        seed: For everything that chance decides.
        days: For how long.
        imported: How many people are imported on the fortieth day.
        member: Whose pace and days off count.
        sorts: How many of those who are offered to be sorted are sorted that day; None for an import that places
            all at once.
    """
    random = Random(seed)
    life = Life(member or Member(), {})
    for number in range(size):
        _meet(life, _person(random, number, START))
    decides = rule()
    for number in range(days):
        today = START + timedelta(days=number)
        if number == IMPORT_DAY and imported:
            _import(life, random, imported, today, waits=sorts is not None)
        for contact_id, on in _turns(life):
            if on <= today:
                life.turned.setdefault(contact_id, today)
        if number in HOLIDAY or random.random() > OPENS or life.member.days_off.is_day_off(today):
            continue
        _spend(life, decides, random, today)
        if sorts:
            _sort(life, random, sorts, today)
    return _outcome(life, START + timedelta(days=days))


def lived(size: int, days: int, *, seed: int, member: Member) -> tuple[Life, Netkeeper]:
    """A network after some days with netkeeper's review, and the rule with its diary; arguments as :func:`live`."""
    random = Random(seed)
    life, rule = Life(member, {}), Netkeeper()
    for number in range(size):
        _meet(life, _person(random, number, START))
    for number in range(days):
        _spend(life, rule, random, START + timedelta(days=number))
    life.member = member
    return life, rule


def _spend(life: Life, decides: Rule, random: Random, today: date) -> None:
    """Spend a day with what it shows."""
    before = life.opened_on[-1] if life.opened_on else None
    life.opened_on.append(today)
    due = [each for each in life.followups if each.is_open and each.due_on <= today]
    life.late_promises += sum(1 for each in due if before is not None and each.due_on <= before and each.snoozes == 0)
    nudged = decides.show(life, today)
    life.lists.append(len(nudged))
    life.paces.append(life.member.pace)
    life.surfaced.update(nudged)
    done = [contact_id for contact_id in nudged[:ENERGY] if random.random() < DOES]
    for each in due:
        life.surfaced.add(each.contact_id)
        # Counted as shown; ``snoozes`` stands for that here.
        life.followups[life.followups.index(each)] = shown = replace(each, snoozes=1)
        if random.random() < KEEPS:
            life.followups[life.followups.index(shown)] = replace(shown, status=Status.DONE, closed_on=today)
            done.append(each.contact_id)
    for contact_id in dict.fromkeys(done):
        _be_in_touch(life, random, contact_id, today)
    decides.after(life, today, nudged, done)
    life.followups = [each for each in life.followups if each.is_open]


def _be_in_touch(life: Life, random: Random, contact_id: str, today: date) -> None:
    person = life.people[contact_id]
    life.people[contact_id] = person._replace(
        last_on=today, first_on=person.first_on or today, first_turn_on=None, nudge_from=None
    )
    life.contacts[contact_id].append(today)
    if random.random() < PROMISES and not any(each.contact_id == contact_id for each in life.followups):
        is_far = random.random() < FAR
        counted = today + timedelta(days=random.randrange(90, 300) if is_far else random.randrange(7, 46))
        # As logging does with a span of time.
        due_on = life.member.days_off.next_working(counted)
        life.followups.append(
            FollowUp(str(len(life.contacts[contact_id]) * 10**9 + int(contact_id)), contact_id, due_on)
        )


def _person(random: Random, number: int, today: date) -> ContactSummary:
    step = random.choices(list(Step), (76, 20, 4))[0]
    default = Member().cadences[step]
    cadence = random.choices((default, random.randrange(21, 180), None), (75, 20, 5))[0]
    last_on = today - timedelta(days=random.randrange(0, cadence or default))
    return ContactSummary(
        id=str(10**14 + number * 7_919_317),
        name=f"Person {number}",
        step=step,
        fields=("design",) if random.random() < 0.3 else (),
        hoped_for=random.random() < 0.2,
        cadence_days=cadence,
        unsorted=False,
        last_on=last_on,
        first_on=last_on - timedelta(days=random.randrange(1, 300)),
        tried_on=None,
        nudge_from=None,
        first_turn_on=None,
        created_on=last_on,
        birthday="",
    )


def _sort(life: Life, random: Random, share: float, today: date) -> None:
    """Place some of those who were offered to be sorted."""
    for contact_id, is_open in life.to_sort.items():
        if is_open and random.random() < share:
            cadence = random.choice((30, 90, 180, 365, None))
            turn = today + timedelta(days=random.randrange(1, 1 + (cadence or 1)))
            life.people[contact_id] = life.people[contact_id]._replace(
                unsorted=False, cadence_days=cadence, first_turn_on=turn
            )
        life.to_sort[contact_id] = False


def _import(life: Life, random: Random, count: int, today: date, *, waits: bool) -> None:
    cadence = Member().cadences[Step.POTENTIAL]
    for number, turn in enumerate(spread(count, cadence, today)):
        person = _person(random, 100_000 + number, today)
        _meet(
            life,
            person._replace(
                step=Step.POTENTIAL,
                cadence_days=cadence,
                last_on=None,
                first_on=None,
                first_turn_on=None if waits else turn,
                created_on=today,
                unsorted=waits,
            ),
        )


def _meet(life: Life, person: ContactSummary) -> None:
    life.people[person.id] = person
    life.contacts[person.id] = [person.last_on or person.created_on]


def _turns(life: Life) -> list[tuple[str, date]]:
    """Everybody's turn, of those to whom nothing is promised that is near: within their cadence of the turn."""
    promised = {each.contact_id: each.due_on for each in life.followups if each.is_open}
    found = []
    for contact_id, person in life.people.items():
        if person.cadence_days is None or person.unsorted:
            continue
        if person.last_on is None and person.first_turn_on is not None:
            turn = person.first_turn_on
        else:
            turn = (person.last_on or person.created_on) + timedelta(days=person.cadence_days)
        if contact_id not in promised or (promised[contact_id] - turn).days > person.cadence_days:
            found.append((contact_id, turn))
    return found


def _outcome(life: Life, end: date) -> Outcome:
    gaps: list[float] = []
    longest_of: dict[Step, list[float]] = {step: [] for step in Step}
    for contact_id, days in life.contacts.items():
        person = life.people[contact_id]
        if person.cadence_days is None or person.unsorted:
            continue
        mine = [
            (after - before).days / person.cadence_days for before, after in zip(days, [*days[1:], end], strict=True)
        ]
        gaps += mine
        longest_of[person.step].append(max(mine))
    demand = sum(
        1 / person.cadence_days for person in life.people.values() if person.cadence_days and not person.unsorted
    )
    opens = len(life.opened_on) / (end - START).days
    supply = statistics.mean(life.paces) * opens * DOES
    return Outcome(
        longest=max(gaps),
        p95=_p95(gaps),
        by_step={step: (max(each), statistics.median(each)) for step, each in longest_of.items() if each},
        never=sum(
            on <= end - timedelta(days=WITHIN_DAYS) and contact_id not in life.surfaced
            for contact_id, on in life.turned.items()
        ),
        largest=max(life.lists),
        list_p95=_p95(life.lists),
        varies=statistics.pstdev(life.lists) / max(statistics.mean(life.lists), 0.01),
        late=life.late_promises,
        load=demand / supply,
        unseen=sum(person.unsorted and person.id not in life.to_sort for person in life.people.values()),
        most_lines=max(map(add, life.lists, life.beside), default=0),
    )


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
