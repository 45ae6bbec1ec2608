"""Updates of a contact's first, latest and tried days by interactions."""

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
    """The kind and day of an interaction, or of a log that was typed."""

    @property
    def kind(self) -> Kind:
        """The kind."""

    @property
    def on(self) -> date:
        """The day."""


def in_touch(contact: Contact, happened: Happened, today: date) -> Contact:
    """The contact after an interaction: its days, no first turn, not archived, not unsorted.

    The latest day never moves back, and only an interaction of today ends a snooze. An attempt updates the day it was
    tried, and the mark as unsorted; nothing else.
    """
    contact = replace(with_days_of(contact, happened), unsorted=False)
    if happened.kind is Kind.TRIED:
        return contact
    nudge_from = None if happened.on == today else contact.nudge_from
    return replace(contact, nudge_from=nudge_from, first_turn_on=None, archived=False)


def with_days_of(contact: Contact, happened: Happened) -> Contact:
    """The contact with its first and latest days, or the day it was tried on, extended by an interaction."""
    on = happened.on
    if happened.kind is Kind.TRIED:
        return replace(contact, tried_on=max(on, contact.tried_on or on))
    return replace(contact, first_on=min(on, contact.first_on or on), last_on=max(on, contact.last_on or on))


def without_interaction(
    contact: Contact, others: Iterable[Interaction], was: Interaction, becomes: Interaction | None = None
) -> Contact:
    """The contact with its days updated after a change of one interaction.

    A day without an interaction came with an import, and stays.

    Args:
        others: All other interactions with it.
        was: The interaction before the change.
        becomes: The interaction after it; None where it was removed, or is not with this contact any more.
    """
    rest = list(others)
    return with_days_after(contact, [*rest, was], [*rest, *([becomes] if becomes else [])])


def with_days_after(contact: Contact, then: Iterable[Interaction], now: Iterable[Interaction]) -> Contact:
    """As :func:`without_interaction`, from all interactions with the contact before and after a change."""
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
    """The earliest or latest day of now, or ``day`` itself where it didn't come from an interaction (``then``)."""
    best = min if earliest else max
    best_then = best(then, default=None)
    is_from_elsewhere = day is not None and (best_then is None or (day < best_then if earliest else day > best_then))
    return best([*now, *([day] if day is not None and is_from_elsewhere else [])], default=None)
