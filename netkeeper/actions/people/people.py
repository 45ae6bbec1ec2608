"""Adding, finding and changing people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.editing.three_way_contacts import merge_contacts
from netkeeper.domain.errors import ConflictError, InvalidValueError
from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.contact_words import UNSET, ContactChanges
from netkeeper.domain.language.promise_words import PromiseWords
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.names import check_name, name_parts_from
from netkeeper.domain.people.naming import Person, Ways, lookalikes, named, several_names, the_one
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
        contact: The contact.
        lookalikes: Who looks like the same person.
        followup: The first promise, if one was made.
        moved_from: The day that was counted for it, where it is for the next working day instead.
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
    """Those whom a text may mean, as :func:`find` finds them; none where it fits nobody, who would be nearest not told."""
    return _found_among(network, who)[0]


def pools(network: Network) -> Iterator[list[Person]]:
    """Those among whom a name is looked for: everybody but the archive; then, where nobody fits, everybody."""
    active = network.active_names()
    yield active
    everybody = network.names()
    if len(everybody) > len(active):
        yield everybody


def _found_among(network: Network, who: str) -> tuple[list[Person], list[Person]]:
    """Those whom a text may mean, and among whom they were found."""
    ways = ways_to_name(network)
    people: list[Person] = []
    for people in pools(network):
        if found := named(who, people, ways):
            return found, people
    return [], people


def find_many(network: Network, who: str) -> list[Contact]:
    """The people that names separated by commas mean, each once; errors as :func:`find`."""
    found = [find(network, name) for name in several_names(who, network.names() if "," in who else ())]
    return list({contact.id: contact for contact in found}.values())


def ways_to_name(network: Network) -> Ways:
    """What people are named by besides name and id; read only where somebody asks."""

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
        network: Where to.
        name: The formatted name.
        changes: What the words beside the name say.
        today: The day.
        promise: A first follow-up, if it has a day.

    Returns:
        The contact, and those already there that look like the same person.

    Raises:
        InvalidValueError: The name is empty or too long.
        UnknownPersonError: ``via:`` names nobody; likewise AmbiguousPersonError.
    """
    similar = tuple(network.contact(contact_id) for contact_id in lookalikes(name, network.names()))
    with network.transaction() as draft:
        contact, promised = _added(network, draft, made_of(network, name, changes, today), promise, today)
    return Added(contact, similar, *((promised.followup, promised.moved_from) if promised else ()))


def add_made(network: Network, contact: Contact, today: date, promise: PromiseWords | None = None) -> Contact:
    """Add a contact as a form made it.

    Args:
        network: Where to.
        contact: The contact; one without a past on the ladder begins it today.
        today: The day.
        promise: A first follow-up, if it has a day.

    Returns:
        The contact as it is kept.
    """
    with network.transaction() as draft:
        return _added(network, draft, contact, promise, today)[0]


def _added(
    network: Network, draft: NetworkDraft, contact: Contact, promise: PromiseWords | None, today: date
) -> tuple[Contact, Promised | None]:
    """Put a new contact, and the first follow-up if there is one, into a transaction that is under way."""
    contact = put_new(draft, contact, today)
    draft.describe(Message("added", {"name": contact.name}))
    return contact, _put_promise(network, draft, contact.id, promise)


def _put_promise(
    network: Network, draft: NetworkDraft, contact_id: str, promise: PromiseWords | None
) -> Promised | None:
    """Put a follow-up that has a day into a transaction that is under way."""
    if promise is None or promise.next_on is None:
        return None
    waiting = OpenPromises(network, draft)
    text = promise.todo
    if promise.hour:
        # Seldom said; a cold start stays light.
        text = with_hour(text, promise.hour)
    return waiting.promise(contact_id, promise.next_on, text, is_span=promise.is_span)


def made_of(network: Network, name: str, changes: ContactChanges, today: date) -> Contact:
    """The new contact that words make; errors as :func:`add`."""
    name = check_name(" ".join(name.split()))
    blank = Contact(id="", name=name, name_parts=name_parts_from(name))
    return apply_changes(blank, with_via(network, changes), today)


def put_new(draft: NetworkDraft, contact: Contact, today: date) -> Contact:
    """Put a new contact into a transaction that is under way; its past on the ladder begins today."""
    ladder = contact.ladder or (StepChange(today, contact.step),)
    return draft.put_contact(replace(contact, ladder=ladder))


def with_via(network: Network, changes: ContactChanges) -> ContactChanges:
    """The same changes with ``via:`` as the id of the contact it names.

    Raises:
        UnknownPersonError: It names nobody; likewise AmbiguousPersonError.
    """
    return changes._replace(via=find(network, changes.via).id) if changes.via else changes


def edit(network: Network, contact_id: str, changes: ContactChanges, today: date) -> Contact:
    """Change a contact as words say.

    Returns:
        The contact as it is now.

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
    """Save what a form made of a contact, merged with what was changed meanwhile.

    Args:
        network: Where to.
        base: The contact as the form was filled with it.
        edited: The contact as the form leaves it.
        today: The day, from which the first turn of whoever is sorted by it counts.
        promise: A follow-up to make with it, if it has a day.

    Returns:
        The contact as it is now.

    Raises:
        ConflictError: Both changed the same property differently; the message names it.
        InvalidValueError: The contact isn't there any more.
    """
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


def set_step(network: Network, contact_id: str, step: Step, reason: str, today: date) -> Contact:
    """Move a contact on the ladder, with the reason kept.

    Raises:
        InvalidValueError: The contact isn't there any more, or is on that step already.
    """
    with network.transaction() as draft:
        before = network.contact(contact_id)
        if before.step is step and not before.unsorted:
            raise InvalidValueError(f"{before.name} is a {step} already; nothing was changed.")
        after = before
        if before.step is not step:
            after = replace(before, step=step, ladder=(*before.ladder, StepChange(today, step, reason)))
            draft.describe(Message("moved_from", {"name": before.name, "before": str(before.step), "step": str(step)}))
        else:
            draft.describe(Message("sorted_step", {"names": [before.name], "step": str(step)}))
        return draft.put_contact(settled(after, network.member.cadences, today))


def archive(network: Network, contact_ids: Sequence[str], *, archived: bool = True) -> list[Contact]:
    """Put people into the archive, or take them out again; as one step.

    Returns:
        Those that changed, as they are now.

    Raises:
        InvalidValueError: Somebody isn't there any more, or nobody has to move.
    """
    with network.transaction() as draft:
        people = [network.contact(contact_id) for contact_id in contact_ids]
        moving = [person for person in people if person.archived is not archived]
        if not moving:
            where = "in the archive already" if archived else "not in the archive"
            raise InvalidValueError(f"{names_of(people)}: {where}; nothing was changed.")
        key = "archived" if archived else "unarchived"
        draft.describe(Message(key, {"names": some([each.name for each in moving])}))
        # Whoever is put away is placed by it.
        return [draft.put_contact(replace(person, archived=archived, unsorted=False)) for person in moving]


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
    """Some people in a few words: "Anna", "Anna and Bo", "Anna, Bo, Cai and 7 more"."""
    return some_of([person.name for person in people], most)


def some_of(words: Sequence[str], most: int = 3) -> str:
    """As :func:`names_of`, of any words."""
    return enumerated([*words[:most], *([len(words) - most] if len(words) > most else [])])
