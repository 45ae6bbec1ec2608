"""What promising, putting off and logging did: values from which the sentences about it are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.domain.people.contact import Contact
    from netkeeper.domain.promises.follow_up import FollowUp


class Promised(NamedTuple):
    """A promise that was made.

    Attributes:
        followup: The promise as it is stored.
        replaced: The open promises to be in touch that it replaced, as they were before.
        already: Whether it was promised already.
        moved_from: The day that was counted, where that is a day off and the promise is for the next working day.
    """

    followup: FollowUp
    replaced: tuple[FollowUp, ...] = ()
    already: bool = False
    moved_from: date | None = None


class Snoozed(NamedTuple):
    """A promise or a turn that was put off.

    Attributes:
        contact: Whose turn it was, or to whom the promise is.
        until: The new day.
        followups: The promises that are for that day now; empty where it was a turn.
        moved_from: The day that was counted, where that is a day off and ``until`` is the next working day.
        longer_than: The person's cadence in days, where a turn was put off for longer than that; else None.
        instead_of: The promise's day before, where that was a later one.
        already: Whether the same was promised for that day already.
        comes_on: Of a turn, the day on which it comes now, which may be later than ``until``; None for no reminders.
    """

    contact: Contact
    until: date
    followups: tuple[FollowUp, ...]
    moved_from: date | None = None
    longer_than: int | None = None
    instead_of: date | None = None
    already: bool = False
    comes_on: date | None = None


class Logged(NamedTuple):
    """An interaction that was logged, and what changed with it.

    Attributes:
        interaction: The interaction as it is stored.
        contacts: Its contacts as they are now.
        added: The contacts that are new.
        promised: The next promise to the first contact, with what the promises to all of them replaced; ``already``
            only where all were promised already. None where no promise was made.
        closed: Promises that were closed with it.
        following: The next occurrences of the closed promises that recur.
        left_open: Promises that were due and stay open, as was asked, or because nobody was reached.
        taken_out: Contacts that were in the archive until now.
        placed: Contacts that waited to be sorted until now.
        again_on: When the first contact comes up again after an attempt that reached nobody: their earliest promise,
            else their turn. None where somebody was reached, or nothing is to come.
    """

    interaction: Interaction
    contacts: tuple[Contact, ...]
    added: tuple[Contact, ...]
    promised: Promised | None
    closed: tuple[FollowUp, ...]
    following: tuple[FollowUp, ...]
    left_open: tuple[FollowUp, ...]
    taken_out: tuple[Contact, ...]
    placed: tuple[Contact, ...]
    again_on: date | None
