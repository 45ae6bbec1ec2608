"""How a made-up person of the demo network is written down: days are counted from today.

Named tuples, because the demo makes these classes while somebody waits for it to open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from netkeeper.domain.interactions.interaction import Kind, Signal
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status


class Born(NamedTuple):
    """A birthday that stays the same age whatever the year.

    Attributes:
        on: ``05-14``, or the days from today to the next celebration.
        age: In years, at the celebration or in today's year; None where the year isn't known.
    """

    on: str | int
    age: int | None = None


class Move(NamedTuple):
    """A move on the ladder, so many days ago."""

    ago: int
    step: Step
    reason: str


class StoryPromise(NamedTuple):
    """A follow-up.

    Attributes:
        what: What was promised.
        made: Days ago it was made.
        due: Days from today; below zero is past.
        closed: Days ago it was done or dropped; None while open.
        status: Done or dropped, where it is closed.
        snoozes: How often it has been put off.
    """

    what: str
    made: int
    due: int
    closed: int | None = None
    status: Status = Status.DONE
    snoozes: int = 0


class StoryEntry(NamedTuple):
    """One line of a diary: an interaction, so many days ago.

    Attributes:
        ago: Days ago, at least 1.
        kind: How one was in touch.
        feeling: 1 to 5, or None.
        others: The keys of those who were there too.
        signals: What they did.
        note: What was said.
    """

    ago: int
    kind: Kind
    feeling: int | None
    others: tuple[str, ...]
    signals: tuple[Signal, ...]
    note: str


class Story(NamedTuple):
    """A made-up person and what happened.

    Attributes:
        contact: The person; the id is a key such as ``anna``, ``via`` is another's key, and
            ``{year}`` in ``met`` stands for the year of the first interaction.
        diary: One interaction a line, newest first: days ago, kind, feeling (``-`` for none),
            ``@key`` for each other who was there, ``!signal`` for each signal, the note.
        born: The birthday, if it is known.
        added: Days ago the contact was added; None for the day of the first interaction.
        nudge_in: Days from today before which there is to be no nudge; None for no such day.
        moves: Moves on the ladder after the first step, oldest first.
        promises: The follow-ups.
        monthly: A promise that comes back every month; empty for none.
    """

    contact: Contact
    diary: str = ""
    born: Born | None = None
    added: int | None = None
    nudge_in: int | None = None
    moves: tuple[Move, ...] = ()
    promises: tuple[StoryPromise, ...] = ()
    monthly: str = ""

    def entries(self) -> Iterator[StoryEntry]:
        """The lines of the diary, read."""
        for line in self.diary.splitlines():
            if line.strip():
                yield _entry(line)


def _entry(line: str) -> StoryEntry:
    """Read one line of a diary."""
    ago, kind, feeling, note = line.split(maxsplit=3)
    marks: dict[str, list[str]] = {"@": [], "!": []}
    while note[0] in marks:
        mark, _, note = note.partition(" ")
        marks[mark[0]].append(mark[1:])
    return StoryEntry(
        ago=int(ago),
        kind=Kind(kind),
        feeling=None if feeling == "-" else int(feeling),
        others=tuple(marks["@"]),
        signals=tuple(Signal(mark) for mark in marks["!"]),
        note=note,
    )


def work(value: str) -> Labelled:
    """An address or number at work."""
    return Labelled(value, "work")


def home(value: str) -> Labelled:
    """A private address or number."""
    return Labelled(value, "home")


def mobile(value: str) -> Labelled:
    """A mobile number."""
    return Labelled(value, "mobile")
