"""Whom one knows already, for a form that is about one of them or somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.people import find
from netkeeper.domain.errors import NetkeeperError, UnknownPersonError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.naming import NameIndex
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network

_MOST_ALIKE = 3
_FEWEST_LETTERS = 3
"""Before this many are typed, everybody is like everybody."""


class Acquaintance:
    """The people of a network but one, made ready once for being asked after at every key."""

    def __init__(self, network: Network, contact_id: str) -> None:
        """Know the people of a network.

        Args:
            contact_id: The one whom the form is about, who is left out; empty for somebody new.
        """
        self._network = network
        self._contact_id = contact_id
        self._index: NameIndex | None = None
        self._found: dict[str, str | NetkeeperError] = {}

    def others(self) -> Sequence[tuple[str, str]]:
        """Ids and names."""
        return [person for person in self._network.names() if person[0] != self._contact_id]

    def find(self, who: str) -> str:
        """The id of the one person that a text means.

        Raises:
            UnknownPersonError: It means nobody; likewise AmbiguousPersonError.
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
        # Nobody is introduced by themselves.
        return (
            UnknownPersonError("That is the one whom it is about.", who)
            if contact_id == self._contact_id
            else contact_id
        )

    def get_ready(self) -> None:
        """Do the work of being asked now, before anything is typed."""
        if self._index is None:
            self._index = NameIndex(self.others())

    def like(self, name: str) -> list[Contact]:
        """Those whose names look like the same person's, best first; nobody while little of the name is typed."""
        if len(fold(name).replace(" ", "")) < _FEWEST_LETTERS:
            return []
        self.get_ready()
        assert self._index is not None
        alike = (each for each in self._index.alike(name) if self._network.has_contact(each))
        return [self._network.contact(each) for each, _ in zip(alike, range(_MOST_ALIKE), strict=False)]

    def forget(self) -> None:
        """The network has changed: look anew when asked."""
        self._index = None
        self._found.clear()
