"""All contacts in memory, for listing, searching and sorting at every keystroke."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from netkeeper.actions.people.lists import Durability, findable
from netkeeper.actions.people.timelines import Timelines
from netkeeper.actions.people.why_found import WhyFound, why_found
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ordering import Order, name_key, ordered
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.search.search import Search
from netkeeper.store.network import Network

_IN_USE: Mapping[str, Callable[[Contact], str]] = {
    "org": lambda contact: contact.organization,
    "title": lambda contact: contact.title,
    "met": lambda contact: contact.met,
}
"""The keys of which a contact has at most one value, and how to get it."""


class _Last(NamedTuple):
    """The last search and its result; a search that narrows it looks at that result alone."""

    search: Search
    how: tuple[Order, bool]
    people: Sequence[Findable]


class Roster:
    """The contacts of a network, read lazily and cached until they change.

    Listing all by name reads names only; everything else reads all contacts, once.
    """

    def __init__(self, network: Network) -> None:
        """Begin with an empty cache; see :meth:`catch_up`."""
        self._network = network
        self._people: dict[str, Findable] = {}
        self._member = Member()
        self._dues: Mapping[str, str] = {}
        self._names: Sequence[tuple[str, str]] = ()
        self._by_name: list[str] | None = None
        self._everybody: Sequence[Findable] | None = None
        self._sorted: dict[tuple[Order, bool], Sequence[Findable]] = {}
        self._values: dict[str, Sequence[str]] = {}
        self._last: _Last | None = None
        self._durability = Durability(network)
        self._timelines = Timelines(network)
        self._without_timelines: Iterator[Findable] | None = None
        self._has_given_timelines = False
        self.catch_up()

    def catch_up(self) -> None:
        """Drop what has changed from the cache; to be called after each change, and on each new day."""
        member, dues = self._network.member, self._network.next_dues()
        if member != self._member:
            self._people.clear()
        for contact_id in self._dues.keys() | dues.keys():
            if self._dues.get(contact_id) != dues.get(contact_id):
                self._people.pop(contact_id, None)
        names = self._network.active_names()
        if names != self._names:
            # The name of an introducer may have changed.
            self._people = {each.contact.id: each for each in self._people.values() if not each.contact.via}
        self._member, self._dues, self._names = member, dues, names
        self._by_name = self._everybody = None
        self._durability.clear()
        for contact_id in self._timelines.catch_up():
            if contact_id in self._people:
                self._people[contact_id].take_timeline(self._timelines.of(contact_id))
        self._has_given_timelines &= self._timelines.is_whole
        self._sorted.clear()
        self._values.clear()
        self._last = None

    @property
    def count(self) -> int:
        """How many contacts are not archived."""
        return len(self._names)

    @property
    def archived_count(self) -> int:
        """How many contacts are archived."""
        return self._network.people_count - len(self._names)

    def person(self, contact_id: str) -> Findable:
        """A contact prepared for searching and listing.

        Raises:
            InvalidValueError: There is none with that id (any more).
        """
        contact = self._network.contact(contact_id)
        known = self._people.get(contact_id)
        if known is None or known.contact is not contact:
            known = findable(self._network, contact, self._member, self._dues, self._durability.lasts)
            known.take_timeline(self._timelines.of(contact_id))
            self._people[contact_id] = known
        return known

    def found(self, search: Search | None, order: Order = Order.NAME, *, reverse: bool = False) -> list[str]:
        """The ids of the contacts that a search selects, sorted; by name, the best matches of free text come first.

        Args:
            search: The search; None for all that are not archived.
            reverse: Whether the order is reversed.
        """
        if search is None and order is Order.NAME:
            if self._by_name is None:
                region = self._member.region
                names = sorted([(name_key(name, region), contact_id) for contact_id, name in self._names])
                self._by_name = [contact_id for _, contact_id in names]
            return self._by_name[::-1] if reverse else self._by_name[:]
        search, how = search or Search(), (order, reverse)
        was = self._last
        among = (
            was.people
            if was and was.how == how and search.narrows(was.search)
            else self._in_order(order, reverse=reverse)
        )
        self._last = _Last(search, how, search.select(among))
        people = search.best_first(self._last.people) if how == (Order.NAME, False) else self._last.people
        return [each.contact.id for each in people]

    def why(self, contact_id: str, search: Search) -> WhyFound | None:
        """Where a search's free text is found in a contact; None for the name."""
        return why_found(self._network, self.person(contact_id), search)

    def count_found(self, search: Search) -> int:
        """How many contacts a search selects."""
        return len(search.select(self._in_order(Order.NAME, reverse=False)))

    def in_use(self, key: str) -> Sequence[str]:
        """The values in use for a key of the small language, the most used first; names in their order."""
        if key not in self._values:
            self._values[key] = self._values_of(key)
        return self._values[key]

    def read_some(self, count: int) -> bool:
        """Read up to ``count`` more contacts in advance, in idle time.

        Returns:
            Whether there are more.
        """
        unread = (contact_id for contact_id, _ in self._names if contact_id not in self._people)
        few = list(islice(unread, count))
        for contact_id in few:
            # The search text too: it is what takes the time.
            assert self.person(contact_id).haystack
        return len(few) == count

    @property
    def has_read_timelines(self) -> bool:
        """Whether searches of free text cover interactions and promises."""
        return self._timelines.is_whole and self._has_given_timelines

    def read_some_notes(self, count: int) -> bool:
        """As :meth:`read_some`, of interactions and promises.

        Raises:
            StoreError: It can't be read.
        """
        if self.has_read_timelines:
            return False
        if not self._timelines.is_whole:
            self._without_timelines = None
            self._timelines.read_some(count)
            return True
        if self._without_timelines is None:
            self._without_timelines = iter(list(self._people.values()))
        few = list(islice(self._without_timelines, count))
        for person in few:
            person.take_timeline(self._timelines.of(person.contact.id))
        # The last result may lack contacts whose timeline has come in since.
        self._last = None
        if len(few) == count:
            return True
        self._has_given_timelines, self._without_timelines = True, None
        return False

    def _all(self) -> Sequence[Findable]:
        if self._everybody is None:
            self._everybody = [self.person(contact_id) for contact_id in self._network.table("contacts")]
        return self._everybody

    def _in_order(self, order: Order, *, reverse: bool) -> Sequence[Findable]:
        if (order, reverse) not in self._sorted:
            self._sorted[order, reverse] = ordered(self._all(), order, reverse=reverse)
        return self._sorted[order, reverse]

    def _values_of(self, key: str) -> Sequence[str]:
        if key == "field":
            return self._network.fields_in_use()
        if key in ("name", "via"):
            return list(
                dict.fromkeys(
                    name for _, name in sorted(self._names, key=lambda each: name_key(each[1], self._member.region))
                )
            )
        read = _IN_USE.get(key)
        if read is None:
            return ()
        counts: dict[str, int] = {}
        for each in self._all():
            value = read(each.contact)
            if value and not each.contact.archived:
                counts[value] = counts.get(value, 0) + 1
        return sorted(counts, key=lambda value: (-counts[value], value))
