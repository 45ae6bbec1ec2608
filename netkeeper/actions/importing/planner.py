"""Making the plan of an import: which contacts are known, and what is done with each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netkeeper.actions.importing.decide import Given, Match, decided
from netkeeper.actions.importing.known_contacts import KnownContacts
from netkeeper.actions.importing.last_met import is_news
from netkeeper.actions.importing.new_records import ids_here, new_records
from netkeeper.actions.importing.plan import Action, Choices, Item, Plan, Unread
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_reason import Sign
from netkeeper.domain.people.identity.matching import fill_in, keys_of, names_agree
from netkeeper.domain.people.identity.source_updates import SourceValues
from netkeeper.domain.records.tables import exchanged_tables
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.cards import ReadContact, ReadProgress
from netkeeper.interchange.content import Incoming
from netkeeper.store.network import Network
from netkeeper.store.photo_lines import lines_with_files

_UNIQUE_UID_LENGTH = 16
"""A UID of at least this length is taken for globally unique."""

_PROGRESS_EVERY = 250

_LONGEST_UID = 200


def _keys_of_incoming(contact: Contact, region: str) -> Iterator[tuple[str, str]]:
    """The keys of an incoming contact; its id too, by which a merged contact is found."""
    if contact.id:
        yield "uid", contact.id
    yield from keys_of(contact, region)


class Planner:
    """Matches incoming contacts with those of the network and of the same files.

    It indexes the network once and makes any number of plans from that, each with other choices; items that a
    choice doesn't affect are reused.
    """

    def __init__(self, network: Network, incoming: Sequence[Incoming], progress: ReadProgress | None = None) -> None:
        """Index the network's contacts.

        Args:
            progress: Called with how many contacts are indexed; may raise to cancel.
        """
        self._network = network
        self._incoming = incoming
        self._reads = [(file.source, read) for file in incoming for read in file.reading.contacts]
        self._sources = [source_name(file, read) for file in incoming for read in file.reading.contacts]
        region = network.member.region
        self._keys = [tuple(_keys_of_incoming(read.contact, region)) for _, read in self._reads]
        self._remembered: dict[int, tuple[Given, Item]] = {}
        self._here = KnownContacts(region)
        with network.storage.read_lock():
            self.as_of = state_of(network)
            for done, contact in enumerate(network.contacts()):
                if progress is not None and done % _PROGRESS_EVERY == 0:
                    progress(done, network.people_count)
                self._here.know(contact)
        self._people = self._here
        self._kept: dict[str, tuple[str, ...]] = {}
        self._of_these_files: set[str] = set()

    @property
    def is_current(self) -> bool:
        """Whether the network hasn't changed since."""
        return self.as_of == state_of(self._network)

    def plan(self, choices: Choices | None = None, progress: ReadProgress | None = None) -> Plan:
        """Decide for each incoming contact what is to be done with it.

        Args:
            choices: Actions to be taken instead of the proposed ones; one that isn't possible is ignored.
            progress: Called with how many contacts are decided on; may raise to cancel.
        """
        with self._network.storage.read_lock():
            return self._planned(choices or {}, progress)

    def _planned(self, choices: Choices, progress: ReadProgress | None) -> Plan:
        self._people = self._here.copy()
        self._kept = {}
        self._of_these_files = set()
        items = []
        for place in range(len(self._reads)):
            if progress is not None and place % _PROGRESS_EVERY == 0:
                progress(place, len(self._reads))
            items.append(self._item(place, choices.get(place)))
        ids = ids_here(items)
        return Plan(
            tuple(items),
            tuple(Unread(file.source, *each) for file in self._incoming for each in _unread(file)),
            {
                table.name: len(new_records(self._network, self._incoming, table, ids))
                for table in exchanged_tables()
                if table.people_of
            },
            {item.place: item.action for item in items if item.action != item.proposed},
            self.as_of,
        )

    def _item(self, place: int, choice: Action | None) -> Item:
        """What is to be done with a contact, after those before it."""
        file, read = self._reads[place]
        match = self._find(place, read)
        known = match.known or match.maybe
        contact_id = read.contact.id if read.contact.id not in self._people.by_id else ""
        follows_from = Given(
            match, self._kept_of(known.id) if known else (), self._source_values_of(place, known), contact_id, choice
        )
        before = self._remembered.get(place)
        if before is not None and before[0].is_like(follows_from):
            item = before[1]
        else:
            item = decided(place, file, read, follows_from)
            self._remembered[place] = follows_from, item
        if item.action != "skip":
            self._people.know(item.contact)
            self._kept[item.contact.id] = item.kept
            if item.action == "add":
                self._of_these_files.add(item.contact.id)
        return item

    def _find(self, place: int, read: ReadContact) -> Match:
        """The known contact that it is, and by what; or one that it could be."""
        people, contact = self._people, read.contact
        same_id = people.by_id.get(contact.id)
        if same_id is not None and names_agree(same_id, contact):
            return Match(same_id, None, Sign("id"))
        somebody_else: Match | None = None
        for key in self._keys[place]:
            alike = [people.by_id[known_id] for known_id in people.by_key.get(key, ())]
            same = [known for known in alike if self._is_same(key[0], known, contact)]
            if same:
                # A contact may be in the network twice on purpose: take the one to which this adds nothing.
                exact = (known for known in same if len(same) > 1 and fill_in(known, contact) == known)
                return Match(next(exact, same[0]), None, Sign("key", key[0]))
            if alike and somebody_else is None:
                somebody_else = Match(None, alike[0], Sign("other name", key[0], alike[0].name))
        return self._find_by_name(read, somebody_else or Match(None, None))

    def _is_same(self, kind: str, known: Contact, contact: Contact) -> bool:
        """Whether a shared key makes two contacts one.

        A globally unique UID does. Simple programs number their cards 1, 2, 3, and people share addresses and
        phones, so with these the names must agree. Two contacts of one address book that share an address are two.
        """
        if kind == "uid":
            return len(contact.uid) >= _UNIQUE_UID_LENGTH or names_agree(known, contact)
        if known.id in self._of_these_files:
            return fold(known.name) == fold(contact.name)
        return names_agree(known, contact)

    def _find_by_name(self, read: ReadContact, otherwise: Match) -> Match:
        """A name alone only suggests, but a card that says nothing new is the same card again."""
        contact = read.contact
        alike = self._people.namesakes(contact)
        for known in alike:
            if fill_in(known, contact) == known and not is_news(read.last_met, known):
                return Match(known, None, Sign("card"))
        if alike and otherwise.maybe is None:
            return Match(None, alike[0], Sign("namesake", name=alike[0].name))
        return otherwise

    def _source_values_of(self, place: int, known: Contact | None) -> SourceValues:
        """The values that the same source had for the known contact at the last import."""
        return self._network.source_values(known.id).get(self._sources[place], {}) if known else {}

    def _kept_of(self, contact_id: str) -> tuple[str, ...]:
        if contact_id not in self._kept:
            self._kept[contact_id] = lines_with_files(self._network.folder, self._network.kept_lines(contact_id))
        return self._kept[contact_id]


def source_name(file: Incoming, read: ReadContact) -> str:
    """The source of a contact, by which an updated file is recognized: the file's origin, and the card's UID if it has one."""
    uid = read.contact.uid
    return " ".join(filter(None, (file.reading.origin, uid if len(uid) < _LONGEST_UID else "")))


def state_of(network: Network) -> tuple[str, int]:
    """The network's mark and the number of its last transaction."""
    return network.storage.network, network.storage.seq


def _unread(file: Incoming) -> list[tuple[int, str, bool]]:
    return [(each.line, each.reason, each.is_read) for each in file.reading.skipped]
