"""Sorting imported contacts: those that wait, placing them, and marking contacts to be sorted again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from netkeeper.actions.people.bulk import Bulk, change_people
from netkeeper.actions.people.lists import found_ids
from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError, WordError
from netkeeper.domain.language.values import choose
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.ordering import name_key
from netkeeper.domain.review.placing import AWAY, STEPS_OWN, Placing, placed, spread_out
from netkeeper.domain.search.search import Search
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network

_AWAY_WORDS = ("archive", "archived", "away", "put away", "arkistoi")
_OWN_WORDS = ("step", "default")
_NO_REMINDERS = "no reminders"
"""An alias of ``none``, by which placings are shown."""
_SHORTEST_STEP = 3
"""The fewest letters that name a step here: a letter or a digit alone may mean a key of the app."""
_MOST_WORDS = 4


def parse_placing(text: str) -> Placing:
    """Parse a placing: ``90d``, ``3m``, ``none``, ``archive``, ``step`` or a step of the ladder.

    Raises:
        WordError: It can't be read; the message says what can.
    """
    typed = fold(text.strip()).removeprefix("every:").removeprefix("step:")
    if typed in _AWAY_WORDS:
        return AWAY
    if typed in _OWN_WORDS:
        return STEPS_OWN
    with contextlib.suppress(WordError):
        if len(typed) > 1:
            return Placing(parse_cadence("none" if typed == _NO_REMINDERS else typed))
    try:
        if len(typed) < _SHORTEST_STEP:
            raise WordError(typed, typed)
        return Placing(step=choose("step", typed, list(Step)))
    except WordError:
        raise WordError(
            f"Nobody can be sorted as {quoted(text)}; write how often (90d, 3m, none), a step ({', '.join(Step)}), "
            "step for its own cadence, or archive.",
            text,
        ) from None


def cut_placing(words: Sequence[str]) -> tuple[Sequence[str], Placing]:
    """Cut a placing off the end of a line: ``uno``, ``6``, ``weeks``.

    Returns:
        The words before it, at least one; and the placing of as many of the last words as parse together.

    Raises:
        WordError: The last word can't be read; the message says what can.
    """
    for start in range(max(1, len(words) - _MOST_WORDS), len(words) - 1):
        with contextlib.suppress(WordError):
            return words[:start], parse_placing(" ".join(words[start:]))
    return words[:-1], parse_placing(words[-1])


def parse_how_often(text: str) -> Placing:
    """Parse the cadence of all that an import adds: ``90d``, ``3m``, ``none`` or ``step``.

    Raises:
        WordError: It can't be read; the message says what can.
    """
    return STEPS_OWN if fold(text.strip()) in _OWN_WORDS else Placing(parse_cadence(text))


def _message(placing: Placing) -> Message:
    if placing.is_away:
        return Message("sorted_away")
    if placing.step is not None:
        return Message("sorted_step", {"step": str(placing.step)})
    if placing.cadence is None:
        return Message("sorted_step_cadence")
    return (
        Message("sorted_cadence", {"cadence": placing.cadence}) if placing.cadence else Message("sorted_no_reminders")
    )


def waiting(network: Network) -> list[Contact]:
    """The contacts that wait to be sorted, by name."""
    ids = [summary.id for summary in network.contact_summaries() if summary.unsorted]
    region = network.member.region
    people = (network.contact(contact_id) for contact_id in ids)
    return sorted(people, key=lambda each: (name_key(each.name, region), each.id))


def waiting_ids(network: Network) -> list[str]:
    """The ids of the contacts that wait to be sorted, by name."""
    region = network.member.region
    waiting_names = [(name_key(each.name, region), each.id) for each in network.contact_summaries() if each.unsorted]
    return [contact_id for _, contact_id in sorted(waiting_names)]


def place(network: Network, contact_ids: Sequence[str], placing: Placing, today: date) -> Bulk:
    """Sort contacts in one transaction: by a cadence, by a step, or into the archive.

    Args:
        contact_ids: Ids; those that are not in the network any more are counted in ``gone``.
        today: The day from which first turns are spread over the cadence.

    Raises:
        InvalidValueError: There is no contact that it would change.
    """
    with network.storage.lock():
        cadences = network.member.cadences
        people = [network.contact(each) for each in dict.fromkeys(contact_ids) if network.has_contact(each)]
        moved = [after for person in people if (after := placed(person, placing, cadences, today)) is not person]
        after_all = {each.id: each for each in (spread_out(moved, cadences, today) if len(moved) > 1 else moved)}
        return change_people(
            network,
            contact_ids,
            lambda contact: after_all.get(contact.id, contact),
            _message(placing),
        )


def sort_again(network: Network, search: Search) -> list[Contact]:
    """Mark the contacts that a search selects as waiting to be sorted, in one transaction.

    Returns:
        Those that were marked: none of the archive, and none that waited already.

    Raises:
        InvalidValueError: There is none to mark.
    """
    with network.transaction() as draft:
        ids = found_ids(network, search)
        people = [contact for contact in network.contacts() if contact.id in ids and not contact.archived]
        marked = [replace(contact, unsorted=True, first_turn_on=None) for contact in people if not contact.unsorted]
        if not marked:
            why = "Everybody who fits waits to be sorted already" if people else "Nobody fits"
            raise InvalidValueError(f"{why}; nothing was changed.")
        draft.describe(Message("sort_again", {"names": some([each.name for each in marked])}))
        return [draft.put_contact(contact) for contact in marked]
