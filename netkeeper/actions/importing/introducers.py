"""Whoever introduced somebody, by the name that a file has for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.name_fits import name_words, words_of
from netkeeper.domain.people.naming import Person
from netkeeper.domain.text.fold import as_compared
from netkeeper.store.network import Network


class NamesByWord:
    """People by the words of their names, made ready once for being asked after many."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people in."""
        self._whole: dict[str, list[str]] = {}
        self._with_word: dict[str, set[str]] = {}
        for contact_id, name in people:
            self._whole.setdefault(as_compared(name), []).append(contact_id)
            for word in name_words(name):
                self._with_word.setdefault(word, set()).add(contact_id)

    def called(self, name: str, *, is_whole: bool = False) -> list[str]:
        """The ids of those whose whole name it is; else of those who have all its words, whole.

        A file can't be asked what it means, so the beginning of a word names nobody here.

        Args:
            name: As it was written.
            is_whole: Whether only the whole name will do.
        """
        if is_whole or as_compared(name) in self._whole:
            return self._whole.get(as_compared(name), [])
        found = [self._with_word.get(word, set()) for word in words_of(name)]
        return sorted(set.intersection(*found)) if found else []


class Unclear(NamedTuple):
    """An introducer whose name fits several, and is kept as it was written.

    Attributes:
        name: As it was written.
        may_be: The names of those whom it fits.
        introduced: The name of the first who was introduced so.
    """

    name: str
    may_be: tuple[str, ...]
    introduced: str


def unclear_introducers(network: Network, people: Sequence[Contact]) -> list[Unclear]:
    """Of whom it is unclear, after an import, who introduced them; each name once."""
    written = {person.via: person for person in reversed(people) if person.via and not is_id(person.via)}
    if not written:
        return []
    names = dict(network.names())
    known = NamesByWord(names.items())
    found = []
    for name, person in reversed(written.items()):
        ids = [contact_id for contact_id in known.called(name) if contact_id != person.id]
        if len(ids) > 1:
            found.append(Unclear(name, tuple(sorted(names[contact_id] for contact_id in ids)), person.name))
    return found
