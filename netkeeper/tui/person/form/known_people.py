"""Lookups among the people of a network for a contact's form."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.people import find
from netkeeper.domain.errors import NetkeeperError, UnknownPersonError
from netkeeper.domain.language.naming import NameIndex
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network

_MOST_ALIKE = 3
_FEWEST_LETTERS = 3
"""With fewer letters, too many names are alike."""


class KnownPeople:
    """All people of a network but one; indexes and caches, so that a lookup at each key press is cheap."""

    def __init__(self, network: Network, contact_id: str) -> None:
        """Index nothing yet.

        Args:
            contact_id: The form's own contact, which is left out; empty for a new one.
        """
        self._network = network
        self._contact_id = contact_id
        self._index: NameIndex | None = None
        self._found: dict[str, str | NetkeeperError] = {}

    def others(self) -> Sequence[tuple[str, str]]:
        """Ids and names."""
        return [person for person in self._network.names() if person[0] != self._contact_id]

    def find(self, who: str) -> str:
        """The id of the one person that a text names.

        Raises:
            UnknownPersonError: It names nobody, or the form's own contact.
            AmbiguousPersonError: It may name several.
        """
        if who not in self._found:
            self._found[who] = self._looked_for(who)
        found = self._found[who]
        if isinstance(found, NetkeeperError):
            raise found
        return found

    def _looked_for(self, who: str) -> str | NetkeeperError:
        try:
            contact_id = find(self._network, who).id
        except NetkeeperError as error:
            return error
        # People can't be introduced by themselves.
        return (
            UnknownPersonError("That is the one whom it is about.", who)
            if contact_id == self._contact_id
            else contact_id
        )

    def get_ready(self) -> None:
        """Build the index, so that the first key press doesn't wait for it."""
        if self._index is None:
            self._index = NameIndex(self.others())

    def like(self, name: str) -> list[Contact]:
        """People whose names resemble ``name``, best first; none for fewer than ``_FEWEST_LETTERS`` letters."""
        if len(fold(name).replace(" ", "")) < _FEWEST_LETTERS:
            return []
        self.get_ready()
        assert self._index is not None
        alike = (each for each in self._index.alike(name) if self._network.has_contact(each))
        return [self._network.contact(each) for each, _ in zip(alike, range(_MOST_ALIKE), strict=False)]

    def forget(self) -> None:
        """Drop index and cache after the network changed."""
        self._index = None
        self._found.clear()
