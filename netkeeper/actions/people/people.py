"""Adding, finding and changing people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import ConflictError
from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.contact_words import UNSET, ContactChanges
from netkeeper.domain.language.naming import Person, Ways, lookalikes, named, several_names, the_one
from netkeeper.domain.language.promise_words import PromiseWords
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.ladder import StepChange
from netkeeper.domain.people.names import check_name, name_parts_from
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.outcomes import Promised
from netkeeper.domain.review.placing import settled
from netkeeper.phrases.enumerated import enumerated
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft

if TYPE_CHECKING:
    from netkeeper.domain.language.reach_words import Reach


class Added(NamedTuple):
    """A contact that was added.

    Attributes:
        lookalikes: Contacts of a similar name, which may be the same person.
        followup: The first promise, if one was made.
        moved_from: The day that was counted for it, where that is a day off and it is for the next working day.
    """

    contact: Contact
    lookalikes: tuple[Contact, ...]
    followup: FollowUp | None = None
    moved_from: date | None = None


def find(network: Network, who: str) -> Contact:
    """The one person that the beginnings of the words of a name, an address, a number or an id prefix mean.

    People in the archive are looked at only where nobody else fits.

    Raises:
        UnknownPersonError: Nobody fits.
        AmbiguousPersonError: Several do.
    """
    found, people = _found_among(network, who)
    return network.contact(the_one(who, found, people))


def named_by(network: Network, who: str) -> list[Person]:
    """The contacts that a text may mean, as :func:`find` finds them; empty where it fits nobody."""
    return _found_among(network, who)[0]


def pools(network: Network) -> Iterator[list[Person]]:
    """Where a name is looked for: all contacts but the archive; then, where none fits there, all."""
    active = network.active_names()
    yield active
    everybody = network.names()
    if len(everybody) > len(active):
        yield everybody


def _found_among(network: Network, who: str) -> tuple[list[Person], list[Person]]:
    """The contacts that a text may mean, and the pool in which they were found."""
    ways = ways_to_name(network)
    people: list[Person] = []
    for people in pools(network):
        if found := named(who, people, ways):
            return found, people
    return [], people


def find_many(network: Network, who: str) -> list[Contact]:
    """The contacts that names separated by commas mean, without repetition; errors as :func:`find`."""
    found = [find(network, name) for name in several_names(who, network.names() if "," in who else ())]
    return list({contact.id: contact for contact in found}.values())


def ways_to_name(network: Network) -> Ways:
    """What contacts are found by besides name and id: addresses, numbers, nicknames; read lazily."""

    # Loaded only where no name fits.
    def reach() -> Iterable[Reach]:
        from netkeeper.store.other_names import reaches

        return reaches(network.table("contacts"))

    def nicknames() -> Iterable[tuple[str, str]]:
        from netkeeper.store import other_names

        return other_names.nicknames(network.table("kept"))

    return Ways(reach, nicknames, lambda: network.member.region)


def add(
    network: Network, name: str, changes: ContactChanges, today: date, *, promise: PromiseWords | None = None
) -> Added:
    """Add a contact.

    Args:
        name: The formatted name.
        changes: The other properties.
        promise: A first follow-up; made only if it has a day.

    Raises:
        InvalidValueError: The name is empty or too long.
        UnknownPersonError: ``via:`` names nobody; likewise AmbiguousPersonError.
    """
    similar = tuple(network.contact(contact_id) for contact_id in lookalikes(name, network.names()))
    with network.transaction() as draft:
        contact, promised = _added(network, draft, made_of(network, name, changes, today), promise, today)
    return Added(contact, similar, *((promised.followup, promised.moved_from) if promised else ()))


def add_made(network: Network, contact: Contact, today: date, promise: PromiseWords | None = None) -> Contact:
    """Add a contact that a form made.

    Args:
        contact: The contact; an empty ladder begins today.
        promise: A first follow-up; made only if it has a day.
    """
    with network.transaction() as draft:
        return _added(network, draft, contact, promise, today)[0]


def _added(
    network: Network, draft: NetworkDraft, contact: Contact, promise: PromiseWords | None, today: date
) -> tuple[Contact, Promised | None]:
    """Put a new contact, and its first follow-up if it has a day, into an open transaction."""
    contact = put_new(draft, contact, today)
    draft.describe(Message("added", {"name": contact.name}))
    return contact, _put_promise(network, draft, contact.id, promise)


def _put_promise(
    network: Network, draft: NetworkDraft, contact_id: str, promise: PromiseWords | None
) -> Promised | None:
    """Put a follow-up into an open transaction, if it has a day."""
    if promise is None or promise.next_on is None:
        return None
    waiting = OpenPromises(network, draft)
    text = promise.todo
    if promise.hour:
        text = with_hour(text, promise.hour)
    return waiting.promise(contact_id, promise.next_on, text, is_span=promise.is_span)


def made_of(network: Network, name: str, changes: ContactChanges, today: date) -> Contact:
    """A new contact from a name and words, not stored yet; errors as :func:`add`."""
    name = check_name(" ".join(name.split()))
    blank = Contact(id="", name=name, name_parts=name_parts_from(name))
    return apply_changes(blank, with_via(network, changes), today)


def put_new(draft: NetworkDraft, contact: Contact, today: date) -> Contact:
    """Put a new contact into an open transaction; an empty ladder begins today."""
    ladder = contact.ladder or (StepChange(today, contact.step),)
    return draft.put_contact(replace(contact, ladder=ladder))


def with_via(network: Network, changes: ContactChanges) -> ContactChanges:
    """The same changes, with the contact's id in place of the name in ``via``.

    Raises:
        UnknownPersonError: It names nobody; likewise AmbiguousPersonError.
    """
    return changes._replace(via=find(network, changes.via).id) if changes.via else changes


def edit(network: Network, contact_id: str, changes: ContactChanges, today: date) -> Contact:
    """Change a contact by words.

    Raises:
        InvalidValueError: The contact isn't there any more, or can't hold a value.
        UnknownPersonError: ``via:`` names nobody; likewise AmbiguousPersonError.
    """
    with network.transaction() as draft:
        before = network.contact(contact_id)
        after = apply_changes(before, with_via(network, changes), today)
        if changes.step is not None or changes.cadence is not UNSET:
            after = settled(after, network.member.cadences, today)
        draft.describe(Message("edited", {"name": after.name}))
        return draft.put_contact(after) if after != before else before


def save(network: Network, base: Contact, edited: Contact, today: date, promise: PromiseWords | None = None) -> Contact:
    """Save a form's changes of a contact, merged with changes made meanwhile (a three-way merge by property).

    Args:
        base: The contact with which the form was filled.
        edited: The contact as the form leaves it.
        today: The current day, from which the first turn counts where saving sorts the contact.
        promise: A follow-up to make with it; made only if it has a day.

    Raises:
        ConflictError: Both changed the same property differently; the message names it.
        InvalidValueError: The contact isn't there any more.
    """
    # Only a form saves: a cold log, which makes contacts too, does without merging.
    from netkeeper.domain.editing.three_way_contacts import merge_contacts

    with network.transaction(Message("edited", {"name": edited.name})) as draft:
        now = network.contact(base.id)
        merged, clashes = merge_contacts(base, edited, now)
        if clashes:
            raise ConflictError(
                f"{now.name} was changed elsewhere meanwhile, in {', '.join(clashes)}; look at it again, then save."
            )
        promised_on = promise.next_on if promise else None
        if promised_on is not None or (merged.step, merged.cadence) != (now.step, now.cadence):
            merged = settled(merged, network.member.cadences, promised_on or today)
        _put_promise(network, draft, now.id, promise)
        return draft.put_contact(merged) if merged != now else now


def open_promises_of_archived(network: Network, people: Iterable[Contact]) -> list[tuple[Contact, FollowUp]]:
    """The open promises to those of some contacts that are in the archive, each with its contact."""
    archived = [person for person in people if person.archived]
    return [(person, promise) for person in archived for promise in network.followups(person.id) if promise.is_open]


def name_of(network: Network, via: str) -> str:
    """The name that ``via`` stands for: a contact's, or the name as it was written; empty for one who is gone."""
    if network.has_contact(via):
        return network.contact(via).name
    return "" if is_id(via) else via


def names_of(people: Sequence[Contact], most: int = 3) -> str:
    """:func:`some_of` the names."""
    return some_of([person.name for person in people], most)


def some_of(words: Sequence[str], most: int = 3) -> str:
    """Words in a row: ``Anna``, ``Anna and Bo``, ``Anna, Bo, Cai and 7 more``; not safe to show."""
    return enumerated([*words[:most], *([len(words) - most] if len(words) > most else [])])
