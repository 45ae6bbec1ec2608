"""What being in touch with a contact, or trying to, does to the days that are kept of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from netkeeper.domain.interactions.interaction import Kind
from netkeeper.domain.people.contact import Contact

if TYPE_CHECKING:
    from netkeeper.domain.interactions.interaction import Interaction


class Happened(Protocol):
    """What an interaction and the words of a log have in common."""

    @property
    def kind(self) -> Kind:
        """How one was in touch."""

    @property
    def on(self) -> date:
        """The day."""


def in_touch(contact: Contact, happened: Happened, today: date) -> Contact:
    """The contact after something that happened: its days, its turn, and that it is in use.

    Whoever one was in touch with is not put away. A log of long ago never moves the clock back, nor does it
    answer a nudge that was put off since. An attempt that reached nobody changes none of that.
    Either sorts whoever waited for it.
    """
    contact = replace(with_days_of(contact, happened), unsorted=False)
    if happened.kind is Kind.TRIED:
        return contact
    nudge_from = None if happened.on == today else contact.nudge_from
    return replace(contact, nudge_from=nudge_from, first_turn_on=None, archived=False)


def with_days_of(contact: Contact, happened: Happened) -> Contact:
    """The contact with its first and latest days, or the day it was tried on, brought up to something."""
    on = happened.on
    if happened.kind is Kind.TRIED:
        return replace(contact, tried_on=max(on, contact.tried_on or on))
    return replace(contact, first_on=min(on, contact.first_on or on), last_on=max(on, contact.last_on or on))


def without_interaction(
    contact: Contact, others: Iterable[Interaction], was: Interaction, becomes: Interaction | None = None
) -> Contact:
    """The contact with its days brought up to a change of one interaction.

    A day that no interaction tells of came with the contact from elsewhere, and stays.

    Args:
        others: All other interactions with it.
        was: The interaction as it was.
        becomes: As it is now; None where it is gone, or is not with this contact any more.
    """
    rest = list(others)
    return with_days_after(contact, [*rest, was], [*rest, *([becomes] if becomes else [])])


def with_days_after(contact: Contact, then: Iterable[Interaction], now: Iterable[Interaction]) -> Contact:
    """As :func:`without_interaction`, for all the interactions with a contact as they were, and as they are now."""
    then, now = list(then), list(now)
    met_then, met_now = ([each.on for each in some if each.kind is not Kind.TRIED] for some in (then, now))
    tried_then, tried_now = ([each.on for each in some if each.kind is Kind.TRIED] for some in (then, now))
    return replace(
        contact,
        first_on=_kept(contact.first_on, met_then, met_now, earliest=True),
        last_on=_kept(contact.last_on, met_then, met_now),
        tried_on=_kept(contact.tried_on, tried_then, tried_now),
    )


def _kept(day: date | None, then: list[date], now: list[date], *, earliest: bool = False) -> date | None:
    """The earliest or latest of the days there are now, and of the one that is kept where no interaction told it."""
    best = min if earliest else max
    told = best(then, default=None)
    is_from_elsewhere = day is not None and (told is None or (day < told if earliest else day > told))
    return best([*now, *([day] if day is not None and is_from_elsewhere else [])], default=None)
