"""Listing contacts: those that a search selects, each with the day it is due next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from netkeeper.actions.people.people import name_of
from netkeeper.actions.people.timelines import Timelines
from netkeeper.actions.people.why_found import WhyFound, why_found
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.member.cadence import effective_cadence, replaces_turn
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.turn import turn_of
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ordering import Order, ordered
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.records import day_of
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.search.search import Search
from netkeeper.store.network import Network


@dataclass(frozen=True, slots=True)
class Listed:
    """A contact in a list.

    Attributes:
        next_due: The day the review asks about it next, see :func:`next_due`; None for never.
        found: Where the search's free text was found; None for the name, or where that wasn't asked for.
    """

    contact: Contact
    next_due: date | None
    found: WhyFound | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A contact with its timeline.

    Attributes:
        next_due: As in :class:`Listed`.
        via_name: The introducer's name; empty where it isn't known.
        interactions: Newest first.
        followups: Latest due first.
    """

    contact: Contact
    next_due: date | None
    via_name: str
    interactions: tuple[Interaction, ...]
    followups: tuple[FollowUp, ...]


def listed(network: Network, search: Search | None = None, *, best_first: bool = False) -> list[Listed]:
    """The contacts that a search selects, by name; without one, all that are not archived.

    Args:
        search: The search. Free text is searched in interactions too, which loads the large file.
        best_first: Whether the best matches of the free text come first, each with where it was found.
    """
    search = search or Search()
    member, dues, lasts = network.member, network.next_dues(), Durability(network).lasts
    timelines = Timelines(network)
    if search.reads_all:
        timelines.read_all()
    people = []
    for contact in network.contacts():
        person = findable(network, contact, member, dues, lasts)
        person.take_timeline(timelines.of(contact.id))
        people.append(person)
    found = ordered(search.select(people), Order.NAME)
    if not best_first:
        return [Listed(each.contact, each.next_due) for each in found]
    return [Listed(each.contact, each.next_due, why_found(network, each, search)) for each in search.best_first(found)]


class Durability:
    """Cache of whether a contact lasts past graduation, filled lazily by searches."""

    def __init__(self, network: Network) -> None:
        """Begin with nobody known."""
        self._network = network
        self._known: dict[tuple[str, date], bool] = {}
        self._member: Member | None = None

    def lasts(self, contact: Contact, today: date) -> bool:
        """Whether a contact lasts, as of a day."""
        known = self._known.get((contact.id, today))
        if known is None:
            from netkeeper.domain.retention.risks import is_lasting

            self._member = self._member or self._network.member
            followups = self._network.followups(contact.id)
            known = self._known[contact.id, today] = is_lasting(contact, followups, self._member, today)
        return known

    def clear(self) -> None:
        """Empty the cache; to be called after each change."""
        self._known.clear()
        self._member = None


def findable(
    network: Network,
    contact: Contact,
    member: Member,
    dues: Mapping[str, str],
    lasts: Callable[[Contact, date], bool],
) -> Findable:
    """A contact prepared for searching.

    Args:
        member: Has the cadences of the steps.
        dues: The result of :meth:`Network.next_dues`.
        lasts: Whether a contact lasts past graduation, as of a day.
    """
    due = _next_due(dues.get(contact.id), contact, member)
    via_name = name_of(network, contact.via) if contact.via else ""
    return Findable(contact, due, via_name, lasts, member.region)


def found_ids(network: Network, search: Search) -> set[str]:
    """The ids of the contacts that a search selects."""
    return {item.contact.id for item in listed(network, search)}


def next_due(network: Network, contact: Contact) -> date | None:
    """The day of the earliest promise, or of the contact's turn where that comes first; None for neither.

    A promise that is due within one cadence after the turn takes its place, as in the review.
    """
    return _next_due(network.next_dues().get(contact.id), contact, network.member)


def _next_due(promised: str | None, contact: Contact, member: Member) -> date | None:
    turn = turn_of(contact, member)
    if not promised or not turn:
        due = promised or turn
        return day_of(due) if due else None
    promised_on, turn_on = day_of(promised), day_of(turn)
    cadence_days = effective_cadence(contact.cadence, contact.step, member.cadences) or 0
    return promised_on if replaces_turn(promised_on, turn_on, cadence_days) else turn_on


def shown(network: Network, contact_id: str) -> Shown:
    """A contact with its timeline.

    Raises:
        InvalidValueError: There is none with that id (any more).
    """
    contact = network.contact(contact_id)
    return Shown(
        contact,
        next_due(network, contact),
        name_of(network, contact.via),
        tuple(network.interactions(contact_id)),
        tuple(reversed(network.followups(contact_id))),
    )
