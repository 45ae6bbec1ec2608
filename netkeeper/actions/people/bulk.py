"""One change of any number of contacts: one transaction, so one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.review.placing import settled
from netkeeper.phrases.bulk import bulk_words, nothing_to_do
from netkeeper.store.network import Network


class Bulk(NamedTuple):
    """The result of a change of several contacts.

    Attributes:
        message: The history's message.
        changed: The contacts that changed, as they are now.
        same: How many were like that already.
        gone: How many are not in the network any more.
    """

    message: Message
    changed: tuple[Contact, ...]
    same: int
    gone: int

    @property
    def sentence(self) -> str:
        """A sentence without its full stop: what was done, and how many it left out."""
        return bulk_words(self.message, self.same, self.gone)


def tag(network: Network, contact_ids: Sequence[str], fields: Sequence[str]) -> Bulk:
    """Add fields to contacts, behind those that they have.

    Args:
        contact_ids: Ids; those that are not in the network any more are counted in ``gone``.
        fields: Normalized fields.

    Raises:
        InvalidValueError: There is no field, or no contact that it would change.
    """
    wanted = _some(fields)

    def tagged(contact: Contact) -> Contact:
        more = tuple(field for field in wanted if field not in contact.fields)
        return replace(contact, fields=(*contact.fields, *more)) if more else contact

    return change_people(
        network,
        contact_ids,
        tagged,
        Message("tagged", {"fields": some(wanted)}),
    )


def untag(network: Network, contact_ids: Sequence[str], fields: Sequence[str]) -> Bulk:
    """Remove fields from contacts; arguments and errors as :func:`tag`."""
    unwanted = _some(fields)

    def untagged(contact: Contact) -> Contact:
        kept = tuple(field for field in contact.fields if field not in unwanted)
        return replace(contact, fields=kept) if kept != contact.fields else contact

    return change_people(
        network,
        contact_ids,
        untagged,
        Message("untagged", {"fields": some(unwanted)}),
    )


def set_cadence(network: Network, contact_ids: Sequence[str], cadence_days: int | None, today: date) -> Bulk:
    """Set the cadence of contacts; those that waited to be sorted are sorted by it.

    Args:
        contact_ids: As in :func:`tag`.
        cadence_days: Days; 0 for no reminders, None for the cadence of each one's step.
        today: The day from which the first turns of those that are sorted by it are spread.

    Raises:
        InvalidValueError: There is no contact that it would change.
    """
    cadences = network.member.cadences

    def with_cadence(contact: Contact) -> Contact:
        if contact.unsorted:
            return settled(replace(contact, cadence=cadence_days), cadences, today)
        return contact if contact.cadence == cadence_days else replace(contact, cadence=cadence_days)

    return change_people(
        network,
        contact_ids,
        with_cadence,
        _cadence_message(cadence_days),
    )


def _cadence_message(cadence_days: int | None) -> Message:
    if cadence_days is None:
        return Message("cadence_step")
    return Message("cadence_set", {"cadence": cadence_days}) if cadence_days else Message("cadence_none")


def cadence_words(cadence_days: int | None) -> str:
    """A cadence in words: ``every 6 weeks``, ``none``, ``their step's``."""
    if cadence_days is None:
        return "their step's"
    return f"every {describe_cadence(cadence_days)}" if cadence_days else "none"


def move(network: Network, contact_ids: Sequence[str], step: Step, reason: str, today: date) -> Bulk:
    """Move contacts to a step of the ladder; those that waited to be sorted are sorted by it.

    Args:
        contact_ids: As in :func:`tag`.
        reason: The reason that each contact's ladder keeps; may be empty.
        today: The day that each contact's ladder keeps.

    Raises:
        InvalidValueError: There is no contact that it would change.
    """
    change, cadences = StepChange(today, step, reason), network.member.cadences

    def moved(contact: Contact) -> Contact:
        after = contact if contact.step is step else replace(contact, step=step, ladder=(*contact.ladder, change))
        return settled(after, cadences, today)

    with network.storage.lock():
        return change_people(network, contact_ids, moved, _step_message(network, contact_ids, step))


