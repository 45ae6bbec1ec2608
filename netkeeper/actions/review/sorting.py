"""Sorting those whom an import brought in: who waits, placing them, and marking people again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from netkeeper.actions.people.bulk import Bulk, cadence_words, change_people
from netkeeper.actions.people.lists import found_ids
from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError, WordError
from netkeeper.domain.language.values import choose
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.placing import AWAY, STEPS_OWN, Placing, placed, spread_out
from netkeeper.domain.search.ordering import name_key
from netkeeper.domain.search.search import Search
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network

_AWAY_WORDS = ("archive", "archived", "away", "put away", "arkistoi")
_OWN_WORDS = ("step", "default")
_NO_REMINDERS = "no reminders"
"""As it is said back, besides ``none``."""
_SHORTEST_STEP = 3
"""The fewest letters that name a step here: a letter or a digit alone may mean a key of the app."""
_MOST_WORDS = 4


def parse_placing(text: str) -> Placing:
    """Read where somebody is placed: ``90d``, ``3m``, ``none``, ``archive``, ``step`` or a step of the ladder.

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
        The words before it, at least one; and what as many of the last as can be read together say.

    Raises:
        WordError: The last word can't be read; the message says what can.
    """
    for start in range(max(1, len(words) - _MOST_WORDS), len(words) - 1):
        with contextlib.suppress(WordError):
            return words[:start], parse_placing(" ".join(words[start:]))
    return words[:-1], parse_placing(words[-1])


def parse_how_often(text: str) -> Placing:
    """Read how often to be in touch with all whom an import brings in: ``90d``, ``3m``, ``none`` or ``step``.

    Raises:
        WordError: It can't be read; the message says what can.
    """
    return STEPS_OWN if fold(text.strip()) in _OWN_WORDS else Placing(parse_cadence(text))


def placing_words(placing: Placing) -> str:
    """A placing in a few words: ``every 90 days``, ``no reminders``, ``put away``, ``regular``."""
    if placing.is_away:
        return "put away"
    if placing.step is not None:
        return str(placing.step)
    return "no reminders" if placing.cadence == 0 else cadence_words(placing.cadence)


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
    """Those who wait to be sorted, by name."""
    ids = [standing.id for standing in network.contact_summaries() if standing.unsorted]
    region = network.member.region
    people = (network.contact(contact_id) for contact_id in ids)
    return sorted(people, key=lambda each: (name_key(each.name, region), each.id))


def waiting_ids(network: Network) -> list[str]:
    """The ids of those who wait to be sorted, by name."""
    region = network.member.region
    waiting_names = [(name_key(each.name, region), each.id) for each in network.contact_summaries() if each.unsorted]
    return [contact_id for _, contact_id in sorted(waiting_names)]


def place(network: Network, contact_ids: Sequence[str], placing: Placing, today: date) -> Bulk:
    """Place people, as one step: how often to be in touch, on which step, or away.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out, and counted.
        placing: Where to.
        today: The day, from which their first turns are spread over the cadence.

    Raises:
        InvalidValueError: There is nobody to place; nothing changed.
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
    """Mark those who fit a search as waiting to be sorted once more; one step.

    Args:
        network: Where.
        search: Whom; those in the archive, and those who wait already, stay as they are.

    Returns:
        Those who wait now.

    Raises:
        InvalidValueError: Nobody fits who does not wait already; nothing changed.
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
