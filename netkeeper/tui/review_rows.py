"""The review as rows: what stands on each line of Today, and what each line stands for.

Named tuples, because these classes are made before the first line can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netkeeper.domain.describe import describe_day
from netkeeper.domain.review import Nudge, Occasion, Promise, Review, nudge
from netkeeper.tui.subject import Subject
from netkeeper.tui.wording import promised, short_span


class Heading(NamedTuple):
    """The name of a group, or (empty) the blank line before one."""

    text: str

    @property
    def key(self) -> str:
        """None: the cursor doesn't rest here."""
        return ""


class Aside(NamedTuple):
    """Something to know beside the lines, in a few words; the first letter stays small where it isn't a question."""

    text: str

    @property
    def key(self) -> str:
        """None: the cursor doesn't rest here."""
        return ""


class More(NamedTuple):
    """The line that says how many more can wait.

    Attributes:
        people: How many.
        shown: Whether they are shown below it.
    """

    people: int
    shown: bool

    @property
    def key(self) -> str:
        """None: the cursor doesn't rest here."""
        return ""


class Entry(NamedTuple):
    """A line that stands for a person.

    Attributes:
        key: Names the line as long as it is there.
        mark: A character that tells its group.
        item: What the review says.
        why: Why the person is here, in brief; as it came.
        told: The same at length.
        since: How long it has been due, in as little room as can be; empty where it is due today.
    """

    key: str
    mark: str
    item: Promise | Nudge | Occasion
    why: str
    told: str
    since: str = ""

    @property
    def subject(self) -> Subject:
        """Whom its keys are about, and the promise it stands for, if it does for one."""
        followup_id = self.item.followup.id if isinstance(self.item, Promise) else None
        return Subject(self.contact_id, self.name, followup_id)

    @property
    def contact_id(self) -> str:
        """Whom it is about."""
        return self.item.contact_id

    @property
    def name(self) -> str:
        """The contact's name, as it came."""
        return self.item.name


Row = Heading | Entry | More | Aside


def rows_of(review: Review, *, more: bool, most_promises: int | None = None) -> list[Row]:
    """The rows of a review.

    Args:
        review: The plan for the day.
        more: Whether those who can wait are shown too.
        most_promises: How many promises are shown without them after a time away: coming back is easy.
    """
    held = slice(most_promises if review.away_days and not more else None)
    held_back = max(0, len(review.promises) - most_promises) if review.away_days and most_promises else 0
    groups: list[tuple[str, list[Entry]]] = [
        ("PROMISED", [_promise(each, review.day) for each in review.promises[held]]),
        ("KEEP IN TOUCH", [_turn(each) for each in review.keep_in_touch]),
        ("STRETCH", [Entry(f"turn {each.contact_id}", "◇", each, each.why, each.why) for each in review.stretch]),
        ("OCCASIONS", list(_occasions(review))),
    ]
    rows: list[Row] = []
    for name, entries in groups:
        if entries:
            rows += [Heading(name), *entries]
    if waiting := review.waiting + held_back:
        rows.append(More(waiting, more))
        if more:
            rows += [_turn(nudge(standing, review.day)) for standing in review.later]
    return rows


def _promise(promise: Promise, today: date) -> Entry:
    since = short_span(promise.days_late) if promise.days_late else ""
    what = promised(promise.followup)
    told = f"{describe_day(promise.followup.due_on, today)} · {what}"
    return Entry(f"promise {promise.followup.id}", "●", promise, what, told, since)


def _turn(each: Nudge) -> Entry:
    told = each.why if each.days_since is None else f"last in touch {each.why.replace(', ', ' ago, ', 1)}"
    return Entry(f"turn {each.contact_id}", "○", each, _brief(each.why), told)


def _brief(why: str) -> str:
    """``11 weeks, every 6 weeks`` without the unit that is said twice, or with a short one."""
    since, _, every = why.partition(", every ")
    count, _, unit = every.partition(" ")
    return f"{since}, every {count}{'' if since.endswith(f' {unit}') else unit[:1]}" if unit else why


def _occasions(review: Review) -> Iterator[Entry]:
    for each in review.occasions:
        yield Entry(f"occasion {each.contact_id}", "★", each, each.why, each.why)