def _step_message(network: Network, contact_ids: Sequence[str], step: Step) -> Message:
    """Of a single contact, the message has its step before; of one that only waited to be sorted, that it was sorted."""
    if len(contact_ids) > 1 or not any(map(network.has_contact, contact_ids)):
        return Message("moved", {"step": str(step)})
    contact = network.contact(contact_ids[0])
    if contact.step is step and contact.unsorted:
        return Message("sorted_step", {"step": str(step)})
    return Message("moved_from", {"name": contact.name, "before": str(contact.step), "step": str(step)})


def archive(network: Network, contact_ids: Sequence[str], *, archived: bool = True) -> Bulk:
    """Put contacts into the archive, which also sorts them; or take them out again.

    Args:
        contact_ids: As in :func:`tag`.
        archived: Whether they go into it.

    Raises:
        InvalidValueError: There is no contact that it would change.
    """
    return change_people(
        network,
        contact_ids,
        lambda contact: (
            contact if contact.archived is archived else replace(contact, archived=archived, unsorted=False)
        ),
        Message("archived" if archived else "unarchived"),
    )


def toggle_archived(network: Network, contact_ids: Sequence[str]) -> Bulk:
    """:func:`archive` contacts; where all of them are in the archive, take them out."""
    with network.storage.lock():
        there = [network.contact(number).archived for number in contact_ids if network.has_contact(number)]
        return archive(network, contact_ids, archived=not all(there))


def field_counts(network: Network, contact_ids: Sequence[str]) -> dict[str, int]:
    """How many of some contacts have each of their fields, the most common first."""
    counts: dict[str, int] = {}
    for number in dict.fromkeys(contact_ids):
        if network.has_contact(number):
            for field in network.contact(number).fields:
                counts[field] = counts.get(field, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def set_whose(network: Network, contact_ids: Sequence[str], *, of_team: bool) -> Bulk:
    """Set whether contacts belong to the team rather than to the member.

    Args:
        contact_ids: As in :func:`tag`.

    Raises:
        InvalidValueError: There is no contact that it would change.
    """
    return change_people(
        network,
        contact_ids,
        lambda contact: contact if contact.of_team is of_team else replace(contact, of_team=of_team),
        Message("whose_team" if of_team else "whose_yours"),
    )


def toggle_whose(network: Network, contact_ids: Sequence[str]) -> Bulk:
    """Give contacts to the team; where all of them belong to it, to the member. Errors as :func:`set_whose`."""
    with network.storage.lock():
        there = [network.contact(number).of_team for number in contact_ids if network.has_contact(number)]
        return set_whose(network, contact_ids, of_team=not all(there))


def change_people(
    network: Network,
    contact_ids: Sequence[str],
    change: Callable[[Contact], Contact],
    message: Message,
) -> Bulk:
    """Change contacts in one transaction.

    Args:
        contact_ids: As in :func:`tag`.
        change: Makes the new contact; returns the same object where nothing is to change.
        message: The history's message; ``names`` and ``count`` are added to its values.

    Raises:
        InvalidValueError: There is no contact that it would change.
    """
    wanted = dict.fromkeys(contact_ids)
    with network.transaction() as draft:
        people = [network.contact(number) for number in wanted if network.has_contact(number)]
        changed = [after for person in people if (after := change(person)) is not person]
        if not people:
            raise InvalidValueError("Whom that was about is not here any more; nothing was changed.")
        if not changed:
            why = nothing_to_do(message, [each.name for each in people])
            raise InvalidValueError(f"{why}; nothing was changed.")
        names = some([each.name for each in changed])
        message = Message(message.key, {"names": names, "count": len(changed), **message.values})
        draft.describe(message)
        kept = tuple(draft.put_contact(person) for person in changed)
    return Bulk(message, kept, len(people) - len(changed), len(wanted) - len(people))


def _some(fields: Sequence[str]) -> tuple[str, ...]:
    """The fields without repetition; refuses none at all."""
    if not fields:
        raise InvalidValueError("Say which field, for example design or health/tech.")
    return tuple(dict.fromkeys(fields))
