"""One thing done with many people: one transaction and one undo, whoever of them it changes."""

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
    """What was done with many.

    Attributes:
        message: What was done, as the history has it.
        changed: Those who changed, as they are now.
        same: How many stay as they are.
        gone: How many are not in the network any more.
    """

    message: Message
    changed: tuple[Contact, ...]
    same: int
    gone: int

    @property
    def told(self) -> str:
        """What was done, and how many it left out."""
        return bulk_words(self.message, self.same, self.gone)


def tag(network: Network, contact_ids: Sequence[str], fields: Sequence[str]) -> Bulk:
    """Give people fields; who has one already keeps it where it stands.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out, and counted.
        fields: The fields, as they are kept.

    Raises:
        InvalidValueError: There is no field or nobody to change; nothing changed.
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
    """Take fields off people; arguments and errors as :func:`tag`."""
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
    """Say how often to be in touch with people; those who waited to be sorted are sorted by it.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out, and counted.
        cadence_days: Days; 0 for no reminders, None for each one's step's own.
        today: The day from which the first turns of those who are sorted by it are spread.

    Raises:
        InvalidValueError: There is nobody to change; nothing changed.
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
    """A cadence as one says it: ``every 6 weeks``, ``none``, ``their step's``."""
    if cadence_days is None:
        return "their step's"
    return f"every {describe_cadence(cadence_days)}" if cadence_days else "none"


def move(network: Network, contact_ids: Sequence[str], step: Step, reason: str, today: date) -> Bulk:
    """Move people to a step of the ladder, each with the same reason.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out, and counted.
        step: Where to.
        reason: Why; may be empty.
        today: The day of the move.

    Raises:
        InvalidValueError: There is nobody to move; nothing changed.
    """
    change, cadences = StepChange(today, step, reason), network.member.cadences

    def moved(contact: Contact) -> Contact:
        # Whoever waited to be sorted is sorted by being put on a step, be it the one they came on.
        after = contact if contact.step is step else replace(contact, step=step, ladder=(*contact.ladder, change))
        return settled(after, cadences, today)

    return change_people(
        network,
        contact_ids,
        moved,
        Message("moved", {"step": str(step)}),
    )


def put_away(network: Network, contact_ids: Sequence[str]) -> Bulk:
    """Put people into the archive; where all of them are there already, take them out again.

    Raises:
        InvalidValueError: There is nobody; nothing changed.
    """
    with network.storage.lock():
        there = [network.contact(number).archived for number in contact_ids if network.has_contact(number)]
        archived = not all(there)
        return change_people(
            network,
            contact_ids,
            lambda contact: (
                contact if contact.archived is archived else replace(contact, archived=archived, unsorted=False)
            ),
            Message("archived" if archived else "unarchived"),
        )


def field_counts(network: Network, contact_ids: Sequence[str]) -> dict[str, int]:
    """How many of some people have each field that any of them has, the most common first."""
    counts: dict[str, int] = {}
    for number in dict.fromkeys(contact_ids):
        if network.has_contact(number):
            for field in network.contact(number).fields:
                counts[field] = counts.get(field, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def whose(network: Network, contact_ids: Sequence[str], *, of_team: bool) -> Bulk:
    """Say of people that they belong to the team, or to the member.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out, and counted.
        of_team: Whether they are the team's.

    Raises:
        InvalidValueError: There is nobody to change; nothing changed.
    """
    return change_people(
        network,
        contact_ids,
        lambda contact: contact if contact.of_team is of_team else replace(contact, of_team=of_team),
        Message("whose_team" if of_team else "whose_yours"),
    )


def turn_whose(network: Network, contact_ids: Sequence[str]) -> Bulk:
    """Say of people that they belong to the team; where all of them do, that they belong to the member.

    Raises:
        InvalidValueError: There is nobody; nothing changed.
    """
    with network.storage.lock():
        there = [network.contact(number).of_team for number in contact_ids if network.has_contact(number)]
        return whose(network, contact_ids, of_team=not all(there))


def change_people(
    network: Network,
    contact_ids: Sequence[str],
    change: Callable[[Contact], Contact],
    message: Message,
) -> Bulk:
    """Change people, as one transaction.

    Args:
        network: Where.
        contact_ids: Whom.
        change: What becomes of a contact: the very same one where it is like that already.
        message: What is done; their names and how many they are join its values.
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
    """The fields, each once.

    Raises:
        InvalidValueError: There is none.
    """
    if not fields:
        raise InvalidValueError("Say which field, for example design or health/tech.")
    return tuple(dict.fromkeys(fields))
