"""Finding introducers by the names that a file has for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netkeeper.domain.language.naming import Person
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.name_fits import name_words, words_of
from netkeeper.domain.text.fold import as_compared
from netkeeper.store.network import Network


class NamesByWord:
    """An index of contacts by their names and the words of these."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Index the contacts."""
        self._whole: dict[str, list[str]] = {}
        self._with_word: dict[str, set[str]] = {}
        for contact_id, name in people:
            self._whole.setdefault(as_compared(name), []).append(contact_id)
            for word in name_words(name):
                self._with_word.setdefault(word, set()).add(contact_id)

    def called(self, name: str, *, is_whole: bool = False) -> list[str]:
        """The ids of the contacts of this name; else of those whose names have all its words.

        Unlike in commands, the beginning of a word doesn't match: nobody can be asked what the file means.

        Args:
            is_whole: Whether only the whole name counts.
        """
        if is_whole or as_compared(name) in self._whole:
            return self._whole.get(as_compared(name), [])
        found = [self._with_word.get(word, set()) for word in words_of(name)]
        return sorted(set.intersection(*found)) if found else []


class Unclear(NamedTuple):
    """An introducer whose name fits several contacts, and is stored as a name.

    Attributes:
        name: The name in the file.
        may_be: The names of the contacts that it fits.
        introduced: The name of the first contact with this introducer.
    """

    name: str
    may_be: tuple[str, ...]
    introduced: str


def unclear_introducers(network: Network, people: Sequence[Contact]) -> list[Unclear]:
    """The unclear introducers of imported contacts; each name once."""
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
