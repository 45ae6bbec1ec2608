"""Preferring among the contacts that a name in a command line matches."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.language.name_end import NameEnd, continues_name, name_end
from netkeeper.domain.language.naming import by_name
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.name_fits import begin_words, name_words, words_of
from netkeeper.store.network import Network


def in_archive(network: Network, first: str, run: Sequence[str], border: str) -> NameEnd | None:
    """A match in the archive that takes more than the first word; None for none."""
    if network.people_count == len(network.active_names()):
        return None
    active = {contact_id for contact_id, _ in network.active_names()}
    end = name_end(first, run, border, [person for person in network.names() if person[0] not in active])
    return end if end and end.taken else None


def likeliest_first(end: NameEnd, behind: Sequence[str]) -> NameEnd:
    """Several matches by name, first those that the next word may continue (``anna virt``)."""
    if len(end.people) == 1:
        return end
    people, typed = by_name(end.people), words_of(behind[0]) if behind else []
    if typed:
        people.sort(key=lambda person: not begin_words(typed, name_words(person[1])))
    return end._replace(people=people)


def take_own_words(contact: Contact, who: str, queue: list[str]) -> None:
    """Remove further words of a chosen contact's name from the queue, whole or begun."""
    left = [word for word in name_words(contact.name) if word not in words_of(who)]
    while queue and left and (typed := words_of(queue[0])) and continues_name(queue[0], left):
        queue.pop(0)
        left = [word for word in left if not word.startswith(typed[0])]
