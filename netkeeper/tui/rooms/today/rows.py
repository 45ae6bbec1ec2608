"""The rows of Today, made of the day's review.

Named tuples, because creating the classes delays the first paint less than dataclasses would.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.dates.describe import describe_day, describe_span
from netkeeper.domain.review.items import Group, Item, in_place
from netkeeper.domain.review.plan import DuePromise, Nudge, Occasion, Review, nudge
from netkeeper.phrases.review import why_words
from netkeeper.phrases.turns import last_in_touch, turn_words
from netkeeper.tui.draw.short_words import promised, short_span
from netkeeper.tui.person.subject import Subject


class Heading(NamedTuple):
    """The heading of a group, or (empty) the blank line before one."""

    text: str
    key: str = ""


class Note(NamedTuple):
    """A banner line, or another note; it begins with a small letter unless it is a question."""

    text: str
    key: str = ""


class More(NamedTuple):
    """The line with the number of people who can wait.

    Attributes:
        people: How many can wait.
        shown: Whether they are listed below it.
    """

    people: int
    shown: bool
    key: str = ""


class ReviewEntry(NamedTuple):
    """A line about a person.

    Attributes:
        key: Identifies the line across drawings.
        mark: A character for its group.
        item: The item of the review.
        why: Why the person is listed, in brief; not yet sanitized.
        long_why: The same at length.
        since: How late it is, in words; empty where it isn't late.
        is_done: Whether it was dealt with today; it stays, ticked.
    """

    key: str
    mark: str
    item: DuePromise | Nudge | Occasion
    why: str
    long_why: str
    since: str = ""
    is_done: bool = False

    def since_in(self, columns: int) -> str:
        """``since`` shortened to fit: ``3 days late``, ``3d late``, ``3d``."""
        if not self.since or not isinstance(self.item, DuePromise):
            return ""
        brief = short_span(self.item.days_late)
        return next((text for text in (self.since, f"{brief} late") if len(text) <= columns), brief)

    @property
    def is_to_sort(self) -> bool:
        """Whether it is a contact that still waits to be sorted."""
        return not self.is_done and self.key.startswith(f"{SORT} ")

    @property
    def subject(self) -> Subject:
        """The contact that keys act on, with the open promise of the line, if any."""
        followup_id = self.item.followup.id if isinstance(self.item, DuePromise) and not self.is_done else None
        return Subject(self.contact_id, self.name, followup_id)

    @property
    def contact_id(self) -> str:
        """The contact's id."""
        return self.item.contact_id

    @property
    def name(self) -> str:
        """The contact's name, not yet sanitized."""
        return self.item.name


ReviewRow = Heading | ReviewEntry | More | Note


SORT = "sort"
"""The prefix of the key of a line with a contact to be sorted."""

_MOST_ELSEWHERE = 8
"""How many of the people logged outside of the review are listed, since a whole event may have been logged."""


def rows_of(review: Review, *, more: bool, most_promises: int | None = None) -> list[ReviewRow]:
    """The rows of a review; ticked ones keep their places.

    Args:
        more: Whether those who can wait are listed.
        most_promises: How many promises are listed unless ``more``, on the first day after an absence.
    """
    promises = _entries(review, review.promises, "promises")
    most = most_promises if review.away_days and not more else None
    held_back = len(promises[most:]) if most else 0
    elsewhere = _entries(review, (), "elsewhere")
    groups: list[tuple[str, list[ReviewEntry]]] = [
        ("PROMISED", promises[:most]),
        ("KEEP IN TOUCH", _entries(review, review.keep_in_touch, "keep_in_touch")),
        ("STRETCH", _entries(review, review.stretch, "stretch")),
        ("OCCASIONS", _entries(review, review.occasions, "occasions")),
        ("SORT", _entries(review, review.sort, "sort")),
        ("ALSO TODAY", elsewhere[:_MOST_ELSEWHERE]),
    ]
    rows: list[ReviewRow] = []
    for name, entries in groups:
        if entries:
            rows += [Heading(name), *entries]
    if others := elsewhere[_MOST_ELSEWHERE:]:
        rows.append(Note(f"and {len(others)} more today"))
    if waiting := review.waiting + held_back:
        rows.append(More(waiting, more))
        if more:
            rows += [_turn(nudge(summary, review.day)) for summary in review.later]
    return rows


def _entries(review: Review, still_open: Sequence[Item], group: Group) -> list[ReviewEntry]:
    """The entries of a group, in order."""
    return [
        _ticked(item, group) if is_done else _entry(item, group, review.day)
        for item, is_done in in_place(still_open, review.dealt, group)
    ]


def _entry(item: Item, group: Group, today: date) -> ReviewEntry:
    if isinstance(item, DuePromise):
        return _promise(item, today)
    if isinstance(item, Nudge) and group == "keep_in_touch":
        return _turn(item)
    why = why_words(item)
    mark, key = {"occasions": ("★", "occasion"), "sort": ("?", SORT)}.get(group, ("◇", "turn"))
    return ReviewEntry(f"{key} {item.contact_id}", mark, item, why, why)


def _ticked(item: Item, group: Group) -> ReviewEntry:
    """A ticked line; it has the key of the open one, so that the cursor stays on it."""
    if isinstance(item, DuePromise):
        what = promised(item.followup)
        return ReviewEntry(f"promise {item.followup.id}", TICK, item, what, what, is_done=True)
    why = why_words(item)
    key = {"occasions": "occasion", "sort": SORT, "elsewhere": "done"}.get(group, "turn")
    return ReviewEntry(f"{key} {item.contact_id}", TICK, item, why, why, is_done=True)


TICK = "✓"
"""The mark of a ticked line."""


def _promise(promise: DuePromise, today: date) -> ReviewEntry:
    since = f"{describe_span(promise.days_late)} late" if promise.days_late else ""
    what = promised(promise.followup)
    long_why = f"{describe_day(promise.followup.due_on, today)} · {what}"
    return ReviewEntry(f"promise {promise.followup.id}", "●", promise, what, long_why, since)


def _turn(each: Nudge) -> ReviewEntry:
    long_why = why_words(each) if each.days_since is None else last_in_touch(each.days_since, each.cadence_days)
    brief = turn_words(each.days_since, each.cadence_days, brief=True)
    return ReviewEntry(f"turn {each.contact_id}", "○", each, brief, long_why)
