"""Every place in the app, and the keys that lead there: for tests of what holds in all of them."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Somewhere in the app.

    Attributes:
        keys: What leads there from the first room.
        shown: What is on the screen there, whatever its size.
        typed: What is typed once there.
    """

    keys: tuple[str, ...]
    shown: str
    typed: str = ""


PLACES = {
    "today": Place((), "Today"),
    "today, a person": Place(("enter",), "Anna Virtanen"),
    "today, those who can wait": Place(("m",), "Today"),
    "quick log": Place(("l",), "Log ·", "coffee next:2w feel:4"),
    "snooze": Place(("s",), "Snooze ·"),
    "follow-up": Place(("f",), "Follow-up ·", "send the offer"),
    "keys": Place(("question_mark",), "Keys"),
    "commands": Place(("ctrl+p",), "🔎", "an"),
    "people": Place(("2",), "People"),
    "people, a person": Place(("2", "enter"), "Anna Virtanen"),
    "people, searched": Place(("2", "slash"), "People", "field:d"),
    "people, found": Place(("2", "slash", "e", "enter"), "People"),
    "people, nobody found": Place(("2", "slash"), "Nobody fits", "zzz"),
    "people, selected": Place(("2", "space", "v", "j"), "selected"),
    "tag": Place(("2", "ctrl+a", "t"), "Tag ·", "des"),
    "untag": Place(("2", "ctrl+a", "T", "space"), "Untag ·"),
    "cadence": Place(("2", "ctrl+a", "y", "down"), "Cadence ·"),
    "step": Place(("2", "ctrl+a", "p"), "Step ·"),
    "add somebody": Place(("a",), "Add somebody", "Anna"),
    "edit somebody": Place(("2", "e"), "Edit ·"),
    "history": Place(("4",), "History"),
    "history, details": Place(("4", "enter"), "number"),
    "going back": Place(("4", "j", "b"), "Take back"),
}
"""By a name that a test is known by."""

WELCOME = Place((), "Welcome")
"""What a network that has just begun opens with."""

BASES = frozenset({"Room", "PeopleRoom", "BulkRoom", "Dialog", "MemberForm"})
"""Screens that only others are made of."""
